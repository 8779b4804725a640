import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { connect, type Database } from "../../../db/client.ts";
import { stillOwned } from "../../../db/outbox.ts";
import { openConversations } from "../../../src/app/conversations/open.ts";
import { replyAsAgent } from "../../../src/app/conversations/reply.ts";
import { takeOver } from "../../../src/app/conversations/take-over.ts";
import { makeReceive } from "../../../src/app/messages/receive.ts";
import { present } from "../../../src/domain/assert.ts";
import { whatsappKey } from "../../../src/domain/phone.ts";
import { newId } from "../../../src/ids.ts";
import { type Jobs, makeJobs } from "../../../src/jobs/registry.ts";
import { useDatabase } from "../../support/database.ts";
import { collectingLog, makeWorld, type SampleDebtor, type World } from "../../support/world.ts";

// One person on two numbers says stop on one of them: what was written for the other stays here too.

const database = useDatabase();
const log = collectingLog();
let world: World;
let otherDb: Database;
let others: Jobs;
let people = 900;
beforeAll(async () => {
  world = await makeWorld(database, { log });
  otherDb = connect(database.appUrl, { max: 4, name: "saldar-test-other" });
  const deps = { ...world.deps, db: otherDb };
  others = makeJobs({ ...deps, receive: makeReceive(deps) });
});
afterAll(async () => {
  await others.whenIdle();
  await otherDb.close();
  await world[Symbol.asyncDispose]();
});
beforeEach(() => {
  log.complaints.length = 0;
});

/** A debtor who talks with us on both of their numbers. */
async function addTalker(): Promise<SampleDebtor & { other: string; otherChat: string }> {
  people += 1;
  const number = people;
  const debtor = await world.addDebtor(number);
  const [contactId, other] = [newId(), `+57312555${number}0`];
  await world.owner`insert into contact (business_id, id, debtor_id, phone, wa_key)
    values (${world.business.id}, ${contactId}, ${debtor.id}, ${other}, ${whatsappKey(other)})`;
  await world.says(debtor.phone, "hola");
  await world.says(other, "hola");
  await world.settle();
  const [chat] = await world.owner<{ id: string }[]>`select id from conversation where contact_id = ${contactId}`;
  return { ...debtor, other, otherChat: present(chat, "the other chat").id };
}

const chatOf = async (id: string) => {
  const [row] = await world.owner<{ state: string; owner: string; outcome: string | null; isOpen: boolean }[]>`
    select state, owner, outcome, closed_at is null as is_open from conversation where id = ${id}`;
  return present(row, "the chat");
};

const outboxOf = (conversationId: string) =>
  world.owner<{ id: string; state: string; author: string }[]>`
    select id, state, author from outbox where conversation_id = ${conversationId} order by id desc limit 1`;

const owned = (ids: readonly string[]) =>
  world.db.inBusiness(world.business.id, (tx) => stillOwned(tx, world.business.id, ids));

const bothSettle = async (): Promise<void> => {
  await Promise.all([world.jobs.look(world.business.id), others.look(world.business.id)]);
  await Promise.all([world.jobs.whenIdle(), others.whenIdle()]);
  await world.settle();
};

test("the bot's other chat ends with it, and what they write there next is met with silence and a person", async () => {
  const debtor = await addTalker();
  await world.says(debtor.phone, "no me escriban más");
  await world.settle();
  expect(await chatOf(debtor.otherChat)).toMatchObject({ outcome: "opted_out", isOpen: false });
  const heard = world.heard(debtor.other).length;
  await world.says(debtor.other, "qué pasó?");
  await world.settle();
  expect(world.heard(debtor.other)).toHaveLength(heard);
  const [next] = await world.owner<{ state: string; owner: string }[]>`
    select c.state, c.owner from conversation c join contact k on k.id = c.contact_id
    where k.phone = ${debtor.other} and c.closed_at is null`;
  expect(next).toEqual({ state: "stoppedWithAgent", owner: "nobody" });
});

test("an agent keeps the other chat, and what they wrote before the stop does not leave", async () => {
  const debtor = await addTalker();
  const of = { businessId: world.business.id, conversationId: debtor.otherChat, userId: "ana" };
  await takeOver(world.deps, of);
  const [newest] = await world.owner<{ id: string }[]>`
    select id from message where conversation_id = ${debtor.otherChat} and direction = 'in' order by id desc limit 1`;
  await replyAsAgent(world.deps, { ...of, text: "Hola, ya reviso.", lastSeenMessageId: newest?.id ?? null });
  const heard = world.heard(debtor.other).length;
  // The agent's message waits while their stop is heard: the turn comes first.
  await world.says(debtor.phone, "no me escriban más");
  await world.settle();
  expect(await chatOf(debtor.otherChat)).toMatchObject({ owner: "agent", isOpen: true });
  expect(await outboxOf(debtor.otherChat)).toMatchObject([{ state: "blocked", author: "agent:ana" }]);
  expect(world.heard(debtor.other)).toHaveLength(heard);
});

test("what is written out for the other number already is withdrawn at the last look", async () => {
  const debtor = await addTalker();
  const [said] = await outboxOf(debtor.otherChat);
  const { id } = present(said, "what was said there");
  await world.owner`update outbox set state = 'sending' where id = ${id}`;
  expect([...(await owned([id]))]).toEqual([id]);
  await world.says(debtor.phone, "no me escriban más");
  await world.settle();
  expect([...(await owned([id]))]).toEqual([]);
});

test("also when the other chat was just being moved, so that the stop could not wait for it", async () => {
  const debtor = await addTalker();
  const [said] = await outboxOf(debtor.otherChat);
  const { id } = present(said, "what was said there");
  await world.owner.begin(async (tx) => {
    await tx`select from conversation where id = ${debtor.otherChat} for no key update`;
    await world.says(debtor.phone, "no me escriban más");
    // Whoever waited for the other chat would wait for this test for ever.
    await world.settle();
  });
  expect(await chatOf(debtor.otherChat)).toMatchObject({ isOpen: true, outcome: null });
  await world.owner`update outbox set state = 'sending' where id = ${id}`;
  expect([...(await owned([id]))]).toEqual([]);
  // The chat hears of it before the next word.
  await world.owner`update outbox set state = 'accepted' where id = ${id}`;
  const heard = world.heard(debtor.other).length;
  await world.says(debtor.other, "gracias");
  await world.settle();
  expect(await chatOf(debtor.otherChat)).toMatchObject({ state: "stopped", outcome: "opted_out" });
  expect(world.heard(debtor.other)).toHaveLength(heard);
});

test("the last look lets the confirmation of the stop go, which the gate passed knowing of it", async () => {
  const debtor = await addTalker();
  await world.says(debtor.phone, "no me escriban más");
  await world.settle();
  expect(world.heard(debtor.phone).at(-1)).toMatch(/no le enviará más mensajes/);
  expect(log.complaints).toEqual([]);
});

test("stop on both numbers at the same moment, in two processes: neither waits for the other, and both are heard", async () => {
  const talkers = await Promise.all(Array.from({ length: 6 }, addTalker));
  await Promise.all(
    talkers.flatMap(({ phone, other }) => [world.says(phone, "no me escriban más"), world.says(other, "stop")]),
  );
  await bothSettle();
  expect(log.complaints).toEqual([]);
  for (const { id, phone, other } of talkers) {
    const [{ count } = { count: 0 }] = await world.owner<{ count: number }[]>`
      select count(*)::int as count from hold where debtor_id = ${id} and kind = 'opt_out' and lifted_at is null`;
    expect(count).toBe(1);
    const confirmed = [phone, other]
      .flatMap((one) => world.heard(one))
      .filter((text) => /Esta es la última/.test(text));
    expect([1, 2]).toContain(confirmed.length);
    await openConversations(world.deps, { businessId: world.business.id, debtorIds: [id], userId: "ana" });
  }
  const heard = talkers.flatMap(({ phone, other }) => [...world.heard(phone), ...world.heard(other)]).length;
  await bothSettle();
  expect(talkers.flatMap(({ phone, other }) => [...world.heard(phone), ...world.heard(other)])).toHaveLength(heard);
});
