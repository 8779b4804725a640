import { afterAll, beforeAll, expect, test } from "vitest";
import { handBack } from "../../../src/app/conversations/hand-back.ts";
import { replyAsAgent } from "../../../src/app/conversations/reply.ts";
import { takeOver } from "../../../src/app/conversations/take-over.ts";
import { present } from "../../../src/domain/assert.ts";
import { useDatabase } from "../../support/database.ts";
import { handClock } from "../../support/story/hand-clock.ts";
import { makeWorld, WEDNESDAY, type World } from "../../support/world.ts";

// What is said in a row is one contact, however many lines a person makes of it.

const database = useDatabase();
const clock = handClock(WEDNESDAY);
let world: World;
beforeAll(async () => {
  world = await makeWorld(database, { clock });
});
afterAll(() => world[Symbol.asyncDispose]());

/** A debtor who disputed and waits for a person, in whose hands the conversation is an hour later. */
async function takenAnHourLater(number: number) {
  clock.set(WEDNESDAY);
  const { phone } = await world.addDebtor(number);
  await world.says(phone, "esa deuda no es mía, no la reconozco");
  await world.settle();
  clock.set(clock.now().plus({ hours: 1 }));
  const [row] = await world.owner<{ id: string; newest: string }[]>`
    select c.id, (select m.id from message m where m.conversation_id = c.id and m.direction = 'in' order by m.id desc limit 1) as newest
    from conversation c join contact k on k.id = c.contact_id where k.phone = ${phone} and c.closed_at is null`;
  const { id, newest } = present(row, "an open conversation");
  const who = { businessId: world.business.id, conversationId: id, userId: "agent-1" };
  await takeOver(world.deps, who);
  const say = async (text: string): Promise<void> => {
    await replyAsAgent(world.deps, { ...who, text, lastSeenMessageId: newest });
    await world.settle();
  };
  return { phone, who, say };
}

test("an agent who answers an hour later in three lines is heard in all three", async () => {
  const { phone, say } = await takenAnHourLater(810);
  const lines = ["Buenos días.", "Reviso su caso.", "Le escribo en un momento."];
  for (const line of lines) await say(line);
  expect(world.heard(phone).slice(-3)).toEqual(lines);
});

test("what the bot says when it gets the chat back belongs to what the agent just said", async () => {
  const { phone, who, say } = await takenAnHourLater(811);
  await say("Buenos días, ya corregimos la factura.");
  const before = world.heard(phone).length;
  expect(await handBack(world.deps, { ...who, verified: true })).toEqual({ handedBack: true });
  await world.settle();
  expect(world.heard(phone)).toHaveLength(before + 1);
});

test("a third time without a word from the debtor is no answer any more: it is held to the hours and limits of a start", async () => {
  const { phone, who, say } = await takenAnHourLater(812);
  await say("Buenos días.");
  const before = world.heard(phone).length;
  clock.set(WEDNESDAY.plus({ hours: 10 }));
  await handBack(world.deps, { ...who, verified: true });
  await world.settle();
  expect(world.heard(phone)).toHaveLength(before);
  const [last] = await world.owner<{ reason: string; until: unknown }[]>`
    select d.reason, d.until from send_decision d join outbox o on o.id = d.outbox_id
    join conversation c on c.id = o.conversation_id join contact k on k.id = c.contact_id
    where k.phone = ${phone} order by d.id desc limit 1`;
  expect(last?.reason).toBe("OUTSIDE_WINDOW");
  expect(last?.until).not.toBeNull();
});
