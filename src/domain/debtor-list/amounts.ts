import { type Currency, DECIMALS, isCurrency, type Money, money } from "../money.ts";

/** The sign before the decimals: `point` reads "1,234.56", `comma` reads "1.234,56". */
export type AmountFormat = "point" | "comma";

/** What an amount's own writing says: it can only be read with a point, only with a comma, either way, or both the same. */
export type AmountEvidence = AmountFormat | "either" | "neutral" | "no-amount";

export type ReadAmount = {
  readonly money: Money;
  /** It can only be read in the other format than its column's. */
  readonly otherFormat: boolean;
  /** It had more decimals than the currency, and they were not zero. */
  readonly rounded: boolean;
};

export type AmountProblem = "not-an-amount" | "other-currency";

/** "1.234" is 1234 in Bogotá and 1 and a bit in Mexico: `either`. "1.234.567", "1.234,5" and "0.500" tell by themselves. */
export function amountEvidence(text: string): AmountEvidence {
  const bare = bareAmount(text);
  if (bare === undefined) return "no-amount";
  const { digits } = bare;
  if (!/[.,]/.test(digits)) return "neutral";
  const asPoint = POINT.test(digits);
  const asComma = COMMA.test(digits);
  if (asPoint && asComma) return "either";
  return asPoint ? "point" : asComma ? "comma" : "no-amount";
}

/**
 * Reads "$ 1.234.567,50", "(1,234.56)" (negative), "1 234,5-", "US$ 20" or "1200" exactly. More decimals than the currency
 * has are rounded half up, and said. An amount that names another currency than the row's is no amount in it.
 */
export function readAmount(
  text: string,
  { format, currency }: { format: AmountFormat; currency: Currency },
): ReadAmount | { readonly problem: AmountProblem } {
  if (PLAIN.test(text))
    return { ...exact({ digits: text, decimal: ".", negative: false, currency }), otherFormat: false };
  const bare = bareAmount(text);
  if (bare === undefined) return { problem: "not-an-amount" };
  if (bare.currency !== undefined && bare.currency !== currency) return { problem: "other-currency" };

  const shapes: readonly (readonly [AmountFormat, RegExp])[] = [
    ["point", POINT],
    ["comma", COMMA],
  ];
  const [used] = shapes.find(([name, shape]) => name === format && shape.test(bare.digits)) ??
    shapes.find(([, shape]) => shape.test(bare.digits)) ?? [undefined];
  if (used === undefined) return { problem: "not-an-amount" };
  const decimal = used === "point" ? "." : ",";
  return { ...exact({ ...bare, decimal, currency }), otherFormat: used !== format };
}

// Most cells: figures and separators only. One that starts with 0 goes the long way, where that zero is given its weight.
const BARE = /^[1-9][\d.,]*$/;
const PLAIN = /^\d{1,15}$/;
const POINT = /^(?:\d{1,15}|\d{1,3}(?:,\d{3})+)(?:\.\d*)?$|^\.\d+$/;
const COMMA = /^(?:\d{1,15}|\d{1,3}(?:\.\d{3})+)(?:,\d*)?$|^,\d+$/;
const OWN_SIGNS: Readonly<Record<string, Currency>> = {
  R$: "BRL",
  US$: "USD",
  U$S: "USD",
  "S/": "PEN",
  "S/.": "PEN",
  "€": "EUR",
  "£": "GBP",
};

/** The digits and separators alone, with what stood around them; `undefined` when something else is in the cell. */
function bareAmount(text: string): { digits: string; negative: boolean; currency: Currency | undefined } | undefined {
  if (BARE.test(text)) return { digits: text, negative: false, currency: undefined };
  const match =
    /^([(-]?)\s*(-?)\s*([A-Za-z$€£/.]{0,5}?)\s*(-?)\s*([\d.,][\d.,'’\s]*?)\s*([A-Za-z$€£]{0,4})\s*([)-]?)$/.exec(text);
  if (!match) return undefined;
  const [, open = "", minus = "", before = "", inner = "", middle = "", after = "", close = ""] = match;
  if ((open === "(") !== (close === ")") || !/\d/.test(middle)) return undefined;
  const sign = (before || after).toUpperCase();
  const currency = isCurrency(sign) ? sign : OWN_SIGNS[sign];
  if (sign !== "" && currency === undefined && !/^(?:\$|M\.?N\.?|\$?MN|PESOS|SOLES)$/.test(sign)) return undefined;
  if (/['’\s]/.test(middle) && !/^\d{1,3}(?:['’\s]\d{3})+(?:[.,]\d*)?$/.test(middle)) return undefined;
  // A figure before 1 starts with "0." or "0,": that zero already says the separator is the decimal one.
  const digits = middle.replace(/['’\s]/g, "").replace(/^0([.,]\d{3})$/, "0$10");
  return { digits, negative: open !== "" || minus !== "" || inner !== "" || close === "-", currency };
}

function exact(amount: { digits: string; decimal: string; negative: boolean; currency: Currency }): {
  money: Money;
  rounded: boolean;
} {
  const { digits, decimal, negative, currency } = amount;
  const cut = digits.lastIndexOf(decimal);
  const whole = (cut === -1 ? digits : digits.slice(0, cut)).replace(/[.,]/g, "");
  const fraction = cut === -1 ? "" : digits.slice(cut + 1);
  const places = DECIMALS[currency];
  const kept = BigInt(`${whole}${fraction.slice(0, places).padEnd(places, "0")}`);
  const dropped = fraction.slice(places);
  const minor = dropped >= "5" ? kept + 1n : kept;
  return { money: money(negative ? -minor : minor, currency), rounded: /[1-9]/.test(dropped) };
}
