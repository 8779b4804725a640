import { describe, expect, test } from "vitest";
import { type Currency, toText } from "../../../../src/domain/money.ts";
import { readAllMoney, readMoney } from "../../../../src/domain/understanding/entities/read-money.ts";
import { tokenise } from "../../../../src/domain/understanding/tokens.ts";

function heard(text: string, country: string, currency: Currency): string[] {
  return readMoney(tokenise(text).tokens, { country, currency }).map(
    ({ amount, exactness }) => `${toText(amount)}${exactness === "exact" ? "" : `, ${exactness}`}`,
  );
}

describe.each<[country: string, currency: Currency, rows: readonly (readonly [text: string, amount: string])[]]>([
  [
    "AR",
    "ARS",
    [
      ["100 lucas", "ARS 100000.00"],
      ["diez lucas y media", "ARS 10500.00"],
      ["un palo y medio", "ARS 1500000.00"],
      ["medio palo", "ARS 500000.00"],
      ["un palo doscientas lucas", "ARS 1200000.00"],
      ["5 gambas", "ARS 500.00"],
      ["300 mangos", "ARS 300.00"],
      ["mil sopes", "ARS 1000.00"],
      ["dos melones", "ARS 2000000.00"],
      ["100 verdes", "USD 100.00"],
      ["un palo verde", "USD 1000000.00"],
    ],
  ],
  [
    "CL",
    "CLP",
    [
      ["20 luquitas", "CLP 20000"],
      ["luca y media", "CLP 1500"],
      ["dos gambas", "CLP 200"],
      ["una quina", "CLP 500"],
      ["tres palos", "CLP 3000000"],
    ],
  ],
  [
    "CO",
    "COP",
    [
      ["50 lucas", "COP 50000.00"],
      ["200 barras", "COP 200000.00"],
      ["dos palos y medio", "COP 2500000.00"],
      ["un melón", "COP 1000000.00"],
    ],
  ],
  [
    "PE",
    "PEN",
    [
      ["50 lucas", "PEN 50.00"],
      ["80 mangos", "PEN 80.00"],
      ["una china", "PEN 0.50"],
      ["dos gambas", "PEN 200.00"],
      ["tres ferros", "PEN 300.00"],
      ["diez cocos", "USD 10.00"],
    ],
  ],
  [
    "MX",
    "MXN",
    [
      ["500 varos", "MXN 500.00"],
      ["mil baros", "MXN 1000.00"],
      ["200 bolas", "MXN 200.00"],
      ["dos milpas", "MXN 2000.00"],
      ["medio melón", "MXN 500000.00"],
    ],
  ],
  [
    "BR",
    "BRL",
    [
      ["cem conto", "BRL 100.00"],
      ["50 contos", "BRL 50.00"],
      ["trinta pila", "BRL 30.00"],
      ["200 pratas", "BRL 200.00"],
      ["dois barões", "BRL 2000.00"],
      ["80 mangos", "BRL 80.00"],
    ],
  ],
  ["ES", "EUR", [["20 pavos", "EUR 20.00"]]],
  ["US", "USD", [["300 bucks", "USD 300.00"]]],
  ["GB", "GBP", [["50 quid", "GBP 50.00"]]],
])("in %s", (country, currency, rows) => {
  test.each(rows)("%s is %s", (text, amount) => {
    expect(heard(text, country, currency)).toEqual([amount]);
  });
});

test.each([
  ["50 lucas", "", "MXN", ["MXN 50000.00, either", "MXN 50.00, either"]],
  ["50 lucas", "MX", "MXN", ["MXN 50000.00, either", "MXN 50.00, either"]],
  ["una quina", "PE", "PEN", ["PEN 5.00, either", "PEN 0.50, either"]],
  ["2 paus", "BR", "BRL", ["BRL 2.00, either", "BRL 2000.00, either"]],
  ["un palo", "ES", "EUR", ["EUR 1000000.00, either", "EUR 1000.00, either"]],
  ["50 mill", "CO", "COP", ["COP 50000000.00, either", "COP 50000.00, either"]],
] as const)(
  "%s of who is in %s may be either, and is never one of them in silence",
  (text, country, currency, amounts) => {
    expect(heard(text, country, currency)).toEqual(amounts);
  },
);

test.each([
  ["un rojo", "CO", "COP"],
  ["tres tejas", "MX", "MXN"],
  ["dos chinas", "MX", "MXN"],
  ["20 cocos", "CO", "COP"],
  ["15 bolas", "CO", "COP"],
  ["30 pavos", "MX", "MXN"],
] as const)("%s are no money in %s", (text, country, currency) => {
  expect(heard(text, country, currency)).toEqual([]);
});

test.each([
  ["un rojo", "CR", "CRC", "1000"],
  ["tres tejas", "CR", "CRC", "300"],
  ["2 tucanes", "CR", "CRC", "10000"],
  ["50 varas", "GT", "GTQ", "50"],
  ["100 bolos", "VE", "VES", "100"],
])("%s of who is in %s are %s %s, which we do not collect in", (text, country, currency, said) => {
  const { amounts, foreign } = readAllMoney(tokenise(text).tokens, { country, currency: "USD" });
  expect(amounts).toEqual([]);
  expect(foreign).toMatchObject([{ currency, said }]);
});
