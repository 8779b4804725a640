import type { SpokenLanguage } from "../reading.ts";
import type { Token } from "../tokens.ts";
import { SCALES } from "./number-words.ts";
import { decimalOf, ONE, readDigitsWith } from "./numbers/digits.ts";
import { denominatorOf } from "./numbers/fractions.ts";
import { readNumber } from "./read-number.ts";

/** A number that a phrase names, of whatever it counts. */
export type QuantityReading = {
  /** "4.8"; of a number without an end ("un tercio") its first fifteen decimals, and `exact` is false. */
  readonly decimal: string;
  readonly exact: boolean;
  /** Tokens `first` up to but without `end`. */
  readonly first: number;
  readonly end: number;
};

/** `country` ISO 3166-1 alpha-2, empty when it is not known. */
export type QuantityPlace = { readonly country: string; readonly language?: SpokenLanguage };

/** A value above and below the line, both in millionths. */
type Ratio = { readonly above: bigint; readonly below: bigint; readonly end: number };

/** Where a point parts decimals; elsewhere a comma does. */
const POINT_COUNTRIES: ReadonlySet<string> = new Set("MX US GB PE GT HN NI PA DO PR SV".split(" "));

const DOZENS: ReadonlySet<string> = new Set("docena docenas duzia duzias dozen dozens doz dozs dz dzs".split(" "));
const PAIRS: ReadonlySet<string> = new Set("par pares pair pairs couple couples".split(" "));
const HALF: ReadonlySet<string> = new Set("medio media meio meia half mitad metade".split(" "));
const OVER: ReadonlySet<string> = new Set(["sobre", "over", "/"]);
const MINUS: ReadonlySet<string> = new Set(["menos", "minus", "negativo", "negative"]);
const JOINTS: ReadonlySet<string> = new Set(["y", "e", "and", "con", "com"]);
const ARTICLES: ReadonlySet<string> = new Set("un una uno um uma one a".split(" "));

/** The number the phrase is about: the first that is no mere article, else the article. */
export function readQuantity(tokens: readonly Token[], place: QuantityPlace): QuantityReading | undefined {
  const all = readQuantities(tokens, place);
  const isArticle = ({ first, end }: QuantityReading) => end === first + 1 && ARTICLES.has(tokens[first]?.word ?? "");
  return all.find((quantity) => !isArticle(quantity)) ?? all[0];
}

function readQuantities(tokens: readonly Token[], place: QuantityPlace): readonly QuantityReading[] {
  const readings: QuantityReading[] = [];
  for (let at = 0; at < tokens.length; ) {
    const isNegative = MINUS.has(tokens[at]?.word ?? "") || (at === 0 && tokens[at]?.word === "-");
    const ratio = quantityAt(tokens, isNegative ? at + 1 : at, place);
    if (ratio) readings.push({ ...decimalsOf(ratio, isNegative ? -1n : 1n), first: at, end: ratio.end });
    at = ratio?.end ?? at + 1;
  }
  return readings;
}

function quantityAt(tokens: readonly Token[], at: number, place: QuantityPlace): Ratio | undefined {
  const group = setAt(tokens, at, place);
  if (group) return group;
  const number = numberAt(tokens, at, place);
  if (!number) return HALF.has(tokens[at]?.word ?? "") ? { above: ONE, below: 2n * ONE, end: at + 1 } : undefined;
  return (
    mixedAt(tokens, at, number, place) ??
    dividedAt(tokens, number, place) ??
    joinedAt(tokens, number, place) ?? { above: number.value, below: ONE, end: number.end }
  );
}

type Numeral = { readonly value: bigint; readonly end: number; readonly plain: boolean };

/** As money is read, but that "4,800" of something counted is 4.8 where a comma parts decimals. */
function numberAt(tokens: readonly Token[], at: number, place: QuantityPlace): Numeral | undefined {
  const number = readNumber(tokens, at, place.country);
  if (!number) return undefined;
  // "Cero uno", as telephones are read out.
  const next = number.millionths === 0n && !number.plain ? readNumber(tokens, number.end, place.country) : undefined;
  if (next && next.millionths < 10n * ONE) return { value: next.millionths, end: next.end, plain: false };
  const isPoint = POINT_COUNTRIES.has(place.country) || (place.country === "" && place.language === "en");
  const isAlone = number.plain && number.end === at + 1;
  const exact = isAlone ? readDigitsWith(tokens[at]?.word ?? "", isPoint ? "." : ",") : undefined;
  return { value: exact ?? number.millionths, end: number.end, plain: number.plain };
}

/** "tres docenas", "media docena", "um par de", "dos mil y cuatro docenas". */
function setAt(tokens: readonly Token[], at: number, place: QuantityPlace): Ratio | undefined {
  const isHalf = HALF.has(tokens[at]?.word ?? "");
  const number = isHalf ? { value: ONE / 2n, end: at + 1, plain: false } : numberAt(tokens, at, place);
  const nameAt = number?.end ?? at;
  const size = sizeOf(tokens[nameAt]?.word ?? "");
  if (size !== undefined) return { above: (number?.value ?? ONE) * size, below: ONE, end: nameAt + 1 };
  if (!number || isHalf || !JOINTS.has(tokens[nameAt]?.word ?? "")) return undefined;
  const more = numberAt(tokens, nameAt + 1, place);
  const moreSize = more && sizeOf(tokens[more.end]?.word ?? "");
  if (!more || moreSize === undefined) return undefined;
  return { above: number.value + more.value * moreSize, below: ONE, end: more.end + 1 };
}

function sizeOf(word: string): bigint | undefined {
  if (DOZENS.has(word)) return 12n;
  return PAIRS.has(word) ? 2n : undefined;
}

/** "2 1/4". */
function mixedAt(tokens: readonly Token[], at: number, whole: Numeral, place: QuantityPlace): Ratio | undefined {
  const [token, next] = [tokens[at], tokens[whole.end]];
  if (!whole.plain || whole.end !== at + 1 || next?.kind !== "number" || token?.clause !== next.clause)
    return undefined;
  const part = numberAt(tokens, whole.end, place);
  const ratio = part && tokens[part.end]?.word === "/" ? dividedAt(tokens, part, place) : undefined;
  return ratio && { ...ratio, above: (whole.value * ratio.below) / ONE + ratio.above };
}

/** "dos tercios", "veintitrés quintos", "one over three", "20/100"; and "two thirds of a million". */
function dividedAt(tokens: readonly Token[], above: Numeral, place: QuantityPlace): Ratio | undefined {
  if (OVER.has(tokens[above.end]?.word ?? "")) {
    const below = numberAt(tokens, above.end + 1, place);
    return below && below.value > 0n ? { above: above.value, below: below.value, end: below.end } : undefined;
  }
  const nameAt = tokens[above.end]?.word === "-" ? above.end + 1 : above.end;
  const below = denominatorOf(tokens[nameAt]?.word ?? "");
  if (below === undefined) return undefined;
  const split = splitAt(tokens, above, nameAt, place);
  const ratio = split
    ? { above: split.whole * below + split.part, below: below * ONE }
    : { above: above.value, below: below * ONE };
  const times = timesAt(tokens, nameAt + 1);
  return { ...ratio, above: ratio.above * (times?.factor ?? 1n), end: times?.end ?? nameAt + 1 };
}

/** "One hundred and three quarters": what stands behind the "and" is divided, what stands before it is not. */
function splitAt(
  tokens: readonly Token[],
  { value }: Numeral,
  nameAt: number,
  place: QuantityPlace,
): { whole: bigint; part: bigint } | undefined {
  const part = tokens[nameAt - 2]?.word === "and" ? numberAt(tokens, nameAt - 1, place) : undefined;
  return part && part.end === nameAt ? { whole: value - part.value, part: part.value } : undefined;
}

function timesAt(tokens: readonly Token[], at: number): { factor: bigint; end: number } | undefined {
  const isOf = ["of", "de"].includes(tokens[at]?.word ?? "");
  const scaleAt = ["a", "un", "um"].includes(tokens[at + 1]?.word ?? "") ? at + 2 : at + 1;
  const factor = isOf ? SCALES.get(tokens[scaleAt]?.word ?? "") : undefined;
  return factor === undefined ? undefined : { factor, end: scaleAt + 1 };
}

/** "1 con 5" is 1.5; "veinte con tres quintos", "one and a fourth" add a fraction. */
function joinedAt(tokens: readonly Token[], whole: Numeral, place: QuantityPlace): Ratio | undefined {
  const joint = tokens[whole.end]?.word ?? "";
  if (!JOINTS.has(joint)) return undefined;
  const isArticle = tokens[whole.end + 1]?.word === "a";
  const part = isArticle ? { value: ONE, end: whole.end + 2, plain: false } : numberAt(tokens, whole.end + 1, place);
  if (!part) return undefined;
  const ratio = dividedAt(tokens, part, place);
  if (ratio) return { ...ratio, above: (whole.value * ratio.below) / ONE + ratio.above };
  const isDecimals = (joint === "con" || joint === "com") && part.value % ONE === 0n && part.value < 1_000n * ONE;
  if (!isDecimals || whole.value % ONE !== 0n) return undefined;
  const digits = (part.value / ONE).toString();
  return { above: whole.value + BigInt(digits.padEnd(6, "0")), below: ONE, end: part.end };
}

/** Digits behind the point of what has no end. */
const DECIMALS = 15;

function decimalsOf({ above, below }: Ratio, sign: bigint): { decimal: string; exact: boolean } {
  const scaled = above * ONE;
  if (scaled % below === 0n) return { decimal: decimalOf((sign * scaled) / below), exact: true };
  const digits = ((above * 10n ** BigInt(DECIMALS)) / below).toString().padStart(DECIMALS + 1, "0");
  const decimal = `${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS).replace(/0+$/, "")}`;
  const exact = (above * 10n ** BigInt(DECIMALS)) % below === 0n;
  return { decimal: sign < 0n ? `-${decimal}` : decimal, exact };
}
