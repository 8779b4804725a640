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
  if (token.kind === "number") return digitsAt(tokens, at);
  if (token.word === "-") return tokens[at - 1]?.kind === "word" ? [{ kind: "hyphen", end }] : undefined;
  if (token.kind !== "word") return undefined;
  // "A hundred", "half a million": the article says nothing.
  if (token.word === "a" && AFTER_ARTICLE.has(tokens[end]?.word ?? "")) return partsAt(tokens, end, country);
  const isGlued = tokens[at - 1]?.end === token.start && tokens[at - 1]?.kind === "number";
  const part = wordPart(token.word, country, isGlued);
  return part ? [{ ...part, end }] : compoundParts(token.word)?.map((piece) => ({ ...piece, end }));
}

function digitsAt(tokens: readonly Token[], at: number): readonly Part[] | undefined {
  const count = digitGroupsFrom(tokens, at);
  const text = tokens
    .slice(at, at + count)
    .map(({ word }) => word)
    .join("");
  const value = readDigits(text);
  return value === undefined ? undefined : [{ kind: "digits", value, end: at + count }];
}

const AFTER_ARTICLE: ReadonlySet<string> = new Set("half quarter hundred thousand million billion grand".split(" "));

type Piece = Part extends infer P ? (P extends Part ? Omit<P, "end"> : never) : never;

function wordPart(word: string, country: string, isGlued: boolean): Piece | undefined {
  const number = NUMBER_WORDS.get(word);
  if (number) return { kind: "word", value: number.value * ONE, within: number.within * ONE };
  if (word === HUNDRED) return { kind: "hundred" };
  const slang = slangFor(word, country);
  if (slang) return { kind: "scale", factors: slang.worth, slang: true, implies: false };
  const factor = SCALES.get(word);
  // "5 m" may be metres; "5m" is millions.
  if (factor !== undefined && (isGlued || !GLUED_SCALES.has(word)))
    return { kind: "scale", factors: [factor * ONE], slang: false, implies: !PLURAL_SCALES.has(word) };
  const quarters = PARTS_OF_ONE.get(word);
  if (quarters !== undefined) return { kind: "part", quarters };
  if (CONNECTORS.has(word)) return { kind: "connector", word };
  if (ZEROS.has(word)) return { kind: "zero" };
  if (POINTS.has(word)) return { kind: "point" };
  return SOME_MORE.has(word) ? { kind: "more" } : undefined;
}

const PIECES: ReadonlySet<string> = new Set([...NUMBER_WORDS.keys(), "mil", "millon", "millones", "milhao", "milhoes"]);
const BEGINNINGS: ReadonlySet<string> = new Set([...PIECES].map((word) => word.slice(0, 2)));
const LONGEST_PIECE = Math.max(...[...PIECES].map(({ length }) => length));

/** "docientosmil" in its pieces; undefined when anything is left over, or the pieces are no number: "unidos" is none. */
function compoundParts(word: string): readonly Piece[] | undefined {
  if (word.length < COMPOUND.shortest || word.length > COMPOUND.longest || !BEGINNINGS.has(word.slice(0, 2)))
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
