import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { connect, type Database } from "../../../db/client.ts";
import { handBack } from "../../../src/app/conversations/hand-back.ts";
import { takeOver } from "../../../src/app/conversations/take-over.ts";
import { makeReceive } from "../../../src/app/messages/receive.ts";
import { present } from "../../../src/domain/assert.ts";
import { newId } from "../../../src/ids.ts";
import { type Jobs, makeJobs } from "../../../src/jobs/registry.ts";
import { useDatabase } from "../../support/database.ts";
import { handClock } from "../../support/story/hand-clock.ts";
import { collectingLog, makeWorld, type SampleDebtor, WEDNESDAY, type World } from "../../support/world.ts";

// Two processes on one database, messages from everywhere at once, and connections that are cut in between.

const database = useDatabase();
const clock = handClock(WEDNESDAY);
const log = collectingLog();
let world: World;
let otherDb: Database;
let others: Jobs;
let people = 100;

beforeAll(async () => {
  world = await makeWorld(database, { clock, log });
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

const addDebtor = (): Promise<SampleDebtor> => {
  people += 1;
  return world.addDebtor(people);
};

/** Both processes look, at the same moment, until neither has anything left to do. */
async function bothSettle(): Promise<void> {
  await Promise.all([world.jobs.look(world.business.id), others.look(world.business.id)]);
  await Promise.all([world.jobs.whenIdle(), others.whenIdle()]);
}

const conversationsOf = (debtor: SampleDebtor) =>
  world.owner<{ id: string; state: string; revision: number; failures: number; owner: string; openedAt: unknown }[]>`
    select id, state, revision, failures, owner from conversation where contact_id = ${debtor.contactId} order by id`;

const waiting = () =>
  world.owner<{ id: string }[]>`
    select id from message where business_id = ${world.business.id} and direction = 'in' and turn is null`;

/** What reached phones more than once, by outbox id; and turns that put more than one message out. */
async function doubles(): Promise<unknown[]> {
  const ids = world.meta.accepted.map(({ outboxId }) => outboxId);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  const loud = await world.owner`
    select conversation_id, revision from outbox where business_id = ${world.business.id}
    group by conversation_id, revision having count(*) > 1`;
  return [...twice, ...loud];
}

test("twenty turns of one conversation at the same moment, from two processes: each message is taken once", async () => {
  const debtor = await addDebtor();
  await Promise.all(
    Array.from({ length: 20 }, async (_, index) => {
      await world.says(debtor.phone, index % 2 === 0 ? "hola" : `y otra cosa ${index}`);
      await bothSettle();
    }),
  );
  await bothSettle();
  expect(await conversationsOf(debtor)).toHaveLength(1);
  expect(await waiting()).toEqual([]);
  expect(await doubles()).toEqual([]);
  expect(log.complaints).toEqual([]);
  const [turns] = await world.owner<{ turns: number; messages: number }[]>`
    select count(distinct turn)::int as turns, count(*)::int as messages from message
    where direction = 'in' and conversation_id in (select id from conversation where contact_id = ${debtor.contactId})`;
  expect(turns?.messages).toBe(20);
  expect(world.heard(debtor.phone).length).toBeLessThanOrEqual(turns?.turns ?? 0);
});

test("fifty debtors write at once and two processes answer: each gets one answer to one message", async () => {
  const debtors = await Promise.all(Array.from({ length: 50 }, addDebtor));
  await Promise.all(debtors.map(({ phone }) => world.says(phone, "hola")));
  await bothSettle();
  await bothSettle();
  expect(debtors.map(({ phone }) => world.heard(phone).length).filter((count) => count !== 1)).toEqual([]);
  expect(await doubles()).toEqual([]);
  expect(log.complaints).toEqual([]);
});

test("one webhook ten times at the same moment is one message and one answer", async () => {
  const debtor = await addDebtor();
  const providerId = `wamid.${newId()}`;
  await Promise.all(
    Array.from({ length: 10 }, async () => {
      await world.says(debtor.phone, "hola", { providerId });
      await bothSettle();
    }),
  );
  await world.says(debtor.phone, "hola", { providerId });
  await bothSettle();
  expect(world.heard(debtor.phone)).toHaveLength(1);
  expect(await world.owner`select id from message where provider_id = ${providerId}`).toHaveLength(1);
});

test("a message that is brought again after its conversation has ended begins no other", async () => {
  const debtor = await addDebtor();
  const providerId = `wamid.${newId()}`;
  await world.says(debtor.phone, "hola", { providerId });
  await bothSettle();
  await world.owner`update conversation set closed_at = ${clock.now()}, outcome = 'other' where contact_id = ${debtor.contactId}`;
  await world.says(debtor.phone, "hola", { providerId });
  await bothSettle();
  expect(await conversationsOf(debtor)).toHaveLength(1);
  expect(world.heard(debtor.phone)).toHaveLength(1);
});

test("a person's first ten messages, all at once and as a stranger, make one contact and one conversation", async () => {
  const phone = "+573118880001";
  await Promise.all(Array.from({ length: 10 }, (_, index) => world.says(phone, `hola ${index}`)));
  await bothSettle();
  const contacts = await world.owner`select id from contact where wa_id = '573118880001'`;
  expect(contacts).toHaveLength(1);
  const made = await world.owner`select id from conversation where contact_id = ${present(contacts[0], "one")["id"]}`;
  expect(made).toHaveLength(1);
  expect(world.heard(phone)).toHaveLength(1);
});

test("three quick messages are one turn, answered by one message that covers them", async () => {
  const debtor = await addDebtor();
  await world.says(debtor.phone, "hola");
  await bothSettle();
  for (const text of [debtor.document.slice(-4), "gracias", "y cuánto debo?"]) await world.says(debtor.phone, text);
  await bothSettle();
  expect(world.heard(debtor.phone)).toHaveLength(2);
  expect(world.heard(debtor.phone).at(-1)).toContain("600.000");
  const taken = await world.owner<{ turn: number }[]>`
    select distinct turn from message where direction = 'in' and conversation_id = ${(await conversationsOf(debtor))[0]?.id ?? ""}`;
  expect(taken).toHaveLength(2);
});

test("messages that arrive in the wrong order are read in the order in which they were written", async () => {
  const debtor = await addDebtor();
  await world.says(debtor.phone, "hola");
  await bothSettle();
  const writtenAt = clock.now();
  await world.says(debtor.phone, "quiero pagar en 3 cuotas mensuales", { at: writtenAt.plus({ seconds: 2 }) });
  await world.says(debtor.phone, debtor.document.slice(-4), { at: writtenAt.plus({ seconds: 1 }) });
  await world.says(debtor.phone, "0000", { at: writtenAt });
  await bothSettle();
  const events = await world.owner<{ type: string }[]>`
    select event ->> 'type' as type from conversation_event
    where conversation_id = ${(await conversationsOf(debtor))[0]?.id ?? ""} and revision = 2 order by position`;
  expect(events.map(({ type }) => type)).toEqual([
    "debtor.failedIdentity",
    "debtor.provedIdentity",
    "debtor.proposedWithinPolicy",
  ]);
  expect(world.heard(debtor.phone).at(-1)).toContain("Este sería su acuerdo");
});

test("a message three hours late is still answered", async () => {
  const debtor = await addDebtor();
  await world.says(debtor.phone, "hola", { at: clock.now().minus({ hours: 3 }) });
  await bothSettle();
  expect(world.heard(debtor.phone)).toHaveLength(1);
});

test("a poisoned conversation stops nobody, is tried again, and is then put before a person with an alarm", async () => {
  const poisoned = await addDebtor();
  const healthy = [await addDebtor(), await addDebtor(), await addDebtor()];
  await world.says(poisoned.phone, "hola");
  await bothSettle();
  const [{ id } = { id: "" }] = await conversationsOf(poisoned);
  await world.owner`update conversation set context = '{"of": "another version"}' where id = ${id}`;

  await world.says(poisoned.phone, poisoned.document.slice(-4));
  for (const { phone } of healthy) await world.says(phone, "hola");
  await bothSettle();
  for (const { phone } of healthy) expect(world.heard(phone)).toHaveLength(1);
  expect(world.heard(poisoned.phone)).toHaveLength(1);
  expect((await conversationsOf(poisoned))[0]?.failures).toBeGreaterThanOrEqual(1);
  expect((await waiting()).length).toBe(1);

  for (let tries = 0; tries < 6; tries += 1) {
    clock.set(clock.now().plus({ seconds: 10 }));
    await bothSettle();
  }
  expect((await conversationsOf(poisoned))[0]).toMatchObject({ owner: "nobody", state: "withAgent" });
  expect(await waiting()).toEqual([]);
  expect(await world.owner`select kind from alarm where subject_id = ${id}`).toEqual([{ kind: "conversation.stuck" }]);

  // A person can take it, and hand it back to a bot that begins afresh.
  const who = { businessId: world.business.id, conversationId: id, userId: "ana" };
  expect(await takeOver(world.deps, who)).toMatchObject({ taken: true });
  await world.says(poisoned.phone, "¿hay alguien?");
  await bothSettle();
  expect(await handBack(world.deps, { ...who, verified: false })).toEqual({ handedBack: true });
  await bothSettle();
  await world.says(poisoned.phone, poisoned.document.slice(-4));
  await bothSettle();
  expect(world.heard(poisoned.phone).at(-1)).toContain("600.000");
});

test("a message that cannot be written out stops no other, and somebody is told", async () => {
  const poisoned = await addDebtor();
  const healthy = await addDebtor();
  await world.says(poisoned.phone, "hola");
  await world.says(healthy.phone, "hola");
  await bothSettle();
  await world.says(poisoned.phone, poisoned.document.slice(-4));
  await world.owner`update channel set paused_until = ${clock.now().plus({ minutes: 1 })} where business_id = ${world.business.id}`;
  await bothSettle();
  await world.owner`
    update outbox set payload = '{"message": "no.such.message"}'
    where state = 'queued' and conversation_id = ${(await conversationsOf(poisoned))[0]?.id ?? ""}`;
  await world.says(healthy.phone, healthy.document.slice(-4));
  await bothSettle();
  clock.set(clock.now().plus({ minutes: 2 }));
  await bothSettle();
  expect(world.heard(healthy.phone)).toHaveLength(2);
  expect(world.heard(poisoned.phone)).toHaveLength(1);
  const [alarm] = await world.owner`
    select a.kind from alarm a join outbox o on o.id = a.subject_id
    where o.conversation_id = ${(await conversationsOf(poisoned))[0]?.id ?? ""}`;
  expect(alarm).toEqual({ kind: "message.rejected" });
  expect((await conversationsOf(poisoned))[0]).toMatchObject({ owner: "nobody" });
});

test("connections cut in the middle of turns cost nothing: all is answered, once", async () => {
  const debtors = await Promise.all(Array.from({ length: 30 }, addDebtor));
  const cut = () => world.owner`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name like 'saldar-test%' and pid <> pg_backend_pid()
      and application_name <> 'saldar-test-owner'`;
  await Promise.all(debtors.map(({ phone }) => world.says(phone, "hola")));
  const looks = Array.from({ length: 6 }, () => bothSettle().catch(() => undefined));
  for (let round = 0; round < 8; round += 1) await cut();
  await Promise.all(looks);

  // A send whose answer could not be recorded waits for its status, which Meta sends in any case.
  await world.jobs.whenIdle();
  await others.whenIdle();
  for (const { outboxId, providerId } of world.meta.accepted) {
    if (outboxId !== undefined) await tellSent(outboxId, providerId);
  }
  clock.set(clock.now().plus({ minutes: 5 }));
  await bothSettle();
  await bothSettle();
  expect(await waiting()).toEqual([]);
  expect(debtors.map(({ phone }) => world.heard(phone).length).filter((count) => count !== 1)).toEqual([]);
  const open = await world.owner`
    select state from outbox where business_id = ${world.business.id} and state in ('queued', 'sending', 'unknown')`;
  expect(open).toEqual([]);
});

test("take-overs in the middle of turns: after one has committed, the bot says nothing more", async () => {
  const debtors = await Promise.all(Array.from({ length: 25 }, addDebtor));
  await Promise.all(debtors.map(({ phone }) => world.says(phone, "hola")));
  const taken = debtors.map(async (debtor) => {
    await others.look(world.business.id);
    const [{ id } = { id: "" }] = await conversationsOf(debtor);
    await takeOver(world.deps, { businessId: world.business.id, conversationId: id, userId: "ana" });
    return { debtor, heard: world.meta.requests.filter(({ body }) => body.includes(debtor.phone.slice(1))).length };
  });
  const [after] = await Promise.all([Promise.all(taken), bothSettle()]);
  await bothSettle();
  for (const { debtor, heard } of after) {
    expect(world.meta.requests.filter(({ body }) => body.includes(debtor.phone.slice(1))).length).toBe(heard);
  }
});

async function tellSent(outboxId: string, providerId: string): Promise<void> {
  const status = { type: "status", providerId, outboxId, status: "sent", at: clock.now() } as const;
  await world.receive({
    businessId: world.business.id,
    channelId: world.channelId,
    body: "{}",
    messages: [],
    statuses: [{ ...status, recipient: {}, code: undefined, detail: undefined }],
    receivedAt: clock.now(),
  });
}
