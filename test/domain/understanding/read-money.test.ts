import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Currency, ofUnits, toText } from "../../../src/domain/money.ts";
import { readDigits } from "../../../src/domain/understanding/entities/numbers/digits.ts";
import { readMoney } from "../../../src/domain/understanding/entities/read-money.ts";
import { tokenise } from "../../../src/domain/understanding/tokens.ts";

function amountsIn(text: string, currency: Currency = "COP", country = "CO"): string[] {
  return readMoney(tokenise(text).tokens, { currency, country }).map(({ amount }) => toText(amount));
}

describe.each<[country: string, currency: Currency, rows: readonly (readonly [text: string, amount: string])[]]>([
  [
    "CO",
    "COP",
    [
      ["200 mil", "COP 200000.00"],
      ["200k", "COP 200000.00"],
      ["200 K", "COP 200000.00"],
      ["doscientos mil", "COP 200000.00"],
      ["doscientos mil pesos", "COP 200000.00"],
      ["$200.000", "COP 200000.00"],
      ["$ 200,000", "COP 200000.00"],
      ["$\u00a0200.000", "COP 200000.00"],
      ["200 000", "COP 200000.00"],
      ["1'500.000", "COP 1500000.00"],
      ["1.500.000,50", "COP 1500000.50"],
      ["medio millón", "COP 500000.00"],
      ["millón y medio", "COP 1500000.00"],
      ["dos millones y medio", "COP 2500000.00"],
      ["1,5 millones", "COP 1500000.00"],
      ["1.5 millones", "COP 1500000.00"],
      ["un millón doscientos mil", "COP 1200000.00"],
      ["200 lucas", "COP 200000.00"],
      ["un palo", "COP 1000000.00"],
      ["palo y medio", "COP 1500000.00"],
      ["200 barras", "COP 200000.00"],
      ["puedo dar 200", "COP 200000.00"],
      ["mil quinientos millones", "COP 1500000000.00"],
    ],
  ],
  [
    "AR",
    "ARS",
    [
      ["100 lucas", "ARS 100000.00"],
      ["2 palos", "ARS 2000000.00"],
      ["media luca", "ARS 500.00"],
      ["dos gambas", "ARS 200.00"],
      ["$1.500", "ARS 1500.00"],
    ],
  ],
  [
    "CL",
    "CLP",
    [
      ["60 lucas", "CLP 60000"],
      ["una quina", "CLP 500"],
      ["$12.990", "CLP 12990"],
    ],
  ],
  [
    "PE",
    "PEN",
    [
      ["300 soles", "PEN 300.00"],
      ["S/ 1,200.50", "PEN 1200.50"],
      ["s/.80", "PEN 80.00"],
      ["50 lucas", "PEN 50.00"],
      ["ochenta soles con veinte céntimos", "PEN 80.20"],
    ],
  ],
  [
    "MX",
    "MXN",
    [
      ["1,500.50", "MXN 1500.50"],
      ["500 varos", "MXN 500.00"],
      ["$4,800", "MXN 4800.00"],
      ["2 mil", "MXN 2000.00"],
    ],
  ],
  [
    "BR",
    "BRL",
    [
      ["R$ 1.234,56", "BRL 1234.56"],
      ["100 reais", "BRL 100.00"],
      ["cinquenta conto", "BRL 50.00"],
      ["mil e duzentos reais", "BRL 1200.00"],
      ["meio milhão", "BRL 500000.00"],
      ["dois mil e quinhentos", "BRL 2500.00"],
      ["cem pila", "BRL 100.00"],
    ],
  ],
  [
    "US",
    "USD",
    [
      ["$1,234.56", "USD 1234.56"],
      ["two hundred and fifty dollars", "USD 250.00"],
      ["half a million", "USD 500000.00"],
      ["1.5k", "USD 1500.00"],
      ["300 bucks", "USD 300.00"],
    ],
  ],
])("in %s", (country, currency, rows) => {
  test.each(rows)("%s is %s", (text, amount) => {
    expect(amountsIn(text, currency, country)).toEqual([amount]);
  });
});

test.each([
  "en 3 cuotas",
  "20%",
  "50 por ciento",
  "a las 5 pm",
  "el 15/12/2026",
  "mil gracias",
  "en 3 meses",
  "5to",
  "17:30",
  "hola",
  "0",
  "veinte días",
])("%s is no amount", (text) => {
  expect(amountsIn(text)).toEqual([]);
});

test("another currency is kept as what it is, never taken for the debt's", () => {
  expect(amountsIn("100 dólares")).toEqual(["USD 100.00"]);
  expect(amountsIn("U$S 20")).toEqual(["USD 20.00"]);
});

test.each(["1.2.3", "12.34.567", "1234.567.890", "1,2345678", "9".repeat(40)])(
  "%s is no number anybody owes",
  (text) => {
    expect(readDigits(text)).toBeUndefined();
  },
);

test("an amount written with either country's separators reads back exactly", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 999_999_999n }), fc.integer({ min: 0, max: 99 }), (units, cents) => {
      const grouped = (separator: string) => units.toString().replace(/\B(?=(\d{3})+$)/g, separator);
      const decimals = cents.toString().padStart(2, "0");
      const expected = [toText({ minor: units * 100n + BigInt(cents), currency: "MXN" })];
      expect(amountsIn(`$${grouped(",")}.${decimals}`, "MXN", "MX")).toEqual(expected);
      expect(amountsIn(`$${grouped(".")},${decimals}`, "MXN", "MX")).toEqual(expected);
      expect(amountsIn(`$${units}.${decimals}`, "MXN", "MX")).toEqual(expected);
    }),
  );
});

const SPANISH = {
  ones: "_ uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve".split(
    " ",
  ),
  tens: "_ _ _ treinta cuarenta cincuenta sesenta setenta ochenta noventa".split(" "),
  hundreds:
    "_ ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos".split(
      " ",
    ),
};
const PORTUGUESE = {
  ones: "_ um dois três quatro cinco seis sete oito nove dez onze doze treze quatorze quinze dezesseis dezessete dezoito dezenove".split(
    " ",
  ),
  tens: "_ _ vinte trinta quarenta cinquenta sessenta setenta oitenta noventa".split(" "),
  hundreds: "_ cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos".split(" "),
};

function spanishBelowThousand(value: number): string {
  if (value === 100) return "cien";
  const below = value % 100;
  const tens =
    below < 30
      ? below === 0
        ? ""
        : SPANISH.ones[below]
      : `${SPANISH.tens[Math.floor(below / 10)]}${below % 10 ? ` y ${SPANISH.ones[below % 10]}` : ""}`;
  return [value >= 100 ? SPANISH.hundreds[Math.floor(value / 100)] : "", tens].filter(Boolean).join(" ");
}

function portugueseBelowThousand(value: number): string {
  if (value === 100) return "cem";
  const below = value % 100;
  const tens =
    below < 20
      ? below === 0
        ? ""
        : PORTUGUESE.ones[below]
      : `${PORTUGUESE.tens[Math.floor(below / 10)]}${below % 10 ? ` e ${PORTUGUESE.ones[below % 10]}` : ""}`;
  return [value >= 100 ? PORTUGUESE.hundreds[Math.floor(value / 100)] : "", tens].filter(Boolean).join(" e ");
}

function inWords(
  value: number,
  below: (value: number) => string,
  names: { thousand: string; million: string; millions: string },
): string {
  const [millions, thousands, rest] = [Math.floor(value / 1_000_000), Math.floor(value / 1_000) % 1_000, value % 1_000];
  return [
    millions === 1 ? `un ${names.million}` : millions > 1 ? `${below(millions)} ${names.millions}` : "",
    thousands === 1 ? names.thousand : thousands > 1 ? `${below(thousands)} ${names.thousand}` : "",
    rest > 0 ? below(rest) : "",
  ]
    .filter(Boolean)
    .join(" ");
}

test("any whole amount below a thousand million, said in Spanish or Portuguese words, reads back exactly", () => {
  fc.assert(
    fc.property(fc.oneof(fc.integer({ min: 1, max: 999_999_999 }), fc.integer({ min: 1, max: 3_000 })), (value) => {
      const expected = [toText(ofUnits(BigInt(value), "MXN"))];
      const spanish = inWords(value, spanishBelowThousand, {
        thousand: "mil",
        million: "millón",
        millions: "millones",
      });
      const portuguese = inWords(value, portugueseBelowThousand, {
        thousand: "mil",
        million: "milhão",
        millions: "milhões",
      });
      expect(amountsIn(`${spanish} pesos`, "MXN", "MX")).toEqual(expected);
      expect(amountsIn(`${portuguese} pesos`, "MXN", "MX")).toEqual(expected);
    }),
    { numRuns: 1_000 },
  );
});
