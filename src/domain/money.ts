import { assert } from "./assert.ts";

/**
 * Decimals of each currency we keep books in, by ISO 4217. COP has two by the standard although nobody writes them:
 * what people read is a matter of formatting, what we count is not.
 */
export const DECIMALS = {
  ARS: 2,
  BRL: 2,
  CLP: 0,
  COP: 2,
  EUR: 2,
  GBP: 2,
  MXN: 2,
  PEN: 2,
  USD: 2,
} as const satisfies Record<string, number>;

export type Currency = keyof typeof DECIMALS;

/** An exact amount in the currency's smallest unit. Never a float: 0.1 + 0.2 is not 0.3. */
export type Money = { readonly minor: bigint; readonly currency: Currency };

export function money(minor: bigint, currency: Currency): Money {
  return { minor, currency };
}

export function zero(currency: Currency): Money {
  return { minor: 0n, currency };
}

export function isCurrency(text: string): text is Currency {
  return Object.hasOwn(DECIMALS, text);
}

/** @throws {BrokenInvariant} when the currencies differ: that sum has no meaning. */
export function add(a: Money, b: Money): Money {
  assert(a.currency === b.currency, `cannot add ${b.currency} to ${a.currency}`);
  return { minor: a.minor + b.minor, currency: a.currency };
}

export function subtract(a: Money, b: Money): Money {
  return add(a, negate(b));
}

export function negate(a: Money): Money {
  return { minor: -a.minor, currency: a.currency };
}

export function sum(amounts: readonly Money[], currency: Currency): Money {
  return amounts.reduce(add, zero(currency));
}

/** Negative when a < b, zero when equal, positive when a > b. */
export function compare(a: Money, b: Money): number {
  assert(a.currency === b.currency, `cannot compare ${b.currency} with ${a.currency}`);
  if (a.minor === b.minor) return 0;
  return a.minor < b.minor ? -1 : 1;
}

export function least(a: Money, b: Money): Money {
  return compare(a, b) <= 0 ? a : b;
}

/**
 * The one text form, for JSON, jobs, CSV and logs: `"PEN 480.00"`, `"CLP 12000"`, `"COP -5.00"`.
 * People read amounts formatted for them, from `flows/<flow>/copy.*` and the console.
 */
export function toText({ minor, currency }: Money): string {
  const decimals = DECIMALS[currency];
  const sign = minor < 0n ? "-" : "";
  const digits = (minor < 0n ? -minor : minor).toString().padStart(decimals + 1, "0");
  if (decimals === 0) return `${currency} ${sign}${digits}`;
  return `${currency} ${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Reads exactly what `toText` writes; anything else (wrong decimals, a comma, an unknown code) is `undefined`. */
export function fromText(text: string): Money | undefined {
  const match = /^([A-Z]{3}) (-?)(0|[1-9]\d*)(?:\.(\d+))?$/.exec(text);
  if (!match) return undefined;
  const [, currency = "", sign, whole = "", fraction = ""] = match;
  if (!isCurrency(currency) || fraction.length !== DECIMALS[currency]) return undefined;
  const minor = BigInt(whole + fraction);
  if (sign && minor === 0n) return undefined;
  return money(sign ? -minor : minor, currency);
}

/** A whole number of the currency's main unit: `ofUnits(200_000n, "COP")` is COP 200000.00. */
export function ofUnits(units: bigint, currency: Currency): Money {
  return money(units * 10n ** BigInt(DECIMALS[currency]), currency);
}
