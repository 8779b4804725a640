import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { endStandingTransactions } from "../../db/standing-transactions.ts";
import { startSweep } from "../../src/jobs/sweep.ts";
import { createDatabase } from "../support/database.ts";
import { until } from "../support/until.ts";
import { makeWorld } from "../support/world.ts";

let database: Awaited<ReturnType<typeof createDatabase>>;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
});

/** How a process of ours stands still, until it is disposed of. */
function freeze(how: "between" | "receiving", ...rowOf: string[]): AsyncDisposable {
  const path = fileURLToPath(new URL("../support/standing-program.ts", import.meta.url));
  const program = spawn(process.execPath, [path, database.appUrl, how, ...rowOf], { stdio: "ignore" });
  const gone = once(program, "exit");
  return {
    async [Symbol.asyncDispose]() {
      program.kill("SIGKILL");
      await gone;
    },
  };
}

const FROZEN = {
  between: { waitEvent: "ClientRead", query: "update channel set name%" },
  receiving: { waitEvent: "ClientWrite", query: "select repeat%" },
};

async function frozenWorld(how: keyof typeof FROZEN) {
  await using stack = new AsyncDisposableStack();
  const world = stack.use(await makeWorld(database));
  const { business, channelId, db, owner } = world;
  stack.use(freeze(how, business.id, channelId));
  const { waitEvent, query } = FROZEN[how];
  const standing = () => owner<{ pid: number }[]>`
    select pid from pg_stat_activity
    where datname = current_database() and application_name = 'saldar-test-standing' and xact_start is not null
      and state = 'active' and wait_event = ${waitEvent} and query like ${query}`;
  await until("it to stand in the middle", async () => (await standing()).length === 1);
  const opened = stack.move();
  return {
    world,
    standing,
    /** Waits for the row that the frozen one has. */
    rename: () =>
      db.inBusiness(
        business.id,
        (tx) => tx`update channel set name = 'Ours' where business_id = ${business.id} and id = ${channelId}`,
      ),
    [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
  };
}

test.each([
  { how: "between", what: "frozen between a statement's text and its values" },
  { how: "receiving", what: "frozen while it receives a large result" },
] as const)("a process $what gives its rows back, and one that is at work is left alone", async ({ how }) => {
  await using frozen = await frozenWorld(how);
  const { business, channelId, db, owner } = frozen.world;
  const rename = frozen.rename();
  // Longer than the limit below: whoever waits for the row is at work, and so is a statement that takes its time.
  const slow = db.inBusiness(business.id, (tx) => tx`select pg_sleep(3)`);
  await until("both to be at it for longer", async () => {
    const working = await owner`
      select from pg_stat_activity
      where datname = current_database() and (wait_event_type = 'Lock' or wait_event = 'PgSleep')
        and state_change < now() - interval '1.2 seconds'`;
    return working.length === 2;
  });
  const [standing] = await frozen.standing();
  expect(await endStandingTransactions(db.lookups, { afterMs: 600_000 })).toEqual([]);
  expect(await endStandingTransactions(db.lookups, { afterMs: 1_000 })).toEqual([
    { pid: standing?.pid, applicationName: "saldar-test-standing" },
  ]);
  expect((await rename).count).toBe(1);
  expect((await slow).count).toBe(1);
  await until("it to be gone", async () => (await frozen.standing()).length === 0);
  expect(await owner`select name from channel where id = ${channelId}`).toEqual([{ name: "Ours" }]);
});

test("the sweep of another process does so by itself", async () => {
  await using frozen = await frozenWorld("between");
  const idle = { look: () => Promise.resolve(false), whoHasWork: () => Promise.resolve([]) };
  const standing = { eachMs: 200, afterMs: 500 };
  const sweep = startSweep(frozen.world.deps, idle, { hourly: () => Promise.resolve(), standing });
  try {
    expect((await frozen.rename()).count).toBe(1);
  } finally {
    await sweep.stop();
  }
});
