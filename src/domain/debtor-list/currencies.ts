import { CURRENCY_OF_COUNTRY } from "../country.ts";
import { type Currency, isCurrency } from "../money.ts";
import type { CountryCode } from "../phone.ts";

/** The currency a cell names: a code, a usual name, or "$" and "pesos" for the debtor's country. `undefined`: none we keep. */
export function readCurrency(text: string, country: CountryCode | undefined): Currency | undefined {
  const word = text.normalize("NFKD").replace(/\p{M}/gu, "").toUpperCase().replace(/[.\s]/g, "");
  if (isCurrency(word)) return word;
  const named = NAMES[word];
  if (named !== undefined) return named;
  const peso = country === undefined ? undefined : CURRENCY_OF_COUNTRY[country];
  if (peso === undefined || !/^(?:\$|PESOS?|MONEDANACIONAL|MN|LOCAL)$/.test(word)) return undefined;
  return /^PESO/.test(word) && !PESOS.has(peso) ? undefined : peso;
}

const NAMES: Readonly<Record<string, Currency>> = {
  R$: "BRL",
  REAL: "BRL",
  REAIS: "BRL",
  REALES: "BRL",
  "S/": "PEN",
  SOL: "PEN",
  SOLES: "PEN",
  US$: "USD",
  U$S: "USD",
  USS: "USD",
  DOLAR: "USD",
  DOLARES: "USD",
  DOLLAR: "USD",
  DOLLARS: "USD",
  "€": "EUR",
  EURO: "EUR",
  EUROS: "EUR",
  "£": "GBP",
  PESOCOLOMBIANO: "COP",
  PESOSCOLOMBIANOS: "COP",
  PESOMEXICANO: "MXN",
  PESOSMEXICANOS: "MXN",
  MXP: "MXN",
  PESOARGENTINO: "ARS",
  PESOSARGENTINOS: "ARS",
  PESOCHILENO: "CLP",
  PESOSCHILENOS: "CLP",
};

const PESOS: ReadonlySet<Currency> = new Set<Currency>(["ARS", "CLP", "COP", "MXN"]);
