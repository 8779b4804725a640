import type { Token } from "../../tokens.ts";
import { decimalOf } from "../numbers/digits.ts";
import { type Exactness, howExact } from "./how-exact.ts";
import { isNotMoney } from "./not-money.ts";
import { rangeFrom } from "./read-range.ts";
import { type ShareReading, shareAt } from "./read-share.ts";
import { type MoneyPlace, type Said, saidAt } from "./said.ts";

type Ends = { readonly from: bigint; readonly to: bigint };

/** One amount that was said. */
export type SumReading = {
  readonly millionths: bigint;
  /** ISO 4217 when one was named, `NO_CURRENCY` when it cannot be told which; undefined is the debt's, or that of the place. */
  readonly currency: string | undefined;
  /** The number in the unit that was said, exact: "34" of "34 centavos", whose millionths are 340,000. */
  readonly said: string;
  /** Tokens `first` up to but without `end`. */
  readonly first: number;
  readonly end: number;
  /** Said to be money, by a sign, a unit, a scale or slang; a bare number is money only where an amount is awaited. */
  readonly explicit: boolean;
  readonly exactness: Exactness;
  /** The two ends of a range, or the least and the most that "100 o 150" and "50 lucas" can be; in millionths. */
  readonly ends: Ends | undefined;
  /** Nothing says how large: no scale, no slang, no cents. Where nobody owes 200 pesos, "200" are 200 thousand. */
  readonly unscaled: boolean;
};

export type Sums = { readonly sums: readonly SumReading[]; readonly shares: readonly ShareReading[] };

/** Every amount and share of the message, left to right; both ends of a range, one behind the other and marked as such. */
export function readSums(tokens: readonly Token[], place: MoneyPlace): Sums {
  const sums: SumReading[] = [];
  const shares: ShareReading[] = [];
  // Who writes Portuguese from nowhere in particular writes Brazil's.
  const here = place.country === "" && place.language === "pt-BR" ? { ...place, country: "BR" } : place;
  for (let at = 0; at < tokens.length; ) {
    const share = shareAt(tokens, at);
    const shared = share && sharedSum(tokens, share, here);
    if (share && !shared) shares.push(share);
    const said = share ? undefined : saidAt(tokens, at, here);
    const found = shared ? [shared] : said ? (rangeSums(tokens, said, here) ?? sumsOf(tokens, said, here)) : [];
    sums.push(...found.filter((sum) => !repeats(tokens, sums.at(-1), sum)));
    // Of a number that is no money, no part is: the "mil veintiséis" of a year is no thousand.
    at = found.at(-1)?.end ?? share?.end ?? said?.number.end ?? at + 1;
  }
  return { sums, shares };
}

/** "La mitad de 200 mil", "tres cuartos de millón": no share of the debt but an amount, down to the millionth. */
function sharedSum(tokens: readonly Token[], share: ShareReading, place: MoneyPlace): SumReading | undefined {
  if (!["de", "del", "of", "do"].includes(tokens[share.end]?.word ?? "")) return undefined;
  const isArticle = ["los", "las", "un", "os", "a"].includes(tokens[share.end + 1]?.word ?? "");
  const [whole, another] = readingsOf(tokens, share.end + (isArticle ? 2 : 1), place);
  if (!whole?.explicit || another) return undefined;
  const millionths = (whole.millionths * share.numerator) / share.denominator;
  return { ...whole, millionths, said: decimalOf(millionths), first: share.first };
}

function readingsOf(tokens: readonly Token[], at: number, place: MoneyPlace): readonly SumReading[] {
  const said = saidAt(tokens, at, place);
  return said ? (rangeSums(tokens, said, place) ?? sumsOf(tokens, said, place)) : [];
}

/** "Doscientos mil pesos ($200.000)": one amount, in words and in figures. */
function repeats(tokens: readonly Token[], before: SumReading | undefined, sum: SumReading): boolean {
  if (before?.millionths !== sum.millionths || before.end !== sum.first) return false;
  const inFigures = ({ first }: SumReading) => tokens.slice(first, first + 2).some(({ kind }) => kind === "number");
  return before.exactness === "exact" && inFigures(before) !== inFigures(sum);
}

function rangeSums(tokens: readonly Token[], said: Said, place: MoneyPlace): readonly SumReading[] | undefined {
  const range = rangeFrom(tokens, said, place);
  if (!range) return undefined;
  const [from, to] = [unitsOf(range.from), unitsOf(range.to)];
  const ends = from < to ? { from, to } : { from: to, to: from };
  const [a, b] = [sumOf(range.from, range.kind, ends), sumOf(range.to, range.kind, ends)];
  const explicit = a.explicit || b.explicit;
  const currency = a.currency ?? b.currency;
  const unscaled = a.unscaled && b.unscaled;
  return [a, b].map((sum) => ({ ...sum, explicit, currency, unscaled }));
}

function sumsOf(tokens: readonly Token[], said: Said, place: MoneyPlace): readonly SumReading[] {
  if (isNotMoney(tokens, { ...said, named: said.unit !== undefined }) || isNothing(tokens, said)) return [];
  const { others, loosely, more } = said.number;
  // By the book where a unit is named, or where we do not know how people count.
  const isByTheBook = loosely === undefined || said.unit !== undefined || place.country === "";
  const values = [said.number.millionths, ...others, ...(isByTheBook ? [] : [loosely])];
  if (values.length === 1) return [sumOf(said, more ? "about" : howExact(tokens, said.first, said.end), undefined)];
  const all = values.map((millionths) => ({ ...said, number: { ...said.number, millionths } }));
  const units = all.map(unitsOf).sort((x, y) => (x < y ? -1 : 1));
  const ends = { from: units[0] ?? 0n, to: units.at(-1) ?? 0n };
  return all.map((each) => sumOf(each, "either", ends));
}

/** "Ni un peso": what somebody has not is no amount. */
function isNothing(tokens: readonly Token[], { first, number }: Said): boolean {
  return number.millionths === 1_000_000n && ["ni", "nem", "sin", "sem"].includes(tokens[first - 1]?.word ?? "");
}

function unitsOf({ number, unit, cents }: Said): bigint {
  return unit?.cents ? number.millionths / 100n : number.millionths + (cents?.millionths ?? 0n);
}

function sumOf(said: Said, exactness: Exactness, ends: Ends | undefined): SumReading {
  const { number, unit, cents, currency, first, end } = said;
  return {
    millionths: unitsOf(said),
    currency,
    said: decimalOf(number.millionths + (cents?.millionths ?? 0n)),
    first,
    end,
    explicit: unit !== undefined || number.scaled || number.slang,
    exactness,
    ends,
    unscaled: !number.scaled && !number.slang && !cents && !unit?.cents && !said.toTheCent,
  };
}
