import type { DateTime } from "luxon";
import { afterAll, beforeAll, expect, test } from "vitest";
import { insertChannel } from "../../../db/businesses.ts";
import { setMessagingLimit } from "../../../src/app/channels/set-messaging-limit.ts";
import { openConversations } from "../../../src/app/conversations/open.ts";
import { newId } from "../../../src/ids.ts";
import { useDatabase } from "../../support/database.ts";
import { handClock } from "../../support/story/hand-clock.ts";
import { makeWorld, WEDNESDAY, type World } from "../../support/world.ts";

const ALBA = "user-alba";
const PEOPLE = 12;

const database = useDatabase();
const clock = handClock(WEDNESDAY);
let world: World;
beforeAll(async () => {
  world = await makeWorld(database, { clock, messagingLimit: 2 });
});
afterAll(() => world[Symbol.asyncDispose]());

const set = (limit: number | null, channelId = world.channelId) =>
  setMessagingLimit(world.deps, { businessId: world.business.id, channelId, userId: ALBA, limit });
const states = async () => {
  const found = await world.owner<{ state: string; waits: boolean; sendAt: DateTime }[]>`
    select state, waits_because is not null as waits, send_at from outbox order by id`;
  return found.map(({ state, waits, sendAt }) => (waits ? sendAt.setZone("America/Bogota").toFormat("EEE") : state));
};

test("what waited for the number's day is looked at again at once, and the change is on the record", async () => {
  const debtorIds: string[] = [];
  for (let person = 1; person <= PEOPLE; person += 1) debtorIds.push((await world.addDebtor(person)).id);
  for (const id of debtorIds)
    await openConversations(world.deps, { businessId: world.business.id, debtorIds: [id], userId: "ana" });
  await world.settle();
  // Two a day are one as the window opens and one as it ends; on Thursday there is room from ten on.
  expect((await states()).slice(0, 6)).toEqual(["accepted", "accepted", "Thu", "Fri", "Fri", "Sat"]);

  expect(await set(5)).toBe(true);
  await world.settle();
  // From ten on there is room on Thursday; at the pace of five a day three of them leave before the evening.
  expect((await states()).slice(0, 10)).toEqual([...Array(5).fill("accepted"), ...Array(3).fill("Thu"), "Fri", "Fri"]);

  expect(await set(null)).toBe(true);
  await world.settle();
  expect(await states()).toEqual(Array(PEOPLE).fill("accepted"));

  const kept = await world.owner`
    select actor, subject, subject_id, before, after from audit_event where action = 'channel.messaging-limit' order by id`;
  const common = { actor: ALBA, subject: "channel", subjectId: world.channelId };
  expect(kept).toEqual([
    { ...common, before: { messagingLimit: 2 }, after: { messagingLimit: 5 } },
    { ...common, before: { messagingLimit: 5 }, after: { messagingLimit: null } },
  ]);
  // Those two, and the first look at the number's health.
  expect(await world.owner`select from console_event where kind = 'channel.changed'`).toHaveLength(3);
});

test("the same limit again is no change, and another business's number is none of ours", async () => {
  const before = await world.owner`select from audit_event`;
  expect(await set(null)).toBe(true);
  expect(await set(250, newId())).toBe(false);
  expect(await world.owner`select from audit_event`).toHaveLength(before.length);
});

test("a real number begins at Meta's first tier, and a simulated one without a limit", async () => {
  const { business, db } = world;
  const limits = await db.inBusiness(business.id, async (tx) => {
    for (const kind of ["cloud", "simulator"] as const)
      await insertChannel(tx, business.id, { id: newId(), kind, name: kind, routingKey: `${kind}-of-this-test` });
    return tx`select name, messaging_limit from channel where routing_key like '%-of-this-test' order by name`;
  });
  expect(limits).toEqual([
    { name: "cloud", messagingLimit: 250 },
    { name: "simulator", messagingLimit: null },
  ]);
});

test("a number that warms up and has its lower limit taken away is held to its warm-up at once", async () => {
  const id = newId();
  await world.db.inBusiness(world.business.id, (tx) =>
    insertChannel(tx, world.business.id, { id, kind: "cloud", name: "Nuevo", routingKey: "new-number-of-this-test" }),
  );
  await world.owner`update channel set first_used_at = ${WEDNESDAY.minus({ days: 3 })}, tier_limit = 10000 where id = ${id}`;
  const mayBegin = async () => {
    const [{ messagingLimit, peopleADay }] = await world.owner<
      [{ messagingLimit: number | null; peopleADay: number | null }]
    >`select messaging_limit, people_a_day from channel where id = ${id}`;
    return { messagingLimit, peopleADay };
  };
  await set(5, id);
  expect(await mayBegin()).toEqual({ messagingLimit: 5, peopleADay: null });
  await set(10_000, id);
  expect(await mayBegin()).toEqual({ messagingLimit: 10_000, peopleADay: expect.any(Number) });
});
