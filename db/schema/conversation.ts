import { type SQL, sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { DECISION_STAGES } from "../../src/domain/contact-law/record.ts";
import { OUTCOMES } from "../../src/domain/outcome.ts";
import { business, channel } from "./business.ts";
import { businessId, instant, recordedAt } from "./columns.ts";
import { contact, debtor } from "./debtor.ts";

/**
 * One talk with one contact, from its opening to its outcome. Locked `for no key update` by the one turn, take-over or
 * hand-back that moves it; the check whether a send may still leave takes `for share`.
 */
export const conversation = pgTable(
  "conversation",
  {
    businessId: businessId().references(() => business.id),
    id: uuid().notNull(),
    channelId: uuid().notNull(),
    contactId: uuid().notNull(),
    debtorId: uuid(),
    flow: text().notNull(),
    flowVersion: integer().notNull(),
    state: text().notNull(),
    context: jsonb().notNull(),
    language: text().notNull(),
    /** Counts every move; an event row exists for each. */
    revision: integer().notNull().default(0),
    owner: text({ enum: ["bot", "agent", "nobody"] })
      .notNull()
      .default("bot"),
    ownerUserId: text(),
    /**
     * Rises whenever a person gets the conversation. What was written under an older epoch is never sent; it does not rise
     * when it is handed back, so that the agent's last words still leave.
     */
    ownerEpoch: integer().notNull().default(0),
    /** The epoch of the last stop: of what was written before it nothing leaves, whoever wrote it and about whatever case. */
    stoppedEpoch: integer().notNull().default(0),
    handedOverBecause: text(),
    handedOverAt: instant(),
    /** When the right party was verified in this conversation; null before. */
    verifiedAt: instant(),
    alarmAt: instant(),
    lastInboundAt: instant(),
    /** Messages we sent since the debtor last wrote: more than one is no longer a reply. */
    saidSinceInbound: integer().notNull().default(0),
    lastSaidAt: instant(),
    /** Until when this recipient's share of the channel's rate is used up, in milliseconds of real time. */
    pacedUntilMs: bigint({ mode: "bigint" }),
    /** When the burst began that is owed for; null: nothing more is lent before `paced_until_ms`. */
    burstFromMs: bigint({ mode: "bigint" }),
    /** The options of the last menu, in the order shown, so that a later "2" means what was seen. */
    lastOptions: jsonb().notNull().default([]),
    /** The last one that was appended; null before the first. */
    outcome: text({ enum: OUTCOMES }),
    closedAt: instant(),
    openedAt: instant().notNull(),
    /** The conversation on a number that was lost, which this one goes on from. Who was verified there is not verified here. */
    continues: uuid(),
    /** Set when moving it failed: tried again after this moment of real time, and put before a person at the fifth. */
    failures: smallint().notNull().default(0),
    retryAt: instant(),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.id] }),
    uniqueIndex("conversation_open").on(t.businessId, t.channelId, t.contactId).where(sql`closed_at is null`),
    index("conversation_alarm").on(t.businessId, t.alarmAt).where(sql`alarm_at is not null`),
    index("conversation_resting").on(t.businessId, t.retryAt).where(sql`retry_at is not null`),
    // Without the bot's own, which are most and which nobody waits for.
    index("conversation_inbox")
      .on(t.businessId, t.owner, t.handedOverAt)
      .where(sql`closed_at is null and owner <> 'bot'`),
    // A list by outcome, newest first, and its count, without a look at the rows.
    index("conversation_outcome").on(t.businessId, t.outcome, t.id, t.closedAt).where(sql`outcome is not null`),
    // The same for what is open, beside any number that ended with it. Most turns write nothing here: few that are open
    // have an outcome.
    index("conversation_open_outcome")
      .on(t.businessId, t.owner, t.outcome, t.id)
      .where(sql`closed_at is null and outcome is not null`),
    index().on(t.businessId, t.debtorId),
    // Also those from before anybody knew whose number it is.
    index().on(t.businessId, t.contactId),
    check("conversation_outcome_on_the_list", outcomeCondition()),
    check("conversation_ends_in_an_outcome", sql`closed_at is null or outcome is not null`),
    foreignKey({ columns: [t.businessId, t.channelId], foreignColumns: [channel.businessId, channel.id] }),
    foreignKey({ columns: [t.businessId, t.contactId], foreignColumns: [contact.businessId, contact.id] }),
    foreignKey({ columns: [t.businessId, t.debtorId], foreignColumns: [debtor.businessId, debtor.id] }),
  ],
);

/** Everything that moved a conversation, in order. Append-only: inbox history, audit and replay are this table. */
export const conversationEvent = pgTable(
  "conversation_event",
  {
    businessId: businessId(),
    conversationId: uuid().notNull(),
    revision: integer().notNull(),
    /** Place within the revision: one turn may carry several events. */
    position: smallint().notNull(),
    event: jsonb().notNull(),
    meaning: jsonb(),
    handled: boolean().notNull(),
    fromState: text().notNull(),
    toState: text().notNull(),
    effects: jsonb().notNull(),
    at: instant().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.conversationId, t.revision, t.position] }),
    foreignKey({
      columns: [t.businessId, t.conversationId],
      foreignColumns: [conversation.businessId, conversation.id],
    }),
  ],
);

/** What was said, by whom. Inbound rows without a `turn` are what waits to be answered. */
export const message = pgTable(
  "message",
  {
    businessId: businessId(),
    id: uuid().notNull(),
    conversationId: uuid().notNull(),
    channelId: uuid().notNull(),
    direction: text({ enum: ["in", "out"] }).notNull(),
    /** `debtor`, `bot`, `agent:<user id>`. */
    author: text().notNull(),
    kind: text().notNull(),
    body: text().notNull(),
    /** Buttons shown, the choice taken, or the media's reference. */
    detail: jsonb(),
    providerId: text(),
    /** When the sender wrote it, by the channel: the order in which a turn reads. */
    sentAt: instant().notNull(),
    /** The conversation's revision that took it. Null: it waits. */
    turn: integer(),
    /** Rank of the best status known (`STATUS_RANK`): 0 none, 1 sent, 2 failed, 3 delivered, 4 read. */
    statusRank: smallint().notNull().default(0),
    failedCode: text(),
    /** A card number was in it and has been dropped before it was stored. */
    cardNumberDropped: boolean().notNull().default(false),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.id] }),
    unique().on(t.businessId, t.channelId, t.providerId),
    index("message_thread").on(t.businessId, t.conversationId, t.id),
    index("message_waiting").on(t.businessId, t.conversationId).where(sql`direction = 'in' and turn is null`),
    // What a number has sent lately, for its figures. Neither of the columns changes, so a status writes nothing here.
    index("message_sent_through").on(t.businessId, t.channelId, t.sentAt).where(sql`direction = 'out'`),
    foreignKey({
      columns: [t.businessId, t.conversationId],
      foreignColumns: [conversation.businessId, conversation.id],
    }),
  ],
);

/** A status the channel told us, as it came. Append-only; what the console shows is the highest. */
export const messageStatus = pgTable(
  "message_status",
  {
    businessId: businessId(),
    channelId: uuid().notNull(),
    providerId: text().notNull(),
    status: text({ enum: ["sent", "delivered", "read", "failed"] }).notNull(),
    code: text(),
    outboxId: uuid(),
    at: instant().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [primaryKey({ columns: [t.businessId, t.channelId, t.providerId, t.status] })],
);

/** What is to be said, until the channel has it or it is known that it will never be said. */
export const outbox = pgTable(
  "outbox",
  {
    businessId: businessId(),
    id: uuid().notNull(),
    conversationId: uuid().notNull(),
    /** Which revision asked for it, and its place there: written once, however often the turn is tried. */
    revision: integer().notNull(),
    position: smallint().notNull(),
    /** What kind of message, for holds and contact law: `answer`, `opening`, `reminder`, `receipt`, `agent` … */
    kind: text().notNull(),
    trigger: text({ enum: ["proactive", "reply", "confirmation"] }).notNull(),
    /** `{ message }` for the bot, `{ text }` for an agent. Amounts are read when it is written out. */
    payload: jsonb().notNull(),
    /** Under which owner and epoch it was written. */
    ownerEpoch: integer().notNull(),
    author: text().notNull(),
    state: text({ enum: ["queued", "sending", "accepted", "unknown", "rejected", "blocked", "superseded"] })
      .notNull()
      .default("queued"),
    /** Business time before which it may not leave. */
    sendAt: instant().notNull(),
    /** The number under whose messaging limit it has a place at `sendAt`. Null: it waits for nothing of the kind. */
    placedOn: uuid(),
    /** Why it leaves later than the law asks, or although the law allows it now. */
    waitsBecause: text({ enum: ["messaging_limit", "number_health", "template"] }),
    /** Real time until which the process that took it is believed to live; past it, nobody knows what became of it. */
    leaseUntil: instant(),
    /** Real time before which it is not tried again, after the channel asked for patience. */
    retryAt: instant(),
    attempts: smallint().notNull().default(0),
    /** How many of those ended without anybody knowing whether it had left, and it was sent again: each may be a copy of it. */
    unsettled: smallint().notNull().default(0),
    /** How often judging it or writing it out failed: put before a person at the fifth. */
    failures: smallint().notNull().default(0),
    providerId: text(),
    /** Why it is where it is. Its `refusals`: how often a try was refused, by the class of the refusal, for the wait before the next. */
    failure: jsonb(),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.id] }),
    unique().on(t.businessId, t.conversationId, t.revision, t.position),
    // Each second it is asked whether any is due: what waits for a later day, and what was answered, is not read for it.
    index("outbox_waiting").on(t.businessId, t.sendAt).where(sql`state = 'queued'`),
    index("outbox_under_way").on(t.businessId, t.leaseUntil).where(sql`state in ('sending', 'unknown')`),
    index("outbox_conversation")
      .on(t.businessId, t.conversationId)
      .where(sql`state in ('queued', 'sending', 'unknown')`),
    // In the order in which they are taken (`claimDue`): sorting all that is due for each 32 halved what one process sends.
    index("outbox_due").on(t.businessId, sql`(trigger = 'proactive')`, t.id).where(sql`state = 'queued'`),
    // The places given under each number's messaging limit. A reply has none, and never touches it.
    index("outbox_placed")
      .on(t.businessId, t.placedOn, t.sendAt)
      .where(sql`state = 'queued' and placed_on is not null`),
    foreignKey({
      columns: [t.businessId, t.conversationId],
      foreignColumns: [conversation.businessId, conversation.id],
    }),
  ],
);

/**
 * When each number last wrote to a person outside WhatsApp's 24 hours, in business time: who was reached less than a day ago
 * counts towards the number's messaging limit, once.
 */
export const reachedPerson = pgTable(
  "reached_person",
  {
    businessId: businessId(),
    channelId: uuid().notNull(),
    contactId: uuid().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.channelId, t.contactId] }),
    index("reached_person_lately").on(t.businessId, t.channelId, t.at),
    foreignKey({ columns: [t.businessId, t.channelId], foreignColumns: [channel.businessId, channel.id] }),
    foreignKey({ columns: [t.businessId, t.contactId], foreignColumns: [contact.businessId, contact.id] }),
  ],
);

/**
 * Why each message was sent, or was not: verdict, clause, inputs, rule version and the next lawful moment. What we start has a row
 * from when it was planned and one from each time it was about to leave; the last of these is what it left by. Append-only.
 */
export const sendDecision = pgTable(
  "send_decision",
  {
    businessId: businessId(),
    id: uuid().notNull(),
    outboxId: uuid().notNull(),
    conversationId: uuid().notNull(),
    stage: text({ enum: DECISION_STAGES }).notNull(),
    allowed: boolean().notNull(),
    reason: text().notNull(),
    until: instant(),
    record: jsonb().notNull(),
    /** Taken out of the record, so that what was refused is counted by its clause without opening a record. */
    clauseId: text().notNull().generatedAlwaysAs(sql`coalesce(record -> 'clause' ->> 'id', '')`),
    at: instant().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.id] }),
    index().on(t.businessId, t.outboxId),
    // What was refused, by reason and clause: its counts and its pages, without a look at what was allowed.
    index("send_decision_refused").on(t.businessId, t.reason, t.clauseId, t.at, t.id).where(sql`not allowed`),
    check("send_decision_stage_known", sql`stage in ('planning', 'dispatch')`),
    foreignKey({ columns: [t.businessId, t.outboxId], foreignColumns: [outbox.businessId, outbox.id] }),
  ],
);

/** A contact that counts for the law's caps: a proactive message that the channel accepted, ours or one written on the phone itself. Append-only. */
export const contactMade = pgTable(
  "contact_made",
  {
    businessId: businessId(),
    debtorId: uuid().notNull(),
    /** Of the send, which is the message's. */
    outboxId: uuid().notNull(),
    channel: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.debtorId, t.outboxId] }),
    foreignKey({ columns: [t.businessId, t.debtorId], foreignColumns: [debtor.businessId, debtor.id] }),
  ],
);

/**
 * How a conversation ended, by bot or agent. Appended once for each ending (a conversation that an agent hands back ends
 * again); an edit is refused by the database.
 */
export const outcome = pgTable(
  "outcome",
  {
    businessId: businessId(),
    conversationId: uuid().notNull(),
    revision: integer().notNull(),
    outcome: text({ enum: OUTCOMES }).notNull(),
    by: text().notNull(),
    at: instant().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.conversationId, t.revision] }),
    check("outcome_on_the_list", outcomeCondition()),
    foreignKey({
      columns: [t.businessId, t.conversationId],
      foreignColumns: [conversation.businessId, conversation.id],
    }),
  ],
);

/** What an agent wrote for colleagues. Never sent to a debtor: its endpoint is its own. */
export const note = pgTable(
  "note",
  {
    businessId: businessId(),
    id: uuid().notNull(),
    conversationId: uuid().notNull(),
    author: text().notNull(),
    body: text().notNull(),
    at: instant().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.id] }),
    index().on(t.businessId, t.conversationId),
    foreignKey({
      columns: [t.businessId, t.conversationId],
      foreignColumns: [conversation.businessId, conversation.id],
    }),
  ],
);

/** A webhook body exactly as it came, kept before it was answered. */
export const channelDelivery = pgTable(
  "channel_delivery",
  {
    businessId: businessId(),
    id: uuid().notNull(),
    channelId: uuid().notNull(),
    body: text().notNull(),
    receivedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.businessId, t.id] })],
);

/** One of the outcomes that there are, and no other word. */
function outcomeCondition(): SQL {
  return sql.raw(`outcome in (${OUTCOMES.map((word) => `'${word}'`).join(", ")})`);
}
