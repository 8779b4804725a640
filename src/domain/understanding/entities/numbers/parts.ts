import { isOneSlip } from "../../spelling.ts";
import type { Token } from "../../tokens.ts";
import { slangFor } from "../money/slang.ts";
import {
  CONNECTORS,
  GLUED_SCALES,
  HUNDRED,
  NUMBER_WORDS,
  PARTS_OF_ONE,
  PLURAL_SCALES,
  POINTS,
  SCALES,
  SOME_MORE,
  ZEROS,
} from "../number-words.ts";
import { digitGroupsFrom, ONE, readDigits } from "./digits.ts";

/** A piece of a number; values and factors in millionths. `end` is the index after its last token. */
export type Part = (
  | { readonly kind: "digits"; readonly value: bigint }
  | { readonly kind: "word"; readonly value: bigint; readonly within: bigint }
  | { readonly kind: "zero" | "hundred" | "point" | "hyphen" | "more" }
  /** `implies`: alone it is one of them, "mil". */
  | { readonly kind: "scale"; readonly factors: readonly bigint[]; readonly slang: boolean; readonly implies: boolean }
  | { readonly kind: "connector"; readonly word: string }
  | { readonly kind: "part"; readonly quarters: bigint }
) & { readonly end: number };

export type PartReader = (index: number) => Part | undefined;

/** Words that are themselves several: "cincuentamil", "treintaycinco". Longer ones are no numbers. Letters. */
const COMPOUND = { shortest: 5, longest: 48 };

/**
 * The pieces from a token on, each cut when it is asked for: a message of a thousand numbers is not read a thousand times.
 * A comma or the end of a sentence ends them, for "dos mil, quinientos" may be two amounts.
 */
export function partsFrom(tokens: readonly Token[], from: number, country: string): PartReader {
  const parts: Part[] = [];
  let next = from;
  return (index) => {
    while (parts.length <= index) {
      const isParted =
        next > from && (tokens[next]?.afterComma === true || tokens[next]?.clause !== tokens[from]?.clause);
      const found = isParted ? undefined : partsAt(tokens, next, country);
      if (!found) return undefined;
      parts.push(...found);
      next = found.at(-1)?.end ?? next;
    }
    return parts[index];
  };
}

function partsAt(tokens: readonly Token[], at: number, country: string): readonly Part[] | undefined {
  const token = tokens[at];
  const end = at + 1;
  if (!token) return undefined;
  if (token.kind === "number") {
    const digits = digitsAt(tokens, at);
    return digits && [{ kind: "digits", ...digits }];
  }
  if (token.word === "-") return tokens[at - 1]?.kind === "word" ? [{ kind: "hyphen", end }] : undefined;
  if (token.kind !== "word") return undefined;
  // "A hundred", "half a million": the article says nothing.
  if (token.word === "a" && AFTER_ARTICLE.has(tokens[end]?.word ?? "")) return partsAt(tokens, end, country);
  const isGlued = tokens[at - 1]?.end === token.start && tokens[at - 1]?.kind === "number";
  const part = wordPart(token.word, country, isGlued);
  const pieces = part ? [part] : (compoundParts(token.word) ?? slipOf(token.word, tokens[end]));
  return pieces?.map((piece) => ({ ...piece, end }));
}

/** The number in digits at `at`, its groups together, and nothing of what follows. */
export function digitsAt(tokens: readonly Token[], at: number): { value: bigint; end: number } | undefined {
  const count = digitGroupsFrom(tokens, at);
  const groups = count === 1 ? [tokens[at]] : tokens.slice(at, at + count);
  const value = readDigits(groups.map((token) => token?.word).join(""));
  return value === undefined ? undefined : { value, end: at + count };
}

const AFTER_ARTICLE: ReadonlySet<string> = new Set("half quarter hundred thousand million billion grand".split(" "));

type Piece = Part extends infer P ? (P extends Part ? Omit<P, "end"> : never) : never;

/** What each word is, wherever it is said; slang goes by country. */
const PARTS: ReadonlyMap<string, Piece> = new Map<string, Piece>([
  ...pairs(SOME_MORE, { kind: "more" }),
  ...pairs(POINTS, { kind: "point" }),
  ...pairs(ZEROS, { kind: "zero" }),
  ...pairs([HUNDRED], { kind: "hundred" }),
  ...[...CONNECTORS].map((word) => [word, { kind: "connector", word }] as const),
  ...[...PARTS_OF_ONE].map(([word, quarters]) => [word, { kind: "part", quarters }] as const),
  ...[...NUMBER_WORDS].map(
    ([word, { value, within }]) => [word, { kind: "word", value: value * ONE, within: within * ONE }] as const,
  ),
]);

function pairs(words: Iterable<string>, piece: Piece): (readonly [string, Piece])[] {
  return Array.from(words, (word) => [word, piece] as const);
}

function wordPart(word: string, country: string, isGlued: boolean): Piece | undefined {
  const part = PARTS.get(word);
  if (part) return part;
  const slang = slangFor(word, country);
  if (slang) return { kind: "scale", factors: slang.worth, slang: true, implies: false };
  const factor = SCALES.get(word);
  if (factor === undefined) return undefined;
  // "5 m" may be metres; "5m" is millions.
  const isLoose = !GLUED_SCALES.has(word) || (word === "mi" && country === "BR");
  const implies = isLoose && word.length > 2 && !PLURAL_SCALES.has(word);
  return isGlued || isLoose ? { kind: "scale", factors: [factor * ONE], slang: false, implies } : undefined;
}

/** Shorter words have too many neighbours. Letters. */
const SHORTEST_SLIP = 5;

const BY_FIRST_LETTER: ReadonlyMap<string, readonly string[]> = Map.groupBy(
  [...NUMBER_WORDS.keys()].filter(({ length }) => length >= SHORTEST_SLIP),
  (word) => word.slice(0, 1),
);

/** "Cincuemta mil": one slip of the finger right before a scale, when there is but one number it can be. */
function slipOf(word: string, next: Token | undefined): readonly Piece[] | undefined {
  if (word.length < SHORTEST_SLIP || (next?.word.length ?? 0) < 3 || !SCALES.has(next?.word ?? "")) return undefined;
  const near = (BY_FIRST_LETTER.get(word.slice(0, 1)) ?? []).filter((candidate) => isOneSlip(word, candidate));
  const [first, ...others] = near.map((candidate) => NUMBER_WORDS.get(candidate));
  if (!first || others.some((other) => other?.value !== first.value)) return undefined;
  return [{ kind: "word", value: first.value * ONE, within: first.within * ONE }];
}

const PIECES: ReadonlySet<string> = new Set([...NUMBER_WORDS.keys(), "mil", "millon", "millones", "milhao", "milhoes"]);
const BEGINNINGS: ReadonlySet<string> = new Set(["unm", "umm", ...[...PIECES].map((word) => word.slice(0, 3))]);
const LONGEST_PIECE = Math.max(...[...PIECES].map(({ length }) => length));

/** "docientosmil" in its pieces; undefined when anything is left over, or the pieces are no number: "unidos" is none. */
function compoundParts(word: string): readonly Piece[] | undefined {
  if (word.length < COMPOUND.shortest || word.length > COMPOUND.longest || !BEGINNINGS.has(word.slice(0, 3)))
    return undefined;
  const pieces = cut(word);
  if (!pieces) return undefined;
  const parts = pieces.flatMap((piece) => wordPart(piece, "", false) ?? []);
  return parts.length === pieces.length && isOneNumber(parts) ? parts : undefined;
}

/** From the end forward, the longest piece first: every place is decided once. */
function cut(word: string): readonly string[] | undefined {
  const rest: (readonly string[] | undefined)[] = [];
  rest[word.length] = [];
  for (let at = word.length - 1; at >= 0; at--) {
    for (let end = Math.min(word.length, at + LONGEST_PIECE); end > at && rest[at] === undefined; end--) {
      const piece = word.slice(at, end);
      const isConnector = at > 0 && end < word.length && (piece === "y" || piece === "i" || piece === "e");
      const after = rest[end];
      if (after && (PIECES.has(piece) || isConnector)) rest[at] = [piece, ...after];
    }
  }
  return rest[0];
}

/** Each word takes places that are free below the one before: "treintaicinco", and not "unidos". */
function isOneNumber(parts: readonly Piece[]): boolean {
  let total = 0n;
  for (const part of parts) {
    if (part.kind === "scale") {
      total = 0n;
    } else if (part.kind === "word") {
      const isTaken = total % part.within !== 0n || (total > 0n && total % (100n * ONE) === 10n * ONE);
      if (isTaken) return false;
      total += part.value;
    }
  }
  return parts.length > 1;
}
