import { type Currency, DECIMALS, fromText, type Money } from "../../domain/money.ts";
import type { ConsoleLanguage } from "../i18n/plural.ts";

/**
 * An amount as people of that language read it, and as the bot writes it: `$ 200.000`, `R$ 1.234,56`, `COP 200,000`. Exact:
 * Intl takes decimal digits as text, so no float is ever made. Text that is no amount is shown as it came.
 */
export function formatMoney(text: string, language: ConsoleLanguage): string {
  const amount = fromText(text);
  if (!amount) return text;
  const decimals = DECIMALS[amount.currency];
  const shown = SELDOM_CENTS.has(amount.currency) && isWhole(amount) ? 0 : decimals;
  return formatterOf(language, amount.currency, shown).format(decimalOf(amount));
}

/** True for "COP 0.00". */
export function isZero(text: string): boolean {
  return fromText(text)?.minor === 0n;
}

export function isNegative(text: string): boolean {
  return (fromText(text)?.minor ?? 0n) < 0n;
}

const SELDOM_CENTS: ReadonlySet<string> = new Set(["COP", "ARS", "CLP"]);

/** Where each currency is at home: its own people read a plain sign, everybody else its code. */
const HOME: Record<Currency, string> = {
  ARS: "es-AR",
  BRL: "pt-BR",
  CLP: "es-CL",
  COP: "es-CO",
  EUR: "es-ES",
  GBP: "en-GB",
  MXN: "es-MX",
  PEN: "es-PE",
  USD: "en-US",
};
const ELSEWHERE: Record<ConsoleLanguage, string> = { es: "es-CO", "pt-BR": "pt-BR", en: "en-US" };

const formatters = new Map<string, Intl.NumberFormat>();

function formatterOf(language: ConsoleLanguage, currency: Currency, decimals: number): Intl.NumberFormat {
  const key = `${language}/${currency}/${decimals}`;
  const known = formatters.get(key);
  if (known) return known;
  const home = HOME[currency];
  const isHome = home.startsWith(language.slice(0, 2));
  const made = new Intl.NumberFormat(isHome ? home : ELSEWHERE[language], {
    style: "currency",
    currency,
    currencyDisplay: isHome ? "narrowSymbol" : "code",
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: "always",
  });
  formatters.set(key, made);
  return made;
}

function isWhole({ minor, currency }: Money): boolean {
  return minor % 10n ** BigInt(DECIMALS[currency]) === 0n;
}

function decimalOf({ minor, currency }: Money): Intl.StringNumericLiteral {
  const decimals = DECIMALS[currency];
  const sign = minor < 0n ? "-" : "";
  const digits = (minor < 0n ? -minor : minor).toString().padStart(decimals + 1, "0");
  const whole = decimals === 0 ? digits : digits.slice(0, -decimals);
  const fraction = decimals === 0 ? "0" : digits.slice(-decimals);
  return `${sign}${whole}.${fraction}` as Intl.StringNumericLiteral; // digits only, which the type cannot see
}
