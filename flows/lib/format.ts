import { type Currency, DECIMALS, type Money, toText } from "../../src/domain/money.ts";
import { type IsoDate, weekdayOf } from "../../src/domain/time.ts";
import type { Language } from "../vocabulary.ts";

/** Where each currency is at home: its own people read `$ 200.000`, everybody else `COP 200,000`. */
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

const ELSEWHERE: Record<Language, string> = { es: "es-CO", "pt-BR": "pt-BR", en: "en-US" };

/**
 * An amount as people of that language write it: `$ 200.000`, `R$ 1.234,56`, `COP 200,000`, its spaces unbreakable. Cents are
 * left out when there are none and the currency's people do not write them (pesos of Colombia, Argentina). Never rounds.
 */
export function formatMoney(amount: Money, language: Language): string {
  const { currency, minor } = amount;
  const home = HOME[currency];
  const isHome = home.startsWith(language.slice(0, 2));
  const decimals = DECIMALS[currency];
  const whole = minor % 10n ** BigInt(decimals) === 0n;
  const digits = whole && (currency === "COP" || currency === "ARS" || currency === "CLP") ? 0 : decimals;
  const written = formatterFor(isHome ? home : ELSEWHERE[language], { currency, isHome, digits }).format(
    decimalOf(amount),
  );
  // A sign at the end of one line and its amount on the next are read as two things: no line ends between them.
  return written.replaceAll(/\s/g, NO_BREAK_SPACE);
}

const NO_BREAK_SPACE = "\u00a0";

const formatters = new Map<string, Intl.NumberFormat>();

/** Making a formatter costs thirty times what using it does: a balance took 139 µs without this and takes 25 with it. */
function formatterFor(
  locale: string,
  { currency, isHome, digits }: { currency: Currency; isHome: boolean; digits: number },
): Intl.NumberFormat {
  const key = `${locale} ${currency} ${isHome} ${digits}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: isHome ? "narrowSymbol" : "code",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: "always",
  });
  formatters.set(key, made);
  return made;
}

const WEEKDAYS: Record<Language, readonly string[]> = {
  es: ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
  "pt-BR": ["segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo"],
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
};

const MONTHS: Record<Language, readonly string[]> = {
  es: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" "),
  "pt-BR": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
};

/** The whole day, that nobody can read as another: `viernes 27 de noviembre de 2026`. */
export function formatDay(day: IsoDate, language: Language): string {
  const { year, month, date } = partsOf(day);
  const weekday = WEEKDAYS[language][weekdayOf(day) - 1];
  const name = MONTHS[language][Number(month) - 1];
  const number = date.replace(/^0/, "");
  return language === "en" ? `${weekday} ${number} ${name} ${year}` : `${weekday} ${number} de ${name} de ${year}`;
}

/** A short day for lists: `27/11/2026` where everybody writes the day first, `27 Nov 2026` in English, where not. */
export function formatListDay(day: IsoDate, language: Language): string {
  const { year, month, date } = partsOf(day);
  if (language !== "en") return `${date}/${month}/${year}`;
  return `${date.replace(/^0/, "")} ${MONTHS.en[Number(month) - 1]?.slice(0, 3)} ${year}`;
}

function partsOf(day: IsoDate): { year: string; month: string; date: string } {
  const [year = "", month = "", date = ""] = day.split("-");
  return { year, month, date };
}

/** `Intl` formats decimal text exactly, whatever its length: no float is made of an amount. */
function decimalOf(amount: Money): Intl.StringNumericLiteral {
  // `toText` writes "COP 200000.00": what follows the code is a decimal number.
  return toText(amount).slice(4) as Intl.StringNumericLiteral;
}
