import { afterAll, beforeAll, expect, test } from "vitest";
import { insertInbound, keepDeliveries, learnIdentities } from "../../../db/intake.ts";
import { eraseDebtor } from "../../../src/app/contact/erase-debtor.ts";
import { finishErasures } from "../../../src/app/contact/finish-erasures.ts";
import { recordStop } from "../../../src/app/contact/record-stop.ts";
import { replyAsAgent } from "../../../src/app/conversations/reply.ts";
import { takeOver } from "../../../src/app/conversations/take-over.ts";
import { assert, present } from "../../../src/domain/assert.ts";
import { newId } from "../../../src/ids.ts";
import { useDatabase } from "../../support/database.ts";
import { collectingLog, makeWorld, type SampleDebtor, type World } from "../../support/world.ts";

// What is on its way to or from somebody in the moment in which they are erased, and the copies that go afterwards.

const database = useDatabase();
const log = collectingLog();
let world: World;
let people = 700;
beforeAll(async () => {
  world = await makeWorld(database, { log });
});
afterAll(() => world[Symbol.asyncDispose]());

type Talker = SampleDebtor & { readonly conversationId: string };

/** Somebody who has an open chat with us. */
async function addTalker(): Promise<Talker> {
  people += 1;
  const debtor = await world.addDebtor(people);
  await world.says(debtor.phone, "hola");
  await world.settle();
  const [talk] = await world.owner<{ id: string }[]>`select id from conversation where debtor_id = ${debtor.id}`;
  return { ...debtor, conversationId: present(talk, "the chat").id };
}

const erase = ({ id }: SampleDebtor) =>
  eraseDebtor(world.deps, { businessId: world.business.id, debtor: id, by: "admin-1" });

const bodies = ({ conversationId }: Talker) =>
  world.owner<{ body: string }[]>`select body from message where conversation_id = ${conversationId} and body <> ''`;

const pending = async ({ id }: SampleDebtor) =>
  (await world.owner`select from erasure where debtor_id = ${id}`).length === 1;

/** Looks until it is: transactions of other tests, in databases of their own, were at work as it committed, too. */
async function untilWhole(debtor: SampleDebtor): Promise<void> {
  while (await pending(debtor)) await world.settle();
}

async function waiters(count: number): Promise<void> {
  for (;;) {
    const [row] = await world.owner<{ count: number }[]>`
      select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    if ((row?.count ?? 0) >= count) return;
  }
}

test("a message that is being kept while the erasure commits goes with the rest, and reopens nothing", async () => {
  const debtor = await addTalker();
  const { id: businessId } = world.business;
  const text = "estoy en el hospital de Villainventada";
  await world.db.inBusiness(businessId, async (tx) => {
    const receivedAt = world.deps.clock.now();
    const body = JSON.stringify({ from: debtor.phone.slice(1), text });
    await keepDeliveries(tx, businessId, [{ id: newId(), channelId: world.channelId, body, receivedAt }]);
    await insertInbound(tx, businessId, [
      {
        id: newId(),
        conversationId: debtor.conversationId,
        contactId: debtor.contactId,
        channelId: world.channelId,
        kind: "text",
        body: text,
        detail: null,
        providerId: `wamid.${newId()}`,
        sentAt: receivedAt,
        cardNumberDropped: false,
      },
    ]);
    await erase(debtor);
    // The look of a running process, before this delivery has committed: it may not think that all is done.
    await finishErasures(world.deps, businessId);
    await learnIdentities(tx, businessId, [
      { id: debtor.contactId, waId: debtor.phone.slice(1), bsuid: "CO.1", lid: null },
    ]);
  });
  expect(await pending(debtor)).toBe(true);
  expect(await bodies(debtor)).toHaveLength(1);

  const other = await addTalker();
  await world.settle();
  expect(world.heard(other.phone)).not.toEqual([]);
  await untilWhole(debtor);
  expect(await bodies(debtor)).toEqual([]);
  const [contact] = await world.owner`select wa_id, bsuid from contact where id = ${debtor.contactId}`;
  expect(contact).toEqual({ waId: null, bsuid: null });
  expect(
    await world.owner`select from conversation where contact_id = ${debtor.contactId} and closed_at is null`,
  ).toEqual([]);
  const copies = await world.owner`select from channel_delivery where position('Villainventada' in body) > 0`;
  expect(copies).toHaveLength(0);
});

test("a message to nobody is rejected by itself, and what leaves with it leaves", async () => {
  const [nobody, somebody] = [await addTalker(), await addTalker()];
  const heard = world.heard(somebody.phone).length;
  for (const { phone } of [nobody, somebody]) await world.says(phone, "hola");
  await world.owner`update contact set phone = null, wa_id = null, bsuid = null where id = ${nobody.contactId}`;
  await world.settle();
  expect(world.heard(somebody.phone).length).toBeGreaterThan(heard);
  const [last] = await world.owner`
    select state from outbox where conversation_id = ${nobody.conversationId} order by id desc limit 1`;
  expect(last).toEqual({ state: "rejected" });
});

test.each([
  ["an erasure", erase],
  [
    "a stop",
    ({ id }: SampleDebtor) =>
      recordStop(world.deps, {
        businessId: world.business.id,
        debtorId: id,
        userId: "ana",
        stop: { kind: "opted_out" },
        reason: "Por carta",
      }),
  ],
])("%s and a send that is being prepared do not wait for each other in a circle", async (_, act) => {
  const debtor = await addTalker();
  const who = { businessId: world.business.id, conversationId: debtor.conversationId, userId: "ana" };
  await takeOver(world.deps, who);
  await world.settle();
  const heard = world.heard(debtor.phone).length;
  const [newest] = await world.owner<{ id: string }[]>`
    select id from message where conversation_id = ${debtor.conversationId} and direction = 'in' order by id desc limit 1`;
  const lastSeenMessageId = present(newest, "their message").id;
  const reply = await replyAsAgent(world.deps, { ...who, text: "Le escribo de Otravilla.", lastSeenMessageId });
  assert(reply.sent, "the reply was accepted");
  log.complaints.length = 0;

  const running: Promise<unknown>[] = [];
  await world.owner.begin(async (tx) => {
    // It has the conversations, and waits for the debtor.
    await tx`select from debtor where id = ${debtor.id} for no key update`;
    running.push(act(debtor));
    await waiters(1);
    // The send has its row of the outbox, and waits for the conversation.
    running.push(world.settle());
    await waiters(2);
  });
  await Promise.all(running);
  await world.settle();
  await untilWhole(debtor);
  expect(log.complaints).toEqual([]);
  expect(world.heard(debtor.phone)).toHaveLength(heard);
  const sends = await world.owner<{ state: string; text: string | null }[]>`
    select state, payload ->> 'text' as text from outbox where id = ${reply.outboxId}`;
  expect(["superseded", "blocked"]).toContain(sends[0]?.state);
  if (act === erase) expect([sends[0]?.text, await bodies(debtor)]).toEqual([null, []]);
});

test("whoever is killed among the copies leaves the rest to the next look", async () => {
  const debtor = await addTalker();
  const { id: businessId } = world.business;
  const receivedAt = world.deps.clock.now();
  const body = JSON.stringify({ from: debtor.phone.slice(1) });
  const copies = async () =>
    (await world.owner`select from channel_delivery where position(${debtor.phone.slice(1)} in body) > 0`).length;
  const deliveries = Array.from({ length: 5 }, () => ({ id: newId(), channelId: world.channelId, body, receivedAt }));
  await world.db.inBusiness(businessId, (tx) => keepDeliveries(tx, businessId, deliveries));
  await erase(debtor);
  const before = await copies();
  await world.owner`update erasure set delivery_id = ${deliveries[0]?.id ?? null} where debtor_id = ${debtor.id}`;
  while ((await copies()) === before) {
    let steps = 0;
    await finishErasures(world.deps, businessId, { deliveriesAtOnce: 2, goesOn: () => steps++ < 1 });
  }
  expect(await copies()).toBe(before - 2);
  expect(await pending(debtor)).toBe(true);
  await finishErasures(world.deps, businessId, { deliveriesAtOnce: 2 });
  expect(await pending(debtor)).toBe(false);
  // Those before the place where it went on from.
  expect(await copies()).toBe(before - 4);
});
