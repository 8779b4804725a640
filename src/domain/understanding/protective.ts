import { OPT_IN_WORDS } from "./answers/read-opt-in.ts";
import { type Hit, lexicon } from "./lexicon.ts";
import { WISHES } from "./phrases/intents.ts";
import { KNOWN_WORDS } from "./phrases/known-words.ts";
import { MEANING_OF_WARNING, WARNINGS, type Warning } from "./phrases/protective.ts";
import { urgency } from "./reading.ts";
import { speller } from "./spelling.ts";
import type { Text } from "./tokens.ts";

export type WarningHit = Hit<Warning> & { readonly corrected: boolean };

const PHRASES = lexicon(WARNINGS);

const SPELLER = speller(PHRASES.vocabulary, [...KNOWN_WORDS, ...lexicon(WISHES).vocabulary, ...OPT_IN_WORDS]);

/**
 * What must be heard in every state, the most urgent first and each once. Read from the words as they stand and, apart
 * from that, with slips put right: the correction may add a meaning, never take one away.
 */
export function warningsIn({ words }: Text): WarningHit[] {
  const asWritten = PHRASES.find(words).map((hit) => ({ ...hit, corrected: false }));
  const better = SPELLER.correct(words);
  const corrected = better ? PHRASES.find(better).map((hit) => ({ ...hit, corrected: true })) : [];

  const firstOfEach = new Map<Warning, WarningHit>();
  for (const hit of [...asWritten, ...corrected]) {
    if (!firstOfEach.has(hit.says)) firstOfEach.set(hit.says, hit);
  }
  return [...firstOfEach.values()].sort((a, b) => rank(a) - rank(b));
}

/** What looks like a warning and is none: "no he pagado" is not "he pagado". */
export function noWarnings({ words }: Text): ReadonlySet<Warning> {
  return PHRASES.excepted(words);
}

function rank({ says }: WarningHit): number {
  return urgency(MEANING_OF_WARNING[says].type);
}
