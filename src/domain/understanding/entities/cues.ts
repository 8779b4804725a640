import { lexicon } from "../lexicon.ts";
import { COMMITMENT_CUES, type CommitmentCue } from "../phrases/commitment.ts";
import type { Text, Token } from "../tokens.ts";

/** Where in the raw text a cue stands. */
export type Cue = { readonly says: CommitmentCue; readonly start: number; readonly end: number };

const CUES = lexicon(COMMITMENT_CUES);

/** Every word a commitment is made or unmade with. */
export const COMMITMENT_WORDS = CUES.vocabulary;

/** The words around amounts and days that make or unmake a commitment, in these words of the text and no others. */
export function findCues({ raw }: Text, words: readonly Token[]): Cue[] {
  const spelled = words.map((token) => withAccent(token, raw));
  return CUES.find(spelled).flatMap(({ says, first, end }) => {
    const [from, to] = [words[first], words[end - 1]];
    return from && to ? [{ says, start: from.start, end: to.end }] : [];
  });
}

/** Ends in "ó", and is the past of a verb of paying: "mi señora pagó", where "pago" would be the speaker's promise. */
const PAST_OF_ANOTHER =
  /^(pag|deposit|cancel|consign|abon|gir|liquid|sald|transfiri|mand|envi|realiz|efectu|entreg|dej|pas)ó$/i;

/** Folding takes accents away where they tell "pagó" from "pago" and "sí" from "si": there the word is another. */
function withAccent(token: Token, raw: string): Token {
  if (token.kind !== "word") return token;
  if (token.word !== "si" && !token.word.endsWith("o")) return token;
  const written = raw.slice(token.start, token.end).normalize("NFC");
  if (token.word === "si") return /í/i.test(written) ? { ...token, word: "sim" } : token;
  return PAST_OF_ANOTHER.test(written) ? { ...token, word: "pagaron" } : token;
}
