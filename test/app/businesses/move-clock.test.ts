import { DateTime } from "luxon";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ClockMove, moveClock } from "../../../src/app/businesses/move-clock.ts";
import { openConversations } from "../../../src/app/conversations/open.ts";
import { businessTime } from "../../../src/clock.ts";
import { present } from "../../../src/domain/assert.ts";
import { newId } from "../../../src/ids.ts";
import { useDatabase } from "../../support/database.ts";
import { handClock } from "../../support/story/hand-clock.ts";
import { makeWorld, type SampleDebtor, WEDNESDAY, type World } from "../../support/world.ts";

const SUNDAY = DateTime.fromISO("2026-11-22T10:00:00-05:00", { zone: "utc" });
const MONDAY_OPENS = DateTime.fromISO("2026-11-23T07:00:00-05:00", { zone: "utc" });

const database = useDatabase();
const clock = handClock(WEDNESDAY);
let demo: World;
beforeAll(async () => {
  demo = await makeWorld(database, { clock, business: { isDemo: true } });
});
afterAll(() => demo[Symbol.asyncDispose]());

const move = (by: ClockMove, { deps, business }: World = demo) =>
  moveClock(deps, { businessId: business.id, move: by });

const now = async () => {
  const [{ offset }] = await demo.owner<[{ offset: bigint }]>`
    select clock_offset_ms as offset from business where id = ${demo.business.id}`;
  return businessTime(clock.now(), Number(offset));
};

const writeFirst = async ({ id }: SampleDebtor) => {
  await openConversations(demo.deps, { businessId: demo.business.id, debtorIds: [id], userId: "ana" });
  await demo.settle();
};

const sendOf = async ({ id }: SampleDebtor) => {
  const [send] = await demo.owner<{ id: string; state: string; sendAt: DateTime }[]>`
    select o.id, o.state, o.send_at from outbox o join conversation c on c.id = o.conversation_id where c.debtor_id = ${id}`;
  return present(send, "its send");
};

test("of several that wait for one morning, the clock goes to when this one leaves, and it leaves", async () => {
  await demo.setTime(SUNDAY);
  const debtors = await Promise.all([1, 2, 3].map((number) => demo.addDebtor(number)));
  for (const debtor of debtors) await writeFirst(debtor);
  const last = present(debtors[2], "the last debtor");
  const held = await sendOf(last);
  expect(held).toMatchObject({ state: "queued" });
  // Spread over Monday, it leaves hours after the window has opened.
  expect(held.sendAt.diff(MONDAY_OPENS).as("hours")).toBeGreaterThan(1);

  await move({ by: "nextLegalMoment" });
  await demo.settle();
  expect((await now()).diff(MONDAY_OPENS).as("seconds")).toBe(1);
  expect(await sendOf(last)).toMatchObject({ state: "queued" });

  await move({ by: "heldMessage", outboxId: held.id });
  await demo.settle();
  expect((await now()).diff(held.sendAt).as("seconds")).toBe(1);
  expect(demo.heard(last.phone)).toHaveLength(1);
  expect(await sendOf(last)).toMatchObject({ state: "accepted" });
});

test("the clock stands still for what has left already, and for what this business does not have it says so", async () => {
  const [left] = await demo.owner<{ id: string }[]>`select id from outbox where state = 'accepted' limit 1`;
  const before = await now();
  await move({ by: "heldMessage", outboxId: present(left, "a send that left").id });
  expect(await now()).toEqual(before);
  await expect(move({ by: "heldMessage", outboxId: newId() })).rejects.toThrow("no such message");
});

test("real debtors live in real time", async () => {
  await using real = await makeWorld(database, { clock });
  await expect(move({ by: "hour" }, real)).rejects.toMatchObject({ code: "request.forbidden" });
});
