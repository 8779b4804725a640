import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { commitList } from "../../../src/app/debtor-lists/commit-list.ts";
import { commitLists } from "../../../src/app/debtor-lists/commit-lists.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";
import { countsOf, csvOf, findingsOf, owedByReference, upload } from "./lists.ts";

const database = useDatabase();
let world: World;
beforeEach(async () => {
  world = await makeWorld(database);
});
afterEach(() => world[Symbol.asyncDispose]());

const ROWS = 25_000;

test("a commit that is killed in the middle goes on where it was, and nobody is in the books twice", async () => {
  const { list } = await upload(world, csvOf(Array.from({ length: ROWS }, (_, index) => ({ phone: phoneOf(index) }))));
  await commitList(world.deps, { businessId: world.business.id, listId: list.id, userId: "user-7" });

  // Killed at a moment of its own each time: some inside a batch, some between two.
  let before = 0;
  for (let kill = 0; kill < 3; kill += 1) {
    const worker = startWorker();
    before = await rowsBeyond(list.id, before);
    worker.kill("SIGKILL");
    await once(worker, "exit");
  }
  const { debts, entries, debtors } = await countsOf(world);
  expect(debts).toBeGreaterThan(0);
  expect(debts).toBeLessThan(ROWS);
  expect({ entries, debtors }).toEqual({ entries: debts, debtors: debts });

  await commitLists(world.deps, world.business.id);
  expect(await countsOf(world)).toMatchObject({
    debtors: ROWS,
    contacts: ROWS,
    permissions: ROWS,
    debts: ROWS,
    entries: ROWS,
  });
  const owed = Object.values(await owedByReference(world));
  expect(owed.reduce((sum, minor) => sum + minor, 0n)).toBe(148_000_000n * BigInt(ROWS));
  expect(await findingsOf(world)).toEqual([]);
}, 120_000);

function phoneOf(index: number): string {
  return `301${String(index).padStart(7, "0")}`;
}

function startWorker(): ChildProcess {
  const program = fileURLToPath(new URL("commit-program.ts", import.meta.url));
  // The commit reads nothing that is sealed: any secret does.
  const secret = "a secret of the killed process, long enough";
  return spawn(process.execPath, [program, database.appUrl, world.business.id, secret], { stdio: "inherit" });
}

/** Waits until more rows are committed than that, and gives how many. */
async function rowsBeyond(listId: string, rows: number): Promise<number> {
  for (;;) {
    const [list] = await world.owner<
      { committedRows: number }[]
    >`select committed_rows from debtor_list where id = ${listId}`;
    if (list && list.committedRows > rows) return list.committedRows;
    await setImmediate();
  }
}
