import type { DateTime } from "luxon";
import { afterAll, beforeAll, expect, test } from "vitest";
import { document } from "../../../db/rows.ts";
import { present } from "../../../src/domain/assert.ts";
import { newId } from "../../../src/ids.ts";
import type { AddedNumber, Channels, Failure, NumberLink, NumberPage } from "../../../src/web/contract.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";
import { type Browser, type ConsoleServer, startConsole } from "../console-server.ts";

const database = useDatabase();
let world: World;
let server: ConsoleServer;
let admin: Browser;
let supervisor: Browser;
let id: string;

const QR = "2@a-secret-that-links-a-phone,keys";
const NEW = { kind: "baileys", name: "Mostrador", phone: "+57 300 000 0003", acceptsRisk: true };

beforeAll(async () => {
  world = await makeWorld(database);
  await world.owner`update business set clock_offset_ms = 0`;
  server = await startConsole(database, world);
  admin = await server.signInAs("admin", "Alba");
  supervisor = await server.signInAs("supervisor");
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

const linkOf = async (channelId = id) => (await admin.get<NumberLink>(`/api/channels/${channelId}/link`)).body;
const pageOf = async (who = admin) => (await who.get<NumberPage>(`/api/channels/${id}`)).body;
const audited = (action: string) =>
  world.owner<{ actor: string; after: unknown; at: DateTime }[]>`
    select actor, after, at from audit_event where subject_id = ${id} and action = ${action} order by id`;

/** As the process that has the phone writes it. */
async function stand(state: object, { secret, held = true }: { secret?: string; held?: boolean } = {}): Promise<void> {
  const sealed = secret === undefined ? null : world.secrets.seal(secret);
  const now = world.deps.clock.now();
  await world.owner`
    insert into channel_link (business_id, channel_id, state, secret, since)
    values (${world.business.id}, ${id}, ${document(state)}::text::jsonb, ${sealed}, ${now})
    on conflict (business_id, channel_id) do update set state = excluded.state, secret = excluded.secret, since = excluded.since`;
  await world.owner`
    insert into session_lease (business_id, channel_id, owner, until)
    values (${world.business.id}, ${id}, ${newId()}, ${now.plus({ seconds: held ? 30 : -1 })})
    on conflict (business_id, channel_id) do update set until = excluded.until`;
}

test("a phone is added with its whole number and its risk accepted, on the record, and no other way", async () => {
  for (const [wrong, says] of [
    [{ ...NEW, acceptsRisk: false }, "body.acceptsRisk: the risk has to be accepted first"],
    [{ ...NEW, phone: "300 000 0003" }, "body.phone: this is no whole telephone number"],
    [{ ...NEW, phone: "+57 30" }, "body.phone: this is no whole telephone number"],
  ] as const) {
    const refused = await admin.post<Failure>("/api/linked-phones", wrong);
    expect(refused.status).toBe(400);
    expect(refused.body.message).toBe(says);
  }
  expect((await supervisor.post("/api/linked-phones", NEW)).status).toBe(403);

  const added = await admin.post<AddedNumber>("/api/linked-phones", NEW);
  expect(added.status).toBe(201);
  ({ id } = added.body);
  expect((await audited("channel.accept-risk")).map(({ actor, after }) => [actor, after])).toEqual([
    [admin.userId, { kind: "baileys" }],
  ]);
  expect((await audited("channel.add")).map(({ actor }) => actor)).toEqual([admin.userId]);
  expect(await linkOf()).toMatchObject({
    name: "Mostrador",
    expectedPhone: "573000000003",
    link: { state: "unlinked" },
    asked: null,
    linked: null,
    risk: { by: "Alba" },
  });

  const again = await admin.post<Failure>("/api/linked-phones", { ...NEW, phone: "0057 3000000003" });
  expect([again.status, again.body.code]).toEqual([409, "number.taken"]);
});

test("two who add the same phone at once add it once", async () => {
  const phone = "+57 300 000 0008";
  const both = await Promise.all([1, 2].map(() => admin.post("/api/linked-phones", { ...NEW, phone })));
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
});

test("a demo is never joined to a real number", async () => {
  const demo = await makeWorld(database, { business: { isDemo: true } });
  const here = await startConsole(database, demo);
  const refused = await (await here.signInAs("admin")).post<Failure>("/api/linked-phones", NEW);
  expect([refused.status, refused.body.code]).toEqual([409, "request.conflict"]);
  await here[Symbol.asyncDispose]();
  await demo[Symbol.asyncDispose]();
});

test("a QR and a code are told to who may link, and to nobody else, and are not cached", async () => {
  const expiresAt = world.deps.clock.now().plus({ seconds: 40 }).toISO();
  await stand({ state: "qr", expiresAt, left: 4 }, { secret: QR });
  const answer = await admin.get<NumberLink>(`/api/channels/${id}/link`);
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
  expect(answer.body.link).toEqual({ state: "qr", qr: QR, expiresAt, left: 4 });
  expect(Date.parse(answer.body.now)).toBeLessThan(Date.parse(expiresAt));
  await stand({ state: "code", expiresAt }, { secret: "ABCD1234" });
  expect((await linkOf()).link).toEqual({ state: "code", code: "ABCD1234", expiresAt });

  expect((await supervisor.get(`/api/channels/${id}/link`)).status).toBe(403);
  const page = await supervisor.get<NumberPage>(`/api/channels/${id}`);
  expect(page.body.link?.stand).toEqual({ state: "code" });
  expect(page.text).not.toContain("ABCD1234");
  const list = await supervisor.get<Channels>("/api/channels");
  expect(list.body.channels.find((one) => one.id === id)?.state).toEqual({ state: "link", link: { state: "code" } });
  expect(list.text).not.toContain("ABCD1234");
});

test("each state is told as the process wrote it, and nothing works before it is so", async () => {
  const at = "2026-11-22T15:30:40.000Z";
  const states = [
    { state: "linking" },
    { state: "connecting" },
    { state: "down", because: "428", retryAt: at },
    { state: "restricted", because: "463", until: at },
    { state: "ended", because: "wrong-number", detail: "another" },
    { state: "ended", because: "banned", detail: "" },
  ];
  for (const state of states) {
    await stand(state);
    expect((await linkOf()).link).toEqual(state);
    expect((await pageOf()).state).toEqual({ state: "link", link: state });
  }
  await stand({ state: "unlinked", told: true });
  expect((await linkOf()).link).toEqual({ state: "unlinked" });
  await stand({ state: "unlinked", told: false });
  expect((await linkOf()).link).toEqual({ state: "unlinked", isLeft: true });
  await stand({ state: "restricted", because: "463" });
  expect((await linkOf()).link).toEqual({ state: "restricted", because: "463", until: null });
  await stand({ state: "open", self: { phone: "573000000003" } });
  expect((await linkOf()).link).toEqual({ state: "open", phone: "573000000003" });
  expect((await pageOf()).state).toEqual({ state: "works" });
});

test("what says that it is connected says so only while a process has the phone", async () => {
  await stand({ state: "open", self: { phone: "573000000003" } }, { held: false });
  expect((await linkOf()).link).toEqual({ state: "unattended" });
  expect((await pageOf()).state).toEqual({ state: "link", link: { state: "unattended" } });
  await stand({ state: "ended", because: "banned", detail: "" }, { held: false });
  expect((await linkOf()).link).toMatchObject({ state: "ended", because: "banned" });
});

test("who linked which phone is told, and whether it is the expected one in any spelling of it", async () => {
  await stand({ state: "open", self: { phone: "573000000003" } });
  const linkedAt = world.deps.clock.now();
  const linked = async (expected: string, self: string) => {
    await world.owner`update channel set phone = ${expected} where id = ${id}`;
    await world.owner`update channel_link set linked_by = ${admin.userId}, linked_at = ${linkedAt}, self_phone = ${self} where channel_id = ${id}`;
    return (await pageOf(supervisor)).link?.linked;
  };
  expect(await linked("573000000003", "573000000003")).toEqual({
    phone: "573000000003",
    by: "Alba",
    at: linkedAt.toUTC().toISO(),
    isExpected: true,
  });
  // Brazil's ninth digit, Mexico's one: WhatsApp's own spelling of the same phone.
  expect(await linked("5511990000001", "551190000001")).toMatchObject({ isExpected: true });
  expect(await linked("525500000001", "5215500000001")).toMatchObject({ isExpected: true });
  expect(await linked("573000000003", "573000000004")).toMatchObject({ isExpected: false });
  await linked("573000000003", "573000000003");
});

test("a link is asked for by its process, and withdrawn where none takes it", { timeout: 30_000 }, async () => {
  const asking = admin.post<Failure>(`/api/channels/${id}/link`, { by: "code" });
  const taken = await takeAsk();
  expect(taken).toMatchObject({ what: "link-by-code", phone: "573000000003" });
  expect((await asking).status).toBe(202);

  const refused = await admin.post<Failure>(`/api/channels/${id}/link`, { by: "qr" });
  expect([refused.status, refused.body.code]).toEqual([503, "channel.no-process"]);
  expect((await linkOf()).asked).toBe(null);
});

test("nothing is linked before the risk was accepted, once, by name", async () => {
  const bare = newId();
  await world.owner`
    insert into channel (business_id, id, kind, name, routing_key) values (${world.business.id}, ${bare}, 'whatsapp_web', 'Old', ${`linked:${bare}`})`;
  const refused = await admin.post<Failure>(`/api/channels/${bare}/link`, { by: "qr" });
  expect([refused.status, refused.body.code]).toEqual([409, "number.risk-not-accepted"]);
  expect((await supervisor.post(`/api/channels/${bare}/accept-risk`)).status).toBe(403);
  for (let time = 0; time < 2; time += 1)
    expect((await admin.post(`/api/channels/${bare}/accept-risk`)).status).toBe(204);
  const kept = await world.owner<{ actor: string; after: unknown }[]>`
    select actor, after from audit_event where subject_id = ${bare} and action = 'channel.accept-risk'`;
  expect(kept).toEqual([{ actor: admin.userId, after: { kind: "whatsapp_web" } }]);
  expect((await linkOf(bare)).risk).toMatchObject({ by: "Alba" });
  const code = await admin.post<Failure>(`/api/channels/${bare}/link`, { by: "code" });
  expect([code.status, code.body.code]).toEqual([409, "request.conflict"]);
});

test("what is no linked phone, or another business's, has no link", async () => {
  const other = await server.otherBusiness();
  const theirs = await server.signInAs("admin", "Otra", other);
  for (const [who, channelId] of [
    [admin, world.channelId],
    [admin, newId()],
    [theirs, id],
  ] as const) {
    expect((await who.get(`/api/channels/${channelId}/link`)).status).toBe(404);
    expect((await who.post(`/api/channels/${channelId}/link`, { by: "qr" })).status).toBe(404);
    expect((await who.post(`/api/channels/${channelId}/unlink`)).status).toBe(404);
    expect((await who.post(`/api/channels/${channelId}/accept-risk`)).status).toBe(404);
  }
  expect((await theirs.get(`/api/channels/${id}`)).status).toBe(404);
});

/** As the process that has the phone does: takes what is asked, once it is there. */
async function takeAsk(): Promise<unknown> {
  for (;;) {
    const [taken] = await world.owner<{ asked: unknown }[]>`
      with ask as (select channel_id, asked from channel_link where channel_id = ${id} and asked is not null for update)
      update channel_link l set asked = null from ask where l.channel_id = ask.channel_id returning ask.asked`;
    if (taken) return present(taken.asked, "what was asked");
  }
}
