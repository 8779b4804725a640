import { OPT_IN_WORDS } from "./answers/read-opt-in.ts";
import { garbledIn } from "./garbled.ts";
import { type Hit, lexicon, type Matches } from "./lexicon.ts";
import { SHORTEST_BEGINNING } from "./phrase.ts";
import { COMMITMENT_CUES } from "./phrases/commitment.ts";
import { WISHES } from "./phrases/intents.ts";
import { KNOWN_WORDS } from "./phrases/known-words.ts";
import { MEANING_OF_WARNING, WARNINGS, type Warning } from "./phrases/protective.ts";
import { urgency } from "./reading.ts";
import { STRONG_ENOUGH, speller } from "./spelling.ts";
import type { Text, Token } from "./tokens.ts";

export type WarningHit = Hit<Warning> & { readonly corrected: boolean };

const PHRASES = lexicon(WARNINGS);

/** What words are corrected towards: those of the phrases, and those known to begin as a phrase says. */
const TARGETS = [...PHRASES.vocabulary, ...[...KNOWN_WORDS].filter((word) => startsAsIn(PHRASES.beginnings, word))];

const SPELLER = speller(TARGETS, [
  ...KNOWN_WORDS,
  ...lexicon(WISHES).vocabulary,
  ...lexicon(COMMITMENT_CUES).vocabulary,
  ...OPT_IN_WORDS,
]);

/**
 * What must be heard in every state, the most urgent first and each once. Read from the words as they stand and, apart
 * from that, with slips put right: the correction may add a meaning, never take one away.
 */
export function warningsIn(text: Text): WarningHit[] {
  const { words } = text;
  const asWritten = matchesIn(text).hits.map((hit) => ({ ...hit, corrected: false }));
  const corrected = SPELLER.correct(words).flatMap((better) =>
    PHRASES.find(better, STRONG_ENOUGH).map((hit) => ({ ...inPlace(hit, better, words), corrected: true })),
  );

  const garbled = garbledIn(words, SPELLER.isUnknown).map((hit) => ({ ...hit, corrected: true }));

  const firstOfEach = new Map<Warning, WarningHit>();
  for (const hit of [...asWritten, ...corrected, ...garbled]) {
    if (!firstOfEach.has(hit.says)) firstOfEach.set(hit.says, hit);
  }
  return [...firstOfEach.values()].sort((a, b) => rank(a) - rank(b));
}

/** What looks like a warning and is none: "no he pagado" is not "he pagado". */
export function noWarnings(text: Text): ReadonlySet<Warning> {
  return matchesIn(text).excepted;
}

/** Looked for once in a text: the rules, the classifier and what supports a stop all ask, and it is a fifth of the work. */
function matchesIn(text: Text): Matches<Warning> {
  const before = MATCHED.get(text);
  if (before) return before;
  const matches = PHRASES.match(text.words);
  MATCHED.set(text, matches);
  return matches;
}

const MATCHED = new WeakMap<Text, Matches<Warning>>();

function startsAsIn(beginnings: ReadonlySet<string>, word: string): boolean {
  for (let length = SHORTEST_BEGINNING; length <= word.length; length++)
    if (beginnings.has(word.slice(0, length))) return true;
  return false;
}

/** The hit by the words as they were written, where those it was found in are cut differently. */
function inPlace(hit: Hit<Warning>, better: readonly Token[], words: readonly Token[]): Hit<Warning> {
  const from = better[hit.first]?.start ?? 0;
  const to = better[hit.end - 1]?.end ?? 0;
  const first = words.findIndex(({ end }) => end > from);
  return { ...hit, first, end: words.findLastIndex(({ start }) => start < to) + 1 };
}

function rank({ says }: WarningHit): number {
  return urgency(MEANING_OF_WARNING[says].type);
}
