import { CORES } from "./phrases/protective/cores.ts";
import type { Token } from "./tokens.ts";

/** A core with the bits at which each of its letters stands: a sentence of 31 letters is as long as a number of 32 bits allows. */
type Core = {
  readonly length: number;
  readonly slips: number;
  /** By the letter's code. */
  readonly places: Int32Array;
  readonly last: number;
};

export type Garbled = keyof typeof CORES;

const SHORTEST = 8;
const LONGEST = 31;
/** Longer messages have more than one chance to be understood, and their cost stays bounded. */
const MOST_LETTERS = 600;

/** Sentences are written in the letters of ASCII, as words are folded. */
const CODES = 128;

const BY_WARNING = (["crisis", "optOut"] as const).map((says) => ({ says, cores: coresOf(CORES[says]) }));

/**
 * Sentences that slips have left in pieces: "nome ecsribn". Only where a word stands that nobody knows, since what is made of known
 * words was read already; first and end count words.
 */
export function garbledIn(
  words: readonly Token[],
  isUnknown: (token: Token) => boolean,
): { readonly says: Garbled; readonly first: number; readonly end: number }[] {
  const unknown = words.map(isUnknown);
  if (!unknown.includes(true)) return [];
  const letters: number[] = [];
  const wordOf: number[] = [];
  for (const [index, { kind, word }] of words.entries()) {
    if (kind !== "word" || letters.length > MOST_LETTERS) continue;
    for (let at = 0; at < word.length; at++) {
      letters.push(word.charCodeAt(at));
      wordOf.push(index);
    }
  }
  return BY_WARNING.flatMap(({ says, cores }) => {
    for (const core of cores) {
      for (const end of endsOf(core, letters)) {
        const first = wordOf[Math.max(0, end - core.length)] ?? 0;
        const last = wordOf[end - 1] ?? first;
        if (unknown.slice(first, last + 1).includes(true)) return [{ says, first, end: last + 1 }];
      }
    }
    return [];
  });
}

function coresOf(sentences: readonly string[]): Core[] {
  return sentences.map((sentence) => {
    const letters = sentence.replace(/\s/g, "").slice(0, LONGEST);
    const places = new Int32Array(CODES);
    for (let at = 0; at < letters.length; at++) {
      const code = letters.charCodeAt(at);
      places[code] = (places[code] ?? 0) | (1 << at);
    }
    return { length: letters.length, slips: slipsIn(letters.length), places, last: 1 << (letters.length - 1) };
  });
}

/** How many letters may be missing, added or changed; two of them are a swap. */
function slipsIn(length: number): number {
  if (length < SHORTEST) return 0;
  return length < 10 ? 1 : length < 13 ? 2 : length < 17 ? 3 : 4;
}

/** Myers' bit-parallel search (1999): where in the letters the core ends with few enough slips. One step per letter. */
function endsOf({ length, slips, places, last }: Core, letters: readonly number[]): number[] {
  const ends: number[] = [];
  let plus = -1;
  let minus = 0;
  let distance = length;
  for (const [index, letter] of letters.entries()) {
    const same = places[letter] ?? 0;
    const vertical = same | minus;
    const horizontal = (((same & plus) + plus) ^ plus) | same;
    let up = minus | ~(horizontal | plus);
    let down = plus & horizontal;
    if (up & last) distance++;
    else if (down & last) distance--;
    up <<= 1;
    down <<= 1;
    plus = down | ~(vertical | up);
    minus = up & vertical;
    if (distance <= slips) ends.push(index + 1);
  }
  return ends;
}
