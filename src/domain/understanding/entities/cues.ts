import { lexicon } from "../lexicon.ts";
import { COMMITMENT_CUES, type CommitmentCue } from "../phrases/commitment.ts";
import type { Text } from "../tokens.ts";

export type Cue = {
  readonly says: CommitmentCue;
  readonly start: number;
  readonly end: number;
  readonly clause: number;
};

const CUES = lexicon(COMMITMENT_CUES);

/** The words around amounts and days that make or unmake a commitment, placed in the raw text. */
export function findCues({ words }: Text): Cue[] {
  return CUES.find(words).flatMap(({ says, first, end }) => {
    const [from, to] = [words[first], words[end - 1]];
    return from && to ? [{ says, start: from.start, end: to.end, clause: from.clause }] : [];
  });
}
