import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { channelsToOpen } from "../../../db/channels.ts";
import { saveCredentials } from "../../../db/numbers.ts";
import { sealCredentials } from "../../../src/app/channels/credentials.ts";
import { advanceDue } from "../../../src/app/conversations/advance.ts";
import { dispatchDue, type Sent } from "../../../src/app/outbox/dispatch.ts";
import { makeRecordSent } from "../../../src/app/outbox/record-sent.ts";
import type { Channel } from "../../../src/channels/channel.ts";
import { readConfig } from "../../../src/config.ts";
import { present } from "../../../src/domain/assert.ts";
import { openChannel } from "../../../src/open-channel.ts";
import { useDatabase } from "../../support/database.ts";
import { handClock } from "../../support/story/hand-clock.ts";
import { CREDENTIALS, makeWorld, WEDNESDAY, type World } from "../../support/world.ts";

// A token that Meta refuses while another takes its place: what stops the number, and what must not.

const database = useDatabase();
const clock = handClock(WEDNESDAY);
const opened: Channel[] = [];
let world: World;
let people = 300;
beforeAll(async () => {
  world = await makeWorld(database, { clock });
  await world.owner`update channel set routing_key = ${CREDENTIALS.phoneNumberId} where id = ${world.channelId}`;
});
afterAll(async () => {
  for (const channel of opened) await channel.close();
  await world[Symbol.asyncDispose]();
});
beforeEach(async () => {
  await world.owner`update channel set blocks = '{}', paused_until = null`;
  await world.owner`update outbox set state = 'superseded' where state = 'queued'`;
  await world.owner`update alarm set kind = 'old'`;
  await world.owner`delete from alarm`;
});

const store = (accessToken: string): Promise<void> =>
  world.db.inBusiness(world.business.id, (tx) =>
    saveCredentials(tx, world.business.id, {
      id: world.channelId,
      credentials: sealCredentials(world.secrets, { accessToken, appSecret: "of the app", verifyToken: "a word" }),
    }),
  );

/** As a process has the number from when it last looked. */
async function look(): Promise<World["deps"]> {
  const businessId = world.business.id;
  const [named] = await world.db.inBusiness(businessId, (tx) => channelsToOpen(tx, businessId));
  const config = readConfig({ WHATSAPP_GRAPH_URL: world.meta.url, WHATSAPP_GRAPH_VERSION: CREDENTIALS.version });
  const noPhones = (): never => {
    throw new Error("this number is no phone");
  };
  const asked = { ...present(named, "the number"), businessId };
  const { channel } = present(openChannel({ ...world.deps, remoteOf: noPhones }, config, asked), "the open number");
  opened.push(channel);
  return { ...world.deps, channels: new Map([[world.channelId, channel]]) };
}

async function answerBy(deps: World["deps"]): Promise<Sent> {
  people += 1;
  const debtor = await world.addDebtor(people);
  await world.says(debtor.phone, "hola");
  while ((await advanceDue(deps, world.business.id)).moved > 0);
  return present((await sendDue(deps))[0], "a send");
}
async function sendDue(deps: World["deps"]): Promise<Sent[]> {
  const answers: Promise<Sent>[] = [];
  await dispatchDue(deps, world.business.id, (answer) => answers.push(answer));
  return Promise.all(answers);
}
const record = (sent: Sent): Promise<void> =>
  makeRecordSent(world.deps, { freed: () => undefined, blocked: () => undefined })(sent);
const number = async () =>
  (await world.owner`select blocks, paused_until is not null as rests from channel where id = ${world.channelId}`)[0];

test("the token that the number still has stops it, and a person is told", async () => {
  await store("expired");
  const refused = await answerBy(await look());
  expect(refused.result).toMatchObject({ state: "rejected", code: "190" });
  await record(refused);
  expect(await number()).toEqual({ blocks: { credentials: "190" }, rests: false });
  expect(await world.owner`select kind from alarm`).toEqual([{ kind: "channel.blocked" }]);
});

test("one that another has replaced since does not: the number rests until every process has found the new one, and goes on", async () => {
  await store("expired");
  const former = await look();
  const refused = await answerBy(former);
  await store(CREDENTIALS.accessToken);
  await record(refused);
  expect(await number()).toEqual({ blocks: {}, rests: true });
  expect(await world.owner`select kind from alarm`).toEqual([]);

  // Whoever still has the former one does not ask again at once.
  expect(await sendDue(former)).toEqual([]);
  clock.set(clock.now().plus({ seconds: 11 }));
  const [sent] = await sendDue(await look());
  expect(sent).toMatchObject({ send: { id: refused.send.id }, result: { state: "accepted" } });
});

test("nor does one that a process goes on with, which has not yet found the new one", async () => {
  await store("expired");
  const former = await look();
  await store(CREDENTIALS.accessToken);
  await record(await answerBy(former));
  expect(await number()).toEqual({ blocks: {}, rests: true });
});
