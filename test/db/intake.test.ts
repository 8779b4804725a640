import { afterAll, beforeAll, expect, test } from "vitest";
import { insertBusiness, insertChannel } from "../../db/businesses.ts";
import { connect, type Database, open, type Sql, type Tx } from "../../db/client.ts";
import { findContacts, insertConversations, insertInbound, insertStrangers } from "../../db/intake.ts";
import { benchBusiness } from "../../src/bench/business.ts";
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
  db = connect(database.appUrl, { max: 1, name: "saldar-test" });
  await db.inBusiness(business.id, async (tx) => {
    await insertBusiness(tx, business);
    await insertChannel(tx, business.id, { id: channelId, kind: "cloud", name: "Test", routingKey: "100000000000001" });
  });
});
afterAll(async () => {
  await db.close();
  await owner.end();
});

const contacts = Array.from({ length: 600 }, (_, number) => {
  const waKey = String(573_000_000_000 + number);
  return { id: newId(), waKey, waId: waKey, bsuid: null, name: null };
});

const openAll = (tx: Tx) =>
  insertConversations(
    tx,
    business.id,
    contacts.map(({ id: contactId }) => ({
      id: newId(),
      channelId,
      contactId,
      debtorId: null,
      flow: "collect",
      flowVersion: 1,
      state: "start",
      context: {},
      language: "es",
      openedAt: now,
    })),
  );

/** How many of its conversations Postgres has fetched for this transaction so far. */
async function conversationsRead(tx: Tx): Promise<number> {
  const [read] = await tx<{ rows: number }[]>`
    select (seq_tup_read + idx_tup_fetch)::int as rows from pg_stat_xact_user_tables where relname = 'conversation'`;
  return present(read, "what was read").rows;
}

test("counted at night when no conversation is open, the next day's are still found each by its contact", async () => {
  await db.inBusiness(business.id, async (tx) => {
    await insertStrangers(tx, business.id, contacts);
    await openAll(tx);
  });
  await owner`update conversation set closed_at = ${now}`;
  await owner`vacuum analyze`;
  await db.inBusiness(business.id, openAll);

  const senders = contacts.slice(0, 5);
  const [found, readByFinding] = await db.inBusinessByKey(business.id, async (tx) => [
    await findContacts(tx, business.id, channelId, { keys: senders.map(({ waKey }) => waKey), bsuids: [] }),
    await conversationsRead(tx),
  ]);
  expect(found.filter(({ conversationId }) => conversationId !== null)).toHaveLength(5);
  expect(readByFinding).toBe(5);

  const readByKeeping = await db.inBusinessByKey(business.id, async (tx) => {
    await insertInbound(
      tx,
      business.id,
      senders.map(({ id, waKey }) => ({
        id: newId(),
        conversationId: null,
        contactId: id,
        channelId,
        kind: "text",
        body: "hola",
        detail: {},
        providerId: `wamid.${waKey}`,
        sentAt: now,
        cardNumberDropped: false,
      })),
    );
    return conversationsRead(tx);
  });
  // Each to find it, and for the message's foreign key, which looks and locks.
  expect(readByKeeping).toBe(15);
});
