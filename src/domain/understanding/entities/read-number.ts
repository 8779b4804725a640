import type { Token } from "../tokens.ts";
import { CONNECTORS, HALVES, NUMBER_WORDS, SCALES, SLANG } from "./number-words.ts";

/** Numbers are counted in millionths, so that "2,5" and "1.234,56" stay exact. */
export const ONE = 1_000_000n;

export type NumberReading = {
  readonly millionths: bigint;
  /** Index after the last token. */
  readonly end: number;
  /** Written with digits only: no word, no scale. */
  readonly plain: boolean;
  /** A word such as `mil`, `k` or slang was part of it: it is about money or something as large. */
  readonly scaled: boolean;
  /** Slang for money was part of it. */
  readonly slang: boolean;
};

type Part = { readonly value: bigint; readonly end: number; readonly plain: boolean };

/** The longest number that starts at `from`: digits, words, scales ("1,5 millones"), halves ("dos y medio"). */
export function readNumber(tokens: readonly Token[], from: number, country: string): NumberReading | undefined {
  let total = 0n;
  let at = from;
  let smallestScale: bigint | undefined;
  let plain = true;
  let slang = false;

  while (at < tokens.length) {
    const start = at === from ? at : skipConnector(tokens, at);
    const part =
      readHalf(tokens, start, country) ?? readBelowThousand(tokens, start) ?? impliedOne(tokens, start, country);
    if (!part) break;
    let value = part.value;
    let end = part.end;
    let scale = 1n;
    // "doscientos mil millones": scales multiply while they grow.
    for (let next = scaleAt(tokens, end, country); next && next.factor >= scale; next = scaleAt(tokens, end, country)) {
      value *= next.factor;
      scale *= next.factor;
      slang ||= next.slang;
      end++;
      if (next.slang) break;
    }
    const half = halfAfter(tokens, end);
    if (half) {
      value += (ONE / 2n) * scale;
      end = half;
    }
    // "Mil quinientos millones": what came before is multiplied too. "Dos mil treinta mil" is two numbers.
    const joins =
      smallestScale !== undefined && scale >= 1_000_000n && total < scale * ONE && part.value < smallestScale * ONE;
    if (smallestScale !== undefined && !joins && (smallestScale === 1n || value >= smallestScale * ONE)) break;
    total = joins ? total * scale + value : total + value;
    plain &&= part.plain && scale === 1n && !half;
    smallestScale = scale;
    at = end;
    if (scale === 1n) break;
  }

  return at === from
    ? undefined
    : { millionths: total, end: at, plain, scaled: !plain && (smallestScale ?? 1n) > 1n, slang };
}

/**
 * What people type between digits. One separator before three digits parts thousands, for no amount has three decimals;
 * with two kinds, the last is the decimal one. `1'500.000` is how Colombia writes millions.
 */
export function readDigits(text: string): bigint | undefined {
  const groups = text.split(/[.,']/);
  const separators = text.replace(/\d/g, "");
  const last = groups.at(-1) ?? "";
  const kinds = new Set(separators);
  if (text.length > 21) return undefined;
  if (separators === "") return BigInt(text) * ONE;

  const isDecimal =
    separators.at(-1) !== "'" &&
    (last.length < 3 ||
      (kinds.size > 1 && last.length !== 3) ||
      (separators.length === 1 && groups[0] === "0") ||
      last.length > 3);
  const whole = isDecimal ? groups.slice(0, -1) : groups;
  if (whole.length > 1 && !whole.slice(1).every((group) => group.length === 3)) return undefined;
  if (whole.length > 1 && (whole[0]?.length ?? 0) > 3) return undefined;
  if (isDecimal && last.length > 6) return undefined;
  const fraction = isDecimal ? BigInt(last.padEnd(6, "0")) : 0n;
  return BigInt(whole.join("")) * ONE + fraction;
}

function skipConnector(tokens: readonly Token[], at: number): number {
  return CONNECTORS.has(tokens[at]?.word ?? "") ? at + 1 : at;
}

/** "medio millón", "media luca", "half a million". */
function readHalf(tokens: readonly Token[], at: number, country: string): Part | undefined {
  if (!HALVES.has(tokens[at]?.word ?? "")) return undefined;
  const end = tokens[at + 1]?.word === "a" ? at + 2 : at + 1;
  return scaleAt(tokens, end, country) ? { value: ONE / 2n, end, plain: false } : undefined;
}

/** The half of "dos y medio", "un palo y medio". */
function halfAfter(tokens: readonly Token[], at: number): number | undefined {
  if (!CONNECTORS.has(tokens[at]?.word ?? "")) return undefined;
  const next = tokens[at + 1]?.word === "a" ? at + 2 : at + 1;
  return HALVES.has(tokens[next]?.word ?? "") ? next + 1 : undefined;
}

/** "mil", "millón y medio", "palo": one of them. */
function impliedOne(tokens: readonly Token[], at: number, country: string): Part | undefined {
  const scale = scaleAt(tokens, at, country);
  const word = tokens[at]?.word ?? "";
  return scale && scale.factor >= 500n && word !== "k" && word !== "m"
    ? { value: ONE, end: at, plain: false }
    : undefined;
}

function scaleAt(
  tokens: readonly Token[],
  at: number,
  country: string,
): { factor: bigint; slang: boolean } | undefined {
  const token = tokens[at];
  if (token?.kind !== "word") return undefined;
  const slang = SLANG.get(country)?.get(token.word) ?? SLANG.get("*")?.get(token.word);
  if (slang !== undefined) return { factor: slang, slang: true };
  const factor = SCALES.get(token.word);
  // "5 m" may be metres; "5m" is millions.
  if (factor === undefined || (token.word === "m" && tokens[at - 1]?.end !== token.start)) return undefined;
  return { factor, slang: false };
}

function readBelowThousand(tokens: readonly Token[], from: number): Part | undefined {
  const first = tokens[from];
  if (first?.kind === "number") {
    const value = readDigits(joinGroups(tokens, from));
    return value === undefined ? undefined : { value, end: from + groupsFrom(tokens, from), plain: true };
  }

  let total = 0n;
  let end = from;
  for (let at = from; at < tokens.length; ) {
    const start = at === from ? at : skipConnector(tokens, skipHyphen(tokens, at));
    const word = NUMBER_WORDS.get(tokens[start]?.word ?? "");
    if (!word || total % word.within !== 0n) break;
    // "dez" takes both last places; "vinte um" leaves one.
    if (at !== from && total % 100n >= 10n && total % 100n < 20n) break;
    total += word.value;
    end = start + 1;
    at = end;
  }
  return end === from ? undefined : { value: total * ONE, end, plain: false };
}

function skipHyphen(tokens: readonly Token[], at: number): number {
  return tokens[at]?.word === "-" ? at + 1 : at;
}

/** "200 000": groups of three digits after one of up to three. */
function groupsFrom(tokens: readonly Token[], from: number): number {
  if (!/^\d{1,3}$/.test(tokens[from]?.word ?? "")) return 1;
  let count = 1;
  while (/^\d{3}$/.test(tokens[from + count]?.word ?? "")) count++;
  return count;
}

function joinGroups(tokens: readonly Token[], from: number): string {
  return tokens
    .slice(from, from + groupsFrom(tokens, from))
    .map(({ word }) => word)
    .join("");
}
