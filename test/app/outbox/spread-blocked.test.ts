import { DateTime } from "luxon";
import { afterAll, beforeAll, expect, test } from "vitest";
import { waitingBetween } from "../../../db/unsent.ts";
import { openConversations } from "../../../src/app/conversations/open.ts";
import { useDatabase } from "../../support/database.ts";
import { handClock } from "../../support/story/hand-clock.ts";
import { makeWorld, WEDNESDAY, type World } from "../../support/world.ts";

const NIGHT = DateTime.fromISO("2026-11-18T21:00:00-05:00", { zone: "utc" });
const OPENS = DateTime.fromISO("2026-11-19T07:00:00-05:00", { zone: "utc" });
const PEOPLE = 40;

const database = useDatabase();
const clock = handClock(WEDNESDAY);
let world: World;
beforeAll(async () => {
  world = await makeWorld(database, { clock });
});
afterAll(() => world[Symbol.asyncDispose]());

test("what is written in a night one by one does not leave together as the window opens", async () => {
  clock.set(NIGHT);
  for (let person = 1; person <= PEOPLE; person += 1) {
    const { id } = await world.addDebtor(person);
    await openConversations(world.deps, { businessId: world.business.id, debtorIds: [id], userId: "ana" });
    await world.settle();
  }
  const waiting = await world.owner<{ sendAt: DateTime }[]>`
    select send_at from outbox where business_id = ${world.business.id} and state = 'queued' order by send_at`;
  const hours = waiting.map(({ sendAt }) => sendAt.diff(OPENS).as("hours"));
  expect(hours).toHaveLength(PEOPLE);
  expect(hours[0]).toBe(0);
  // The window less an hour and a quarter is ten and three quarters: about four of forty an hour, and never two at once.
  const perHour = Array.from({ length: 10 }, (_, hour) => hours.filter((one) => Math.floor(one) === hour).length);
  expect(Math.min(...perHour)).toBeGreaterThanOrEqual(2);
  expect(Math.max(...perHour)).toBeLessThanOrEqual(6);
  expect(new Set(hours).size).toBe(PEOPLE);

  const span = { start: OPENS, end: OPENS.plus({ hours: 12 }) };
  const counted = (most: number) =>
    world.db.inBusiness(world.business.id, (tx) => waitingBetween(tx, world.business.id, { ...span, most }));
  expect([await counted(1_000), await counted(7)]).toEqual([PEOPLE, 7]);
});
