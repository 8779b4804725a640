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
  await owner`vacuum analyze`;
  const [newest] = await owner<{ id: string }[]>`select id from conversation order by id desc limit 1`;
  id = present(newest, "a conversation").id;
});
afterAll(async () => {
  await db.close();
  await owner.end();
});

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

/** What that work finds, and how many conversations Postgres fetches for it. */
function readBy<T>(work: (tx: Tx) => Promise<T>): Promise<{ found: T; rows: number }> {
  return db.inBusiness(business.id, async (tx) => {
    const before = await readSoFar(tx);
    const found = await work(tx);
    return { found, rows: (await readSoFar(tx)) - before };
  });
}

async function readSoFar(tx: Tx): Promise<number> {
  const [read] = await tx<{ rows: number }[]>`
    select (seq_tup_read + idx_tup_fetch)::int as rows from pg_stat_xact_user_tables where relname = 'conversation'`;
  return present(read, "what was read").rows;
}
