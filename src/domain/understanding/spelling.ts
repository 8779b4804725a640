import { indexByKeys } from "./fingerprint.ts";
import type { Token } from "./tokens.ts";

/** Shorter words have too many neighbours to be told apart by themselves: only small words of the phrases are looked for. */
const SHORTEST = 4;
/** From here on two slips leave more than enough of a word to know it by. */
const LONG = 9;
/** Nobody writes longer words, and no more unknown ones than this in one message that is to be read. */
const LONGEST = 40;
const MOST_UNKNOWN = 60;

/** What a slip takes off a word's strength, which is its length: see `matchPhrase`. */
const COST = { sound: 1, one: 3, two: 6, firstLetter: 1 };

/** The least strength of a match over corrected words: a word of seven letters with a slip, or a shorter one with company. */
export const STRONG_ENOUGH = 4;

/** Words of a phrase that are run together with the next, or that lose a letter, without any chance of being another. */
const SMALL =
  "no me nos mas ya de que nao mais ja mi yo soy sou le les la lo se es un una en con por a el los las del al su sus mis not dont my you to nada favor numero esta este ni";

type Better = { readonly word: string; readonly cost: number };

/** Two letters swapped make of these another word that nobody writes beside a verb it would be told not to do; "on shift" is English as it stands. */
const SWAPPED: ReadonlyMap<string, readonly Better[]> = new Map([
  ["em", [{ word: "me", cost: 2 }]],
  ["on", [{ word: "no", cost: 2 }]],
  ["nao", [{ word: "no", cost: 2 }]],
  ["ed", [{ word: "de", cost: 2 }]],
  ["oa", [{ word: "ao", cost: 2 }]],
]);

const AFTER_ENGLISH_ON: ReadonlySet<string> = new Set(
  "the a an my your our this that it shift call duty nights days holiday leave benefits hold time top here there whatsapp monday tuesday wednesday thursday friday saturday sunday".split(
    " ",
  ),
);

export type Speller = {
  /**
   * The same words as they may have been meant, in up to two ways: with slips of the finger put right, and with words that were
   * run together or torn apart mended as well. Empty when there is nothing to put right.
   */
  readonly correct: (words: readonly Token[]) => readonly (readonly Token[])[];
  readonly isUnknown: (word: Token) => boolean;
};

/**
 * Puts right slips (a letter missing, added, changed or swapped with its neighbour: Damerau's four; two of them in long words)
 * and spellings by ear, towards a closed vocabulary. A word that is known is never touched.
 */
export function speller(targets: Iterable<string>, known: Iterable<string>): Speller {
  const small = new Set(SMALL.split(" "));
  const words = new Set([...targets, ...small]);
  const untouched = new Set([...known, ...words]);
  // By each word without one letter: a slip in either meets the other there.
  const neighbours = indexByKeys(
    [...words].filter((word) => word.length >= SHORTEST || small.has(word)),
    (word) => [word, ...shortened(word)],
  );
  // Long words by how they begin and how they end: two slips seldom hit both, and every pair without two letters would fill the memory.
  const byEdge = indexByKeys(
    [...words].filter((word) => word.length >= LONG - 1),
    edgesOf,
  );
  const bySound = indexByKeys(
    [...words].filter((word) => word.length >= SHORTEST),
    (word) => [sound(word)],
  );

  const isUnknown = ({ kind, word }: Token) => kind === "word" && word.length <= LONGEST && !untouched.has(word);

  const betterThan = (word: string): Better[] => {
    const heard = sound(word);
    const sounding = bySound(heard)
      .filter((right) => sound(right) === heard)
      .map((right) => ({ word: right, cost: COST.sound }));
    const once = [word, ...shortened(word)].flatMap(neighbours);
    const twice = word.length < LONG ? [] : edgesOf(word).flatMap(byEdge);
    const near = [...once, ...twice];
    const slipped = [...new Set(near)].flatMap((right): Better[] => {
      const slips = isOneSlip(word, right) ? 1 : isTwoSlips(word, right) ? 2 : 0;
      if (slips === 0) return [];
      if (right.length < SHORTEST) return [{ word: right, cost: right.length }];
      const otherStart = word[0] === right[0] ? 0 : COST.firstLetter;
      return [{ word: right, cost: (slips === 1 ? COST.one : COST.two) + otherStart }];
    });
    return [...sounding, ...slipped];
  };

  const mended = seams(words, untouched, small, betterThan);

  return {
    isUnknown,
    correct: (tokens) => {
      const unknown = tokens.filter(isUnknown);
      if (unknown.length > MOST_UNKNOWN) return [];
      const slips = new Map(unknown.map((token) => [token, betterThan(token.word)]));
      for (const [at, token] of tokens.entries()) {
        const swapped = SWAPPED.get(token.word);
        if (token.word === "o" && at === 0) slips.set(token, [{ word: "no", cost: 2 }]);
        if (swapped && !(token.word === "on" && AFTER_ENGLISH_ON.has(tokens[at + 1]?.word ?? "")))
          slips.set(token, [...swapped]);
      }
      const put = (token: Token): Token => {
        const instead = slips.get(token);
        return instead && instead.length > 0 ? { ...token, instead } : token;
      };
      const corrected = [...slips.values()].some((better) => better.length > 0) ? [tokens.map(put)] : [];
      const whole = mended(tokens, isUnknown);
      return whole ? [...corrected, whole.map(put)] : corrected;
    },
  };
}

function edgesOf(word: string): [string, string] {
  return [`${word.slice(0, 4)}-`, `-${word.slice(-4)}`];
}

/** As it is heard in Spanish and Portuguese: b and v, s and c and z, ll and y, g and j, k and qu, and the h nobody hears. */
function sound(word: string): string {
  return word
    .replace(/ch/g, "X")
    .replace(/h/g, "")
    .replace(/qu(?=[ei])|q|k/g, "K")
    .replace(/gu(?=[ei])/g, "G")
    .replace(/g(?=[ei])/g, "j")
    .replace(/c(?=[ei])|z|ss|ç/g, "s")
    .replace(/c/g, "K")
    .replace(/v|w/g, "b")
    .replace(/ll|y/g, "i")
    .replace(/m(?=[pb])/g, "n")
    .replace(/(.)\1/g, "$1");
}

/**
 * Words run together ("nomeescriban"), torn apart ("escri ban") or cut at the wrong letter ("nos oy"), mended into known ones;
 * undefined when there are none.
 */
function seams(
  words: ReadonlySet<string>,
  known: ReadonlySet<string>,
  small: ReadonlySet<string>,
  betterThan: (word: string) => Better[],
): (tokens: readonly Token[], isUnknown: (token: Token) => boolean) => Token[] | undefined {
  const isPiece = (piece: string) => small.has(piece) || (piece.length >= SHORTEST && known.has(piece));

  const split = (token: Token): Token[] | undefined => {
    const { word } = token;
    if (word.length < SHORTEST) return undefined;
    // The shortest way to each place by known pieces; four pieces are as many as anybody runs together.
    const ways: (readonly string[] | undefined)[] = [[]];
    for (let end = 1; end <= word.length; end++) {
      for (let start = Math.max(0, end - 16); start < end; start++) {
        const before = ways[start];
        const best = ways[end];
        if (!before || before.length > 4 || (best && best.length <= before.length + 1)) continue;
        const piece = word.slice(start, end);
        if (isPiece(piece)) ways[end] = [...before, piece];
      }
    }
    const exact = ways[word.length];
    if (exact && exact.length > 1 && exact.length <= 5) return exact.map((piece) => ({ ...token, word: piece }));
    // A letter where the space belongs: "dontgcontact".
    for (let at = 2; at < word.length - 2; at++) {
      const pair = [word.slice(0, at), word.slice(at + 1)];
      if (pair.every(isPiece) && pair.some((piece) => piece.length > SHORTEST))
        return pair.map((piece) => ({ ...token, word: piece }));
    }
    // Small words first, and then one with a slip: "nomeescirban".
    for (let start = 2; start <= word.length - SHORTEST - 1; start++) {
      const before = ways[start];
      if (!before || before.length === 0 || !before.every((piece) => small.has(piece))) continue;
      const rest = word.slice(start);
      const instead = betterThan(rest).filter((better) => better.cost <= COST.one);
      if (instead.length > 0)
        return [...before.map((piece) => ({ ...token, word: piece })), { ...token, word: rest, instead }];
    }
    return undefined;
  };

  const join = (first: Token, second: Token): Token[] | undefined => {
    const whole = first.word + second.word;
    const across = { ...first, end: second.end };
    if (whole.length > SHORTEST && words.has(whole)) return [{ ...across, word: whole }];
    const moved = [
      [first.word.slice(0, -1), first.word.slice(-1) + second.word],
      [first.word + second.word.slice(0, 1), second.word.slice(1)],
    ].find((pair) => pair.every(isPiece));
    return moved?.map((word) => ({ ...across, word }));
  };

  return (tokens, isUnknown) => {
    const mended: Token[] = [];
    let changed = false;
    for (let at = 0; at < tokens.length; at++) {
      const [token, next] = [tokens[at], tokens[at + 1]];
      if (!token) continue;
      const isTorn =
        next?.kind === "word" && token.kind === "word" && (isUnknown(token) || isUnknown(next)) && !next.pause;
      const joined = isTorn ? join(token, next) : undefined;
      const pieces = joined ?? (isUnknown(token) ? split(token) : undefined);
      mended.push(...(pieces ?? [token]));
      if (joined) at++;
      if (pieces) changed = true;
    }
    return changed ? mended : undefined;
  };
}

function withoutOneLetter(word: string): string[] {
  return Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1));
}

function shortened(word: string): string[] {
  return [...new Set(withoutOneLetter(word))];
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

/** Two slips in a long word: put one of the ways right by which the first differs, and one is left. */
function isTwoSlips(a: string, b: string): boolean {
  if (a.length < LONG - 1 || b.length < LONG - 1 || Math.abs(a.length - b.length) > 2) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [x, y] = [a.slice(start), b.slice(start)];
  return [
    [x.slice(1), y.slice(1)],
    [x, y.slice(1)],
    [x.slice(1), y],
    ...(x[0] === y[1] && x[1] === y[0] ? [[x.slice(2), y.slice(2)]] : []),
  ].some(([left = "", right = ""]) => left === right || isOneSlip(left, right));
}
