import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { insertBusiness } from "../../db/businesses.ts";
import { debtorListsPage } from "../../db/console/debtor-lists.ts";
import { importCommand } from "../../src/cli/import.ts";
import { type ImportOptions, readImportOptions } from "../../src/cli/import-options.ts";
import { runImport } from "../../src/cli/import-run.ts";
import { countsOf, csvOf } from "../app/debtor-lists/lists.ts";
import { createDatabase } from "../support/database.ts";
import { makeWorld, sampleBusiness, type World } from "../support/world.ts";

let database: Awaited<ReturnType<typeof createDatabase>>;
let world: World;
let folder: string;
beforeEach(async () => {
  database = await createDatabase();
  world = await makeWorld(database);
  folder = await mkdtemp(join(tmpdir(), "saldar-import-"));
});
afterEach(async () => {
  await world[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const NOTHING_SAID: ImportOptions = { mapping: [], dateOrder: [], amountFormat: [], language: "en" };

describe("saldar import", () => {
  test("brings a file into the books, tells how far it is, and ends with 0", async () => {
    const { code, out, progress } = await run(csvOf([{}, {}]));
    expect(code).toBe(0);
    expect(out).toMatch(/^file\.csv is in the books, as list [\w-]+\.\nrows: 2 new, 0 changed/);
    expect(progress).toBe("2 of 2 rows\n");
    expect(await countsOf(world)).toMatchObject({ debtors: 2, entries: 2 });
  });

  test("as a dry run shows what would change and when each debtor may be written to, and changes nothing", async () => {
    const { code, out } = await run(csvOf([{}, { permission: "No" }]), { dryRun: true });
    expect(code).toBe(0);
    expect(out).toContain("money: COP 2960000.00 in the file; the books go from COP 0.00 to COP 2960000.00");
    expect(out).toContain("\ndebtors: 2\n");
    expect(out).toMatch(
      / {2}1 debtor\(s\) may be written to from 2026-11-18T15:0\S+ \(OK, .+ .+\)\n {4}C-1 owes COP 1480000\.00/,
    );
    expect(out).toMatch(/ {2}1 debtor\(s\) may not be written to \(NO_PERMISSION, .+\)\n {4}C-2 owes COP 1480000\.00/);
    expect(out).not.toContain("more:");
    expect(await countsOf(world)).toMatchObject({ debtors: 0, staged: 0 });
    expect(await world.owner`select from debtor_list_contact`).toHaveLength(0);
  });

  test("as a dry run says how many debtors it left out, and as JSON leaves out none", async () => {
    const file = csvOf(Array.from({ length: 120 }, () => ({})));
    const { out } = await run(file, { dryRun: true });
    expect(out.match(/C-\d+ owes/g)).toHaveLength(3);
    expect(out).toContain("    and 117 more: --json lists every one\n");
    const { contacts, list } = JSON.parse((await run(file, { dryRun: true, json: true })).out);
    expect(contacts).toHaveLength(120);
    expect(contacts[119]).toMatchObject({ verdict: 0, reference: "C-120", mayWriteAt: list.dryRun.judgedAt });
  });

  test("as a dry run leaves no line among the lists, and an import leaves one", async () => {
    await run(csvOf([{}]), { dryRun: true });
    expect(await listed()).toEqual([]);
    await run(csvOf([{}]));
    expect(await listed()).toEqual(["committed"]);
  });

  test("of a file that is in the books already writes nothing, names the list, and ends with 0", async () => {
    await run(csvOf([{}]));
    const { code, out } = await run(csvOf([{}]));
    expect(code).toBe(0);
    expect(out).toMatch(/^These bytes are list [\w-]+ already/);
  });

  test("ends with 3 when the file leaves questions, each with the option that answers it; with the answers, it imports", async () => {
    const bare = Buffer.from("Cliente;Vence;Saldo\nUno de muestra;04/05/2026;1.480\nDos de muestra;05/06/2026;2.500\n");
    const { code, out } = await run(bare);
    expect(code).toBe(3);
    for (const option of [
      "--currency COP",
      "--without-phones",
      '--date-order "Vence=dmy"',
      '--amount-format "Saldo=comma"',
      "--permission-wording",
    ]) {
      expect(out).toContain(option);
    }
    expect(await countsOf(world)).toMatchObject({ debtors: 0, staged: 0 });

    const answered = { currency: "cop", withoutPhones: true, dateOrder: ["Vence=dmy"], amountFormat: ["Saldo=comma"] };
    expect((await run(bare, answered)).code).toBe(0);
    const [debt] = await world.owner<
      { dueOn: string }[]
    >`select due_on from debt where business_id = ${world.business.id} order by due_on`;
    expect(debt?.dueOn).toBe("2026-05-04");
  });

  test("ends with 4 when no row can be imported, and writes the rows with what is wrong", async () => {
    const errorsFile = join(folder, "wrong.csv");
    const { code, out } = await run(csvOf([{ balance: "mucho" }]), { errorsFile });
    expect(code).toBe(4);
    expect(out).toContain("error in 1 row(s):");
    expect(await readFile(errorsFile, "utf8")).toContain("mucho");
  });

  test("prints one object for programs", async () => {
    const { out } = await run(csvOf([{}]), { json: true });
    expect(JSON.parse(out)).toMatchObject({
      outcome: "committed",
      list: { state: "committed", dryRun: { rows: { new: 1 } } },
    });
  });

  test("asks which business when there are two, and takes its name", async () => {
    const second = { ...sampleBusiness(), name: "Segundo de muestra" };
    await world.db.inBusiness(second.id, (tx) => insertBusiness(tx, second));
    const unsaid = await run(csvOf([{}]));
    expect(unsaid.code).toBe(2);
    expect(unsaid.progress).toContain("Segundo de muestra");
    expect((await run(csvOf([{}]), { business: "Nadie" })).code).toBe(2);
    expect((await run(csvOf([{}]), { business: world.business.name })).code).toBe(0);
    expect(await countsOf(world)).toMatchObject({ debtors: 1 });
  });
});

describe("what is wrongly written on the command line", () => {
  test.each<[Partial<ImportOptions>, string]>([
    [{ mapping: ["saldo=Saldo"] }, "--mapping saldo=Saldo"],
    [{ mapping: ["balance"] }, "--mapping balance"],
    [{ dateOrder: ["Vence=ymd"] }, "--date-order"],
    [{ amountFormat: ["Saldo=,"] }, "--amount-format"],
    [{ currency: "PESOS" }, "--currency PESOS"],
    [{ country: "Narnia" }, "--country Narnia"],
    [{ permissionWording: "Autorizo" }, "go together"],
    [{ permissionWording: "Autorizo", permissionDate: "ayer", permissionChannel: "web" }, "--permission-date ayer"],
    [{ language: "fr" }, "--language"],
  ])("%o is refused by name", (given, named) => {
    expect(readImportOptions({ ...NOTHING_SAID, ...given })).toMatchObject({ problem: expect.stringContaining(named) });
  });

  test("a column's name may hold the sign that parts it from its meaning", () => {
    const read = readImportOptions({
      ...NOTHING_SAID,
      mapping: ["balance=Saldo = total"],
      dateOrder: ["Vence = día=dmy"],
    });
    expect(read).toMatchObject({
      answers: { columns: { "Saldo = total": "balance" }, settings: { dateOrders: { "Vence = día": "dmy" } } },
    });
  });

  test("stops the command before anything is opened", async () => {
    const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
    let opened = false;
    importCommand(program, async () => {
      opened = true;
    });
    const wrong = program.parseAsync(["import", "file.csv", "--currency", "PESOS"], { from: "user" });
    await expect(wrong).rejects.toMatchObject({ exitCode: 2 });
    expect(opened).toBe(false);
  });
});

async function run(
  bytes: Buffer,
  options: Partial<ImportOptions> = {},
): Promise<{ code: number; out: string; progress: string }> {
  const path = join(folder, "file.csv");
  await writeFile(path, bytes);
  const wish = readImportOptions({ ...NOTHING_SAID, ...options });
  if ("problem" in wish) throw new Error(wish.problem);
  const said = { out: "", progress: "" };
  const code = await runImport(
    world.deps,
    { ...wish, path, fileName: "file.csv" },
    {
      out: (text) => {
        said.out += text;
      },
      progress: (text) => {
        said.progress += text;
      },
    },
  );
  return { code, ...said };
}

/** What the console's page of lists shows. */
async function listed(): Promise<string[]> {
  const { db, business } = world;
  const page = await db.inBusiness(business.id, (tx) =>
    debtorListsPage(tx, business.id, { before: undefined, limit: 50 }),
  );
  return page.map(({ state }) => state);
}
