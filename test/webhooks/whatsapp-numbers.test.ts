import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { insertBusiness, insertChannel } from "../../db/businesses.ts";
import { joinCloudNumber, retireChannel, saveCredentials } from "../../db/numbers.ts";
import { type CloudCredentials, sealCredentials } from "../../src/app/channels/credentials.ts";
import { accountWebhook, signatureOf, textFrom, webhook } from "../../src/bench/meta-webhooks.ts";
import { systemClock } from "../../src/clock.ts";
import { newId } from "../../src/ids.ts";
import { makeKnownNumbers } from "../../webhooks/known-numbers.ts";
import { useDatabase } from "../support/database.ts";
import { makeWorld, sampleBusiness, type World } from "../support/world.ts";
import { APP_SECRET, type ConsoleServer, startConsole } from "../web/console-server.ts";

/** Two businesses with numbers of their own, beside one under the settings: whose secret signed decides what may be written. */
const database = useDatabase();
let world: World;
let server: ConsoleServer;
const other = { ...sampleBusiness(), name: "Otra empresa de muestra" };

const secretsOf = (name: string): CloudCredentials => ({
  accessToken: `token of ${name}`,
  appSecret: `app secret of ${name}`,
  verifyToken: `verify token of ${name}`,
});
/** One and two are one app's, three another app's of the same business, four another business's. */
const ONE = { id: newId(), key: "310000000000001", waba: "W1", secrets: secretsOf("one") };
const TWO = { id: newId(), key: "310000000000002", waba: "W1", secrets: secretsOf("one") };
const THREE = { id: newId(), key: "310000000000003", waba: "W3", secrets: secretsOf("three") };
const FOUR = { id: newId(), key: "310000000000004", waba: "W1", secrets: secretsOf("four") };

beforeAll(async () => {
  world = await makeWorld(database);
  server = await startConsole(database, world);
  await world.db.inBusiness(other.id, (tx) => insertBusiness(tx, other));
  for (const [businessId, number] of [
    [world.business.id, ONE],
    [world.business.id, TWO],
    [world.business.id, THREE],
    [other.id, FOUR],
  ] as const)
    await world.db.inBusiness(businessId, (tx) =>
      joinCloudNumber(tx, businessId, {
        id: number.id,
        name: number.key,
        routingKey: number.key,
        wabaId: number.waba,
        credentials: sealCredentials(world.secrets, number.secrets),
        messagingLimit: null,
      }),
    );
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});
afterEach(async () => {
  await world.owner`delete from stray_delivery`;
  await world.owner`delete from alarm`;
});

async function deliver(path: string, body: Buffer, secret: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`${server.url}/webhooks/whatsapp${path}`, {
    method: "POST",
    body: new Uint8Array(body),
    headers: { "content-type": "application/json", "x-hub-signature-256": signatureOf(body, secret) },
  });
  return { status: response.status, text: await response.text() };
}

let sequence = 0;
const says = (phoneNumberId: string, body: string): Buffer => {
  sequence += 1;
  const at = Math.floor(systemClock.now().toSeconds());
  return webhook(phoneNumberId, [[[textFrom({ phone: "573000000001", id: `wamid.N${sequence}`, at }, body)]]]);
};
const whoHeard = async (body: string): Promise<string[]> => {
  const rows = await world.owner<{ channelId: string }[]>`select channel_id from message where body = ${body}`;
  return rows.map(({ channelId }) => channelId);
};
const strays = async (): Promise<number> => (await world.owner`select from stray_delivery`).length;

describe("a number's own address", () => {
  test("takes what its own secret signed", async () => {
    expect((await deliver(`/${ONE.key}`, says(ONE.key, "a la uno"), ONE.secrets.appSecret)).status).toBe(200);
    expect(await whoHeard("a la uno")).toEqual([ONE.id]);
  });

  test.each([
    ["another number's secret", ONE.key, THREE.secrets.appSecret],
    ["another business's secret", ONE.key, FOUR.secrets.appSecret],
    ["the secret of the settings", ONE.key, APP_SECRET],
    ["its verify token", ONE.key, ONE.secrets.verifyToken],
    ["no secret of anybody's, at an address of nobody", "319999999999999", "whatever"],
    ["a secret of ours, at an address of nobody", "319999999999999", ONE.secrets.appSecret],
    ["anything, at an address that is no number", "none%20such", "whatever"],
  ])("answers 401 and nothing else to %s, and keeps nothing", async (_, path, secret) => {
    const body = says(ONE.key, "una forjada");
    expect(await deliver(`/${path}`, body, secret)).toEqual({ status: 401, text: "Unauthorized" });
    expect(await whoHeard("una forjada")).toEqual([]);
    expect(await strays()).toBe(0);
  });

  test("asks the database the same of a number that nobody has as of a forgery", async () => {
    const asked: string[] = [];
    const db: typeof world.db = {
      ...world.db,
      inBusinessByKey: (businessId, work) => {
        asked.push(businessId === world.business.id ? "ours" : "nobody's");
        return world.db.inBusinessByKey(businessId, work);
      },
    };
    const numbers = makeKnownNumbers({ db, clock: systemClock, secrets: world.secrets });
    expect(await numbers.findAnew("319999999999999")).toBeUndefined();
    expect(await numbers.findAnew(ONE.key)).toMatchObject({ channelId: ONE.id });
    expect(await numbers.findAnew(ONE.key)).toMatchObject({ channelId: ONE.id });
    expect(asked).toEqual(["nobody's", "ours", "ours"]);
    // What is known is remembered, strangers' numbers are not.
    expect(numbers.remembered(ONE.key)).toMatchObject({ credentials: { appSecret: ONE.secrets.appSecret } });
    expect(numbers.remembered("319999999999999")).toBeUndefined();
  });

  test("lets a secret write for its own business's numbers under the same secret, and for no other", async () => {
    const entry = [ONE, TWO, THREE, FOUR].flatMap(({ key }) => JSON.parse(says(key, "a todos").toString("utf8")).entry);
    const body = Buffer.from(JSON.stringify({ object: "whatsapp_business_account", entry }));
    expect((await deliver(`/${ONE.key}`, body, ONE.secrets.appSecret)).status).toBe(200);
    expect((await whoHeard("a todos")).sort()).toEqual([ONE.id, TWO.id].sort());
    const [stray] = await world.owner<{ body: string }[]>`select body from stray_delivery`;
    expect([THREE, FOUR, ONE, TWO].map(({ key }) => stray?.body.includes(key))).toEqual([true, true, false, false]);
  });

  test("the secret of the settings writes for no number that has its own", async () => {
    expect((await deliver("", says(ONE.key, "por los ajustes"), APP_SECRET)).status).toBe(200);
    expect(await whoHeard("por los ajustes")).toEqual([]);
    expect(await strays()).toBe(1);
  });

  test("a business's secret writes for no number that is under the settings, be it its own", async () => {
    const key = `320000000000001-${world.business.id}`;
    const id = newId();
    await world.db.inBusiness(world.business.id, (tx) =>
      insertChannel(tx, world.business.id, { id, kind: "cloud", name: "De los ajustes", routingKey: key }),
    );
    expect((await deliver(`/${ONE.key}`, says(key, "de lado"), ONE.secrets.appSecret)).status).toBe(200);
    expect((await deliver(`/${key}`, says(key, "de frente"), APP_SECRET)).status).toBe(401);
    expect((await deliver("", says(key, "como siempre"), APP_SECRET)).status).toBe(200);
    expect([await whoHeard("de lado"), await whoHeard("de frente"), await whoHeard("como siempre")]).toEqual([
      [],
      [],
      [id],
    ]);
  });

  test("a secret that was changed this second holds this second", async () => {
    const changed = secretsOf("two, later");
    await deliver(`/${TWO.key}`, says(TWO.key, "antes"), TWO.secrets.appSecret);
    await world.db.inBusiness(world.business.id, (tx) =>
      saveCredentials(tx, world.business.id, { id: TWO.id, credentials: sealCredentials(world.secrets, changed) }),
    );
    expect((await deliver(`/${TWO.key}`, says(TWO.key, "después"), changed.appSecret)).status).toBe(200);
    expect((await deliver(`/${TWO.key}`, says(TWO.key, "con la vieja"), TWO.secrets.appSecret)).status).toBe(401);
    expect([await whoHeard("después"), await whoHeard("con la vieja")]).toEqual([[TWO.id], []]);
  });

  test("answers Meta's challenge to its own verify token, and 403 to any other", async () => {
    const ask = async (key: string, token: string) => {
      const query = new URLSearchParams({ "hub.mode": "subscribe", "hub.verify_token": token, "hub.challenge": "42" });
      const response = await fetch(`${server.url}/webhooks/whatsapp/${key}?${query}`);
      return [response.status, await response.text()];
    };
    expect(await ask(ONE.key, ONE.secrets.verifyToken)).toEqual([200, "42"]);
    expect(await ask(ONE.key, THREE.secrets.verifyToken)).toEqual([403, "Forbidden"]);
    expect(await ask("319999999999999", ONE.secrets.verifyToken)).toEqual([403, "Forbidden"]);
    expect(await ask(ONE.key, "probe.1795000000000.00")).toEqual([403, "Forbidden"]);
  });

  test("of a retired number is nobody's, and what another address brings for it is a stray", async () => {
    const five = { id: newId(), key: "310000000000005", secrets: ONE.secrets };
    await world.db.inBusiness(world.business.id, async (tx) => {
      await joinCloudNumber(tx, world.business.id, {
        id: five.id,
        name: "Cinco",
        routingKey: five.key,
        wabaId: "W1",
        credentials: sealCredentials(world.secrets, five.secrets),
        messagingLimit: null,
      });
      await retireChannel(tx, world.business.id, { id: five.id, at: systemClock.now() });
    });
    expect((await deliver(`/${five.key}`, says(five.key, "tarde"), five.secrets.appSecret)).status).toBe(401);
    expect((await deliver(`/${ONE.key}`, says(five.key, "tarde"), ONE.secrets.appSecret)).status).toBe(200);
    expect(await whoHeard("tarde")).toEqual([]);
    expect(await strays()).toBe(1);
    const [row] = await world.owner`select credentials from channel where id = ${five.id}`;
    expect(row).toEqual({ credentials: null });
  });
});

describe("what is said of an account", () => {
  const at = 1_795_000_000;
  const tell = (waba: string, field: string, value: object, time = at) =>
    deliver(`/${ONE.key}`, accountWebhook({ wabaId: waba, at: time, field }, value), ONE.secrets.appSecret);
  const eventsOf = async (channelId: string) =>
    (
      await world.owner<
        { kind: string }[]
      >`select kind from number_event where channel_id = ${channelId} order by at, kind`
    ).map(({ kind }) => kind);
  const channel = async (id: string) =>
    (await world.owner`select tier_limit, quality, blocked_because from channel where id = ${id}`)[0];

  test("reaches each number of that account under that secret, once however often it is told", async () => {
    for (let times = 0; times < 3; times += 1)
      expect(
        (await tell("W1", "business_capability_update", { max_daily_conversations_per_business: "TIER_2K" })).status,
      ).toBe(200);
    expect(await eventsOf(ONE.id)).toEqual(["capability"]);
    expect(await channel(ONE.id)).toMatchObject({ tierLimit: 2000 });
    // The other business's number is of an account with that id too, as far as it says.
    expect(await eventsOf(FOUR.id)).toEqual([]);
  });

  test("teaches a number that does not know its account which one it is, once and for good", async () => {
    const accountOf = async (id: string) =>
      (await world.owner<{ wabaId: string | null }[]>`select waba_id from channel where id = ${id}`)[0]?.wabaId;
    const id = newId();
    const mine = `settings-${id}`;
    await world.db.inBusiness(world.business.id, async (tx) => {
      await insertChannel(tx, world.business.id, { id, kind: "cloud", name: "Of the settings", routingKey: mine });
      await saveCredentials(tx, world.business.id, {
        id,
        credentials: sealCredentials(world.secrets, ONE.secrets),
      });
    });
    const told = (waba: string) => {
      sequence += 1;
      const at = Math.floor(systemClock.now().toSeconds());
      const text = textFrom({ phone: "573000000001", id: `wamid.N${sequence}`, at }, "hola");
      const body = JSON.parse(webhook(mine, [[[text]]]).toString("utf8"));
      body.entry[0].id = waba;
      return deliver(`/${mine}`, Buffer.from(JSON.stringify(body)), ONE.secrets.appSecret);
    };
    expect(await accountOf(id)).toBeNull();
    expect((await told("W-learnt")).status).toBe(200);
    expect(await accountOf(id)).toBe("W-learnt");
    expect((await told("W-other")).status).toBe(200);
    expect(await accountOf(id)).toBe("W-learnt");
    // A number that knows its account is taught nothing, in whichever process.
    await deliver(`/${ONE.key}`, says(ONE.key, "buenas"), ONE.secrets.appSecret);
    expect(await accountOf(ONE.id)).toBe(ONE.waba);
    await world.owner`update channel set retired_at = now() where id = ${id}`;
  });

  test("of an account that a number does not know to be its own, is shown and stops nothing", async () => {
    const before = await world.owner`select waba_id from channel where id = ${ONE.id}`;
    await world.owner`update channel set waba_id = null where id = ${ONE.id}`;
    await tell("W9", "account_update", { event: "DISABLED_UPDATE", ban_info: { waba_ban_state: "DISABLE" } }, at - 50);
    expect(await channel(ONE.id)).toMatchObject({ blockedBecause: null });
    expect(await eventsOf(ONE.id)).toContain("banned");
    await world.owner`delete from alarm where business_id = ${world.business.id}`;
    await world.owner`update channel set waba_id = ${before[0]?.["wabaId"] ?? null} where id = ${ONE.id}`;
  });

  test("blocks on a ban with one alarm, and lets go when it is lifted", async () => {
    await tell("W1", "account_update", { event: "DISABLED_UPDATE", ban_info: { waba_ban_state: "DISABLE" } }, at + 1);
    expect(await channel(ONE.id)).toMatchObject({ blockedBecause: "banned" });
    expect(await channel(FOUR.id)).toMatchObject({ blockedBecause: null });
    const alarms = await world.owner`select kind from alarm where business_id = ${world.business.id}`;
    expect(alarms).toEqual([{ kind: "number.banned" }]);
    await tell("W1", "account_update", { event: "DISABLED_UPDATE", ban_info: { waba_ban_state: "REINSTATE" } }, at + 2);
    expect(await channel(ONE.id)).toMatchObject({ blockedBecause: null });
  });

  test("gives an account back, and lets nothing go that stopped its number for another reason; both are judged at once", async () => {
    const verdict = async () =>
      (
        await world.owner<{ verdict: string; reason: string }[]>`
          select d.verdict, d.reason from number_decision d join channel h on h.health_decision_id = d.id where h.id = ${ONE.id}`
      )[0];
    await tell("W1", "account_update", { event: "DISABLED_UPDATE", ban_info: { waba_ban_state: "DISABLE" } }, at + 3);
    expect(await verdict()).toEqual({ verdict: "stopped", reason: "blocked" });
    await world.owner`update channel set blocks = blocks || '{"restriction":"131048"}' where id = ${ONE.id}`;
    await tell("W1", "account_update", { event: "DISABLED_UPDATE", ban_info: { waba_ban_state: "REINSTATE" } }, at + 4);
    expect(await channel(ONE.id)).toMatchObject({ blockedBecause: "131048" });
    expect(await verdict()).toEqual({ verdict: "stopped", reason: "restriction" });
    await world.owner`update channel set blocks = '{}' where id = ${ONE.id}`;
    await world.owner`delete from alarm where business_id = ${world.business.id}`;
  });

  test("stops every number of an account that may not write, until a person lets it go on; Meta's own word that it is over does not", async () => {
    const verdict = async () =>
      (
        await world.owner<{ verdict: string; reason: string }[]>`
          select d.verdict, d.reason from number_decision d join channel h on h.health_decision_id = d.id where h.id = ${ONE.id}`
      )[0];
    const told = {
      event: "ACCOUNT_RESTRICTION",
      restriction_info: [
        { restriction_type: "RESTRICTED_BIZ_INITIATED_MESSAGING", expiration: "2026-12-01T00:00:00+0000" },
      ],
    };
    await tell("W1", "account_update", told, at + 5);
    expect(await channel(ONE.id)).toMatchObject({ blockedBecause: "account.restricted" });
    expect(await channel(FOUR.id)).toMatchObject({ blockedBecause: null });
    expect(await verdict()).toEqual({ verdict: "stopped", reason: "restriction" });
    expect(await world.owner`select kind from alarm where business_id = ${world.business.id}`).toEqual([
      { kind: "number.restricted" },
    ]);
    await tell("W1", "account_update", { event: "ACCOUNT_RESTRICTION", restriction_info: [] }, at + 6);
    expect(await verdict()).toMatchObject({ verdict: "stopped" });
    expect(await channel(ONE.id)).toMatchObject({ blockedBecause: "account.restricted" });
    await world.owner`update channel set blocks = '{}' where business_id = ${world.business.id}`;
    await world.owner`delete from alarm where business_id = ${world.business.id}`;
  });

  test("changes a template's row, where it is there", async () => {
    const id = newId();
    await world.owner`
      insert into template (business_id, id, waba_id, name, language, category, status, components, variables, synced_at)
      values (${world.business.id}, ${id}, 'W1', 'recordatorio', 'es', 'UTILITY', 'APPROVED', '[]', 0, now())`;
    const named = { message_template_name: "recordatorio", message_template_language: "es" };
    await tell("W1", "message_template_status_update", { ...named, event: "PAUSED", reason: "LOW_QUALITY" }, at + 3);
    expect(await world.owner`select status, because from template where id = ${id}`).toEqual([
      { status: "PAUSED", because: "LOW_QUALITY" },
    ]);
    expect(await eventsOf(ONE.id)).toContain("template");
  });

  test("that nobody here knows is kept as unknown, once; of an account of nobody's it is a stray", async () => {
    const before = await world.owner`select from unknown_part`;
    for (let times = 0; times < 2; times += 1) await tell("W1", "a_new_field", { words: "4111 1111 1111 1111" });
    const parts = await world.owner<{ body: string; businessId: string }[]>`
      select body, business_id from unknown_part where what = 'a_new_field'`;
    expect(parts).toHaveLength(1);
    expect(parts[0]?.businessId).toBe(world.business.id);
    expect(parts[0]?.body).not.toContain("4111");
    expect(await strays()).toBe(0);
    await tell("W9", "a_new_field", { words: "de nadie" });
    expect(await strays()).toBe(1);
    expect((await world.owner`select from unknown_part`).length).toBe(before.length + 1);
  });

  test("a message of a kind that nobody can read is in the chat, and whole among the unknown", async () => {
    const strange = {
      from: "573000000001",
      id: "wamid.HOLO",
      timestamp: String(at),
      type: "hologram",
      hologram: { x: 1 },
    };
    const value = { metadata: { phone_number_id: ONE.key }, messages: [strange] };
    const body = Buffer.from(JSON.stringify({ entry: [{ id: "W1", changes: [{ field: "messages", value }] }] }));
    expect((await deliver(`/${ONE.key}`, body, ONE.secrets.appSecret)).status).toBe(200);
    expect(await world.owner`select kind from message where provider_id = 'wamid.HOLO'`).toEqual([
      { kind: "unsupported" },
    ]);
    expect(await world.owner`select channel_id, body from unknown_part where what = 'message.hologram'`).toEqual([
      { channelId: ONE.id, body: JSON.stringify(strange) },
    ]);
  });
});
