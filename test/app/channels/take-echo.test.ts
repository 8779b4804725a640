import { afterAll, beforeAll, expect, test } from "vitest";
import { threadMessages } from "../../../db/console/thread.ts";
import { makeTakeEvent } from "../../../src/app/channels/take-event.ts";
import { handBack } from "../../../src/app/conversations/hand-back.ts";
import { takeOver } from "../../../src/app/conversations/take-over.ts";
import { businessTime } from "../../../src/clock.ts";
import { present } from "../../../src/domain/assert.ts";
import { newId, newRandomId } from "../../../src/ids.ts";
import { authorView, userIdOf } from "../../../src/web/api/show/author.ts";
import { useDatabase } from "../../support/database.ts";
import { collectingLog, makeWorld, type World } from "../../support/world.ts";

const database = useDatabase();
const log = collectingLog();
let world: World;
beforeAll(async () => {
  world = await makeWorld(database, { log });
});
afterAll(() => world[Symbol.asyncDispose]());

/** The owner writes to that person on the phone itself. */
async function echo(phone: string, body: string, providerId = `3A${newId()}`): Promise<string> {
  const { business, channelId, deps, receive } = world;
  const [of] = await world.owner<
    { offset: bigint }[]
  >`select clock_offset_ms as offset from business where id = ${business.id}`;
  await makeTakeEvent({ ...deps, receive })(
    { businessId: business.id, channelId, owner: newRandomId() },
    {
      type: "echo",
      providerId,
      to: { phone: phone.slice(1) },
      sentAt: businessTime(deps.clock.now(), Number(of?.offset)),
      content: { kind: "text", body },
    },
  );
  return providerId;
}

const conversationOf = async (phone: string) => {
  const [row] = await world.owner<
    { id: string; owner: string; state: string; handedOverBecause: string | null; ownerEpoch: number }[]
  >`
    select c.id, c.owner, c.state, c.handed_over_because, c.owner_epoch
    from conversation c join contact k on k.id = c.contact_id where k.phone = ${phone} and c.closed_at is null`;
  return present(row, "an open conversation");
};

test("whoever writes on the phone has the conversation: the bot is silent until it is handed back", async () => {
  const { phone } = await world.addDebtor(1);
  await world.says(phone, "hola");
  await world.settle();
  const said = world.heard(phone).length;
  const before = await conversationOf(phone);
  expect(before).toMatchObject({ owner: "bot" });

  const providerId = await echo(phone, "Le escribo yo");
  expect(await conversationOf(phone)).toMatchObject({
    owner: "nobody",
    handedOverBecause: "on_phone",
    ownerEpoch: before.ownerEpoch + 1,
  });
  await world.says(phone, "¿cuánto debo?");
  await world.settle();
  expect(world.heard(phone)).toHaveLength(said);

  // The same echo again, as after a restart, is no second.
  await echo(phone, "Le escribo yo", providerId);
  expect((await conversationOf(phone)).ownerEpoch).toBe(before.ownerEpoch + 1);

  const who = { businessId: world.business.id, conversationId: before.id, userId: "agent-1" };
  expect(await takeOver(world.deps, who)).toMatchObject({ taken: true });
  expect(await handBack(world.deps, { ...who, verified: false })).toEqual({ handedBack: true });
  await world.settle();
  await world.says(phone, "¿cuánto debo?");
  await world.settle();
  expect(world.heard(phone).length).toBeGreaterThan(said);
  expect(log.complaints).toEqual([]);
});

test("what the bot had written and not sent is never sent after it", async () => {
  const { phone } = await world.addDebtor(2);
  await world.says(phone, "hola");
  await world.settle();
  const { id } = await conversationOf(phone);
  const heard = world.heard(phone).length;
  await world.owner`
    update outbox set state = 'queued', provider_id = null, send_at = '2026-01-01' where conversation_id = ${id}`;
  await echo(phone, "Yo me encargo");
  await world.settle();
  expect(world.heard(phone)).toHaveLength(heard);
  const states = await world.owner<{ state: string }[]>`select state from outbox where conversation_id = ${id}`;
  expect(new Set(states.map(({ state }) => state))).toEqual(new Set(["superseded"]));
});

test("an agent who has the conversation keeps it", async () => {
  const { phone } = await world.addDebtor(3);
  await world.says(phone, "hola");
  await world.settle();
  const { id } = await conversationOf(phone);
  await takeOver(world.deps, { businessId: world.business.id, conversationId: id, userId: "agent-1" });
  const before = await conversationOf(phone);
  await echo(phone, "También desde el teléfono");
  expect(await conversationOf(phone)).toEqual(before);
});

test("the thread names the phone, and looks nobody up", async () => {
  const { phone } = await world.addDebtor(4);
  await world.says(phone, "hola");
  await world.settle();
  await echo(phone, "Le escribo yo");
  const { id } = await conversationOf(phone);
  const { business, db } = world;
  const [written] = await db.inBusiness(business.id, (tx) =>
    threadMessages(tx, business.id, { conversationId: id, before: undefined, limit: 1 }),
  );
  const { author, body } = present(written, "what was written");
  expect(body).toBe("Le escribo yo");
  expect(userIdOf(author)).toBeUndefined();
  expect(authorView(author, new Map())).toEqual({ kind: "phone" });
});
