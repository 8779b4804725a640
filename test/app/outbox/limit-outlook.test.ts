import type { DateTime } from "luxon";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openConversations } from "../../../src/app/conversations/open.ts";
import { limitOutlook } from "../../../src/app/outbox/limit-outlook.ts";
import { present } from "../../../src/domain/assert.ts";
import { useDatabase } from "../../support/database.ts";
import { handClock } from "../../support/story/hand-clock.ts";
import { makeWorld, WEDNESDAY, type World } from "../../support/world.ts";

const database = useDatabase();
const clock = handClock(WEDNESDAY);
let world: World;
beforeAll(async () => {
  world = await makeWorld(database, { clock, messagingLimit: 10 });
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  await world.owner`update channel set messaging_limit = 10`;
});

const SUNDAY = WEDNESDAY.plus({ days: 4 });
const outlook = (now: DateTime, people: number) =>
  world.db.inBusiness(world.business.id, (tx) => limitOutlook(tx, { business: world.business, now }, people));

test("says on how many days the number writes to so many, and on which the last", async () => {
  expect(await outlook(SUNDAY, 10)).toEqual({ people: 10, limit: 10, days: 1, lastDay: "2026-11-23" });
  expect(await outlook(SUNDAY, 50)).toEqual({ people: 50, limit: 10, days: 5, lastDay: "2026-11-27" });
  await world.owner`update channel set messaging_limit = 2000`;
  expect(await outlook(SUNDAY, 10_000)).toEqual({ people: 10_000, limit: 2_000, days: 5, lastDay: "2026-11-27" });
});

test("says nothing of nobody, or of a number without a limit", async () => {
  expect(await outlook(SUNDAY, 0)).toBeNull();
  await world.owner`update channel set messaging_limit = null`;
  expect(await outlook(SUNDAY, 50)).toBeNull();
});

test("is what then happens, on a lawful morning and beside what waits already", async () => {
  const { business } = world;
  for (const [first, count] of [
    [1, 14],
    [21, 23],
  ] as const) {
    const said = present(await outlook(WEDNESDAY, count), "an outlook");
    for (let person = first; person < first + count; person += 1) {
      const { id } = await world.addDebtor(person);
      await openConversations(world.deps, { businessId: business.id, debtorIds: [id], userId: "ana" });
      await world.settle();
    }
    const [last] = await world.owner<{ day: string }[]>`
      select max(send_at at time zone 'America/Bogota')::date::text as day from outbox where state = 'queued'`;
    expect(last?.day).toBe(said.lastDay);
  }
});
