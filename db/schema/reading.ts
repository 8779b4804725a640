import { sql } from "drizzle-orm";
import { foreignKey, index, jsonb, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { businessId, instant, recordedAt } from "./columns.ts";
import { message } from "./conversation.ts";

/**
 * How a debtor's text, or what they wrote under a picture, was read by the turn that took it. Append-only; an erasure takes from it
 * what of theirs it quotes.
 */
export const messageReading = pgTable(
  "message_reading",
  {
    businessId: businessId(),
    messageId: uuid().notNull(),
    /** Of all that was read the first, which is what the turn acted on: one of `INTENTS`, as are all intents here. */
    intent: text().notNull(),
    /** In percent. */
    confidence: smallint().notNull(),
    /** The debtor's own words that it rests on; empty where all of them, or none, do. */
    evidence: text().notNull(),
    stage: text().notNull(),
    act: text({ enum: ["act", "confirm", "menu", "human"] }).notNull(),
    /** All that was read, the first among them: `{ intent, confidence, evidence, stage }`. */
    intents: jsonb().notNull(),
    /** What was offered when asking back, the likeliest first. */
    candidates: jsonb().notNull(),
    /** The one the words told, else the conversation's. */
    language: text().notNull(),
    /** What the state it answered waited for: an `Expectation`. */
    expects: text().notNull(),
    /** The words as those that say the same are found by (`alike`); null for what was understood. */
    words: text(),
    at: instant().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.messageId] }),
    // What was not understood: by when, for a span; by its words, for a group. Most turns write into neither.
    index("message_reading_missed").on(t.businessId, t.at).where(sql`words is not null`),
    index("message_reading_missed_words").on(t.businessId, t.words, t.at).where(sql`words is not null`),
    foreignKey({
      name: "message_reading_message_fk",
      columns: [t.businessId, t.messageId],
      foreignColumns: [message.businessId, message.id],
    }),
  ],
);

/** What an agent says that a message means. Append-only: the last one holds, and one without an intent takes back those before it. */
export const readingCorrection = pgTable(
  "reading_correction",
  {
    businessId: businessId(),
    id: uuid().notNull(),
    messageId: uuid().notNull(),
    /** What it was read as, or had been corrected to. */
    was: text().notNull(),
    intent: text(),
    /** Of a message that was understood, and wrongly: its words, by which it joins those that were not. */
    words: text(),
    by: text().notNull(),
    at: instant().notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.id] }),
    index("reading_correction_message").on(t.businessId, t.messageId, t.id),
    index("reading_correction_words").on(t.businessId, t.words, t.messageId, t.id).where(sql`words is not null`),
    foreignKey({
      name: "reading_correction_reading_fk",
      columns: [t.businessId, t.messageId],
      foreignColumns: [messageReading.businessId, messageReading.messageId],
    }),
  ],
);
