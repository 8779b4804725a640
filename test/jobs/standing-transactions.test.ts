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

function freeze(...args: string[]): AsyncDisposable {
  const path = fileURLToPath(new URL("../support/standing-program.ts", import.meta.url));
  const program = spawn(process.execPath, [path, database.appUrl, ...args], { stdio: "ignore" });
  return {
    async [Symbol.asyncDispose]() {
      const gone = once(program, "exit");
      program.kill("SIGKILL");
      await gone;
    },
  };
}

async function frozenWorld() {
  const world = await makeWorld(database);
  const { business, channelId, db, owner } = world;
  const frozen = freeze(business.id, channelId);
  const standing = () => owner<{ state: string; waitEvent: string }[]>`
    select state, wait_event from pg_stat_activity
    where datname = current_database() and application_name = 'saldar-test-standing' and xact_start is not null`;
  await until("it to stand in the middle", async () => {
    const [one] = await standing();
    return one?.state === "active" && one.waitEvent === "ClientRead";
  });
  return {
    world,
    standing,
    /** Waits for the row that the frozen one has. */
    rename: () =>
      db.inBusiness(
        business.id,
        (tx) => tx`update channel set name = 'Ours' where business_id = ${business.id} and id = ${channelId}`,
      ),
    async [Symbol.asyncDispose]() {
      await frozen[Symbol.asyncDispose]();
      await world[Symbol.asyncDispose]();
    },
  };
}

test("a process frozen between a statement's text and its values gives its rows back, and one that is at work is left alone", async () => {
  await using frozen = await frozenWorld();
  const { business, channelId, db, owner } = frozen.world;
  const rename = frozen.rename();
  // Longer than the limit below: whoever waits for the row is at work, and so is a statement that takes its time.
  const slow = db.inBusiness(business.id, (tx) => tx`select pg_sleep(2)`);
  await until("it to wait long", async () => {
    const [waits] = await owner`
      select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and state_change < now() - interval '1 second'`;
    return waits;
  });
  expect(await endStandingTransactions(db.lookups)).toBe(0);
  expect(await endStandingTransactions(db.lookups, { standingMs: 1_000 })).toBe(1);
  expect((await rename).count).toBe(1);
  expect((await slow).count).toBe(1);
  await until("it to be gone", async () => (await frozen.standing()).length === 0);
  expect(await owner`select name from channel where id = ${channelId}`).toEqual([{ name: "Ours" }]);
});

test("the sweep of another process does so by itself", async () => {
  await using frozen = await frozenWorld();
  const idle = { look: () => Promise.resolve(false), whoHasWork: () => Promise.resolve([]) };
  const sweep = startSweep(frozen.world.deps, idle, { hourly: () => Promise.resolve() });
  expect((await frozen.rename()).count).toBe(1);
  await sweep.stop();
});
