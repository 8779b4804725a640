import type { DateTime } from "luxon";
import type { NewReading } from "../../../db/readings.ts";
import { alike } from "../../domain/understanding/alike.ts";
import type { Reading } from "../../domain/understanding/reading.ts";
import type { Moved } from "./decide-turn.ts";
import { inboundOf } from "./inbound-of.ts";

/** What is kept of how a turn read the words it took. A button says itself what it means, and a picture alone says no words. */
export function readingsOf({ readings, language }: Pick<Moved, "readings" | "language">, now: DateTime): NewReading[] {
  return readings.flatMap(({ message, reading, expects }) => {
    const text = wordsIn(inboundOf(message));
    const [first] = reading.meanings;
    if (text === undefined || !first) return [];
    return {
      messageId: message.id,
      intent: first.intent,
      confidence: percent(first.confidence),
      evidence: partOf(text, first.evidence),
      stage: first.stage,
      act: reading.act,
      intents: reading.meanings.map(({ intent, confidence, evidence, stage }) => ({
        intent,
        confidence,
        evidence: partOf(text, evidence),
        stage,
      })),
      candidates: reading.candidates,
      language: reading.language ?? language,
      expects,
      words: isMissed(reading) ? (alike(text) ?? null) : null,
      at: now,
    };
  });
}

/** What was asked back about, or not understood at all. */
function isMissed({ act }: Reading): boolean {
  return act === "confirm" || act === "menu";
}

function wordsIn(inbound: ReturnType<typeof inboundOf>): string | undefined {
  if (inbound?.kind === "text") return inbound.body;
  return inbound?.kind === "media" ? inbound.caption : undefined;
}

/** What rests on all of the words is not written out again: empty. */
function partOf(text: string, evidence: string): string {
  return /[\p{L}\p{N}]/u.test(text.replace(evidence, "")) ? evidence : "";
}

/** Downwards: only what is certain is shown as such. */
function percent(confidence: number): number {
  return Math.floor(confidence * 100 + 1e-9);
}
