import { afterAll, beforeAll, expect, test } from "vitest";
import { stillOwned } from "../../../db/outbox.ts";
import { handBack } from "../../../src/app/conversations/hand-back.ts";
import { replyAsAgent } from "../../../src/app/conversations/reply.ts";
import { takeOver } from "../../../src/app/conversations/take-over.ts";
import { assert, present } from "../../../src/domain/assert.ts";
import { useDatabase } from "../../support/database.ts";
import { collectingLog, makeWorld, type World } from "../../support/world.ts";

const database = useDatabase();
const log = collectingLog();
let world: World;
beforeAll(async () => {
  world = await makeWorld(database, { log });
});
afterAll(() => world[Symbol.asyncDispose]());

const openConversation = async (phone: string): Promise<{ id: string; owner: string; newestInbound: string }> => {
  const [row] = await world.owner<{ id: string; owner: string; newestInbound: string }[]>`
    select c.id, c.owner, (select m.id from message m where m.conversation_id = c.id and m.direction = 'in' order by m.id desc limit 1) as newest_inbound
    from conversation c join contact k on k.id = c.contact_id where k.phone = ${phone} and c.closed_at is null`;
  return present(row, "an open conversation");
};

test("a dispute goes to a person, who takes over, answers, and hands back to a bot that goes on", async () => {
  const { phone, document } = await world.addDebtor(20);
  await world.says(phone, "hola");
  await world.settle();
  await world.says(phone, document.slice(-4));
  await world.settle();
  await world.says(phone, "esa deuda no es mía, no la reconozco");
  await world.settle();
  const { id, owner, newestInbound } = await openConversation(phone);
  expect(owner).toBe("nobody");

  const who = { businessId: world.business.id, conversationId: id, userId: "agent-1" };
  expect(await takeOver(world.deps, who)).toMatchObject({ taken: true, inFlight: [] });
  expect(await takeOver(world.deps, { ...who, userId: "agent-2" })).toMatchObject({
    taken: false,
    because: "owned",
    ownerUserId: "agent-1",
  });
  expect(
    await replyAsAgent(world.deps, { ...who, userId: "agent-2", text: "Hola", lastSeenMessageId: newestInbound }),
  ).toMatchObject({ sent: false, because: "not-owner" });
  expect(
    await replyAsAgent(world.deps, { ...who, text: "Hola, reviso su caso.", lastSeenMessageId: null }),
  ).toMatchObject({ sent: false, because: "stale" });
  expect(
    await replyAsAgent(world.deps, { ...who, text: "¿Por qué no ha pagado?", lastSeenMessageId: newestInbound }),
  ).toMatchObject({ sent: false, because: "forbidden-content" });
  expect(
    await replyAsAgent(world.deps, { ...who, text: "Hola, reviso su caso.", lastSeenMessageId: newestInbound }),
  ).toMatchObject({ sent: true });
  await world.settle();
  expect(world.heard(phone).at(-1)).toBe("Hola, reviso su caso.");

  const before = world.heard(phone).length;
  await world.says(phone, "gracias, cuánto debo");
  await world.settle();
  expect(world.heard(phone)).toHaveLength(before);

  expect(await handBack(world.deps, { ...who, verified: true })).toEqual({ handedBack: true });
  await world.settle();
  await world.says(phone, "cuánto debo");
  await world.settle();
  expect(world.heard(phone).at(-1)).toContain("600.000");
  expect(log.complaints).toEqual([]);
});

test("what the bot wrote before a take-over and has not sent is never sent", async () => {
  const { phone } = await world.addDebtor(21);
  await world.says(phone, "hola");
  await world.settle();
  const { id } = await openConversation(phone);
  const heard = world.heard(phone).length;

  await world.owner`update outbox set state = 'queued', provider_id = null, send_at = now() + interval '1 year' where conversation_id = ${id}`;
  await takeOver(world.deps, { businessId: world.business.id, conversationId: id, userId: "agent-1" });
  await world.owner`update outbox set send_at = '2026-01-01' where conversation_id = ${id}`;
  await world.settle();
  expect(world.heard(phone)).toHaveLength(heard);
  const states = await world.owner<{ state: string }[]>`select state from outbox where conversation_id = ${id}`;
  expect(states.map(({ state }) => state)).toContain("superseded");
});

test("what an agent wrote and has not left yet is sent after they handed back, before the bot's own words", async () => {
  const { phone, document } = await world.addDebtor(22);
  for (const text of ["hola", document.slice(-4), "quiero hablar con una persona"]) {
    await world.says(phone, text);
    await world.settle();
  }
  const { id, newestInbound } = await openConversation(phone);
  const who = { businessId: world.business.id, conversationId: id, userId: "agent-1" };
  await takeOver(world.deps, who);
  await world.owner`update channel set blocks = '{"refused":"by this test"}'`;
  const reply = await replyAsAgent(world.deps, { ...who, text: "Ya lo revisé.", lastSeenMessageId: newestInbound });
  assert(reply.sent, "the reply was accepted");
  expect(await handBack(world.deps, { ...who, verified: true })).toEqual({ handedBack: true });
  const heard = world.heard(phone).length;
  await world.owner`update channel set blocks = '{}'`;
  await world.settle();
  await world.settle();
  expect(world.heard(phone).slice(heard)[0]).toBe("Ya lo revisé.");
  expect(world.heard(phone).slice(heard)).toHaveLength(2);
});

test("an agent's words on their way at the moment of the hand-back are still theirs to send; another agent's are not", async () => {
  const { phone } = await world.addDebtor(23);
  await world.says(phone, "quiero hablar con una persona");
  await world.settle();
  const { id, newestInbound } = await openConversation(phone);
  const who = { businessId: world.business.id, conversationId: id, userId: "agent-1" };
  await takeOver(world.deps, who);
  const reply = await replyAsAgent(world.deps, { ...who, text: "Ya lo revisé.", lastSeenMessageId: newestInbound });
  assert(reply.sent, "the reply was accepted");
  await world.owner`update outbox set state = 'sending' where id = ${reply.outboxId}`;
  const isOwned = async (): Promise<boolean> =>
    (await world.db.inBusiness(world.business.id, (tx) => stillOwned(tx, world.business.id, [reply.outboxId]))).has(
      reply.outboxId,
    );
  await handBack(world.deps, { ...who, verified: true });
  expect(await isOwned()).toBe(true);
  await takeOver(world.deps, { ...who, userId: "agent-2" });
  expect(await isOwned()).toBe(false);
});
