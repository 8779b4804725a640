import type { DateTime } from "luxon";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { freePlaces, lockLimits, lockTheirConversations } from "../../../db/messaging-limit.ts";
import { claimDue } from "../../../db/outbox.ts";
import { setMessagingLimit } from "../../../src/app/channels/set-messaging-limit.ts";
import { openConversations } from "../../../src/app/conversations/open.ts";
import { placeAnewBeside } from "../../../src/app/outbox/place-anew-beside.ts";
import { present } from "../../../src/domain/assert.ts";
import { useDatabase } from "../../support/database.ts";
import { handClock } from "../../support/story/hand-clock.ts";
import { untilItWaits } from "../../support/until-it-waits.ts";
import { collectingLog, makeWorld, WEDNESDAY, type World } from "../../support/world.ts";

// A number's limit is raised while messages wait for it, and while others have them in hand.

const PEOPLE = 12;
const ZONE = "America/Bogota";

const database = useDatabase();
const clock = handClock(WEDNESDAY);
const log = collectingLog();
let world: World;
let people = 0;

beforeAll(async () => {
  world = await makeWorld(database, { clock, log, messagingLimit: 2 });
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  clock.set(WEDNESDAY);
  await world.owner`delete from reached_person`;
  await world.owner`update channel set messaging_limit = 2`;
  await world.owner`update outbox set state = 'superseded' where state = 'queued'`;
  await world.owner`update conversation set alarm_at = null, closed_at = ${WEDNESDAY}, outcome = 'other' where closed_at is null`;
  log.complaints.length = 0;
});

async function openAll(): Promise<void> {
  for (let index = 0; index < PEOPLE; index += 1) {
    people += 1;
    const { id } = await world.addDebtor(people);
    await openConversations(world.deps, { businessId: world.business.id, debtorIds: [id], userId: "ana" });
  }
  await world.settle();
}

const raise = (limit: number | null) =>
  setMessagingLimit(world.deps, { businessId: world.business.id, channelId: world.channelId, userId: "alba", limit });

type Waiting = { id: string; conversationId: string; sendAt: DateTime; placedOn: string | null };
const waiting = () =>
  world.owner<Waiting[]>`
    select id, conversation_id, send_at, placed_on from outbox where state = 'queued' order by id`;
const days = async () => (await waiting()).map(({ sendAt }) => sendAt.setZone(ZONE).toFormat("EEE")).join(" ");
const refusals = async () => (await world.owner`select from send_decision where not allowed`).length;
const limitNow = async () => (await world.owner`select messaging_limit from channel`)[0];

test("dispatch has one of them and goes on to its conversation and the number: both come through", async () => {
  await openAll();
  clock.set(present((await waiting())[0], "one that waits").sendAt);
  const { id: businessId } = world.business;
  const { raised } = await world.db.inBusiness(businessId, async (tx) => {
    const [due] = await claimDue(tx, businessId, { realNow: clock.now(), channelIds: [world.channelId], limit: 1 });
    const raised = raise(5);
    await untilItWaits(world.owner, raised);
    await lockTheirConversations(tx, businessId, [present(due, "what is due").conversationId]);
    await lockLimits(tx, businessId, [world.channelId]);
    return { raised };
  });
  expect(await raised).toBe(true);
  expect(await limitNow()).toEqual({ messagingLimit: 5 });
});

test("a turn that holds one of their conversations asks for the number: both come through", async () => {
  await openAll();
  const { id: businessId } = world.business;
  const last = present((await waiting()).at(-1), "one that waits");
  const { raised } = await world.db.inBusiness(businessId, async (tx) => {
    await lockTheirConversations(tx, businessId, [last.conversationId]);
    const raised = raise(5);
    await untilItWaits(world.owner, raised);
    expect([...(await lockLimits(tx, businessId, [world.channelId])).values()]).toMatchObject([{ people: 5 }]);
    return { raised };
  });
  expect(await raised).toBe(true);
});

test.each([
  [5, "Mon Mon Mon Mon Mon Tue Tue Tue Tue Tue Wed Wed"],
  [null, Array(PEOPLE).fill("Mon").join(" ")],
])(
  "raised to %s on a Sunday, the next days fill anew in the old order, and nothing is refused for it",
  async (limit, placed) => {
    clock.set(WEDNESDAY.plus({ days: 4 }));
    await openAll();
    expect(await days()).toBe("Mon Mon Tue Tue Wed Wed Thu Thu Fri Fri Sat Mon");
    const before = await refusals();
    await raise(limit);
    await world.settle();
    expect(await days()).toBe(placed);
    const moments = (await waiting()).map(({ sendAt }) => sendAt.toMillis());
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    expect(await refusals()).toBe(before);
  },
);

test("killed between, each still waits for its moment, and the same limit once more gives them places", async () => {
  clock.set(WEDNESDAY.plus({ days: 4 }));
  await openAll();
  const stood = await days();
  await world.owner`update channel set messaging_limit = 5`;
  await world.db.inBusiness(world.business.id, (tx) => freePlaces(tx, world.business.id, world.channelId));
  expect(await days()).toBe(stood);
  await raise(5);
  expect(new Set((await waiting()).slice(2).map(({ placedOn }) => placedOn))).toEqual(new Set([world.channelId]));
  expect(await days()).toMatch(/^Mon Mon Mon Mon Mon Mon Mon Tue/);
});

test("beside what asks for it, one number that fails is logged by its id, and the others have their places", async () => {
  clock.set(WEDNESDAY.plus({ days: 4 }));
  await openAll();
  await world.owner`update channel set messaging_limit = 5`;
  const { promise: complaint, resolve } = Promise.withResolvers<object>();
  const deps = { ...world.deps, log: { ...log, error: resolve } };
  const channelIds = ["no number", world.channelId];
  expect(placeAnewBeside(deps, { businessId: world.business.id, channelIds })).toBeUndefined();
  expect(await complaint).toMatchObject({ channelId: "no number", error: expect.any(Error) });
  await expect.poll(days, { timeout: 10_000 }).toBe("Mon Mon Mon Mon Mon Tue Tue Tue Tue Tue Wed Wed");
});
