import type { DateTime } from "luxon";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { contactLines, countContactLines } from "../../../db/contact-lines.ts";
import { makeTakeEvent } from "../../../src/app/channels/take-event.ts";
import { openConversations } from "../../../src/app/conversations/open.ts";
import type { ChannelIdentity } from "../../../src/channels/channel.ts";
import { newId, newRandomId } from "../../../src/ids.ts";
import { useDatabase } from "../../support/database.ts";
import { handClock } from "../../support/story/hand-clock.ts";
import { makeWorld, type SampleDebtor, WEDNESDAY, type World } from "../../support/world.ts";

// What the owner writes on the phone itself, as contact law counts it. The business is Colombian: one contact a day.

const database = useDatabase();
const clock = handClock(WEDNESDAY);
let world: World;
let people = 0;
beforeAll(async () => {
  world = await makeWorld(database, { clock });
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(() => clock.set(WEDNESDAY));

const newDebtor = (): Promise<SampleDebtor> => {
  people += 1;
  return world.addDebtor(people);
};
const pass = (time: { minutes?: number; hours?: number }) => clock.set(clock.now().plus(time));

const echo = (
  { phone }: Pick<SampleDebtor, "phone">,
  providerId = `3A${newId()}`,
  sentAt = clock.now(),
): Promise<string> => echoTo({ phone: phone.slice(1) }, providerId, sentAt);

async function echoTo(to: ChannelIdentity, providerId = `3A${newId()}`, sentAt = clock.now()): Promise<string> {
  const { business, channelId, deps, receive } = world;
  const content = { kind: "text", body: "Le escribo yo" } as const;
  await makeTakeEvent({ ...deps, receive })(
    { businessId: business.id, channelId, owner: newRandomId() },
    { type: "echo", providerId, to, sentAt, content },
  );
  return providerId;
}

const counted = async ({ id }: SampleDebtor) =>
  (
    await world.owner<{ at: DateTime }[]>`
      select at from contact_made where debtor_id = ${id} and outbox_id not in (select id from outbox)
      union all select at from outside_contact where debtor_id = ${id} order by at`
  ).map(({ at }) => at.toMillis());

/** What was decided on an opening that somebody wants to send now. */
async function decisionOnOpening({ id }: SampleDebtor) {
  await world.owner`update conversation set closed_at = now(), outcome = 'other' where debtor_id = ${id} and closed_at is null`;
  await openConversations(world.deps, { businessId: world.business.id, debtorIds: [id], userId: "ana" });
  await world.settle();
  const [decision] = await world.owner<{ allowed: boolean; reason: string; record: object }[]>`
    select s.allowed, s.reason, s.record from send_decision s join outbox o on o.id = s.outbox_id
    join conversation c on c.id = o.conversation_id where c.debtor_id = ${id} and o.kind = 'opening' order by s.id desc limit 1`;
  return decision;
}

test("who was in no chat with us is written to: it counts, and the next message of the day is held back and says so", async () => {
  const [written, other] = [await newDebtor(), await newDebtor()];
  const providerId = await echo(written);
  await echo(written, providerId);
  expect(await counted(written)).toEqual([WEDNESDAY.toMillis()]);
  pass({ hours: 1 });
  const decision = await decisionOnOpening(written);
  expect(decision).toMatchObject({ allowed: false });
  expect(JSON.stringify(decision?.record)).toContain(WEDNESDAY.toUTC().toISO()?.slice(0, 16));
  expect(await decisionOnOpening(other)).toMatchObject({ allowed: true });
});

test("an answer to what they wrote counts for nothing, and neither does what goes on with it", async () => {
  const debtor = await newDebtor();
  await world.says(debtor.phone, "hola");
  await world.settle();
  pass({ hours: 2 });
  await echo(debtor);
  pass({ minutes: 3 });
  await echo(debtor);
  expect(await counted(debtor)).toEqual([]);
});

test("in an open chat that fell silent a day ago it counts once a burst, however often it is told", async () => {
  const debtor = await newDebtor();
  await world.says(debtor.phone, "hola");
  await world.settle();
  pass({ hours: 25 });
  const first = clock.now().toMillis();
  const providerId = await echo(debtor);
  pass({ minutes: 3 });
  await echo(debtor);
  await echo(debtor, providerId);
  expect(await counted(debtor)).toEqual([first]);
  pass({ hours: 24 });
  await echo(debtor);
  expect(await counted(debtor)).toEqual([first, clock.now().toMillis()]);
  expect(await decisionOnOpening(debtor)).toMatchObject({ allowed: false });
});

test("more bursts than answers are contacts, also within the day", async () => {
  const debtor = await newDebtor();
  await world.says(debtor.phone, "hola");
  await world.settle();
  // The bot's answer was the first; one more may follow.
  pass({ hours: 1 });
  await echo(debtor);
  expect(await counted(debtor)).toEqual([]);
  pass({ hours: 1 });
  await echo(debtor);
  expect(await counted(debtor)).toEqual([clock.now().toMillis()]);
});

const chatOf = async ({ id }: SampleDebtor) =>
  (
    await world.owner<{ owner: string; lastSaidAt: DateTime | null; echoes: number }[]>`
      select c.owner, c.last_said_at, (select count(*)::int from message m where m.conversation_id = c.id and m.author = 'agent:phone') as echoes
      from conversation c where c.debtor_id = ${id} and c.closed_at is null`
  )[0];

test("told again in a chat that was opened since, it is no second contact, and takes nothing from the bot", async () => {
  const debtor = await newDebtor();
  const writtenAt = clock.now();
  const providerId = await echo(debtor);
  pass({ minutes: 5 });
  await world.says(debtor.phone, "hola");
  await world.settle();
  pass({ minutes: 1 });
  await echo(debtor, providerId, writtenAt);
  expect(await chatOf(debtor)).toMatchObject({ owner: "bot", echoes: 0 });
  expect(await counted(debtor)).toEqual([writtenAt.toMillis()]);
});

test("what is older than the chat, and was never told before, counts as what it is and does not stand in it", async () => {
  const debtor = await newDebtor();
  const writtenAt = clock.now();
  pass({ hours: 1 });
  await world.says(debtor.phone, "hola");
  await world.settle();
  await echo(debtor, undefined, writtenAt);
  expect(await chatOf(debtor)).toMatchObject({ owner: "bot", echoes: 0 });
  expect(await counted(debtor)).toEqual([writtenAt.toMillis()]);
});

test("an answer that reached us after a pause together with what it answers stands in the chat, which is theirs", async () => {
  const debtor = await newDebtor();
  const wroteAt = clock.now();
  pass({ hours: 1 });
  await world.says(debtor.phone, "hola", { at: wroteAt });
  await echo(debtor, undefined, wroteAt.plus({ seconds: 10 }));
  expect(await chatOf(debtor)).toMatchObject({ owner: "nobody", echoes: 1 });
  expect(await counted(debtor)).toEqual([]);
});

test.each([
  { when: "before the bot has", answers: false },
  { when: "after the bot has answered", answers: true },
])(
  "what was written before they answered it is a contact, also when it is told after their answer and $when",
  async ({ answers }) => {
    const debtor = await newDebtor();
    await world.says(debtor.phone, "hola");
    await world.settle();
    pass({ hours: 49 });
    const writtenAt = clock.now();
    pass({ minutes: 5 });
    await world.says(debtor.phone, "¿quién escribe?");
    if (answers) await world.settle();
    pass({ minutes: 4 });
    await echo(debtor, undefined, writtenAt);
    expect(await counted(debtor)).toEqual([writtenAt.toMillis()]);
    if (!answers) return;

    // Of the two bursts that may follow their answer only the bot's was said.
    pass({ hours: 1 });
    await echo(debtor);
    expect(await counted(debtor)).toEqual([writtenAt.toMillis()]);
    pass({ hours: 1 });
    await echo(debtor);
    expect(await counted(debtor)).toEqual([writtenAt.toMillis(), clock.now().toMillis()]);
  },
);

test("told late, an answer to what they wrote before is still one, as often as answers are", async () => {
  const debtor = await newDebtor();
  await world.says(debtor.phone, "hola");
  await world.settle();
  const [second, third] = [clock.now().plus({ hours: 1 }), clock.now().plus({ hours: 2 })];
  pass({ hours: 3 });
  await world.says(debtor.phone, "¿y entonces?");
  await world.settle();
  await echo(debtor, undefined, second);
  expect(await counted(debtor)).toEqual([]);
  await echo(debtor, undefined, third);
  expect(await counted(debtor)).toEqual([third.toMillis()]);
});

test("one burst that is told in another order is one contact", async () => {
  const debtor = await newDebtor();
  await world.says(debtor.phone, "hola");
  await world.settle();
  pass({ hours: 49 });
  const first = clock.now();
  pass({ minutes: 3 });
  await echo(debtor);
  await echo(debtor, undefined, first);
  expect(await counted(debtor)).toEqual([clock.now().toMillis()]);
  // What was said hours after it makes no burst with it.
  await echo(debtor, undefined, first.minus({ hours: 2 }));
  expect(await counted(debtor)).toHaveLength(2);
});

test("a phone whose clock is ahead has said nothing in the future", async () => {
  const debtor = await newDebtor();
  await world.says(debtor.phone, "hola");
  await world.settle();
  pass({ hours: 25 });
  const now = clock.now().toMillis();
  await echo(debtor, undefined, clock.now().plus({ hours: 2 }));
  expect((await chatOf(debtor))?.lastSaidAt?.toMillis()).toBe(now);
  expect(await counted(debtor)).toEqual([now]);
  // Still one burst.
  pass({ minutes: 3 });
  await echo(debtor, undefined, clock.now().plus({ hours: 2 }));
  expect(await counted(debtor)).toEqual([now]);
});

test("a third party and a stranger are no contact with a debtor", async () => {
  const debtor = await newDebtor();
  await world.owner`update contact set role = 'madre' where id = ${debtor.contactId}`;
  await echo(debtor);
  expect(await counted(debtor)).toEqual([]);
  await echo({ phone: "+573000000777" });
  expect(await world.owner`select from outside_contact where debtor_id = ${debtor.id}`).toEqual([]);
});

test("the number has another account now: what is written to whoever has it is no word to the debtor, nor a contact with them", async () => {
  const debtor = await newDebtor();
  await world.owner`update contact set lid = 'OLD' where id = ${debtor.contactId}`;
  await world.says(debtor.phone, "hola");
  await world.settle();
  pass({ hours: 25 });
  const to = { phone: debtor.phone.slice(1), lid: "NEW" };
  await echoTo(to);
  expect(await chatOf(debtor)).toMatchObject({ owner: "bot", echoes: 0 });
  expect(await counted(debtor)).toEqual([]);

  // Who has it now writes too, and has a chat of their own.
  const { business, channelId } = world;
  const content = { kind: "text", body: "hola" } as const;
  const sentAt = clock.now();
  await world.receive({
    businessId: business.id,
    channelId,
    body: "{}",
    messages: [
      { type: "message", providerId: newId(), from: to, content, pushName: undefined, sentAt, replyTo: undefined },
    ],
    statuses: [],
    receivedAt: sentAt,
  });
  await echoTo(to);
  const [theirs] = await world.owner`
    select k.wa_key, c.owner from message m join conversation c on c.id = m.conversation_id join contact k on k.id = c.contact_id
    where m.author = 'agent:phone' and k.lid = 'NEW'`;
  expect(theirs).toEqual({ waKey: "lid:NEW", owner: "nobody" });
  expect(await chatOf(debtor)).toMatchObject({ owner: "bot", echoes: 0 });
  expect(await counted(debtor)).toEqual([]);

  // Of the debtor's own account the words are the debtor's.
  await echoTo({ ...to, lid: "OLD" });
  expect(await chatOf(debtor)).toMatchObject({ owner: "nobody", echoes: 1 });
  expect(await counted(debtor)).toEqual([sentAt.toMillis()]);
});

test("whoever audits the contacts sees it, with the phone as who wrote", async () => {
  const [inChat, outside] = [await newDebtor(), await newDebtor()];
  await world.says(inChat.phone, "hola");
  await world.settle();
  pass({ hours: 25 });
  for (const debtor of [inChat, outside]) {
    await echo(debtor);
    const lines = await world.db.inBusiness(world.business.id, async (tx) => {
      const { asOf } = await countContactLines(tx, world.business.id, debtor.id);
      return contactLines(tx, world.business.id, { debtorId: debtor.id, asOf, after: undefined, limit: 20 });
    });
    expect(lines.filter(({ author }) => author === "agent:phone")).toMatchObject([
      { what: debtor === inChat ? "message" : "outside", direction: "out" },
    ]);
  }
});
