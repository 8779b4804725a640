import type { DateTime } from "luxon";
import type { Tx } from "./client.ts";
import { rows } from "./rows.ts";

/** One of all that a message was read as, the first of which its turn acted on. */
export type ReadIntent = {
  readonly intent: string;
  /** From 0 to 1. */
  readonly confidence: number;
  readonly evidence: string;
  readonly stage: string;
};

export type NewReading = {
  readonly messageId: string;
  readonly intent: string;
  /** In percent. */
  readonly confidence: number;
  readonly evidence: string;
  readonly stage: string;
  readonly act: "act" | "confirm" | "menu" | "human";
  readonly intents: readonly ReadIntent[];
  readonly candidates: readonly string[];
  readonly language: string;
  readonly expects: string;
  readonly words: string | null;
  readonly at: DateTime;
};

/**
 * How the messages of these turns were read, in the turns' own transaction: 40 µs of Postgres's processor for each, where all of its turn
 * takes 1,650.
 */
export async function appendReadings(tx: Tx, businessId: string, readings: readonly NewReading[]): Promise<void> {
  if (readings.length === 0) return;
  await tx`
    insert into message_reading (business_id, message_id, intent, confidence, evidence, stage, act, intents, candidates, language, expects, words, at)
    select ${businessId}, r."messageId", r.intent, r.confidence, r.evidence, r.stage, r.act, r.intents, r.candidates, r.language, r.expects, r.words, r.at
    from jsonb_to_recordset(${rows(readings)}::text::jsonb) as r("messageId" uuid, intent text, confidence smallint, evidence text,
      stage text, act text, intents jsonb, candidates jsonb, language text, expects text, words text, at timestamptz)`;
}
