import { sql } from "drizzle-orm";
import {
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { businessId, bytes, currency, instant, minor, recordedAt } from "./columns.ts";
import { conversation } from "./conversation.ts";
import { debtor } from "./debtor.ts";

/** A day on which the debtor said they would pay. Not money: the ledger never sees it. */
export const promise = pgTable(
  "promise",
  {
    businessId: businessId(),
    id: uuid().notNull(),
    debtorId: uuid().notNull(),
    conversationId: uuid().notNull(),
    promisedOn: date().notNull(),
    dueOn: date().notNull(),
    amountMinor: minor().notNull(),
    currency: currency().notNull(),
    state: text({ enum: ["open", "kept", "broken", "cancelled"] })
      .notNull()
      .default("open"),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.id] }),
    uniqueIndex("promise_open").on(t.businessId, t.debtorId).where(sql`state = 'open'`),
    index("promise_due").on(t.businessId, t.dueOn).where(sql`state = 'open'`),
    foreignKey({ columns: [t.businessId, t.debtorId], foreignColumns: [debtor.businessId, debtor.id] }),
    foreignKey({
      columns: [t.businessId, t.conversationId],
      foreignColumns: [conversation.businessId, conversation.id],
    }),
  ],
);

/** An agreed instalment plan, with the exact words the debtor said yes to. Not money either. */
export const plan = pgTable(
  "plan",
  {
    businessId: businessId(),
    id: uuid().notNull(),
    debtorId: uuid().notNull(),
    conversationId: uuid().notNull(),
    agreedOn: date().notNull(),
    terms: jsonb().notNull(),
    totalMinor: minor().notNull(),
    currency: currency().notNull(),
    /** The confirmation as it was read: text, language, flow version. */
    acceptance: jsonb().notNull(),
    state: text({ enum: ["active", "completed", "broken", "replaced"] })
      .notNull()
      .default("active"),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.id] }),
    index().on(t.businessId, t.debtorId),
    uniqueIndex("plan_active").on(t.businessId, t.debtorId).where(sql`state = 'active'`),
    foreignKey({ columns: [t.businessId, t.debtorId], foreignColumns: [debtor.businessId, debtor.id] }),
    foreignKey({
      columns: [t.businessId, t.conversationId],
      foreignColumns: [conversation.businessId, conversation.id],
    }),
  ],
);

/** What is due when. What was paid on it is derived from the payments since the plan was agreed, oldest first. */
export const instalment = pgTable(
  "instalment",
  {
    businessId: businessId(),
    planId: uuid().notNull(),
    number: integer().notNull(),
    dueOn: date().notNull(),
    amountMinor: minor().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.planId, t.number] }),
    foreignKey({ columns: [t.businessId, t.planId], foreignColumns: [plan.businessId, plan.id] }),
  ],
);

/** Our stable link `/p/<token>`. The page re-reads what is owed each time; only a hash of the token is kept. */
export const paymentLink = pgTable(
  "payment_link",
  {
    businessId: businessId(),
    id: uuid().notNull(),
    debtorId: uuid().notNull(),
    conversationId: uuid().notNull(),
    /** `balance` or `instalment`: what the amount is read from, when the link is opened. */
    purpose: text({ enum: ["balance", "instalment"] }).notNull(),
    tokenHash: bytes().notNull(),
    /** The token itself, sealed: the link is written into a message after the turn that asked for it. */
    tokenSealed: bytes().notNull(),
    expiresAt: instant().notNull(),
    /** The provider's page that is open now, and how many there were: an attempt has its own idempotency key. */
    attempt: integer().notNull().default(0),
    provider: text(),
    checkoutReference: text(),
    checkoutUrl: text(),
    checkoutAmountMinor: minor(),
    checkoutExpiresAt: instant(),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.id] }),
    unique().on(t.businessId, t.tokenHash),
    index().on(t.businessId, t.conversationId),
    // A page of which nobody heard the end keeps its reference: those of the last days are found, and not all that there ever were.
    index("payment_link_page").on(t.businessId, t.checkoutExpiresAt).where(sql`checkout_reference is not null`),
    foreignKey({ columns: [t.businessId, t.debtorId], foreignColumns: [debtor.businessId, debtor.id] }),
    foreignKey({
      columns: [t.businessId, t.conversationId],
      foreignColumns: [conversation.businessId, conversation.id],
    }),
  ],
);

/** One object of money at a provider, folded from every fact we were told about it. Only `settled` writes the ledger. */
export const payment = pgTable(
  "payment",
  {
    businessId: businessId(),
    id: uuid().notNull(),
    /** `stripe:pi_…`, `transfer:<proof id>`, `test:<id>`: the ledger's reference is made from it. */
    moneyObject: text().notNull(),
    provider: text().notNull(),
    /** Null: it could not be placed, and its money is in suspense. */
    debtorId: uuid(),
    paymentLinkId: uuid(),
    state: text({ enum: ["announced", "to_verify", "processing", "settled", "reversed", "failed"] }).notNull(),
    amountMinor: minor().notNull(),
    currency: currency().notNull(),
    paidOn: date(),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.id] }),
    unique().on(t.businessId, t.moneyObject),
    index().on(t.businessId, t.debtorId),
    index("payment_processing").on(t.businessId, t.recordedAt).where(sql`state = 'processing'`),
    foreignKey({ columns: [t.businessId, t.debtorId], foreignColumns: [debtor.businessId, debtor.id] }),
  ],
);

/** One thing a provider told us about a payment. Append-only; the payment's state is their fold, whatever their order. */
export const paymentFact = pgTable(
  "payment_fact",
  {
    businessId: businessId(),
    moneyObject: text().notNull(),
    /** The provider's event, or ours: told twice, kept once. */
    source: text().notNull(),
    fact: jsonb().notNull(),
    at: instant().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [primaryKey({ columns: [t.businessId, t.moneyObject, t.source] })],
);

/** "Ya pagué", with or without a picture of the transfer: to verify, until an agent settles or refuses it. */
export const paymentProof = pgTable(
  "payment_proof",
  {
    businessId: businessId(),
    id: uuid().notNull(),
    debtorId: uuid().notNull(),
    conversationId: uuid().notNull(),
    messageId: uuid(),
    /** SHA-256 of the picture's bytes, when there is one: the same picture twice is caught. */
    sha256: text(),
    mime: text(),
    bytes: bytes(),
    /** What the agent read on it, to find the same transfer on another picture. */
    reference: text(),
    amountMinor: minor(),
    currency: currency(),
    paidOn: date(),
    state: text({ enum: ["to_verify", "settled", "refused"] })
      .notNull()
      .default("to_verify"),
    sameAsId: uuid(),
    decidedBy: text(),
    decidedAt: instant(),
    refusedBecause: text(),
    claimedAt: instant().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.id] }),
    index().on(t.businessId, t.state, t.claimedAt),
    // Pictures that are still to be fetched: most that wait for a person have theirs, or never had one.
    index("payment_proof_wanted")
      .on(t.businessId)
      .where(sql`state = 'to_verify' and mime is null and message_id is not null`),
    index().on(t.businessId, t.sha256),
    index().on(t.businessId, t.conversationId),
    foreignKey({ columns: [t.businessId, t.debtorId], foreignColumns: [debtor.businessId, debtor.id] }),
    foreignKey({
      columns: [t.businessId, t.conversationId],
      foreignColumns: [conversation.businessId, conversation.id],
    }),
  ],
);

/** The debtor says that this debt is not theirs, or not so much. Collection stops until an agent decides. */
export const dispute = pgTable(
  "dispute",
  {
    businessId: businessId(),
    id: uuid().notNull(),
    debtorId: uuid().notNull(),
    conversationId: uuid().notNull(),
    /** What the debtor can quote: short, unique within the business. */
    caseNumber: text().notNull(),
    openedAt: instant().notNull(),
    decidedAt: instant(),
    decidedBy: text(),
    decision: text(),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.id] }),
    unique().on(t.businessId, t.caseNumber),
    index("dispute_open").on(t.businessId, t.debtorId).where(sql`decided_at is null`),
    foreignKey({ columns: [t.businessId, t.debtorId], foreignColumns: [debtor.businessId, debtor.id] }),
    foreignKey({
      columns: [t.businessId, t.conversationId],
      foreignColumns: [conversation.businessId, conversation.id],
    }),
  ],
);
