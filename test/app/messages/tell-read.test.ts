import { expect, test } from "vitest";
import { takeOver } from "../../../src/app/conversations/take-over.ts";
import { makeTellRead } from "../../../src/app/messages/tell-read.ts";
import type { Channel } from "../../../src/channels/channel.ts";
import { systemClock } from "../../../src/clock.ts";
import { present } from "../../../src/domain/assert.ts";
import { newId } from "../../../src/ids.ts";
import { createDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";

async function conversationWith(world: World, phone: string): Promise<string> {
  const [found] = await world.owner<{ id: string }[]>`
    select c.id from conversation c join contact k on k.id = c.contact_id where k.phone = ${phone} and c.closed_at is null`;
  return present(found, "the conversation").id;
}

test("the bot marks what it answers as read, once, and nothing that a person has to answer", async () => {
  await using database = await createDatabase();
  await using world = await makeWorld(database);
  const { phone } = await world.addDebtor(1);
  await world.says(phone, "hola", { providerId: "wamid.ONE" });
  await world.says(phone, "buenas", { providerId: "wamid.TWO" });
  await world.settle();
  expect(world.meta.reads).toEqual([{ messageId: "wamid.TWO", typing: false }]);

  const conversationId = await conversationWith(world, phone);
  await takeOver(world.deps, { businessId: world.business.id, conversationId, userId: newId() });
  await world.says(phone, "¿hay alguien?", { providerId: "wamid.THREE" });
  await world.settle();
  expect(world.meta.reads).toHaveLength(1);
});

test("an agent who reads and writes is seen to: again only for another message, or when the sign has faded", async () => {
  await using database = await createDatabase();
  await using world = await makeWorld(database);
  const { phone } = await world.addDebtor(1);
  await world.says(phone, "hola", { providerId: "wamid.ONE" });
  const conversationIds = [await conversationWith(world, phone)];
  let elapsedMs = 0;
  const tell = makeTellRead({ ...world.deps, clock: { ...systemClock, elapsedMs: () => elapsedMs } });
  const read = { businessId: world.business.id, conversationIds, typing: false };
  await tell(read);
  await tell(read);
  expect(world.meta.reads).toEqual([{ messageId: "wamid.ONE", typing: false }]);
  await tell({ ...read, typing: true });
  elapsedMs = 10_000;
  await tell({ ...read, typing: true });
  expect(world.meta.reads.slice(1)).toEqual([{ messageId: "wamid.ONE", typing: true }]);
  elapsedMs = 21_000;
  await tell({ ...read, typing: true });
  expect(world.meta.reads).toHaveLength(3);
});

test("a busy second leaves marks out, and a channel that fails is nobody's trouble", async () => {
  await using database = await createDatabase();
  await using world = await makeWorld(database);
  const phones = await Promise.all(
    Array.from({ length: 25 }, async (_, index) => (await world.addDebtor(index + 1)).phone),
  );
  for (const phone of phones) await world.says(phone, "hola");
  const conversationIds = await Promise.all(phones.map((phone) => conversationWith(world, phone)));
  const deps = { ...world.deps, clock: { ...systemClock, elapsedMs: () => 5_000 } };
  await makeTellRead(deps)({ businessId: world.business.id, conversationIds, typing: false });
  expect(world.meta.reads).toHaveLength(20);

  const channel = present(world.deps.channels.get(world.channelId), "the channel");
  const failing: Channel = { ...channel, markRead: () => Promise.reject(new Error("WhatsApp is away")) };
  const tell = makeTellRead({ ...deps, channels: new Map([[channel.id, failing]]) });
  await expect(tell({ businessId: world.business.id, conversationIds, typing: true })).resolves.toBeUndefined();
});
