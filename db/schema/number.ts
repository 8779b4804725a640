import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  foreignKey,
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
import { channel } from "./business.ts";
import { businessId, bytes, currency, instant, recordedAt } from "./columns.ts";

/** Where a linked phone stands, for whoever looks: written by the process that has it, shown by any. All moments are real time. */
export const channelLink = pgTable(
  "channel_link",
  {
    businessId: businessId(),
    channelId: uuid().notNull(),
    /** `LinkState`, without what lets anybody link. */
    state: jsonb().notNull(),
    /** The QR or the code, sealed, until it is over. */
    secret: bytes(),
    since: instant().notNull(),
    /** What somebody asked for and the process that has the phone is to do: link by QR or code, unlink. */
    asked: jsonb(),
    askedBy: text(),
    /** Who linked it, and when; and the phone that it was. */
    linkedBy: text(),
    linkedAt: instant(),
    selfPhone: text(),
    selfLid: text(),
    /** Up to here the chats were read: what is newer is read again after a start. */
    readUpTo: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.channelId] }),
    foreignKey({ columns: [t.businessId, t.channelId], foreignColumns: [channel.businessId, channel.id] }),
  ],
);

/** Which process has a linked phone. Two that had it would be thrown out by each other, and spoil its keys. Real time. */
export const sessionLease = pgTable(
  "session_lease",
  {
    businessId: businessId(),
    channelId: uuid().notNull(),
    owner: uuid().notNull(),
    until: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.businessId, t.channelId] })],
);

/** The keys of a linked phone, sealed: what the library calls creds and keys, and the messages it sent, for whoever asks again. */
export const sessionKey = pgTable(
  "session_key",
  {
    businessId: businessId(),
    channelId: uuid().notNull(),
    type: text().notNull(),
    id: text().notNull(),
    value: bytes().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [primaryKey({ columns: [t.businessId, t.channelId, t.type, t.id] })],
);

/** What a phone received, written with the very step of the ratchet that read it, until it has become a message. Sealed. */
export const sessionInbox = pgTable(
  "session_inbox",
  {
    businessId: businessId(),
    channelId: uuid().notNull(),
    /** Of the ciphertext. */
    sha256: text().notNull(),
    value: bytes().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.channelId, t.sha256] }),
    index().on(t.businessId, t.channelId, t.recordedAt),
  ],
);

/** A message template as Meta has it, by name and language. */
export const template = pgTable(
  "template",
  {
    businessId: businessId(),
    id: uuid().notNull(),
    wabaId: text().notNull(),
    name: text().notNull(),
    language: text().notNull(),
    /** Meta's id; null until it was submitted. */
    metaId: text(),
    category: text({ enum: ["UTILITY", "MARKETING", "AUTHENTICATION"] }).notNull(),
    /** Meta's word, such as APPROVED, PENDING, REJECTED, PAUSED, DISABLED. */
    status: text().notNull(),
    quality: text({ enum: ["GREEN", "YELLOW", "RED", "UNKNOWN"] })
      .notNull()
      .default("UNKNOWN"),
    components: jsonb().notNull(),
    /** How many variables its body has. */
    variables: smallint().notNull(),
    timeToLiveSeconds: integer(),
    /** Why Meta refused or paused it, in its own words. */
    because: text(),
    /** Why we send it no more, whatever Meta says: its quality is RED. Null while we do. */
    pausedBecause: text(),
    syncedAt: instant().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [primaryKey({ columns: [t.businessId, t.id] }), unique().on(t.businessId, t.wabaId, t.name, t.language)],
);

/** What a message cost, by Meta's word that it was billed and our rate card of that day. Append-only; one row a message. */
export const messageCost = pgTable(
  "message_cost",
  {
    businessId: businessId(),
    messageId: uuid().notNull(),
    channelId: uuid().notNull(),
    /** Meta's category: utility, marketing, authentication, service, referral_conversion. */
    category: text().notNull(),
    /** Meta's market, by the number it went to. */
    market: text().notNull(),
    billable: boolean().notNull(),
    /** Millionths of the currency's unit. Null: the rate card names no price for it. */
    micros: bigint({ mode: "bigint" }),
    currency: currency(),
    /** Which rate card, by the day from which it holds. */
    rateCard: text(),
    at: instant().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [primaryKey({ columns: [t.businessId, t.messageId] }), index().on(t.businessId, t.channelId, t.at)],
);

/**
 * Rate cards that this business loaded beside those that come with Saldar: its account's currency, or a partner's own prices.
 * A later one of the same day takes the place of an earlier one; what was billed before keeps its price. Append-only.
 */
export const rateCard = pgTable(
  "rate_card",
  {
    businessId: businessId(),
    id: uuid().notNull(),
    /** ISO day, from its start in UTC. */
    holdsFrom: text().notNull(),
    /** `RateCard`, with its prices as the file has them. */
    card: jsonb().notNull(),
    loadedBy: text().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [primaryKey({ columns: [t.businessId, t.id] })],
);

/** Parts of a webhook whose shape nobody knew: kept whole, and shown until somebody has looked. */
export const unknownPart = pgTable(
  "unknown_part",
  {
    businessId: businessId(),
    id: uuid().notNull(),
    channelId: uuid(),
    /** Meta's field or message type, as far as it has one. */
    what: text().notNull(),
    body: text().notNull(),
    receivedAt: instant().notNull(),
    seenAt: instant(),
    seenBy: text(),
  },
  (t) => [primaryKey({ columns: [t.businessId, t.id] }), index().on(t.businessId, t.receivedAt)],
);

/** What Meta or WhatsApp said of a number: quality, tier, restriction, review. Append-only. */
export const numberEvent = pgTable(
  "number_event",
  {
    businessId: businessId(),
    id: uuid().notNull(),
    channelId: uuid().notNull(),
    kind: text().notNull(),
    detail: jsonb().notNull(),
    at: instant().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.id] }),
    index().on(t.businessId, t.channelId, t.at),
    // Its ids are made of what was told, and say nothing of when.
    index().on(t.businessId, t.recordedAt),
    foreignKey({ columns: [t.businessId, t.channelId], foreignColumns: [channel.businessId, channel.id] }),
  ],
);

/**
 * How fast a number may go and to how many new people, decided from its health: verdict, reasons, facts and rule version. A row
 * each time that it changes; the last of them holds. Append-only.
 */
export const numberDecision = pgTable(
  "number_decision",
  {
    businessId: businessId(),
    id: uuid().notNull(),
    channelId: uuid().notNull(),
    verdict: text({ enum: ["warming-up", "normal", "slowed", "stopped"] }).notNull(),
    /** The first of the reasons, by its name. */
    reason: text().notNull(),
    peopleADay: integer(),
    everyMs: integer().notNull(),
    record: jsonb().notNull(),
    at: instant().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.id] }),
    index().on(t.businessId, t.channelId, t.at),
    foreignKey({ columns: [t.businessId, t.channelId], foreignColumns: [channel.businessId, channel.id] }),
  ],
);

/**
 * A file of a message: one that a debtor sent, fetched on arrival, because Meta keeps it for a week and a phone for some weeks;
 * or one that an agent attached, here before there is a message, under the id that the message will have.
 */
export const messageFile = pgTable(
  "message_file",
  {
    businessId: businessId(),
    messageId: uuid().notNull(),
    channelId: uuid().notNull(),
    state: text({ enum: ["wanted", "kept", "gone"] })
      .notNull()
      .default("wanted"),
    mime: text().notNull(),
    /** Of the bytes, in hex. */
    sha256: text(),
    bytes: bytes(),
    tries: smallint().notNull().default(0),
    retryAt: instant(),
    /** Why it is not to be had. */
    because: text(),
    /** Of an attached one: in which conversation, by whom, its name, and what the channel gave for it. */
    conversationId: uuid(),
    attachedBy: text(),
    fileName: text(),
    token: text(),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.messageId] }),
    index("message_file_wanted").on(t.businessId, t.retryAt).where(sql`state = 'wanted'`),
  ],
);
