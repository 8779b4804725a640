import { afterAll, beforeAll, expect, test } from "vitest";
import { STOP_LINE } from "../../../flows/collect/stop-line.ts";
import { replyAsAgent } from "../../../src/app/conversations/reply.ts";
import { takeOver } from "../../../src/app/conversations/take-over.ts";
import { assert, present } from "../../../src/domain/assert.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";

// The words of an agent and of the bot on their last steps: in a business under a law that wants each message to say how to stop.

const database = useDatabase();
let world: World;
beforeAll(async () => {
  world = await makeWorld(database, { business: { country: "US", zone: "America/New_York" } });
});
afterAll(() => world[Symbol.asyncDispose]());

/** A conversation of somebody who showed who they are and asked for a person, taken over. */
async function withAgent(number: number) {
  const { phone, document } = await world.addDebtor(number);
  for (const words of ["hola", document.slice(-4), "quiero hablar con una persona"]) {
    await world.says(phone, words);
    await world.settle();
  }
  const [row] = await world.owner<{ id: string; lastSeenMessageId: string }[]>`
    select c.id, (select m.id from message m where m.conversation_id = c.id and m.direction = 'in' order by m.id desc limit 1) as last_seen_message_id
    from conversation c join contact k on k.id = c.contact_id where k.phone = ${phone} and c.closed_at is null`;
  const { id, lastSeenMessageId } = present(row, "the conversation");
  const who = { businessId: world.business.id, conversationId: id, userId: "agent-1" };
  await takeOver(world.deps, who);
  return { phone, id, say: (text: string) => replyAsAgent(world.deps, { ...who, text, lastSeenMessageId }) };
}

test("each message says how to stop, the bot's and the agent's, in its text or on a button", async () => {
  const { phone, say } = await withAgent(70);
  const coming = present(world.heard(phone).at(-1), "the bot's last words");
  expect(coming.endsWith(`\n\n${STOP_LINE.es}`)).toBe(true);
  expect(world.heard(phone)[0]).not.toContain(STOP_LINE.es);

  await say("Buenos días, ya lo reviso.");
  await world.settle();
  expect(world.heard(phone).at(-1)).toBe(`Buenos días, ya lo reviso.\n\n${STOP_LINE.es}`);
  await say("Para no recibir más mensajes puede darse de baja aquí.");
  await world.settle();
  expect(world.heard(phone).at(-1)).toBe("Para no recibir más mensajes puede darse de baja aquí.");
});

test("an amount that was free when it was written does not leave once nobody stands for who reads it", async () => {
  const { phone, id, say } = await withAgent(71);
  const heard = world.heard(phone).length;
  const reply = await say("El saldo es de $ 150.000.");
  assert(reply.sent, "somebody who showed who they are may be told");
  await world.owner`update conversation set verified_at = null where id = ${id}`;
  await world.settle();
  expect(world.heard(phone)).toHaveLength(heard);
  const [row] = await world.owner`select state, failure from outbox where id = ${reply.outboxId}`;
  expect(row).toMatchObject({ state: "blocked", failure: { reason: "CONTENT_FORBIDDEN" } });
  const alarms = await world.owner`select kind, detail from alarm where subject_id = ${id}`;
  expect(alarms).toEqual([{ kind: "reply.unsent", detail: expect.stringContaining("CONTENT_FORBIDDEN") }]);
});

test("an agent's words that wait until WhatsApp's 24 hours are over call a person too", async () => {
  const { phone, id, say } = await withAgent(72);
  const heard = world.heard(phone).length;
  const reply = await say("Buenos días, ya lo reviso.");
  assert(reply.sent, "it was taken within the 24 hours");
  await world.owner`update conversation set last_inbound_at = last_inbound_at - interval '25 hours' where id = ${id}`;
  // In the United States it would wait a week first, since they talked.
  await world.owner`update debtor set country = 'CO' where id = (select debtor_id from conversation where id = ${id})`;
  await world.settle();
  expect(world.heard(phone)).toHaveLength(heard);
  const [row] = await world.owner`select state, failure from outbox where id = ${reply.outboxId}`;
  expect(row).toMatchObject({ state: "blocked", failure: { reason: "WINDOW_CLOSED" } });
  const alarms = await world.owner`select kind from alarm where subject_id = ${id}`;
  expect(alarms).toEqual([{ kind: "reply.unsent" }]);
});
