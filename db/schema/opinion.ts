import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { OPINION_OUTCOMES } from "../../src/domain/understanding/opinion.ts";
import { businessId, instant, recordedAt } from "./columns.ts";
import { message } from "./conversation.ts";

/**
 * What a language model was asked about one message, and what came of it: the record of each word that left the house, and what
 * a turn reads. Once a message, so that nobody asks twice. An erasure empties the words, and so do thirty days.
 */
export const secondOpinion = pgTable(
  "second_opinion",
  {
    businessId: businessId(),
    messageId: uuid().notNull(),
    /** Where the conversation stood, as `collect/verifying`. */
    state: text().notNull(),
    model: text().notNull(),
    /** Masked, as it was sent. */
    text: text().notNull(),
    /** Keyed, of model, list, state and text: the same question is not asked twice. */
    textHash: text().notNull(),
    /** Real time, as is until when its turn waits for it. */
    askedAt: instant().notNull(),
    until: instant().notNull(),
    /** Null: it is being asked. */
    outcome: text({ enum: OPINION_OUTCOMES }),
    /** Why it was not used, in one word of ours. */
    remark: text(),
    /** As the model gave it. */
    verdict: jsonb(),
    /** What the turn may use of it: the meaning, and the debtor's own words that show it. */
    opinion: jsonb(),
    latencyMs: integer(),
    tokens: integer(),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.messageId] }),
    index("second_opinion_pending").on(t.businessId, t.until).where(sql`outcome is null`),
    index("second_opinion_words").on(t.businessId, t.messageId).where(sql`text <> ''`),
    index("second_opinion_given").on(t.businessId, t.textHash).where(sql`outcome in ('accepted', 'discarded')`),
    check(
      "second_opinion_outcome_known",
      sql.raw(`outcome in (${OPINION_OUTCOMES.map((outcome) => `'${outcome}'`).join(", ")})`),
    ),
    foreignKey({ columns: [t.businessId, t.messageId], foreignColumns: [message.businessId, message.id] }),
  ],
);
