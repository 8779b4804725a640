import { hash } from "node:crypto";
import { expect, test } from "vitest";
import { fetchFiles, fileOf } from "../../../src/app/messages/fetch-file.ts";
import type { Channel, MediaRef } from "../../../src/channels/channel.ts";
import { systemClock } from "../../../src/clock.ts";
import { AppError } from "../../../src/domain/errors.ts";
import { createDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";

const VOICE = Buffer.from("the bytes of a voice message");

const voice = (token: string, sha256 = hash("sha256", VOICE, "hex")): MediaRef => ({
  token,
  type: "audio",
  mime: "audio/ogg; codecs=opus",
  sha256,
  fileName: undefined,
});

async function sends(world: World, media: MediaRef): Promise<string> {
  const { phone } = await world.addDebtor(Number(/\d+/.exec(media.token)?.[0]));
  await world.says(phone, { kind: "media", media, caption: undefined });
  const [message] = await world.owner<
    { id: string }[]
  >`select id from message where direction = 'in' order by id desc limit 1`;
  return message?.id ?? "";
}

async function kept(world: World, messageId: string) {
  const [file] = await world.owner<
    { state: string; bytes: Uint8Array | null; sha256: string; tries: number; because: string | null }[]
  >`select state, bytes, sha256, tries, because from message_file where message_id = ${messageId}`;
  return file && { ...file, bytes: file.bytes && Buffer.from(file.bytes).toString() };
}

test("what a debtor sends is wanted with its message, and fetched in the background with its hash", async () => {
  await using database = await createDatabase();
  await using world = await makeWorld(database);
  world.meta.keepMedia("media-1", VOICE, "audio/ogg");
  const messageId = await sends(world, voice("media-1"));
  expect(await kept(world, messageId)).toMatchObject({ state: "wanted", bytes: null, tries: 0 });
  await world.settle();
  expect(await kept(world, messageId)).toEqual({
    state: "kept",
    bytes: VOICE.toString(),
    sha256: hash("sha256", VOICE, "hex"),
    tries: 0,
    because: null,
  });
});

test("what is no longer what was announced, or is not to be had, is given up with the reason and not asked for again", async () => {
  await using database = await createDatabase();
  await using world = await makeWorld(database);
  world.meta.keepMedia("media-1", VOICE, "audio/ogg");
  const other = await sends(world, voice("media-1", "0".repeat(64)));
  const gone = await sends(world, voice("media-2"));
  await world.settle();
  expect(await kept(world, other)).toMatchObject({
    state: "gone",
    bytes: null,
    because: expect.stringContaining("hash"),
  });
  expect(await kept(world, gone)).toMatchObject({ state: "gone", bytes: null });
  world.meta.keepMedia("media-2", VOICE, "audio/ogg");
  await world.settle();
  expect(await kept(world, gone)).toMatchObject({ state: "gone" });
});

test("a channel that does not answer is asked again, each time later, and given up after a week", async () => {
  await using database = await createDatabase();
  await using world = await makeWorld(database);
  const messageId = await sends(world, voice("media-1"));
  const channel = world.deps.channels.get(world.channelId);
  if (!channel) throw new Error("the world has a channel");
  let asked = 0;
  const away: Channel = {
    ...channel,
    download: () => {
      asked += 1;
      return Promise.reject(new AppError("channel.unavailable", "WhatsApp answered 500"));
    },
  };
  const at = (hours: number) => ({
    ...world.deps,
    channels: new Map([[world.channelId, away]]),
    clock: { ...systemClock, now: () => systemClock.now().plus({ hours }) },
  });
  await fetchFiles(at(0), world.business.id);
  expect(await kept(world, messageId)).toMatchObject({ state: "wanted", tries: 1, because: "WhatsApp answered 500" });
  await fetchFiles(at(0), world.business.id);
  expect(asked).toBe(1);
  for (const hours of [1, 2, 4, 8, 16]) await fetchFiles(at(hours), world.business.id);
  expect(asked).toBe(6);
  await fetchFiles(at(24 * 7), world.business.id);
  expect(await kept(world, messageId)).toMatchObject({ state: "gone" });
});

test("whoever needs a file now gets it now; without the number it lies with, they hear so", async () => {
  await using database = await createDatabase();
  await using world = await makeWorld(database);
  world.meta.keepMedia("media-1", VOICE, "audio/ogg");
  const messageId = await sends(world, voice("media-1"));
  const deaf = { ...world.deps, channels: new Map() };
  await fetchFiles(deaf, world.business.id);
  expect(await kept(world, messageId)).toMatchObject({ state: "wanted", tries: 0 });
  await expect(fileOf(deaf, world.business.id, messageId)).rejects.toMatchObject({ code: "channel.unavailable" });
  expect((await fileOf(world.deps, world.business.id, messageId))?.mime).toBe("audio/ogg; codecs=opus");
});

test("a message told twice wants its file once, and a text none", async () => {
  await using database = await createDatabase();
  await using world = await makeWorld(database);
  const { phone } = await world.addDebtor(1);
  const content = { kind: "media", media: voice("media-1"), caption: undefined } as const;
  for (const _ of [1, 2]) await world.says(phone, content, { providerId: "wamid.TWICE" });
  await world.says(phone, "hola");
  expect(await world.owner`select from message_file`).toHaveLength(1);
});

test("what lies with a number that is not open here fills no place of the others' files", async () => {
  await using database = await createDatabase();
  await using world = await makeWorld(database);
  world.meta.keepMedia("media-1", VOICE, "audio/ogg");
  const messageId = await sends(world, voice("media-1"));
  await world.owner`
    insert into message_file (business_id, message_id, channel_id, mime, recorded_at)
    select ${world.business.id}, gen_random_uuid(), gen_random_uuid(), 'audio/ogg', now() - interval '1 day' from generate_series(1, 30)`;
  await world.owner`
    insert into message (business_id, id, conversation_id, channel_id, direction, author, kind, body, sent_at)
    select f.business_id, f.message_id, m.conversation_id, f.channel_id, 'in', 'debtor', 'media', '', now()
    from message_file f, message m where m.id = ${messageId} and f.message_id <> ${messageId}`;
  await fetchFiles(world.deps, world.business.id);
  expect(await kept(world, messageId)).toMatchObject({ state: "kept" });
});
