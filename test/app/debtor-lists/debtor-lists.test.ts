import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { commitLists } from "../../../src/app/debtor-lists/commit-lists.ts";
import { makeDebtorLists } from "../../../src/app/debtor-lists/debtor-lists.ts";
import { unreadableReason } from "../../../src/app/debtor-lists/read/unreadable.ts";
import { present } from "../../../src/domain/assert.ts";
import type { DebtorListUseCases } from "../../../src/web/use-cases.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";
import { csvOf, dryRunOf, type Line, upload } from "./lists.ts";

const database = useDatabase();
let world: World;
let folder: string;
let lists: DebtorListUseCases;
beforeEach(async () => {
  world = await makeWorld(database);
  folder = await mkdtemp(join(tmpdir(), "saldar-lists-"));
  lists = makeDebtorLists(world.deps);
});
afterEach(async () => {
  await world[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

describe("the errors file", () => {
  const WRONG: Line[] = [{}, { balance: "mucho" }, { phone: "=2+5" }, {}];

  test("has each wrong row as it came, with what is wrong and how to mend it", async () => {
    const text = await errorsOf(WRONG);
    const [header, ...rows] = text.trimEnd().split("\r\n");
    expect(header).toMatch(/^\ufeffCódigo cliente;.*;_row;_column;_problem;_found;_how_to_fix$/);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatch(/^C-2;.*;mucho;COP;.*;3;Saldo;.+;mucho;.+$/);
  });

  test("runs no formula in a spreadsheet", async () => {
    const text = await errorsOf(WRONG);
    expect(text).toContain(";'=2+5;");
    expect(text).not.toMatch(/[;\n]=/);
  });

  test("mended and uploaded as it is, it is clean", async () => {
    const text = await errorsOf(WRONG);
    const mended = text.replace(";mucho;COP", ";$ 1.000.000;COP").replace(";'=2+5;", ";3005550777;");
    const { rows } = dryRunOf(world, await upload(world, Buffer.from(mended)));
    expect(rows).toEqual({ new: 2, changed: 0, same: 0, error: 0, skipped: 0 });
  });

  test("can still be had after the commit", async () => {
    const { id } = await previewed(csvOf(WRONG));
    await lists.commit({ ...inList(id), userId: "user-7" });
    await commitLists(world.deps, world.business.id);
    expect(await textOf(id)).toContain("mucho");
  });

  test("of a list of another business does not exist", async () => {
    const { id } = await previewed(csvOf(WRONG));
    await using other = await makeWorld(database);
    expect(
      await makeDebtorLists(other.deps).errorsFile({ ...inList(id), businessId: other.business.id }),
    ).toBeUndefined();
  });

  async function errorsOf(lines: Line[]): Promise<string> {
    const { id } = await previewed(csvOf(lines));
    return textOf(id);
  }

  async function textOf(id: string): Promise<string> {
    const file = present(await lists.errorsFile(inList(id)), "the errors file");
    expect(file.fileName).toBe("deudores-errors.csv");
    let text = "";
    for await (const part of file.parts) text += part;
    return text;
  }
});

describe("lists on a page", () => {
  test("are uploaded from a file, shown, committed and listed, newest first", async () => {
    const first = await previewed(csvOf([{}]));
    const second = await previewed(csvOf([{}, {}]));
    expect(await lists.commit({ ...inList(first.id), userId: "user-7" })).toBe("started");
    expect((await lists.view(inList(first.id)))?.state).toBe("committing");
    await commitLists(world.deps, world.business.id);

    expect(await lists.view(inList(first.id))).toMatchObject({
      state: "committed",
      progress: { committedRows: 1, totalRows: 1 },
    });
    const page = await makeDebtorLists(world.deps).lists(world.business.id, {
      before: undefined,
      limit: 1,
    });
    expect(page).toMatchObject({ items: [{ id: second.id, state: "staged", totalRows: 2 }], next: second.id });
    const next = await makeDebtorLists(world.deps).lists(world.business.id, { before: second.id, limit: 5 });
    expect(next).toMatchObject({ items: [{ id: first.id, state: "committed", committedRows: 1 }], next: null });
  });

  test("show their wrong rows with their cells, page by page", async () => {
    const { id } = await previewed(csvOf([{ balance: "mucho" }, {}, { balance: "poco" }]));
    const page = await lists.rows({ ...inList(id), verdict: "error", after: 0, limit: 1 });
    expect(page).toMatchObject({
      items: [{ row: 2, verdict: "error", problems: [{ code: "not-an-amount", found: "mucho" }] }],
      next: "2",
    });
    expect(page?.items[0]?.cells).toContain("mucho");
    expect(await lists.rows({ ...inList(id), verdict: "error", after: 2, limit: 1 })).toMatchObject({
      items: [{ row: 4 }],
      next: null,
    });
  });

  test("say that a list is unknown, and that a committed one takes no more answers", async () => {
    const { id } = await previewed(csvOf([{}]));
    const unknown = inList("00000000-0000-7000-8000-000000000000");
    expect(await lists.view(unknown)).toBeUndefined();
    expect(await lists.commit({ ...unknown, userId: "user-7" })).toBe("not-found");
    await lists.commit({ ...inList(id), userId: "user-7" });
    expect(await lists.answer({ ...inList(id), userId: "user-7", answers: { settings: {} } })).toBe("committed");
    expect(await lists.discard({ ...inList(id), userId: "user-7" })).toBe("committed");
  });

  test("refuse a file that is no list, and say why", async () => {
    const error = await previewed(Buffer.from("%PDF-1.7 and so on")).catch((thrown: unknown) => thrown);
    expect(unreadableReason(error)).toBe("not-a-table");
  });
});

async function previewed(bytes: Buffer) {
  const path = join(folder, "upload");
  await writeFile(path, bytes);
  return lists.preview({
    businessId: world.business.id,
    userId: "user-7",
    path,
    fileName: "deudores.csv",
    language: "es",
  });
}

function inList(listId: string) {
  return { businessId: world.business.id, listId, language: "es" as const };
}
