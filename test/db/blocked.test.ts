import { DateTime } from "luxon";
import { afterAll, beforeAll, expect, test } from "vitest";
import { insertBusiness, insertChannel } from "../../db/businesses.ts";
import { connect, type Database, open, type Sql, type Tx } from "../../db/client.ts";
import { blockedMessages, countBlocked } from "../../db/console/blocked.ts";
import { insertOldMessages } from "../../db/samples.ts";
import { benchBusiness } from "../../src/bench/business.ts";
import { seedDebtors } from "../../src/bench/turns/debtors.ts";
import { present } from "../../src/domain/assert.ts";
import { newId } from "../../src/ids.ts";
import { useDatabase } from "../support/database.ts";

// What was refused is found among what was allowed, and a span among all that was refused, without reading either.

const database = useDatabase();
const business = benchBusiness();
const ALLOWED = 20_000;
const HOURS = 3_000;
const HOLIDAYS = 30;
const FIRST = DateTime.fromISO("2026-01-01T00:00:00Z", { zone: "utc" });
const EVER = { from: undefined, until: undefined };
let db: Database;
let owner: Sql;

beforeAll(async () => {
  owner = open(database.ownerUrl, { max: 1, name: "owner" });
  db = connect(database.appUrl, { max: 2, name: "saldar-test" });
  const channelId = newId();
  await db.inBusiness(business.id, async (tx) => {
    await insertBusiness(tx, business);
    await insertChannel(tx, business.id, { id: channelId, kind: "cloud", name: "Test", routingKey: "100000000000001" });
  });
  const debtors = await seedDebtors(db, business.id, { from: 1, count: 10 });
  const contactIds = debtors.map(({ contactId }) => contactId);
  await db.inBusiness(business.id, (tx) =>
    insertOldMessages(tx, business.id, { channelId, contactIds, messagesEach: 1 }),
  );
  await decide({ count: ALLOWED, allowed: true, reason: "OK", clause: "CO.hours", state: "accepted" });
  // One an hour, and of the other kind one a day.
  await decide({ count: HOURS, allowed: false, reason: "OUTSIDE_WINDOW", clause: "CO.hours", state: "queued" });
  await decide({
    count: HOLIDAYS,
    allowed: false,
    reason: "HOLIDAY",
    clause: "CO.holiday",
    state: "blocked",
    every: 24,
  });
  await decide({ count: 1, allowed: false, reason: "HOLIDAY", clause: "any.policy", state: "superseded" });
  await owner`vacuum analyze`;
});
afterAll(async () => {
  await db.close();
  await owner.end();
});

type Made = { count: number; allowed: boolean; reason: string; clause: string; state: string; every?: number };

/** So many sends and their decisions, from the first hour on. */
async function decide({ count, allowed, reason, clause, state, every = 1 }: Made): Promise<void> {
  await owner`
    with one as (select id from conversation order by id limit 1),
    made as (insert into outbox (business_id, id, conversation_id, revision, position, kind, trigger, payload, owner_epoch, author, send_at, state)
      select ${business.id}, gen_random_uuid(), one.id, n, ${state.length + clause.length}, 'opening', 'proactive', '{}', 0, 'bot',
        ${FIRST}::timestamptz + n * ${every}::int * interval '1 hour', ${state}
      from one, generate_series(1, ${count}::int) n returning id, conversation_id, send_at)
    insert into send_decision (business_id, id, outbox_id, conversation_id, stage, allowed, reason, record, at)
    select ${business.id}, gen_random_uuid(), id, conversation_id, 'dispatch', ${allowed}, ${reason},
      jsonb_build_object('clause', jsonb_build_object('id', ${clause}::text)), send_at from made`;
}

test("are counted by rule, each clause of a reason by itself, and nothing that was allowed", async () => {
  const { found, rows } = await readBy((tx) => countBlocked(tx, business.id, EVER));
  expect(found.map(({ reason, clauseId, count }) => [reason, clauseId, count])).toEqual([
    ["OUTSIDE_WINDOW", "CO.hours", HOURS],
    ["HOLIDAY", "CO.holiday", HOLIDAYS],
    ["HOLIDAY", "any.policy", 1],
  ]);
  expect(found[1]).toMatchObject({ clause: { id: "CO.holiday" }, latest: FIRST.plus({ hours: 24 * HOLIDAYS }) });
  expect(rows).toBeLessThan(HOURS + HOLIDAYS + 50);
});

test("are counted in a span by reading that span: the later moment is not in it", async () => {
  const span = { from: FIRST.plus({ hours: 24 }), until: FIRST.plus({ hours: 72 }) };
  const { found, rows } = await readBy((tx) => countBlocked(tx, business.id, span));
  expect(found.map(({ reason, count }) => [reason, count])).toEqual([
    ["OUTSIDE_WINDOW", 48],
    ["HOLIDAY", 2],
  ]);
  expect(rows).toBeLessThan(100);
});

test("are listed newest first in pages that leave nobody out, and a page reads no more than it shows", async () => {
  const rule = { reason: "HOLIDAY", clauseId: "CO.holiday" };
  const seen: DateTime[] = [];
  let before: { at: DateTime; id: string } | undefined;
  do {
    const { found, rows } = await readBy((tx) =>
      blockedMessages(tx, business.id, { rule, span: EVER, before, limit: 7 }),
    );
    expect(rows).toBeLessThan(30);
    seen.push(...found.map(({ at }) => at));
    before = found.at(-1);
  } while (before);
  expect(seen).toHaveLength(HOLIDAYS);
  expect(seen.map((at) => at.toMillis())).toEqual(seen.map((at) => at.toMillis()).toSorted((a, b) => b - a));
});

/** What that work finds, and how many decisions and sends Postgres fetches for it. */
function readBy<T>(work: (tx: Tx) => Promise<T>): Promise<{ found: T; rows: number }> {
  return db.inBusiness(business.id, async (tx) => {
    const before = await readSoFar(tx);
    const found = await work(tx);
    return { found, rows: (await readSoFar(tx)) - before };
  });
}

async function readSoFar(tx: Tx): Promise<number> {
  const [read] = await tx<{ rows: number }[]>`
    select sum(seq_tup_read + idx_tup_fetch)::int as rows from pg_stat_xact_user_tables where relname in ('send_decision', 'outbox')`;
  return present(read, "what was read").rows;
}
