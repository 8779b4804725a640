import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { previewList } from "../../../src/app/debtor-lists/preview-list.ts";
import { present } from "../../../src/domain/assert.ts";
import { isoDate } from "../../../src/domain/time.ts";
import type { DebtorListView } from "../../../src/web/contract/debtor-lists.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, WEDNESDAY, type World } from "../../support/world.ts";
import { bring, contactsOf, countsOf, csvOf, dryRunOf, upload, viewOf } from "./lists.ts";

const database = useDatabase();
let world: World;
beforeEach(async () => {
  world = await makeWorld(database);
});
afterEach(() => world[Symbol.asyncDispose]());

const answering = (listId: string) => ({ businessId: world.business.id, listId, userId: "user-8" });

describe("the dry run", () => {
  test("says what would be new, in error and passed over, and what the books would hold", async () => {
    const uploaded = await upload(world, csvOf([{}, {}, { balance: "mucho" }, { client: "MOSTR" }]));

    const { rows, money, debtors } = dryRunOf(world, uploaded);
    expect(rows).toEqual({ new: 2, changed: 0, same: 0, error: 1, skipped: 1 });
    expect(money).toEqual([{ inFile: "COP 2960000.00", before: "COP 0.00", after: "COP 2960000.00" }]);
    expect(debtors).toBe(2);
  });

  test("writes nothing but its own staging", async () => {
    await upload(world, csvOf([{}, {}]));
    expect(await countsOf(world)).toMatchObject({ debtors: 0, contacts: 0, permissions: 0, debts: 0, entries: 0 });
  });

  test("counts a debtor who may be written to apart from one who said no and one who was never asked", async () => {
    const dryRun = dryRunOf(world, await upload(world, csvOf([{}, { permission: "No" }, { permission: "" }])));
    expect(dryRun.permission).toEqual({ given: 1, refused: 1, none: 1 });
  });

  test("says when each debtor may be written to, or the article that forbids it", async () => {
    const uploaded = await upload(world, csvOf([{}, { permission: "" }, { phone: "" }]));
    const { contact, judgedAt } = dryRunOf(world, uploaded);
    expect(contact).toMatchObject([
      {
        reason: "OK",
        debtors: 1,
        earliest: judgedAt,
        latest: judgedAt,
        clause: { law: expect.stringMatching(/\p{L}/u) },
      },
      { reason: "NO_PERMISSION", debtors: 1, earliest: null, clause: { text: expect.stringMatching(/\p{L}/u) } },
      { reason: "NO_PHONE", debtors: 1, earliest: null, clause: null },
    ]);
    expect(judgedAt).toMatch(/^2026-11-18T15:0/);
    expect(await contactsOf(world, uploaded)).toEqual([
      { verdict: 0, reference: "C-1", name: "Persona de muestra 1", owed: "COP 1480000.00", mayWriteAt: judgedAt },
      { verdict: 1, reference: "C-2", name: "Persona de muestra 2", owed: "COP 1480000.00", mayWriteAt: null },
      { verdict: 2, reference: "C-3", name: "Persona de muestra 3", owed: "COP 1480000.00", mayWriteAt: null },
    ]);
  });

  test("names the next lawful moment when it is night", async () => {
    await world.setTime(WEDNESDAY.set({ hour: 4 }).plus({ days: 1 }));
    const uploaded = await upload(world, csvOf([{}]));
    const morning = "2026-11-19T12:00:00.000Z";
    expect(dryRunOf(world, uploaded).contact).toMatchObject([
      { reason: "OUTSIDE_WINDOW", earliest: morning, latest: morning },
    ]);
    expect(await contactsOf(world, uploaded)).toMatchObject([{ mayWriteAt: morning }]);
  });

  test("judges every debtor, however long the list, and loses none between the pages", async () => {
    const permissions = ["Sí", "No", ""];
    const lines = Array.from({ length: 1_234 }, (_, index) => ({ permission: permissions[index % 3] ?? "" }));
    const uploaded = await upload(world, csvOf(lines));
    const found = await contactsOf(world, uploaded);
    expect(new Set(found.map(({ reference }) => reference))).toEqual(
      new Set(lines.map((_, index) => `C-${index + 1}`)),
    );
    expect(found).toHaveLength(1_234);
    const { contact } = dryRunOf(world, uploaded);
    expect(contact).toMatchObject([
      { reason: "OK", debtors: 412 },
      { reason: "NO_PERMISSION", debtors: 822 },
    ]);
    expect(contact.map((_, place) => found.filter(({ verdict }) => verdict === place).length)).toEqual([412, 822]);
  });

  test("judged anew keeps only what was found last", async () => {
    const uploaded = await upload(world, csvOf([{}, { permission: "" }]));
    const { list } = uploaded;
    const answers = {
      settings: { permissionBasis: { wording: "Autorizo WhatsApp", on: isoDate("2026-01-28"), channel: "contrato" } },
    };
    const judged = await previewList(world.deps, { ...answering(list.id), answers });
    if (typeof judged === "string") throw new Error(judged);
    const again = { kind: "staged", list: judged } as const;
    expect(dryRunOf(world, again).contact).toMatchObject([{ reason: "OK", debtors: 2 }]);
    expect(await contactsOf(world, again)).toMatchObject([{ reference: "C-1" }, { reference: "C-2" }]);
  });

  test("keeps a number for the debtor who has it, and says which rows go without", async () => {
    await bring(world, csvOf([{ phone: "300 555 9999" }]));
    const dryRun = dryRunOf(
      world,
      await upload(world, csvOf([{ client: "D-2", phone: "300 555 9999" }, { client: "D-3" }])),
    );
    expect(dryRun.sharedPhones).toMatchObject({ count: 1, rows: [2], says: expect.stringContaining("otro deudor") });
    expect(dryRun.contact).toMatchObject([
      { reason: "NO_PHONE", debtors: 1 },
      { reason: "OK", debtors: 1 },
    ]);
  });

  test("groups what is wrong, with an example and what to do", async () => {
    const { problems } = dryRunOf(world, await upload(world, csvOf([{ balance: "mucho" }, { balance: "poco" }, {}])));
    expect(problems).toMatchObject([{ code: "not-an-amount", rows: 2, howToFix: expect.stringMatching(/\p{L}/u) }]);
    expect(problems[0]?.examples[0]).toMatchObject({ row: 2, column: "Saldo", found: "mucho" });
  });
});

describe("what only the business can say", () => {
  const BARE = Buffer.from("Cliente;Saldo\nUno de muestra;1480000\nDos de muestra;250000\n");

  test("is asked before any row is judged", async () => {
    const view = viewOf(world, await upload(world, BARE));
    expect(view.dryRun).toBeNull();
    expect(view.questions.map(({ code }) => code)).toEqual(["which-currency", "no-phone-column", "permission-basis"]);
  });

  test("is judged anew with the answers, from the file that was kept", async () => {
    const { list } = await upload(world, BARE);
    const answers = { settings: { currency: "COP" as const, withoutPhones: true } };
    const judged = await previewList(world.deps, { ...answering(list.id), answers });
    if (typeof judged === "string") throw new Error(judged);
    const { rows } = dryRunOf(world, { kind: "staged", list: judged });
    expect(rows.new).toBe(2);
  });

  test("stands in the audit, like the upload: who brought the file, who answered, and what", async () => {
    const { list } = await upload(world, BARE);
    const answers = { settings: { currency: "COP" as const, withoutPhones: true } };
    await previewList(world.deps, { ...answering(list.id), answers });
    const said = await world.owner`
      select actor, action, before, after from audit_event where subject_id = ${list.id} order by id`;
    expect(said).toEqual([
      {
        actor: "user-7",
        action: "debtor-list.upload",
        before: null,
        after: { state: "staged", fileName: "deudores.csv" },
      },
      {
        actor: "user-8",
        action: "debtor-list.answer",
        before: { settings: {}, columns: {} },
        after: { ...answers, columns: {} },
      },
    ]);
  });

  test("may mean another column than we thought", async () => {
    const file = Buffer.from("Cliente;Cosa;Saldo\nUno;7000001;1480000\nDos;7000002;250000\n");
    const { list } = await upload(world, file, { settings: { currency: "COP", withoutPhones: true } });
    const answers = { columns: { Cosa: "debtReference" as const } };
    const judged = await previewList(world.deps, { ...answering(list.id), answers });
    if (typeof judged === "string") throw new Error(judged);
    const column = viewOf(world, { kind: "staged", list: judged }).columns.find(({ header }) => header === "Cosa");
    expect(column).toMatchObject({ use: "debtReference", confidence: "chosen" });
  });

  test("is remembered for the next file with the same columns, but for the ground on which people may be written to", async () => {
    const permissionBasis = { wording: "Contrato, cláusula 9", on: isoDate("2026-01-15"), channel: "contrato" };
    await bring(world, BARE, { settings: { currency: "COP", withoutPhones: true, permissionBasis } });
    const next = viewOf(world, await upload(world, Buffer.from("Cliente;Saldo\nTres de muestra;90000\n")));
    expect(next.settings).toEqual({ currency: "COP", withoutPhones: true });
    expect(next.questions.map(({ code }) => code)).toEqual(["permission-basis"]);
    expect(next.dryRun?.rows.new).toBe(1);
  });
});

describe("the file itself", () => {
  test("uploaded again after its commit writes nothing and leads to the first list", async () => {
    const file = csvOf([{}, {}]);
    const first = await bring(world, file);
    const before = await countsOf(world);

    const again = await upload(world, file);
    expect(again).toMatchObject({ kind: "repeat", list: { id: first.id } });
    expect(viewOf(world, again).isRepeat).toBe(true);
    expect(await countsOf(world)).toEqual(before);
  });

  test("leaves no document number readable in the database, before or after the commit", async () => {
    const secret = "1234567891";
    const file = csvOf([{ document: secret }, { document: secret, balance: "mucho", client: "C-9" }]);
    const everything = async () =>
      JSON.stringify([
        await world.owner`select * from debtor_list where business_id = ${world.business.id}`,
        await world.owner`select * from debtor_list_row where business_id = ${world.business.id}`,
        await world.owner`select * from debtor where business_id = ${world.business.id}`,
      ]);
    const { list } = await upload(world, file);
    expect(await everything()).not.toContain(secret);
    expect(
      viewOf(world, { kind: "staged", list }).columns.find(({ use }) => use === "documentNumber")?.examples,
    ).toContain(secret);
    await bring(world, file);
    expect(await everything()).not.toContain(secret);
  });

  test("is not kept once its rows are in the books", async () => {
    await bring(world, csvOf([{}, {}, { balance: "mucho" }]));
    const left = await world.owner`select row, verdict from debtor_list_row where business_id = ${world.business.id}`;
    expect(left).toEqual([{ row: 4, verdict: "error" }]);
  });

  test("is shown as the console's contract has it", async () => {
    const view: DebtorListView = viewOf(world, await upload(world, csvOf([{}])));
    expect(present(view.format.delimiter, "the delimiter")).toBe(";");
    expect(view.progress).toEqual({ committedRows: 0, totalRows: 1 });
  });
});
