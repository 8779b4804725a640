import { DateTime } from "luxon";
import { afterAll, beforeAll, expect, test } from "vitest";
import { countBlocked } from "../../../db/console/blocked.ts";
import { threadMessages } from "../../../db/console/thread.ts";
import { advanceDue } from "../../../src/app/conversations/advance.ts";
import { openConversations } from "../../../src/app/conversations/open.ts";
import type { Deps } from "../../../src/app/deps.ts";
import { present } from "../../../src/domain/assert.ts";
import { whatsappKey } from "../../../src/domain/phone.ts";
import { newId } from "../../../src/ids.ts";
import { useDatabase } from "../../support/database.ts";
import { recordingDatabase } from "../../support/recording-database.ts";
import { handClock } from "../../support/story/hand-clock.ts";
import { watchedDatabase } from "../../support/watched-database.ts";
import { makeWorld, type SampleDebtor, WEDNESDAY, type World } from "../../support/world.ts";

// What we start is decided on in the transaction that plans it, and once more as it is about to leave.

const SUNDAY = DateTime.fromISO("2026-11-22T10:00:00-05:00", { zone: "utc" });
const MONDAY_OPENS = DateTime.fromISO("2026-11-23T07:00:00-05:00", { zone: "utc" });
const MONDAY_CLOSES = DateTime.fromISO("2026-11-23T19:00:00-05:00", { zone: "utc" });

const database = useDatabase();
const clock = handClock(WEDNESDAY);
let world: World;
let people = 500;
let counted: string[] = [];
let deps: Deps;
beforeAll(async () => {
  world = await makeWorld(database, { clock });
  deps = { ...world.deps, observe: { ...world.deps.observe, blocked: (reason) => counted.push(reason) } };
});
afterAll(() => world[Symbol.asyncDispose]());

const newDebtor = (options?: Parameters<World["addDebtor"]>[1]) => {
  people += 1;
  return world.addDebtor(people, options);
};

/** Plans the openings and lets nothing leave. */
const plan = async (debtors: readonly SampleDebtor[], at: DateTime, using: Deps = deps): Promise<void> => {
  clock.set(at);
  counted = [];
  const debtorIds = debtors.map(({ id }) => id);
  await openConversations(using, { businessId: world.business.id, debtorIds, userId: "ana" });
};

type Decided = { stage: string; allowed: boolean; reason: string; until: DateTime | null };

const decidedOf = ({ id }: SampleDebtor) =>
  world.owner<Decided[]>`
    select d.stage, d.allowed, d.reason, d.until from send_decision d join conversation c on c.id = d.conversation_id
    where c.debtor_id = ${id} order by d.id`;

const sendOf = async ({ id }: SampleDebtor) => {
  const [send] = await world.owner<
    { state: string; sendAt: DateTime; alarmAt: DateTime | null; closedAt: DateTime | null; outcome: string | null }[]
  >`
    select o.state, o.send_at, c.alarm_at, c.closed_at, c.outcome from outbox o join conversation c on c.id = o.conversation_id
    where c.debtor_id = ${id} order by o.id desc limit 1`;
  return present(send, "what was planned");
};

test("planned on a Sunday, it waits for Monday from the beginning, with the article beside it, and its answer's time begins there", async () => {
  const debtor = await newDebtor();
  await plan([debtor], SUNDAY);
  expect(await decidedOf(debtor)).toEqual([
    { stage: "planning", allowed: false, reason: "OUTSIDE_WINDOW", until: MONDAY_OPENS },
  ]);
  const [kept] = await world.owner<{ clause: { article: string; law: string } }[]>`
    select d.record -> 'clause' as clause from send_decision d join conversation c on c.id = d.conversation_id where c.debtor_id = ${debtor.id}`;
  expect(kept?.clause).toMatchObject({ article: "art. 3", law: "Ley 2300 de 2023" });
  const { state, sendAt, alarmAt } = await sendOf(debtor);
  expect(state).toBe("queued");
  expect(sendAt >= MONDAY_OPENS && sendAt < MONDAY_CLOSES, sendAt.toISO()).toBe(true);
  expect(present(alarmAt, "the answer's wait").diff(sendAt).as("days")).toBeGreaterThan(1);
  expect(counted).toEqual(["OUTSIDE_WINDOW"]);

  await world.settle();
  expect(world.heard(debtor.phone)).toEqual([]);
  clock.set(sendAt);
  await world.settle();
  expect(world.heard(debtor.phone)).toHaveLength(1);
  expect((await decidedOf(debtor)).map(({ stage, allowed }) => [stage, allowed])).toEqual([
    ["planning", false],
    ["dispatch", true],
  ]);
});

test("a message that was refused once is counted once, and the console shows the decision it left by", async () => {
  const debtor = await newDebtor();
  const span = { from: SUNDAY.minus({ days: 7 }), until: undefined };
  const blocked = () => world.db.inBusiness(world.business.id, (tx) => countBlocked(tx, world.business.id, span));
  const before = (await blocked()).reduce((sum, { count }) => sum + count, 0);
  await plan([debtor], SUNDAY.plus({ days: 7 }));
  clock.set((await sendOf(debtor)).sendAt);
  await world.settle();
  expect((await blocked()).reduce((sum, { count }) => sum + count, 0)).toBe(before + 1);
  const [conversation] = await world.owner<
    { id: string }[]
  >`select id from conversation where debtor_id = ${debtor.id}`;
  const shown = await world.db.inBusiness(world.business.id, (tx) =>
    threadMessages(tx, world.business.id, {
      conversationId: present(conversation, "the chat").id,
      before: undefined,
      limit: 5,
    }),
  );
  expect(shown).toMatchObject([{ decisionStage: "dispatch", decisionAllowed: true, decisionReason: "OK" }]);
});

test("the decision that let it leave is the one of the dispatch, also where the planning one has the younger id", async () => {
  const debtor = await newDebtor();
  await plan([debtor], WEDNESDAY);
  await world.settle();
  const [left] = await world.owner<{ conversationId: string; outboxId: string }[]>`
    select d.conversation_id, d.outbox_id from send_decision d join conversation c on c.id = d.conversation_id
    where c.debtor_id = ${debtor.id} and d.stage = 'dispatch'`;
  const { conversationId, outboxId } = present(left, "the decision");
  await world.owner`
    insert into send_decision (business_id, id, outbox_id, conversation_id, stage, allowed, reason, record, at)
    values (${world.business.id}, ${newId()}, ${outboxId}, ${conversationId}, 'planning', false, 'HOLIDAY', '{}', ${WEDNESDAY})`;
  const shown = await world.db.inBusiness(world.business.id, (tx) =>
    threadMessages(tx, world.business.id, { conversationId, before: undefined, limit: 5 }),
  );
  expect(shown).toMatchObject([{ decisionStage: "dispatch", decisionReason: "OK" }]);
});

test("allowed when it was planned, it does not leave once they have paid", async () => {
  const debtor = await newDebtor();
  await plan([debtor], WEDNESDAY);
  // What is owed is a sum of postings: those of another debtor are none of theirs.
  await world.owner.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update ledger_posting set debtor_id = ${newId()} where debtor_id = ${debtor.id}`;
  });
  await world.settle();
  expect(world.heard(debtor.phone)).toEqual([]);
  expect(await decidedOf(debtor)).toMatchObject([
    { stage: "planning", allowed: true, reason: "OK" },
    { stage: "dispatch", allowed: false, reason: "HOLD_nothing_owed", until: null },
  ]);
  expect(await sendOf(debtor)).toMatchObject({ state: "blocked" });
});

test("allowed when it was planned, it does not leave once a stop stands", async () => {
  const debtor = await newDebtor();
  await plan([debtor], WEDNESDAY);
  await world.owner`
    insert into hold (business_id, id, debtor_id, kind, placed_at)
    values (${world.business.id}, ${newId()}, ${debtor.id}, 'opt_out', ${WEDNESDAY})`;
  await world.settle();
  expect(world.heard(debtor.phone)).toEqual([]);
  expect((await decidedOf(debtor)).map(({ stage, reason }) => [stage, reason])).toEqual([
    ["planning", "OK"],
    ["dispatch", "OPTED_OUT"],
  ]);
});

test("what no passing of time allows is given up as it is planned, and its chat with it", async () => {
  const debtor = await newDebtor({ permission: false });
  await plan([debtor], WEDNESDAY);
  expect(await decidedOf(debtor)).toEqual([
    { stage: "planning", allowed: false, reason: "NO_PERMISSION", until: null },
  ]);
  expect(await sendOf(debtor)).toMatchObject({ state: "blocked", outcome: "other", alarmAt: null });
  expect((await sendOf(debtor)).closedAt).not.toBeNull();
  expect(counted).toEqual(["NO_PERMISSION"]);
  await world.settle();
  expect(await decidedOf(debtor)).toHaveLength(1);
});

test("hundreds are decided on with the statements of one, and spread over the window", async () => {
  const debtors: SampleDebtor[] = [];
  for (let count = 0; count < 300; count += 1) debtors.push(await newDebtor());
  const db = recordingDatabase(world.db);
  const statementsOf = async (some: readonly SampleDebtor[]) => {
    await plan(some, SUNDAY.plus({ days: 14 }), { ...deps, db });
    return db.takeStatements().length;
  };
  const [alone, ...others] = debtors;
  expect(await statementsOf(others)).toBe(await statementsOf([present(alone, "one")]));
  const sent = await world.owner<{ sendAt: DateTime; stages: string[] }[]>`
    select o.send_at, array(select d.stage from send_decision d where d.outbox_id = o.id) as stages
    from outbox o join conversation c on c.id = o.conversation_id
    where c.debtor_id = any(${others.map(({ id }) => id)}::uuid[]) order by o.send_at`;
  expect(sent).toHaveLength(others.length);
  expect(new Set(sent.flatMap(({ stages }) => stages))).toEqual(new Set(["planning"]));
  const hours = sent.map(({ sendAt }) => sendAt.diff(MONDAY_OPENS.plus({ days: 14 })).as("hours"));
  expect(new Set(hours).size).toBe(others.length);
  // The window less an hour and a quarter is ten and three quarters: 28 of 299 in each hour.
  const perHour = Array.from({ length: 10 }, (_, hour) => hours.filter((one) => Math.floor(one) === hour).length);
  expect([Math.min(...perHour), Math.max(...perHour)].every((count) => count >= 27 && count <= 29)).toBe(true);
});

test("nothing is planned without its decision: where that cannot be kept, there is no send and no chat", async () => {
  const debtor = await newDebtor();
  const db = watchedDatabase(world.db, (text) => {
    if (text.startsWith("insert into send_decision")) throw new Error("the disk is full");
  });
  await expect(plan([debtor], WEDNESDAY, { ...deps, db })).rejects.toThrow("the disk is full");
  const left = await world.owner`select id from conversation where debtor_id = ${debtor.id}`;
  expect(left).toEqual([]);
});

test("of two nudges to one person in one turn the second is decided on as if the first had left", async () => {
  const { id, phone, contactId } = await newDebtor();
  people += 1;
  const second = `+57300555${String(people).padStart(4, "0")}`;
  const secondId = newId();
  await world.owner`
    insert into contact (business_id, id, debtor_id, phone, wa_key)
    values (${world.business.id}, ${secondId}, ${id}, ${second}, ${whatsappKey(second)})`;
  await world.owner`
    insert into contact_permission (business_id, id, contact_id, granted, wording, granted_on, source)
    values (${world.business.id}, ${newId()}, ${secondId}, true, 'Autorizo mensajes de WhatsApp', '2026-01-15', 'upload')`;
  clock.set(WEDNESDAY);
  for (const number of [phone, second]) await world.says(number, "hola");
  await world.settle();
  const friday = WEDNESDAY.plus({ days: 2 });
  await world.owner`update conversation set alarm_at = ${friday} where contact_id in (${contactId}, ${secondId})`;
  clock.set(friday);
  await advanceDue(deps, world.business.id);
  const planned = await world.owner<Decided[]>`
    select d.stage, d.allowed, d.reason, d.until from send_decision d join conversation c on c.id = d.conversation_id
    where c.debtor_id = ${id} and d.stage = 'planning' order by d.id`;
  expect(planned).toMatchObject([
    { allowed: true, reason: "OK" },
    { allowed: false, reason: "DAILY_CAP", until: DateTime.fromISO("2026-11-21T08:00:00-05:00", { zone: "utc" }) },
  ]);
});

test("an answer costs no statement more: nothing is asked about it until it leaves", async () => {
  const debtor = await newDebtor();
  clock.set(WEDNESDAY);
  await world.says(debtor.phone, "hola");
  const db = recordingDatabase(world.db);
  await advanceDue({ ...deps, db }, world.business.id);
  const statements = db.takeStatements();
  expect(statements.some((text) => text.startsWith("insert into outbox"))).toBe(true);
  expect(statements.filter((text) => /send_decision|contact_permission|from outbox/.test(text))).toEqual([]);
  await world.settle();
  expect((await decidedOf(debtor)).map(({ stage }) => stage)).toEqual(["dispatch"]);
});
