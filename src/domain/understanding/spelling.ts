import type { Token } from "./tokens.ts";

/** Shorter words have too many neighbours: `pago`, `paga`, `pasa`. */
const SHORTEST = 5;

export type Speller = {
  /** The same words with slips of the finger put right, or `undefined` when there was nothing to put right. */
  readonly correct: (words: readonly Token[]) => readonly Token[] | undefined;
};

/**
 * Puts right one slip (a letter missing, added, changed or swapped with its neighbour: Damerau's four) towards a closed
 * vocabulary. A word that is known is never touched, and one with two possible corrections of different meaning stays.
 */
export function speller(targets: Iterable<string>, known: Iterable<string>): Speller {
  const words = new Set(targets);
  const untouched = new Set([...known, ...words]);
  const neighbours = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < SHORTEST) continue;
    for (const shortened of [word, ...withoutOneLetter(word)]) {
      const group = neighbours.get(shortened);
      if (group) group.push(word);
      else neighbours.set(shortened, [word]);
    }
  }

  const correction = (word: string): string | undefined => {
    if (word.length < SHORTEST - 1 || untouched.has(word)) return undefined;
    const near = [word, ...withoutOneLetter(word)].flatMap((shortened) => neighbours.get(shortened) ?? []);
    const right = near.filter((candidate) => isOneSlip(word, candidate));
    // Most slips leave the first letter alone; without this `casa` words would turn into `pasa` words.
    return right.find((candidate) => candidate[0] === word[0]) ?? right[0];
  };

  return {
    correct: (tokens) => {
      let changed = false;
      const corrected = tokens.map((token) => {
        const better = token.kind === "word" ? correction(token.word) : undefined;
        if (better === undefined) return token;
        changed = true;
        return { ...token, word: better };
      });
      return changed ? corrected : undefined;
    },
  };
}

function withoutOneLetter(word: string): string[] {
  return Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1));
}

/** Optimal string alignment distance of exactly one, without the table: two words differ in one place only. */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [restOfA, restOfB] = [a.slice(start), b.slice(start)];
  if (restOfA.slice(1) === restOfB.slice(1)) return true;
  if (restOfA === restOfB.slice(1) || restOfA.slice(1) === restOfB) return true;
  return restOfA[0] === restOfB[1] && restOfA[1] === restOfB[0] && restOfA.slice(2) === restOfB.slice(2);
}
