import { afterAll, beforeAll, expect, test } from "vitest";
import { document } from "../../../db/rows.ts";
import { raiseAlarm } from "../../../db/turns.ts";
import { openConversations } from "../../../src/app/conversations/open.ts";
import { newId } from "../../../src/ids.ts";
import type { Channels, NumberCard, NumberPage } from "../../../src/web/contract.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, WEDNESDAY, type World } from "../../support/world.ts";
import { type Browser, type ConsoleServer, startConsole } from "../console-server.ts";

const database = useDatabase();
let world: World;
let server: ConsoleServer;
let supervisor: Browser;
let agent: Browser;

beforeAll(async () => {
  world = await makeWorld(database, { messagingLimit: 3 });
  server = await startConsole(database, world);
  supervisor = await server.signInAs("supervisor");
  agent = await server.signInAs("agent");
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

const pageOf = async (who = supervisor) => (await who.get<NumberPage>(`/api/channels/${world.channelId}`)).body;
const stateOf = async () => (await pageOf()).state;

test("a number tells what became of what it sent, what waits and why, and what it cost today", async () => {
  const debtors = [];
  for (let person = 1; person <= 5; person += 1) debtors.push(await world.addDebtor(person));
  await openConversations(world.deps, {
    businessId: world.business.id,
    debtorIds: debtors.map(({ id }) => id),
    userId: "ana",
  });
  await world.settle();
  const { owner, channelId, business } = world;
  const [heard] = world.meta.accepted;
  await world.says(`+${heard?.to}`, "Hola");
  await world.settle();
  const sent = await owner<{ id: string; conversationId: string }[]>`
    select id, conversation_id from message where direction = 'out' order by id`;
  const [read, delivered, failed] = sent;
  expect(new Set(sent.map(({ conversationId }) => conversationId)).size).toBe(3);
  expect(new Set([read, delivered, failed].map((one) => one?.conversationId)).size).toBe(3);
  await owner`update message set status_rank = 4 where id = ${read?.id ?? ""}`;
  await owner`update message set status_rank = 3 where id = ${delivered?.id ?? ""}`;
  await owner`update message set status_rank = 2, failed_code = '131026' where id = ${failed?.id ?? ""}`;
  await owner`
    insert into message_cost (business_id, message_id, channel_id, category, market, billable, micros, currency, at)
    values (${business.id}, ${newId()}, ${channelId}, 'utility', 'Colombia', true, 12500, 'USD', ${WEDNESDAY})`;

  const page = await pageOf();
  const figures = { sent: sent.length, delivered: 2, read: 1, failed: 1, people: 3, blocked: 1 };
  expect(page).toMatchObject({
    messagingLimit: 3,
    reached: 3,
    state: { state: "works" },
    quality: "UNKNOWN",
    day: { ...figures, replied: 1 },
    week: { ...figures, replied: 1 },
    costToday: [{ currency: "USD", amount: "0.012500" }],
    unpricedToday: 0,
    queue: [{ because: "messaging-limit", count: 2, next: expect.stringMatching(/^2026-11-19T/) }],
    health: { verdict: "normal", peopleADay: null },
    link: null,
    hasOwnCredentials: false,
  });
  const card = (await supervisor.get<Channels>("/api/channels")).body.channels[0];
  const shared: Partial<NumberCard> = page;
  for (const key of ["day", "week", "queue", "state", "costToday"] as const) expect(card?.[key]).toEqual(shared[key]);
});

test("how it stands is told by the gravest that is true", async () => {
  const { owner, channelId, business } = world;
  const soon = world.deps.clock.now().plus({ minutes: 5 });
  await owner`update channel set paused_until = ${soon} where id = ${channelId}`;
  expect(await stateOf()).toEqual({ state: "resting", until: soon.toUTC().toISO() });
  // After what the governor decided by itself when the messages went.
  const decidedAt = WEDNESDAY.plus({ minutes: 1 });
  const record = { reasons: [{ rule: "restriction", inputs: { code: "131031" }, threshold: null, source: "Meta" }] };
  await owner`
    insert into number_decision (business_id, id, channel_id, verdict, reason, people_a_day, every_ms, record, at)
    values (${business.id}, ${newId()}, ${channelId}, 'stopped', 'restriction', 0, 1000, ${document(record)}::text::jsonb, ${decidedAt})`;
  expect(await stateOf()).toEqual({ state: "stopped", because: "restriction" });
  expect((await pageOf()).health).toEqual({
    verdict: "stopped",
    because: "restriction",
    inputs: { code: "131031" },
    peopleADay: 0,
    everyMs: 1000,
    at: decidedAt.toUTC().toISO(),
  });
  await owner`update channel set blocks = '{"restriction":"131031"}' where id = ${channelId}`;
  expect(await stateOf()).toEqual({ state: "blocked", because: "131031" });
  // What would leave waits for the number then.
  await owner`update outbox set send_at = ${WEDNESDAY}, waits_because = null, placed_on = null where state = 'queued'`;
  expect((await pageOf()).queue).toEqual([{ because: "number", count: 2, next: null }]);
  await owner`update channel set retired_at = ${soon} where id = ${channelId}`;
  expect(await stateOf()).toEqual({ state: "retired", at: soon.toUTC().toISO() });
});

test("its alarms are shown to whoever may see alarms", async () => {
  const id = newId();
  await world.db.inBusiness(world.business.id, async (tx) => {
    await raiseAlarm(tx, world.business.id, {
      id,
      kind: "channel.blocked",
      subjectId: world.channelId,
      detail: "131031",
    });
    await raiseAlarm(tx, world.business.id, { id: newId(), kind: "message.rejected", subjectId: newId(), detail: "x" });
  });
  expect((await pageOf()).alarms).toMatchObject([{ id, kind: "channel.blocked", detail: "131031" }]);
  expect((await pageOf(agent)).alarms).toBe(null);
});

test("there is no page of a number that is not the business's", async () => {
  expect((await supervisor.get(`/api/channels/${newId()}`)).status).toBe(404);
  const other = await server.otherBusiness();
  const theirs = await server.signInAs("admin", "Otra", other);
  expect((await theirs.get(`/api/channels/${world.channelId}`)).status).toBe(404);
  expect((await theirs.get<Channels>("/api/channels")).body.channels).toEqual([]);
});
