import { afterAll, beforeAll, expect, test } from "vitest";
import { insertBusiness, insertChannel } from "../../db/businesses.ts";
import { connect, type Database, open, type Sql, type Tx } from "../../db/client.ts";
import { activeHolds } from "../../db/gate.ts";
import { findContacts, insertConversations, insertInbound, type NewInbound } from "../../db/intake.ts";
import { openConversationOf } from "../../db/payments/debtors.ts";
import { findOpenings } from "../../db/turns.ts";
import { benchBusiness } from "../../src/bench/business.ts";
import { type BenchDebtor, seedDebtors } from "../../src/bench/turns/debtors.ts";
import { systemClock } from "../../src/clock.ts";
import { present } from "../../src/domain/assert.ts";
import { newId } from "../../src/ids.ts";
import { useDatabase } from "../support/database.ts";

const database = useDatabase();
const business = benchBusiness();
const channelId = newId();
const now = systemClock.now();
let db: Database;
let owner: Sql;
beforeAll(async () => {
  owner = open(database.ownerUrl, { max: 1, name: "owner" });
  db = connect(database.appUrl, { max: 2, name: "saldar-test" });
  await db.inBusiness(business.id, async (tx) => {
    await insertBusiness(tx, business);
    await insertChannel(tx, business.id, { id: channelId, kind: "cloud", name: "Test", routingKey: "100000000000001" });
  });
});
afterAll(async () => {
  await db.close();
  await owner.end();
});

/** The ids of what it tried to open. */
async function talkWith(tx: Tx, debtors: readonly BenchDebtor[]): Promise<string[]> {
  const made = debtors.map(({ contactId, debtorId }) => ({
    id: newId(),
    channelId,
    contactId,
    debtorId,
    flow: "collect",
    flowVersion: 1,
    state: "start",
    context: {},
    language: "es",
    openedAt: now,
  }));
  await insertConversations(tx, business.id, made);
  return made.map(({ id }) => id);
}

function firstWords({ contactId, phone }: BenchDebtor): NewInbound {
  return {
    id: newId(),
    conversationId: null,
    contactId,
    channelId,
    kind: "text",
    body: "hola",
    detail: {},
    providerId: `wamid.${phone}`,
    sentAt: now,
    cardNumberDropped: false,
  };
}

/** One promise each, of this state: at most one of a debtor is open. */
const promise = (debtors: readonly BenchDebtor[], conversationIds: readonly string[], state: string) =>
  owner`
    insert into promise (business_id, id, debtor_id, conversation_id, promised_on, due_on, amount_minor, currency, state)
    select ${business.id}, gen_random_uuid(), d, c, date '2026-11-22', date '2026-11-30', 1, 'COP', ${state}
    from unnest(${debtors.map(({ debtorId }) => debtorId)}::uuid[], ${conversationIds}::uuid[]) as told(d, c)`;

/** How many rows of a table Postgres fetches for that work. */
function readBy(work: (tx: Tx) => Promise<unknown>, table = "conversation"): Promise<number> {
  return db.inBusinessByKey(business.id, async (tx) => {
    await work(tx);
    const [read] = await tx<{ rows: number }[]>`
      select (seq_tup_read + idx_tup_fetch)::int as rows from pg_stat_xact_user_tables where relname = ${table}`;
    return present(read, "what was read").rows;
  });
}

test("counted at night when no conversation is open, the next day's are still found each by its contact or debtor", async () => {
  const debtors = await seedDebtors(db, business.id, { from: 1, count: 1_500 });
  for (const _ of [1, 2]) {
    const talks = await db.inBusiness(business.id, (tx) => talkWith(tx, debtors));
    await promise(debtors, talks, "kept");
    await owner`update conversation set closed_at = ${now}, outcome = 'other' where closed_at is null`;
  }
  await owner`vacuum analyze`;
  const talks = await db.inBusiness(business.id, (tx) => talkWith(tx, debtors));
  await promise(debtors, talks, "open");
  const handedOver = debtors.slice(0, 200).map(({ contactId }) => contactId);
  await owner`update conversation set owner = 'nobody', handed_over_at = ${now} where closed_at is null and contact_id = any(${handedOver}::uuid[])`;

  const some = debtors.slice(0, 3);
  const ids = some.map(({ debtorId }) => debtorId);
  const keys = some.map(({ phone }) => phone);
  const read = {
    findContacts: await readBy((tx) => findContacts(tx, business.id, channelId, { keys, bsuids: [] })),
    insertInbound: await readBy((tx) => insertInbound(tx, business.id, some.map(firstWords))),
    openConversationOf: await readBy((tx) => openConversationOf(tx, business.id, ids[0] ?? "")),
    findOpenings: await readBy((tx) => findOpenings(tx, business.id, ids)),
    activeHolds: await readBy((tx) => activeHolds(tx, business.id, { debtorIds: ids, now })),
    "activeHolds, promises": await readBy((tx) => activeHolds(tx, business.id, { debtorIds: ids, now }), "promise"),
  };
  // Nothing near the fifteen hundred that are open, or the two hundred before whom a person sits; a debtor has three in all.
  expect(Object.entries(read).filter(([, rows]) => rows > 30)).toEqual([]);
});

test.for([
  { end: "commits", conversation: "theirs" },
  { end: "rolls back", conversation: "ours" },
])(
  "while somebody else opens the same conversation, first words wait: it $end, and they stand in $conversation",
  async ({ end, conversation }) => {
    const [debtor] = await seedDebtors(db, business.id, { from: end === "commits" ? 9_001 : 9_002, count: 1 });
    const person = present(debtor, "the debtor");
    const theirs = Promise.withResolvers<string>();
    const mayEnd = Promise.withResolvers<void>();
    const other = db.inBusiness(business.id, async (tx) => {
      theirs.resolve(present((await talkWith(tx, [person]))[0], "their conversation"));
      await mayEnd.promise;
      if (end === "rolls back") throw new Error("as ordered");
    });
    const ended = other.catch((error: Error) => expect(error.message).toBe("as ordered"));
    const theirId = await theirs.promise;
    const ours = Promise.withResolvers<string>();
    const kept = db.inBusinessByKey(business.id, async (tx) => {
      const [ids] = await Promise.all([talkWith(tx, [person]), insertInbound(tx, business.id, [firstWords(person)])]);
      ours.resolve(present(ids[0], "our conversation"));
    });
    while (
      (await owner`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`)
        .length === 0
    );
    mayEnd.resolve();
    await Promise.all([ended, kept]);

    const id = conversation === "theirs" ? theirId : await ours.promise;
    expect(await owner`select id from conversation where contact_id = ${person.contactId}`).toEqual([{ id }]);
    expect(
      await owner`select conversation_id from message where provider_id = ${firstWords(person).providerId}`,
    ).toEqual([{ conversationId: id }]);
  },
);
