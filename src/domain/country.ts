import type { Currency } from "./money.ts";

/** What people of a country owe and pay in, by ISO 3166-1 alpha-2. */
export const CURRENCY_OF_COUNTRY: Readonly<Record<string, Currency>> = {
  AR: "ARS",
  BR: "BRL",
  CL: "CLP",
  CO: "COP",
  EC: "USD",
  ES: "EUR",
  GB: "GBP",
  MX: "MXN",
  PE: "PEN",
  US: "USD",
};

/** What most of a country's people write; Spanish where nothing else is known. */
export function languageOfCountry(country: string): "es" | "pt-BR" | "en" {
  if (country === "BR") return "pt-BR";
  return country === "US" || country === "GB" ? "en" : "es";
}
