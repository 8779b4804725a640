import { afterAll, beforeAll, expect, test } from "vitest";
import type { Clock } from "../../src/clock.ts";
import { systemClock } from "../../src/clock.ts";
import { makeGovernor } from "../../src/jobs/govern.ts";
import { faultyDatabase, Killed } from "../app/payments/faulty-database.ts";
import { useDatabase } from "../support/database.ts";
import { makeWorld, type World } from "../support/world.ts";

const database = useDatabase();
let world: World;
let elapsedMs = 0;
const clock: Clock = { now: () => systemClock.now(), elapsedMs: () => elapsedMs };
beforeAll(async () => {
  world = await makeWorld(database, { clock });
});
afterAll(() => world[Symbol.asyncDispose]());

const reasons = async () =>
  (await world.owner<{ reason: string }[]>`select reason from number_decision order by at, id`).map(
    (one) => one.reason,
  );

test("a judgement that failed is not one: a refused send's restriction is on the record at one of the next looks", async () => {
  const db = faultyDatabase(world.db);
  const governor = makeGovernor({ ...world.deps, db });
  const { id: businessId } = world.business;
  const look = () => governor.thoseDue([businessId], () => true);
  await world.owner`update channel set blocks = '{"restriction":"131048"}'`;

  db.failFrom(1);
  await expect(governor.now(businessId)).rejects.toThrow(Killed);
  // Once a second it would be one complaint a second, for as long as the database is away.
  await look();
  expect(db.statements()).toBe(1);
  elapsedMs += 2_000;
  await look();
  expect(db.statements()).toBeGreaterThan(1);
  expect(await reasons()).toEqual([]);

  db.failFrom(0);
  elapsedMs += 2_000;
  await look();
  expect(await reasons()).toEqual(["restriction"]);
  elapsedMs += 599_999;
  expect(governor.isDue(businessId)).toBe(false);
  governor.stirred(businessId);
  expect(governor.isDue(businessId)).toBe(true);
});
