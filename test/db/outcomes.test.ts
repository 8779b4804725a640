import { afterAll, beforeAll, expect, test } from "vitest";
import { insertBusiness, insertChannel } from "../../db/businesses.ts";
import { connect, type Database, open, type Sql, type Tx } from "../../db/client.ts";
import { inboxOutcomes, inboxPage } from "../../db/console/inbox.ts";
import { insertOldMessages } from "../../db/samples.ts";
import { benchBusiness } from "../../src/bench/business.ts";
import { seedDebtors } from "../../src/bench/turns/debtors.ts";
import { present } from "../../src/domain/assert.ts";
import { OUTCOMES, type Outcome } from "../../src/domain/outcome.ts";
import { newId } from "../../src/ids.ts";
import { useDatabase } from "../support/database.ts";

const database = useDatabase();
const business = benchBusiness();
const ENDED = 3_000;
const PAID = 40;
/** Open again after a promise, beside `ENDED / 3` of each owner that are open without, and `ENDED * ROUNDS` that ended with one. */
const OPEN = { bot: 12, waiting: 5 };
const ROUNDS = 6;
let db: Database;
let owner: Sql;
/** Of a conversation that ended with a promise, as most do here. */
let id: string;
beforeAll(async () => {
  owner = open(database.ownerUrl, { max: 1, name: "owner" });
  db = connect(database.appUrl, { max: 2, name: "saldar-test" });
  const channelId = newId();
  await db.inBusiness(business.id, async (tx) => {
    await insertBusiness(tx, business);
    await insertChannel(tx, business.id, { id: channelId, kind: "cloud", name: "Test", routingKey: "100000000000001" });
  });
  const debtors = await seedDebtors(db, business.id, { from: 1, count: ENDED });
  const contactIds = debtors.map(({ contactId }) => contactId);
  await db.inBusiness(business.id, (tx) =>
    insertOldMessages(tx, business.id, { channelId, contactIds, messagesEach: 1 }),
  );
  // The oldest: by age they would be found last.
  await owner`update conversation set outcome = 'paid' where id in (select id from conversation order by id limit ${PAID})`;
  await copy(OPEN.bot, { owner: "bot", outcome: "promise", isOpen: true });
  await copy(OPEN.waiting, { owner: "nobody", outcome: "promise", isOpen: true });
  await copy(ENDED / 3, { owner: "bot", outcome: null, isOpen: true });
  await copy(ENDED / 3, { owner: "nobody", outcome: null, isOpen: true });
  await copy(ENDED * (ROUNDS - 1), { owner: "bot", outcome: "promise", isOpen: false });
  await owner`vacuum analyze`;
  const [newest] = await owner<{ id: string }[]>`
    select id from conversation where closed_at is not null order by id desc limit 1`;
  id = present(newest, "a conversation").id;
});
afterAll(async () => {
  await db.close();
  await owner.end();
});

type Copies = { readonly owner: "bot" | "nobody"; readonly outcome: Outcome | null; readonly isOpen: boolean };

/** So many conversations more, none with a contact that has one open. */
const copy = (count: number, as: Copies) => owner`
  insert into conversation (business_id, id, channel_id, contact_id, debtor_id, flow, flow_version, state, context, language, owner,
    outcome, closed_at, opened_at)
  select business_id, gen_random_uuid(), channel_id, contact_id, debtor_id, flow, flow_version, state, context, language, ${as.owner},
    ${as.outcome}, case when not ${as.isOpen}::boolean then timestamptz '2026-03-02' end, opened_at
  from conversation c cross join generate_series(1, ${ROUNDS}::int) n where outcome = 'promise'
    and not exists (select from conversation o where o.contact_id = c.contact_id and o.closed_at is null)
  order by n, c.id limit ${count}`;

const append = (word: string, revision: number) =>
  owner`insert into outcome (business_id, conversation_id, revision, outcome, by, at)
    values (${business.id}, ${id}, ${revision}, ${word}, 'bot', now())`;
const write = (word: string | null) => owner`update conversation set outcome = ${word} where id = ${id}`;

test("each word of the list is taken where outcomes are appended and where the last one is shown", async () => {
  for (const [index, word] of OUTCOMES.entries()) {
    await append(word, index + 1);
    await write(word);
  }
  expect(await owner`select from outcome where conversation_id = ${id}`).toHaveLength(OUTCOMES.length);
  await write("promise");
});

test.each(["won", "Paid", "paid ", ""])("no other is, whoever writes it: %j", async (word) => {
  await expect(append(word, 100)).rejects.toMatchObject({ code: "23514", constraint_name: "outcome_on_the_list" });
  await expect(write(word)).rejects.toMatchObject({
    code: "23514",
    constraint_name: "conversation_outcome_on_the_list",
  });
});

test("the list in the database is the list in the code", async () => {
  const lists = await owner<{ words: string[] }[]>`
    select array(select m[1] from regexp_matches(pg_get_constraintdef(oid), '''([^'']*)''', 'g') m) as words
    from pg_constraint where conname in ('outcome_on_the_list', 'conversation_outcome_on_the_list')`;
  expect(lists.map(({ words }) => words)).toEqual([[...OUTCOMES], [...OUTCOMES]]);
});

test("nothing ends without an outcome", async () => {
  await expect(write(null)).rejects.toMatchObject({
    code: "23514",
    constraint_name: "conversation_ends_in_an_outcome",
  });
});

test("a list by outcome and its counts read what they show, however many have ended", async () => {
  const filter = { view: "closed" } as const;
  const page = (outcome: Outcome) => ({ filter, outcome, search: undefined, after: undefined, limit: 50, reasons: [] });
  const paid = await readBy((tx) => inboxPage(tx, business.id, page("paid")));
  const promised = await readBy((tx) => inboxPage(tx, business.id, page("promise")));
  const upTo = 1_000;
  const counted = await readBy((tx) => inboxOutcomes(tx, business.id, { filter, outcomes: OUTCOMES, upTo }));
  expect([paid.found.length, promised.found.length]).toEqual([PAID, 50]);
  expect(counted.found).toEqual([
    { outcome: "paid", count: PAID },
    { outcome: "promise", count: upTo + 1 },
  ]);
  expect([paid, promised, counted].map(({ rows }) => rows).filter((rows) => rows > 60)).toEqual([]);
});

test.each(["bot", "waiting"] as const)(
  "so do those of an open view (%s), however many are open without an outcome or have ended with the same",
  async (view) => {
    const filter = { view };
    const asked = { filter, outcome: "promise", search: undefined, after: undefined, limit: 50, reasons: [] } as const;
    const page = await readBy((tx) => inboxPage(tx, business.id, asked));
    const counts = { filter, outcomes: OUTCOMES, upTo: 1_000 };
    const counted = await readBy((tx) => inboxOutcomes(tx, business.id, counts));
    expect(page.found).toHaveLength(OPEN[view]);
    expect(counted.found).toEqual([{ outcome: "promise", count: OPEN[view] }]);
    // One look for each outcome. Going through all that are open takes hundreds of pages, and so do those that ended.
    expect([page, counted].map(({ pages }) => pages).filter((pages) => pages > 2 * OUTCOMES.length)).toEqual([]);
  },
);

test("what a turn changes each time is in no index of conversations, so that the change can stay on its page", async () => {
  const indexed = await owner<{ name: string }[]>`
    select distinct a.attname as name from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum > 0
    where i.indrelid = 'conversation'::regclass and pg_get_indexdef(i.indexrelid) ~ ('\\m' || a.attname || '\\M')`;
  const names = indexed.map(({ name }) => name);
  expect(names).toContain("outcome");
  const changing =
    "state context revision last_inbound_at said_since_inbound last_options last_said_at paced_until_ms burst_from_ms";
  expect(names.filter((name) => changing.split(" ").includes(name))).toEqual([]);
});

/** What that work finds, how many conversations Postgres fetches for it, and how many pages of theirs and of their indexes. */
async function readBy<T>(work: (tx: Tx) => Promise<T>): Promise<{ found: T; rows: number; pages: number }> {
  return db.inBusiness(business.id, async (tx) => {
    const before = await readSoFar(tx);
    const found = await work(tx);
    const after = await readSoFar(tx);
    return { found, rows: after.rows - before.rows, pages: after.pages - before.pages };
  });
}

async function readSoFar(tx: Tx): Promise<{ rows: number; pages: number }> {
  const [read] = await tx<{ rows: number; pages: number }[]>`
    select (seq_tup_read + idx_tup_fetch)::int as rows,
      (pg_stat_get_xact_blocks_fetched(relid)
        + (select sum(pg_stat_get_xact_blocks_fetched(indexrelid)) from pg_index where indrelid = relid))::int as pages
    from pg_stat_xact_user_tables where relname = 'conversation'`;
  return present(read, "what was read");
}
