import { createHmac } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { insertBusiness, insertChannel } from "../../db/businesses.ts";
import { newId } from "../../src/ids.ts";
import { useDatabase } from "../support/database.ts";
import { CREDENTIALS, makeWorld, sampleBusiness, type World } from "../support/world.ts";
import { APP_SECRET, type ConsoleServer, startConsole, VERIFY_TOKEN } from "../web/console-server.ts";

const database = useDatabase();
let world: World;
let server: ConsoleServer;
beforeAll(async () => {
  world = await makeWorld(database);
  server = await startConsole(database, world);
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});
afterEach(() => world.owner`delete from stray_delivery`);

const ours = () => `${CREDENTIALS.phoneNumberId}-${world.business.id}`;
const sign = (body: string, secret = APP_SECRET) => `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;

async function deliver(
  body: string,
  headers: Record<string, string> = { "x-hub-signature-256": sign(body) },
): Promise<number> {
  const response = await fetch(`${server.url}/webhooks/whatsapp`, {
    method: "POST",
    body,
    headers: { "content-type": "application/json", ...headers },
  });
  await response.text();
  return response.status;
}

const text = (from: string, body: string, id = `wamid.${newId()}`) => ({
  id,
  from,
  timestamp: "1795338997",
  type: "text",
  text: { body },
});
const change = (phoneNumberId: string, value: object) => ({
  field: "messages",
  value: { messaging_product: "whatsapp", metadata: { phone_number_id: phoneNumberId }, ...value },
});
const entry = (...changes: object[]) => ({ id: "0", changes });
const payload = (...entries: object[]) => JSON.stringify({ object: "whatsapp_business_account", entry: entries });

async function bodiesOf(businessId = world.business.id): Promise<string[]> {
  const rows = await world.owner<
    { body: string }[]
  >`select body from message where business_id = ${businessId} and direction = 'in' order by id`;
  return rows.map(({ body }) => body);
}

const recordsOf = async (businessId: string, saying: string): Promise<string[]> => {
  const rows = await world.owner<{ body: string }[]>`
    select body from channel_delivery where business_id = ${businessId} and strpos(body, ${saying}) > 0`;
  return rows.map(({ body }) => body);
};

const kept = () => world.owner<{ source: string; body: string }[]>`select source, body from stray_delivery`;

describe("POST /webhooks/whatsapp", () => {
  test("keeps what Meta signed, with its turn, before it says 200", async () => {
    expect(
      await deliver(payload(entry(change(ours(), { messages: [text("573005550001", "hola desde la prueba")] })))),
    ).toBe(200);
    expect(await bodiesOf()).toContain("hola desde la prueba");
    const waiting = await world.owner`select from message where body = 'hola desde la prueba' and turn is null`;
    expect(waiting).toHaveLength(1);
    const bells = await world.owner`select from graphile_worker.jobs where key = ${`turns:${world.business.id}`}`;
    expect(bells).toHaveLength(1);
  });

  test("answers 401 to a forged, a missing and a foreign signature, and keeps nothing of them", async () => {
    const body = payload(entry(change(ours(), { messages: [text("573005550002", "mensaje falso")] })));
    expect(await deliver(body, { "x-hub-signature-256": sign(body, "another secret") })).toBe(401);
    expect(await deliver(body, {})).toBe(401);
    expect(await deliver(body.replace("falso", "cambiado"), { "x-hub-signature-256": sign(body) })).toBe(401);
    expect(await deliver(body, { "x-hub-signature": sign(body) })).toBe(401);
    expect(await bodiesOf()).not.toContain("mensaje falso");
    expect(await kept()).toEqual([]);
    expect(await world.owner`select from channel_delivery where body like '%falso%'`).toHaveLength(0);
  });

  test("checks the bytes and not their meaning: the same JSON written otherwise is another body", async () => {
    const body = payload(entry(change(ours(), { messages: [text("573005550002", "mismo significado")] })));
    expect(await deliver(JSON.stringify(JSON.parse(body), null, 1), { "x-hub-signature-256": sign(body) })).toBe(401);
  });

  test("takes the same delivery twice and keeps its message once", async () => {
    const body = payload(entry(change(ours(), { messages: [text("573005550003", "una sola vez")] })));
    expect(await Promise.all([deliver(body), deliver(body), deliver(body)])).toEqual([200, 200, 200]);
    expect((await bodiesOf()).filter((one) => one === "una sola vez")).toHaveLength(1);
  });

  test("reads every message of every change of every entry", async () => {
    const messages = (from: string, ...bodies: string[]) =>
      change(ours(), { messages: bodies.map((body) => text(from, body)) });
    const body = payload(
      entry(messages("573005550011", "e1c1"), messages("573005550012", "e1c2")),
      entry(messages("573005550013", "e2c1"), messages("573005550014", "e2c2")),
    );
    expect(await deliver(body)).toBe(200);
    expect(await bodiesOf()).toEqual(expect.arrayContaining(["e1c1", "e1c2", "e2c1", "e2c2"]));
  });

  test("parts a delivery for two businesses: each keeps its own, and neither the other's", async () => {
    const other = { ...sampleBusiness(), name: "Otra empresa de muestra" };
    await world.db.inBusiness(other.id, async (tx) => {
      await insertBusiness(tx, other);
      await insertChannel(tx, other.id, { id: newId(), kind: "cloud", name: "Otra", routingKey: `other-${other.id}` });
    });
    const body = payload(
      entry(change(ours(), { messages: [text("573005550021", "para la una")] })),
      entry(change(`other-${other.id}`, { messages: [text("573005550021", "para la otra")] })),
    );
    expect(await deliver(body)).toBe(200);
    expect(await bodiesOf()).toContain("para la una");
    expect(await bodiesOf()).not.toContain("para la otra");
    expect(await bodiesOf(other.id)).toEqual(["para la otra"]);
    const mine = await recordsOf(world.business.id, "para la");
    expect(mine).toEqual([expect.stringContaining("para la una")]);
    expect(mine.join()).not.toContain("para la otra");
    const theirs = await recordsOf(other.id, "para la");
    expect(theirs).toEqual([expect.stringContaining("para la otra")]);
    expect(theirs.join()).not.toContain("para la una");

    // Told again, each message is still kept once.
    expect(await deliver(body)).toBe(200);
    expect((await bodiesOf()).filter((one) => one === "para la una")).toHaveLength(1);
    expect(await bodiesOf(other.id)).toEqual(["para la otra"]);
  });

  test("keeps a signed delivery for a number that nobody here has as a stray, and what is ours of it all the same", async () => {
    const body = payload(
      entry(
        change("999", { messages: [text("573005550031", "para nadie")] }),
        change(ours(), { messages: [text("573005550031", "para alguien")] }),
      ),
    );
    expect(await deliver(body)).toBe(200);
    expect(await bodiesOf()).toContain("para alguien");
    expect(await bodiesOf()).not.toContain("para nadie");
    expect(await kept()).toMatchObject([{ source: "whatsapp", body: expect.stringContaining("para nadie") }]);
    expect((await kept())[0]?.body).not.toContain("para alguien");
    expect((await recordsOf(world.business.id, "para alguien")).join()).not.toContain("para nadie");
  });

  test("makes nobody of a message that does not say who wrote it: it is kept as unknown, and the others are read", async () => {
    const { from: _, ...anonymous } = text("573005550061", "de nadie");
    const body = payload(entry(change(ours(), { messages: [anonymous, text("573005550061", "de alguien")] })));
    expect(await deliver(body)).toBe(200);
    expect(await bodiesOf()).toContain("de alguien");
    expect(await bodiesOf()).not.toContain("de nadie");
    expect(await world.owner`select from contact where wa_key like 'username:%'`).toHaveLength(0);
    expect(await kept()).toEqual([]);
    const parts = await world.owner`select what, body from unknown_part where business_id = ${world.business.id}`;
    expect(parts).toEqual([{ what: "message.senderless", body: JSON.stringify(anonymous) }]);
  });

  test("finds a number in the very second in which it is connected", async () => {
    const key = `late-${newId()}`;
    const body = (say: string) => payload(entry(change(key, { messages: [text("573005550041", say)] })));
    expect(await deliver(body("antes"))).toBe(200);
    await world.db.inBusiness(world.business.id, (tx) =>
      insertChannel(tx, world.business.id, { id: newId(), kind: "cloud", name: "Nuevo", routingKey: key }),
    );
    expect(await deliver(body("después"))).toBe(200);
    expect(await bodiesOf()).toContain("después");
  });

  test("keeps signed bytes that are no webhook, and says 200 so that they do not come for a week", async () => {
    for (const body of ["not json", "[]", "{}", "null", '"x"', '{"entry":5}', "\u0000"])
      expect(await deliver(body)).toBe(200);
    expect(await kept()).toHaveLength(7);
  });

  test("records a failed status and says 200", async () => {
    const status = {
      id: "wamid.never-sent",
      status: "failed",
      timestamp: "1795338997",
      recipient_id: "573005550001",
      errors: [{ code: 131026, title: "undeliverable" }],
    };
    expect(await deliver(payload(entry(change(ours(), { statuses: [status] }))))).toBe(200);
    const [row] = await world.owner`select status, code from message_status where provider_id = 'wamid.never-sent'`;
    expect(row).toMatchObject({ status: "failed", code: "131026" });
  });

  test("refuses more than three megabytes, and what could unfold to more, before it looks for a signature", async () => {
    expect(await deliver("x".repeat(3 * 1024 * 1024 + 1))).toBe(413);
    expect(await deliver("x", { "content-encoding": "gzip" })).toBe(400);
  });

  test("does not say 200 when the database cannot keep it: Meta shall send it again", async () => {
    await world.owner`alter table channel_delivery rename to channel_delivery_away`;
    const body = payload(entry(change(ours(), { messages: [text("573005550051", "otra vez, por favor")] })));
    expect(await deliver(body)).toBe(500);
    await world.owner`alter table channel_delivery_away rename to channel_delivery`;
    expect(await bodiesOf()).not.toContain("otra vez, por favor");
    expect(await deliver(body)).toBe(200);
    expect(await bodiesOf()).toContain("otra vez, por favor");
  });
});

describe("GET /webhooks/whatsapp", () => {
  const ask = async (query: Record<string, string>) => {
    const response = await fetch(`${server.url}/webhooks/whatsapp?${new URLSearchParams(query)}`);
    return { status: response.status, text: await response.text(), type: response.headers.get("content-type") };
  };

  test("answers Meta's challenge to whoever knows our token, as plain text", async () => {
    const answer = await ask({
      "hub.mode": "subscribe",
      "hub.verify_token": VERIFY_TOKEN,
      "hub.challenge": "<b>1158201444</b>",
    });
    expect(answer).toEqual({ status: 200, text: "<b>1158201444</b>", type: "text/plain; charset=utf-8" });
  });

  test("answers 403 to everybody else", async () => {
    expect((await ask({ "hub.mode": "subscribe", "hub.verify_token": "wrong", "hub.challenge": "1" })).status).toBe(
      403,
    );
    expect(
      (await ask({ "hub.mode": "unsubscribe", "hub.verify_token": VERIFY_TOKEN, "hub.challenge": "1" })).status,
    ).toBe(403);
    expect((await ask({})).status).toBe(403);
  });
});
