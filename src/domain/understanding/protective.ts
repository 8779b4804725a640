import { OPT_IN_WORDS } from "./answers/read-opt-in.ts";
import { type Hit, lexicon } from "./lexicon.ts";
import { INTENTS } from "./phrases/intents.ts";
import { KNOWN_WORDS } from "./phrases/known-words.ts";
import { abuse } from "./phrases/protective/abuse.ts";
import { alreadyPaid } from "./phrases/protective/already-paid.ts";
import { crisis } from "./phrases/protective/crisis.ts";
import { deceased } from "./phrases/protective/deceased.ts";
import { dispute } from "./phrases/protective/dispute.ts";
import { hardship } from "./phrases/protective/hardship.ts";
import { legal } from "./phrases/protective/legal.ts";
import { optOut } from "./phrases/protective/opt-out.ts";
import { person } from "./phrases/protective/person.ts";
import { wrongPerson } from "./phrases/protective/wrong-person.ts";
import { type Protective, urgency } from "./reading.ts";
import { speller } from "./spelling.ts";
import type { Text } from "./tokens.ts";

export type ProtectiveHit = Hit<Protective> & { readonly corrected: boolean };

const PHRASES = lexicon<Protective>([
  crisis,
  optOut,
  legal,
  deceased,
  wrongPerson,
  person,
  alreadyPaid,
  dispute,
  hardship,
  abuse,
]);

const SPELLER = speller(PHRASES.vocabulary, [...KNOWN_WORDS, ...lexicon(INTENTS).vocabulary, ...OPT_IN_WORDS]);

/**
 * What must be heard in every state, the most urgent first and each once. Read from the words as they stand and, apart
 * from that, with slips put right: the correction may add a meaning, never take one away.
 */
export function protectiveHits({ words }: Text): ProtectiveHit[] {
  const asWritten = PHRASES.find(words).map((hit) => ({ ...hit, corrected: false }));
  const better = SPELLER.correct(words);
  const corrected = better ? PHRASES.find(better).map((hit) => ({ ...hit, corrected: true })) : [];

  const firstOfEach = new Map<Protective, ProtectiveHit>();
  for (const hit of [...asWritten, ...corrected]) {
    if (!firstOfEach.has(hit.says)) firstOfEach.set(hit.says, hit);
  }
  return [...firstOfEach.values()].sort((a, b) => urgency(a.says) - urgency(b.says));
}
