import { DateTime } from "luxon";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openConversations } from "../../../src/app/conversations/open.ts";
import { mayWrite } from "../../../src/app/outbox/may-write.ts";
import { TEMPLATE_TIME_TO_LIVE_SECONDS } from "../../../src/channels/template-desk.ts";
import { present } from "../../../src/domain/assert.ts";
import { useDatabase } from "../../support/database.ts";
import { handClock } from "../../support/story/hand-clock.ts";
import { makeWorld, WEDNESDAY, type World } from "../../support/world.ts";
import { bring, contactsOf, csvOf, upload } from "./lists.ts";

// What opens a conversation is a template, and may be delivered later than it leaves: the dry run, the debtor's page and the gate
// say the same of its last hour.

const database = useDatabase();
const clock = handClock(WEDNESDAY);
/** From then on a template could arrive when the window of this Wednesday is over. */
const TOO_LATE = DateTime.fromISO("2026-11-18T19:00:00-05:00", { zone: "utc" }).minus({
  seconds: TEMPLATE_TIME_TO_LIVE_SECONDS,
});
let world: World;
beforeAll(async () => {
  world = await makeWorld(database, { clock });
});
afterAll(() => world[Symbol.asyncDispose]());

const inUtc = (moment: DateTime) => moment.toUTC().toISO();

test.each([
  ["the minute before it leaves at once", 301, TOO_LATE.minus({ minutes: 1 }), TOO_LATE.minus({ minutes: 1 })],
  ["an hour before the end it waits for the next morning", 302, TOO_LATE, TOO_LATE.plus({ hours: 13 })],
])("%s, by the list, by the page and at the gate", async (_, number, at, leaves) => {
  clock.set(at);
  const reference = `CL-${number}`;
  const line = { client: reference, name: `Persona ${number}`, invoice: `FV-${number}`, phone: `300 555 0${number}` };
  const uploaded = await upload(world, csvOf([line]));
  const [planned] = await contactsOf(world, uploaded);
  expect(planned?.mayWriteAt).toBe(inUtc(leaves));

  await bring(world, csvOf([line, { ...line, client: `${reference}-B`, phone: `300 556 0${number}` }]));
  const [debtor] = await world.owner<{ id: string }[]>`select id from debtor where reference = ${reference}`;
  const { id } = present(debtor, "the debtor");
  const { business, db, deps } = world;
  const { decision } = present(
    await db.inBusiness(business.id, (tx) => mayWrite(tx, { business, now: at, channels: deps.channels }, id)),
    "a decision",
  );
  expect(inUtc(decision.allowed ? at : present(decision.until, "a moment"))).toBe(inUtc(leaves));

  await openConversations(deps, { businessId: business.id, debtorIds: [id], userId: "ana" });
  await world.settle();
  const [judged] = await world.owner<{ allowed: boolean; until: DateTime | null }[]>`
    select s.allowed, s.until from send_decision s join conversation c on c.id = s.conversation_id where c.debtor_id = ${id}`;
  expect(inUtc(judged?.allowed ? at : present(judged?.until, "a moment"))).toBe(inUtc(leaves));
});
