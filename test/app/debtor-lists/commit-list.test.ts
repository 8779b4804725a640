import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { record } from "../../../db/ledger/record.ts";
import { commitBatch } from "../../../src/app/debtor-lists/commit-batch.ts";
import { commitList } from "../../../src/app/debtor-lists/commit-list.ts";
import { commitLists } from "../../../src/app/debtor-lists/commit-lists.ts";
import { discardList } from "../../../src/app/debtor-lists/discard-list.ts";
import { present } from "../../../src/domain/assert.ts";
import { debtAdjusted } from "../../../src/domain/ledger/debts.ts";
import { paymentReceived } from "../../../src/domain/ledger/payments.ts";
import { ofUnits } from "../../../src/domain/money.ts";
import { isoDate } from "../../../src/domain/time.ts";
import { newId } from "../../../src/ids.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";
import { bring, countsOf, csvOf, dryRunOf, findingsOf, owedByReference, upload } from "./lists.ts";

const database = useDatabase();
let world: World;
beforeEach(async () => {
  world = await makeWorld(database);
});
afterEach(() => world[Symbol.asyncDispose]());

describe("a committed list", () => {
  test("has made debtors, numbers, permissions, debts and what is owed on them", async () => {
    const list = await bring(
      world,
      csvOf([{ client: "C-1" }, { client: "C-1", invoice: "FV-9", balance: "$ 20.500,50" }]),
    );
    expect(list.state).toBe("committed");
    expect(await countsOf(world)).toMatchObject({
      debtors: 1,
      contacts: 2,
      permissions: 2,
      debts: 2,
      entries: 2,
      staged: 0,
    });
    expect(await owedByReference(world)).toEqual({ "FV-1": 148_000_000n, "FV-9": 2_050_050n });
    expect(await findingsOf(world)).toEqual([]);
  });

  test("seals documents and keeps the last four in the open only for a person", async () => {
    await bring(
      world,
      csvOf([
        { document: "1010987654" },
        { client: "C-2", name: "Ferretería de muestra S.A.S.", documentType: "NIT", document: "900123456" },
      ]),
    );
    const [person, company] = await world.owner<
      { kind: string; documentLastFour: string | null; documentSealed: Uint8Array; sealedWith: string }[]
    >`
      select kind, document_last_four, document_sealed, sealed_with from debtor where business_id = ${world.business.id} order by reference`;
    expect(person).toMatchObject({ kind: "person", documentLastFour: "7654", sealedWith: world.secrets.keyId });
    expect(world.secrets.unseal(present(person, "the person").documentSealed)).toBe("1010987654");
    expect(company).toMatchObject({ kind: "company", documentLastFour: null });
  });

  test("calls a debtor without a code by a reference that hides the document, and knows it again", async () => {
    const line = (balance: string) =>
      Buffer.from(`Nombre;Cédula;Celular;Factura;Saldo\nUno de muestra;1010987654;3005550101;FV-1;${balance}\n`);
    const answers = { settings: { currency: "COP" as const } };
    await bring(world, line("1480000"), answers);
    await bring(world, line("1280000"), answers);
    const debtors = await world.owner<
      { reference: string }[]
    >`select reference from debtor where business_id = ${world.business.id}`;
    expect(debtors).toHaveLength(1);
    expect(debtors[0]?.reference).toMatch(/^doc:7654-[\w-]{16}$/);
  });

  test("leaves debtors that are not in it as they were", async () => {
    await bring(world, csvOf([{ client: "C-1" }, { client: "C-2" }]));
    await bring(world, csvOf([{ client: "C-3", invoice: "FV-3", phone: "3115550000" }]));
    expect(Object.keys(await owedByReference(world))).toEqual(["FV-1", "FV-2", "FV-3"]);
  });

  test("tells the console and names who committed it", async () => {
    const list = await bring(world, csvOf([{}]));
    const events =
      await world.owner`select kind from console_event where business_id = ${world.business.id} and subject_id = ${list.id}`;
    expect(events.length).toBeGreaterThanOrEqual(3);
    const audit =
      await world.owner`select actor, action from audit_event where business_id = ${world.business.id} order by id`;
    expect(audit).toEqual([
      { actor: "user-7", action: "debtor-list.upload" },
      { actor: "user-7", action: "debtor-list.commit" },
    ]);
  });
});

describe("a later list", () => {
  const FIRST = [{ balance: "$ 1.480.000" }, { balance: "$ 2.000.000" }];

  test("with the same content in other bytes writes nothing", async () => {
    await bring(world, csvOf(FIRST));
    const { staged: _, ...before } = await countsOf(world);
    const same = csvOf(FIRST.toReversed().map((line, index) => ({ ...line, ...identity(1 - index) })));
    expect(dryRunOf(world, await upload(world, same)).rows).toMatchObject({ new: 0, changed: 0, same: 2 });
    await bring(world, same);
    expect(await countsOf(world)).toMatchObject(before);
  });

  test("with a lower balance adjusts the books and keeps what was said before", async () => {
    await bring(world, csvOf(FIRST));
    const lower = csvOf([{ balance: "$ 1.000.000" }, { balance: "$ 2.000.000" }]);
    expect(dryRunOf(world, await upload(world, lower)).money).toEqual([
      { inFile: "COP 3000000.00", before: "COP 3480000.00", after: "COP 3000000.00" },
    ]);
    await bring(world, lower);
    expect(await owedByReference(world)).toEqual({ "FV-1": 100_000_000n, "FV-2": 200_000_000n });
    const kinds = await world.owner<
      { kind: string }[]
    >`select kind from ledger_entry where business_id = ${world.business.id} order by recorded_at, id`;
    expect(kinds.map(({ kind }) => kind)).toEqual(["debt raised", "debt raised", "debt adjusted"]);
    expect(await findingsOf(world)).toEqual([]);
  });

  test("does not undo a payment that arrived after it was uploaded", async () => {
    await bring(world, csvOf(FIRST));
    const { list } = await upload(world, csvOf([{ balance: "$ 1.400.000" }, { balance: "$ 2.000.000" }]));
    await pay("FV-1", 100_000n);
    await commitList(world.deps, { businessId: world.business.id, listId: list.id, userId: "user-7" });
    await commitLists(world.deps, world.business.id);
    expect(await owedByReference(world)).toMatchObject({ "FV-1": 130_000_000n });
  });

  test("does not undo what a person lowered after it was uploaded", async () => {
    await bring(world, csvOf(FIRST));
    const { list } = await upload(world, csvOf([{ balance: "$ 1.400.000" }, { balance: "$ 2.000.000" }]));
    await lower("FV-1", 100_000n);
    await commitList(world.deps, { businessId: world.business.id, listId: list.id, userId: "user-7" });
    await commitLists(world.deps, world.business.id);
    expect(await owedByReference(world)).toMatchObject({ "FV-1": 130_000_000n });
  });

  test("says that a debt is paid by the balance that is left", async () => {
    await bring(world, csvOf(FIRST));
    await bring(world, csvOf([{ balance: "$ 0" }, { balance: "$ 2.000.001" }]));
    expect(await owedByReference(world)).toEqual({ "FV-1": 0n, "FV-2": 200_000_100n });
  });

  test("in another currency is another debt", async () => {
    await bring(world, csvOf([{}]));
    const dollars = Buffer.from(
      csvOf([{ balance: "1,480,000.50" }])
        .toString()
        .replace(";COP;", ";USD;"),
    );
    await bring(world, dollars);
    expect(await owedByReference(world)).toEqual({ "FV-1": 148_000_000n, "FV-1 USD": 148_000_050n });
    expect(dryRunOf(world, await upload(world, Buffer.concat([dollars, Buffer.from("\r\n")]))).rows.same).toBe(1);
  });

  test("takes back a permission, and gives none that the debtor took back", async () => {
    await bring(world, csvOf([{}, {}]));
    await world.owner`
      insert into contact_permission (business_id, id, contact_id, granted, wording, granted_on, source)
      select business_id, ${newId()}, id, false, 'BAJA', '2026-11-18', 'debtor_words' from contact
      where business_id = ${world.business.id} and phone = '+573005550001'`;
    await bring(world, csvOf([{ permission: "No", balance: "$ 1.480.001" }, { balance: "$ 1.480.002" }]));
    const newest = await world.owner<{ granted: boolean; source: string }[]>`
      select distinct on (c.phone) p.granted, p.source from contact c
      join contact_permission p on p.business_id = c.business_id and p.contact_id = c.id
      where c.business_id = ${world.business.id} order by c.phone, p.recorded_at desc, p.id desc`;
    expect(newest).toEqual([
      { granted: false, source: "upload" },
      { granted: false, source: "debtor_words" },
    ]);
  });

  test("gives a number that wrote before anybody knew it to its debtor, and takes none from another", async () => {
    await world.owner`
      insert into contact (business_id, id, phone, wa_key) values (${world.business.id}, ${newId()}, '+573005550000', '573005550000')`;
    await bring(world, csvOf([{ client: "C-1" }, { client: "C-2", phone: "300 555 0000" }]));
    const contacts = await world.owner<{ reference: string }[]>`
      select d.reference from contact c join debtor d on d.business_id = c.business_id and d.id = c.debtor_id
      where c.business_id = ${world.business.id}`;
    expect(contacts).toEqual([{ reference: "C-1" }]);
  });

  function identity(index: number) {
    return {
      client: `C-${index + 1}`,
      name: `Persona de muestra ${index + 1}`,
      document: String(1_010_000_000 + index),
      phone: `300 555 000${index}`,
      invoice: `FV-${index + 1}`,
    };
  }

  async function debtCalled(reference: string): Promise<{ id: string; debtorId: string }> {
    const [found] = await world.owner<{ id: string; debtorId: string }[]>`
      select id, debtor_id from debt where business_id = ${world.business.id} and reference = ${reference}`;
    return present(found, "the debt");
  }

  async function lower(reference: string, units: bigint): Promise<void> {
    const adjusted = debtAdjusted({
      debt: await debtCalled(reference),
      principal: ofUnits(-units, "COP"),
      reference: `test/lower/${reference}`,
      effectiveOn: isoDate("2026-11-18"),
    });
    await world.db.inBusiness(world.business.id, (tx) => record(tx, adjusted, { actor: "agent:user-7" }));
  }

  async function pay(reference: string, units: bigint): Promise<void> {
    const debt = await debtCalled(reference);
    const amount = ofUnits(units, "COP");
    await world.db.inBusiness(world.business.id, (tx) =>
      record(
        tx,
        paymentReceived({
          debtorId: debt.debtorId,
          amount,
          allocation: [{ debt, principal: amount }],
          through: "stripe",
          reference: `test/pay/${reference}`,
          effectiveOn: isoDate("2026-11-18"),
        }),
      ),
    );
  }
});

describe("a debt that the file says is contested", () => {
  const file = (...disputed: string[]) =>
    Buffer.from(
      [
        "Cliente;Nombre;Celular;Factura;Saldo;Moneda;Disputa;Autoriza",
        ...disputed.map(
          (said, index) =>
            `C-${index};Persona de muestra ${index};300555000${index};FV-${index};1480000;COP;${said};Sí`,
        ),
        "",
      ].join("\n"),
    );

  test("is held back until a later file says otherwise; the other debtors are not", async () => {
    const uploaded = await upload(world, file("Sí", "No"));
    expect(dryRunOf(world, uploaded).contact.map(({ reason }) => reason)).toEqual(["HOLD_dispute", "OK"]);
    await bring(world, file("Sí", "No"));
    expect(await held()).toEqual(["C-0"]);
    await bring(world, Buffer.concat([file("Sí", "No"), Buffer.from("\n")]));
    expect(await held()).toEqual(["C-0"]);
    await bring(world, file("No", "Sí"));
    expect(await held()).toEqual(["C-1"]);
  });

  test("stays held when it was the debtor who told us", async () => {
    await bring(world, file("No"));
    await world.owner`
      insert into hold (business_id, id, debtor_id, debt_id, kind, source_id, placed_at)
      select business_id, ${newId()}, debtor_id, id, 'dispute', ${newId()}, now() from debt where business_id = ${world.business.id}`;
    await bring(world, Buffer.from(file("No").toString().replace("1480000", "1480001")));
    expect(await held()).toEqual(["C-0"]);
  });

  async function held(): Promise<string[]> {
    const found = await world.owner<{ reference: string }[]>`
      select d.reference from active_hold h join debtor d on d.business_id = h.business_id and d.id = h.debtor_id
      where h.business_id = ${world.business.id} order by d.reference`;
    return found.map(({ reference }) => reference);
  }
});

describe("committing", () => {
  test("goes on batch by batch, and each batch is whole", async () => {
    const { list } = await upload(world, csvOf(Array.from({ length: 5_500 }, () => ({}))));
    await commitList(world.deps, { businessId: world.business.id, listId: list.id, userId: "user-7" });
    expect(await commitBatch(world.deps, world.business.id)).toMatchObject({ kind: "written", committedRow: 5_001 });
    expect(await countsOf(world)).toMatchObject({ debts: 5_000, entries: 5_000 });
    await commitLists(world.deps, world.business.id);
    expect(await countsOf(world)).toMatchObject({ debtors: 5_500, debts: 5_500, entries: 5_500 });
  });

  test("keeps all of a debtor's rows in one lane: only the first of them says who it is", async () => {
    const lines = Array.from({ length: 60 }, (_, index) => {
      const client = `C-${index % 7}`;
      return { client, name: client, document: `101000000${index % 7}`, phone: `300 555 000${index % 7}` };
    });
    expect(await bring(world, csvOf(lines))).toMatchObject({ state: "committed" });
    expect(await countsOf(world)).toMatchObject({ debtors: 7, contacts: 7, permissions: 7, debts: 60, entries: 60 });
  });

  test("goes on where it was when one of its lanes was committed and the other was not", async () => {
    const { list } = await upload(world, csvOf(Array.from({ length: 40 }, () => ({}))));
    await commitList(world.deps, { businessId: world.business.id, listId: list.id, userId: "user-7" });
    const { db } = world.deps;
    let transactions = 0;
    const dying: typeof db = {
      ...db,
      async inBusiness(businessId, work) {
        transactions += 1;
        if (transactions !== 2) return db.inBusiness(businessId, work);
        return db.inBusiness(businessId, async (tx) => {
          await work(tx);
          throw Object.assign(new Error("a lane killed before its commit"), { code: "57P01" });
        });
      },
    };
    await expect(commitBatch({ ...world.deps, db: dying }, world.business.id)).rejects.toMatchObject({
      code: "database.unavailable",
      cause: { message: "a lane killed before its commit" },
    });
    const { debts } = await countsOf(world);
    expect(debts).toBeGreaterThan(0);
    expect(debts).toBeLessThan(40);

    await commitLists(world.deps, world.business.id);
    expect(await countsOf(world)).toMatchObject({ debtors: 40, contacts: 40, permissions: 40, debts: 40, entries: 40 });
    expect(await findingsOf(world)).toEqual([]);
  });

  test("by several at once, of two lists with the same people, writes everybody once", async () => {
    const people = Array.from({ length: 1_200 }, () => ({}));
    const lists = [csvOf(people), csvOf(people.toReversed().map(() => ({ balance: "$ 1.480.500" })))];
    for (const bytes of lists) {
      const { list } = await upload(world, bytes);
      await commitList(world.deps, { businessId: world.business.id, listId: list.id, userId: "user-7" });
    }
    await Promise.all([1, 2, 3].map(() => commitLists(world.deps, world.business.id)));
    await commitLists(world.deps, world.business.id);
    expect(await countsOf(world)).toMatchObject({
      debtors: 1_200,
      contacts: 1_200,
      permissions: 1_200,
      debts: 1_200,
      entries: 2_400,
    });
    expect(new Set(Object.values(await owedByReference(world)))).toEqual(new Set([148_050_000n]));
    expect(await findingsOf(world)).toEqual([]);
  });

  test("is refused while a question is open, and once it was discarded", async () => {
    const { list } = await upload(world, Buffer.from("Cliente;Saldo\nUno de muestra;1480000\n"));
    const inList = { businessId: world.business.id, listId: list.id, userId: "user-7" };
    expect(await commitList(world.deps, inList)).toBe("open-questions");
    expect(await discardList(world.deps, inList)).toBe("discarded");
    expect(await commitList(world.deps, inList)).toBe("committed");
    expect(await countsOf(world)).toMatchObject({ staged: 0 });
  });

  test("that cannot go on says why, keeps what was written, and goes on when told to", async () => {
    const { list } = await upload(world, csvOf(Array.from({ length: 5_002 }, () => ({}))));
    const inList = { businessId: world.business.id, listId: list.id, userId: "user-7" };
    await commitList(world.deps, inList);
    await commitBatch(world.deps, world.business.id);
    await world.owner`update debtor_list_row set judged = judged || '{"currency": "XXXX"}' where business_id = ${world.business.id} and row = 5002`;
    expect(await commitBatch(world.deps, world.business.id)).toMatchObject({ kind: "failed", committedRow: 5_001 });
    const [failed] = await world.owner`select state, failed_because from debtor_list where id = ${list.id}`;
    expect(failed).toMatchObject({ state: "failed", failedBecause: expect.stringContaining("too long") });

    await world.owner`update debtor_list_row set judged = judged || '{"currency": "COP"}' where business_id = ${world.business.id} and row = 5002`;
    expect(await commitList(world.deps, inList)).toBe("started");
    await commitLists(world.deps, world.business.id);
    expect(await countsOf(world)).toMatchObject({ debts: 5_002, entries: 5_002 });
  });
});
