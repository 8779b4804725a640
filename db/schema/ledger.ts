import { type SQL, sql } from "drizzle-orm";
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { CHART } from "../../src/domain/ledger/chart.ts";
import { business } from "./business.ts";
import { businessId, bytes, currency, minor, recordedAt } from "./columns.ts";

/**
 * Something that happened to money. Never changed and never deleted; what was wrong is reversed. `db/migrations/0002_ledger_guards.sql`
 * holds what a table definition cannot say: that it balances, that it is complete, that it stays as it is.
 */
export const ledgerEntry = pgTable(
  "ledger_entry",
  {
    // No foreign key to the business: every entry of every worker would lock that one row.
    businessId: businessId(),
    id: uuid().notNull(),
    /** What makes it the same happening when it is told twice. */
    reference: text().notNull(),
    kind: text().notNull(),
    /** The day it counts from, in the business's own terms. `recordedAt` is when we learned of it. */
    effectiveOn: date().notNull(),
    description: text(),
    /** The reference of the entry this one undoes: each is undone at most once. */
    reverses: text(),
    actor: text().notNull(),
    source: text(),
    /** SHA-256 of the money in it: the same reference must come back with the same. */
    fingerprint: bytes().notNull(),
    /** SHA-256 of all that is said here, what the blocks are chained over. */
    contentHash: bytes().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.id] }),
    unique("ledger_entry_reference_once").on(t.businessId, t.reference),
    uniqueIndex("ledger_entry_reversed_once").on(t.businessId, t.reverses).where(sql`reverses is not null`),
    foreignKey({
      name: "ledger_entry_reverses_fk",
      columns: [t.businessId, t.reverses],
      foreignColumns: [t.businessId, t.reference],
    }),
    check("ledger_entry_undoes_another", sql`reverses <> reference`),
    check("ledger_entry_hashes", sql`length(fingerprint) = 32 and length(content_hash) = 32`),
  ],
);

/**
 * One account moved by one entry: a debit is positive. An account is its code in the chart and whose it is, not a row of
 * its own: nothing to insert before the first posting, nothing to lock, and the text of its address is not repeated.
 * Entry, debtor and debt are checked by the guards and not by foreign keys, which lock a row for each posting, halve the
 * speed, and cannot say that the debt's debtor and currency are the posting's.
 */
export const ledgerPosting = pgTable(
  "ledger_posting",
  {
    businessId: businessId(),
    entryId: uuid().notNull(),
    /** From 1, without gaps: a second lot of postings for an entry collides with its first. */
    position: smallint().notNull(),
    accountCode: smallint().notNull(),
    debtorId: uuid(),
    debtId: uuid(),
    provider: text(),
    amountMinor: minor().notNull(),
    currency: currency().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.entryId, t.position] }),
    index("ledger_posting_debtor").on(t.businessId, t.debtorId).where(sql`debtor_id is not null`),
    index("ledger_posting_debt").on(t.businessId, t.debtId).where(sql`debt_id is not null`),
    check("ledger_posting_moves_something", sql`amount_minor <> 0`),
    check("ledger_posting_on_the_chart", chartCondition()),
  ],
);

/**
 * Entries that no block holds yet. Written by a trigger with the entry, taken by the sealer. A queue and not a
 * watermark: ids and transaction numbers commit out of order, and a restored copy of the database begins to count anew.
 */
export const ledgerUnsealed = pgTable(
  "ledger_unsealed",
  { businessId: businessId(), entryId: uuid().notNull() },
  (t) => [primaryKey({ columns: [t.businessId, t.entryId] })],
);

/** A sealed block: whoever changes an entry below it, or leaves one out, changes its hash and all that follow. */
export const ledgerBlock = pgTable(
  "ledger_block",
  {
    businessId: businessId().references(() => business.id),
    height: integer().notNull(),
    /** In the order in which they were hashed. */
    entryIds: uuid().array().notNull(),
    previousHash: bytes().notNull(),
    hash: bytes().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.height] }),
    check("ledger_block_holds_something", sql`cardinality(entry_ids) > 0`),
  ],
);

/** Each code with exactly the holder that the chart gives it, and no other code. */
function chartCondition(): SQL {
  const codesHeldBy = (holder: string) =>
    Object.entries(CHART)
      .filter(([, { heldBy }]) => heldBy === holder)
      .map(([code]) => code)
      .join(", ");
  return sql.raw(`case
    when account_code in (${codesHeldBy("debt")}) then debt_id is not null and debtor_id is not null and provider is null
    when account_code in (${codesHeldBy("debtor")}) then debt_id is null and debtor_id is not null and provider is null
    when account_code in (${codesHeldBy("provider")}) then debt_id is null and debtor_id is null and provider is not null
    when account_code in (${codesHeldBy("business")}) then debt_id is null and debtor_id is null and provider is null
    else false end`);
}
