import type { SpokenLanguage } from "../../reading.ts";
import type { Token } from "../../tokens.ts";
import { SCALES } from "../number-words.ts";
import { type NumberReading, readNumber } from "../read-number.ts";
import { type CentsReading, centsAt } from "./cents.ts";
import { HOME_CURRENCY, type NamedUnit, unitAt } from "./currency-names.ts";
import { slangFor } from "./slang.ts";

/** `currency` is the debt's, when there is one; `country` ISO 3166-1 alpha-2, empty when it is not known. */
export type MoneyPlace = {
  readonly currency?: string;
  readonly country: string;
  readonly language?: SpokenLanguage;
};

/** The code of a currency that was named and cannot be told: "francos", or two that contradict each other. ISO 4217. */
export const NO_CURRENCY = "XXX";

/** A number with the signs, units and cents that stand by it. */
export type Said = {
  /** Without its cents. */
  readonly number: NumberReading;
  readonly numberAt: number;
  readonly unit: NamedUnit | undefined;
  readonly cents: CentsReading | undefined;
  /** ISO 4217 when one was named, XXX when it cannot be told which; undefined is the debt's, or that of the place. */
  readonly currency: string | undefined;
  /** Written with its decimals, or with the sign that says that there are none. */
  readonly toTheCent: boolean;
  /** Tokens `first` up to but without `end`. */
  readonly first: number;
  readonly end: number;
};

type Units = { readonly before: NamedUnit | undefined; readonly after: NamedUnit | undefined };

/** What is said from `at` on, if it begins with a number or its sign; whether it is money is not asked yet. */
export function saidAt(tokens: readonly Token[], at: number, place: MoneyPlace): Said | undefined {
  const before = quetzalAt(tokens, at, place) ?? unitAt(tokens, at, { side: "before", country: place.country });
  const numberAt = before?.end ?? at;
  const number = readNumber(tokens, numberAt, place.country);
  // "Treinta por ciento": that "ciento" is no hundred.
  if (!number || (tokens[at]?.word === "ciento" && tokens[at - 1]?.word === "por")) return undefined;

  const numberEnd = skipEmptyCents(tokens, number.end);
  const unitStart = tokens[numberEnd]?.word === "de" && number.scaled ? numberEnd + 1 : numberEnd;
  const after = unitAfter(tokens, unitStart, place);
  const scale = after && !number.scaled ? scaleBehind(tokens, after.end) : undefined;
  const end = scale ? scale.end : (after?.end ?? numberEnd);
  const unit = after ?? before;
  const cents = unit && !unit.cents ? centsAt(tokens, end) : undefined;
  return {
    number: scale ? { ...number, millionths: number.millionths * scale.factor, scaled: true } : number,
    numberAt,
    unit,
    cents,
    currency: currencyOf({ before, after }, tokens.slice(numberAt, numberEnd), place),
    toTheCent: numberEnd > number.end || /[.,]\d{1,2}$/.test(tokens[number.end - 1]?.word ?? ""),
    first: at,
    end: cents?.end ?? end,
  };
}

/** "Q500", "Q 500" of a Guatemalan: elsewhere a lone q is "que". */
function quetzalAt(tokens: readonly Token[], at: number, { country }: MoneyPlace): NamedUnit | undefined {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token?.word !== "que" || token.end - token.start !== 1 || next?.kind !== "number") return undefined;
  const isTheirs = next.start === token.end || country === "GT";
  return isTheirs ? { currency: "GTQ", cents: false, end: at + 1 } : undefined;
}

/** "$200.000,oo", "200.000=": how cheques are written against forgers. */
function skipEmptyCents(tokens: readonly Token[], at: number): number {
  const [before, token] = [tokens[at - 1], tokens[at]];
  const isClose = before !== undefined && token !== undefined && token.start - before.end <= 1;
  return isClose && (token.word === "oo" || token.word === "=") ? at + 1 : at;
}

/** "Libras de arroz" are no money, and neither is the real of "un real problema". */
function unitAfter(tokens: readonly Token[], at: number, { country }: MoneyPlace): NamedUnit | undefined {
  const unit = unitAt(tokens, at, { side: "after", country });
  const word = tokens[at]?.word ?? "";
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  const isWeight = ["libra", "libras"].includes(word) && tokens[unit?.end ?? at]?.word === "de";
  const isGenuine = word === "real" && before?.word === "un" && next?.kind === "word" && next.word !== "con";
  return isWeight || isGenuine ? undefined : unit;
}

/** "75 USD millones". */
function scaleBehind(tokens: readonly Token[], at: number): { factor: bigint; end: number } | undefined {
  const word = tokens[at]?.word ?? "";
  const factor = word.length > 2 ? SCALES.get(word) : undefined;
  return factor === undefined ? undefined : { factor, end: at + 1 };
}

/** What is named wins over the sign before it ("$ 50 dólares" are dollars); two names that disagree are neither. */
function currencyOf({ before, after }: Units, number: readonly Token[], place: MoneyPlace): string | undefined {
  const units = [before, after].filter((unit) => unit !== undefined);
  const names = units.filter(({ currency }) => currency !== "$").map((unit) => nameOf(unit, place));
  const slang = number.flatMap(({ word }) => slangFor(word, place.country) ?? []);
  const own = slang.map(({ currency, worth }) => currency ?? (worth.length === 1 ? homeOf(place) : undefined));
  const all = new Set([...names, ...own].filter((currency) => currency !== undefined));
  if (all.size > 1) return NO_CURRENCY;
  const [only] = all;
  return only ?? (units.some(({ currency }) => currency === "$") ? dollarSignOf(place) : undefined);
}

function homeOf({ country }: MoneyPlace): string | undefined {
  return HOME_CURRENCY[country];
}

function nameOf({ currency, cents }: NamedUnit, place: MoneyPlace): string | undefined {
  if (currency === "peso") return pesoOf(place);
  return currency ?? (cents ? undefined : NO_CURRENCY);
}

const PESOS: ReadonlySet<string> = new Set(["ARS", "CLP", "COP", "CUP", "DOP", "MXN", "UYU"]);

/** The debt's, or the country's; to who owes soles they are somebody else's. */
function pesoOf({ currency, country }: MoneyPlace): string | undefined {
  if (currency !== undefined && PESOS.has(currency)) return currency;
  const home = HOME_CURRENCY[country];
  if (home !== undefined && PESOS.has(home)) return home;
  return currency === undefined && home === undefined ? undefined : NO_CURRENCY;
}

const WRITTEN_WITH_DOLLAR_SIGN: ReadonlySet<string> = new Set([...PESOS, "BRL", "USD"]);

/** The debt's where people write it so; in Peru and Spain `$` is a dollar. */
function dollarSignOf({ currency, country }: MoneyPlace): string | undefined {
  const local = currency ?? HOME_CURRENCY[country];
  return local === undefined || WRITTEN_WITH_DOLLAR_SIGN.has(local) ? local : "USD";
}
