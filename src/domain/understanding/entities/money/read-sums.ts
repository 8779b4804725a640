import type { Token } from "../../tokens.ts";
import { decimalOf } from "../numbers/digits.ts";
import { type Exactness, howExact } from "./how-exact.ts";
import { isNotMoney } from "./not-money.ts";
import { rangeAt } from "./read-range.ts";
import { type ShareReading, shareAt } from "./read-share.ts";
import { type MoneyPlace, type Said, saidAt } from "./said.ts";

type Ends = { readonly from: bigint; readonly to: bigint };

/** One amount that was said. */
export type SumReading = {
  readonly millionths: bigint;
  /** ISO 4217 when one was named, `XXX` when it cannot be told which; undefined is the debt's, or that of the place. */
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
    if (share) shares.push(share);
    const found = share ? [] : (rangeSums(tokens, at, here) ?? sumsAt(tokens, at, here));
    sums.push(...found);
    at = share?.end ?? found.at(-1)?.end ?? at + 1;
  }
  return { sums, shares };
}

function rangeSums(tokens: readonly Token[], at: number, place: MoneyPlace): readonly SumReading[] | undefined {
  const range = rangeAt(tokens, at, place);
  if (!range) return undefined;
  const [from, to] = [unitsOf(range.from), unitsOf(range.to)];
  const ends = from < to ? { from, to } : { from: to, to: from };
  const [a, b] = [sumOf(range.from, range.kind, ends), sumOf(range.to, range.kind, ends)];
  const explicit = a.explicit || b.explicit;
  const currency = a.currency ?? b.currency;
  const unscaled = a.unscaled && b.unscaled;
  return [a, b].map((sum) => ({ ...sum, explicit, currency, unscaled }));
}

function sumsAt(tokens: readonly Token[], at: number, place: MoneyPlace): readonly SumReading[] {
  const said = saidAt(tokens, at, place);
  if (!said || isNotMoney(tokens, { ...said, named: said.unit !== undefined }) || isNothing(tokens, said)) return [];
  const { others, slang, more } = said.number;
  // By the book where a unit is named, or where we do not know how people count.
  const isByTheBook = !slang && (said.unit !== undefined || place.country === "");
  if (others.length === 0 || isByTheBook)
    return [sumOf(said, more ? "about" : howExact(tokens, said.first, said.end), undefined)];
  const all = [said.number.millionths, ...others].map((millionths) => ({
    ...said,
    number: { ...said.number, millionths },
  }));
  const values = all.map(unitsOf).sort((a, b) => (a < b ? -1 : 1));
  const ends = { from: values[0] ?? 0n, to: values.at(-1) ?? 0n };
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
