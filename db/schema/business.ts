import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { CHANNEL_KINDS } from "../../src/domain/channel-kind.ts";
import { ROLES } from "../../src/domain/member-role.ts";
import { BLOCK_SOURCES } from "../../src/domain/outreach/block-source.ts";
import { businessId, bytes, currency, instant, recordedAt, xid8 } from "./columns.ts";

/** A creditor that collects what its own customers owe it: the tenant. */
export const business = pgTable(
  "business",
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    country: text().notNull(),
    currency: currency().notNull(),
    language: text().notNull(),
    zone: text().notNull(),
    /** A demo's business can never be joined to a real channel. */
    isDemo: boolean().notNull(),
    /** Business time is real time plus this. Only a demo's moves. */
    clockOffsetMs: bigint({ mode: "bigint" }).notNull().default(sql`0`),
    planPolicy: jsonb().notNull(),
    /** Which reading the business chose where sources of contact law conflict, by country and name. Left out: the default. */
    readings: jsonb().notNull().default({}),
    /** The creditor's own account, shown when a debtor pays by transfer. Null: no transfers. */
    transferAccount: jsonb(),
    paymentProvider: text(),
    /** Days of the month on which people here are paid, "la quincena"; beyond a month's end it is its last day. */
    payDays: smallint().array().notNull().default([15, 31]),
    /** Where a debtor can check that it is really the creditor who writes. */
    howToVerifyUs: text().notNull(),
    /** What waits for a number that was lost may go on another of ours, to whom has authorised that. */
    movesToOtherNumber: boolean().notNull().default(false),
    recordedAt: recordedAt(),
  },
  () => [
    check(
      "business_pay_days",
      sql`cardinality(pay_days) between 1 and 10 and 1 <= all(pay_days) and 31 >= all(pay_days)`,
    ),
  ],
);

/**
 * A WhatsApp number, or the simulator. `routingKey` is Meta's phone_number_id; of a linked phone, `linked:` and its own id, which
 * no webhook brings.
 */
export const channel = pgTable(
  "channel",
  {
    businessId: businessId().references(() => business.id),
    id: uuid().notNull(),
    kind: text({ enum: CHANNEL_KINDS }).notNull(),
    name: text().notNull(),
    routingKey: text().notNull(),
    /** The number it writes from, E.164 digits: of a linked phone the one that is expected. Null until it is known. */
    phone: text(),
    /** Meta's WhatsApp Business Account, whose templates it sends. */
    wabaId: text(),
    /** The name that Meta shows beside it. */
    verifiedName: text(),
    /** Access token, app secret and verify token of a Cloud API number, sealed together. Null: those of the settings. */
    credentials: bytes(),
    /** Why nothing is sent through it now, by who says so (`src/domain/outreach/block-source.ts`): each lifts only its own. */
    blocks: jsonb().notNull().default({}),
    /** The gravest of them; null while it works. Nobody writes it. */
    blockedBecause: text().generatedAlwaysAs(
      sql`coalesce(${sql.raw(BLOCK_SOURCES.map((source) => `blocks ->> '${source}'`).join(", "))})`,
    ),
    /** Real time until which it rests, because the other side said that it goes too fast. */
    pausedUntil: instant(),
    /** Meta's messaging limit: to how many different people what we start may go in any 24 hours. Null: to any number. */
    messagingLimit: integer(),
    /** What Meta last said of it, and when: the tier of its portfolio, its quality, its throughput. */
    tierLimit: integer(),
    quality: text({ enum: ["GREEN", "YELLOW", "RED", "UNKNOWN"] }),
    messagesPerSecond: integer(),
    learntAt: instant(),
    /** What the governor of its health lets it do (`number_decision` says why): people a day, and milliseconds between messages. */
    peopleADay: integer(),
    everyMs: integer(),
    /** The decision that those two are of. */
    healthDecisionId: uuid(),
    /** When it began to be used: its age for the warm-up. */
    firstUsedAt: instant(),
    /** Taken out of use: nothing is sent or received through it any more, and its past stays. */
    retiredAt: instant(),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.id] }),
    unique().on(t.businessId, t.routingKey),
    check("channel_kind_known", sql`${t.kind} in (${sql.raw(CHANNEL_KINDS.map((kind) => `'${kind}'`).join(", "))})`),
    check("channel_messaging_limit_positive", sql`${t.messagingLimit} > 0`),
    check(
      "channel_block_source_known",
      sql`${t.blocks} - array[${sql.raw(BLOCK_SOURCES.map((source) => `'${source}'`).join(", "))}] = '{}'::jsonb`,
    ),
  ],
);

/** What a business's own system shows instead of signing in. The secret was told once; its hash is all that is kept of it. */
export const apiKey = pgTable(
  "api_key",
  {
    businessId: businessId().references(() => business.id),
    id: uuid().notNull(),
    /** What it is for, in people's words: shown wherever a person's name would be. */
    name: text().notNull(),
    role: text().notNull(),
    keyHash: bytes().notNull(),
    /** How the key begins, by which people recognise it; none of its secret. */
    prefix: text().notNull(),
    createdBy: text().notNull(),
    /** These three are real time. */
    createdAt: instant().notNull(),
    lastUsedAt: instant(),
    revokedAt: instant(),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.id] }),
    unique().on(t.businessId, t.keyHash),
    check("api_key_role_known", sql`${t.role} in (${sql.raw(ROLES.map((role) => `'${role}'`).join(", "))})`),
  ],
);

/** What the console shows as it happens: one row a change, kept for two days, replayed after a cut. */
export const consoleEvent = pgTable(
  "console_event",
  {
    businessId: businessId(),
    /** Rows are read in the order (xid, sequence), because a sequence alone can show 12 before 11. */
    xid: xid8().notNull().default(sql`pg_current_xact_id()`),
    sequence: bigint({ mode: "bigint" }).notNull().generatedAlwaysAsIdentity(),
    kind: text().notNull(),
    subjectId: uuid(),
    payload: jsonb().notNull().default({}),
    recordedAt: recordedAt(),
  },
  (t) => [primaryKey({ columns: [t.businessId, t.xid, t.sequence] })],
);

/** Who did what, to what, with which values before and after. Append-only. */
export const auditEvent = pgTable(
  "audit_event",
  {
    businessId: businessId(),
    id: uuid().notNull(),
    actor: text().notNull(),
    action: text().notNull(),
    subject: text().notNull(),
    subjectId: uuid(),
    before: jsonb(),
    after: jsonb(),
    at: instant().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [primaryKey({ columns: [t.businessId, t.id] }), index().on(t.businessId, t.subjectId)],
);

/** What cannot be given up on quietly: a job, turn or delivery that failed for good, shown in the console. */
export const alarm = pgTable(
  "alarm",
  {
    businessId: businessId(),
    id: uuid().notNull(),
    kind: text().notNull(),
    subjectId: uuid(),
    detail: text().notNull(),
    times: integer().notNull().default(1),
    clearedAt: instant(),
    recordedAt: recordedAt(),
  },
  (t) => [primaryKey({ columns: [t.businessId, t.id] })],
);
