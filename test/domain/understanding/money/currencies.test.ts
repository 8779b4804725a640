import { expect, test } from "vitest";
import { type Currency, toText } from "../../../../src/domain/money.ts";
import { readAllMoney } from "../../../../src/domain/understanding/entities/read-money.ts";
import { tokenise } from "../../../../src/domain/understanding/tokens.ts";

const read = (text: string, country: string, currency: Currency) =>
  readAllMoney(tokenise(text).tokens, { country, currency });

test.each([
  ["100 dólares", "CO", "COP", "USD 100.00"],
  ["U$S 20", "AR", "ARS", "USD 20.00"],
  ["US$ 20", "PE", "PEN", "USD 20.00"],
  ["$USD 20", "CO", "COP", "USD 20.00"],
  ["$ 50 dólares", "CO", "COP", "USD 50.00"],
  ["$ 50", "PE", "PEN", "USD 50.00"],
  ["20 soles", "CO", "COP", "PEN 20.00"],
  ["50 euros", "MX", "MXN", "EUR 50.00"],
  ["5000 pesos", "AR", "USD", "ARS 5000.00"],
  ["100 pesos mexicanos", "CO", "COP", "MXN 100.00"],
  ["mil lucas", "CL", "USD", "CLP 1000000"],
] as const)("%s of a debtor in %s who owes %s are %s, and foreign", (text, country, currency, amount) => {
  const { amounts, foreign } = read(text, country, currency);
  expect(amounts.map((reading) => toText(reading.amount))).toEqual([amount]);
  expect(amounts[0]?.foreign).toBe(true);
  expect(foreign).toEqual([]);
});

test.each([
  ["50 bolivianos", "BOB", "50"],
  ["Q500", "GTQ", "500"],
  ["₡ 10.000", "CRC", "10000"],
  ["Gs. 50.000", "PYG", "50000"],
  ["RD$ 500", "DOP", "500"],
  ["3 UF", "CLF", "3"],
  ["aud$ 15", "AUD", "15"],
  ["hk $ 10", "HKD", "10"],
  ["125 millones de dólares australianos", "AUD", "125000000"],
  ["dez dólares de hong kong", "HKD", "10"],
  ["treinta francos suizos", "CHF", "30"],
  ["cem coroas suecas", "SEK", "100"],
  ["7 wones sul-coreanos", "KRW", "7"],
  ["15 turkish lira", "TRY", "15"],
  ["75 yenes millones", "JPY", "75000000"],
  ["30 francos", undefined, "30"],
  ["US$ 50 euros", undefined, "50"],
])("%s are foreign: %s %s, and never taken for the debt's", (text, currency, said) => {
  const { amounts, foreign } = read(text, "MX", "MXN");
  expect(amounts).toEqual([]);
  expect(foreign).toMatchObject([{ currency, said }]);
});

test("pesos of who owes soles are somebody's, and nobody knows whose", () => {
  expect(read("50 pesos", "PE", "PEN")).toMatchObject({ amounts: [], foreign: [{ currency: undefined, said: "50" }] });
});

test.each([
  ["un real problema", "MX", "MXN"],
  ["dos libras de arroz", "CO", "COP"],
  ["ni un peso", "CO", "COP"],
  ["miles de pesos", "CO", "COP"],
  ["el sol", "PE", "PEN"],
] as const)("%s is no money", (text, country, currency) => {
  expect(read(text, country, currency)).toMatchObject({ amounts: [], foreign: [] });
});
