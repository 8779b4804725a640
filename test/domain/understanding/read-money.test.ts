import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatMoney } from "../../../flows/lib/format.ts";
import { type Currency, DECIMALS, money, toText } from "../../../src/domain/money.ts";
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
      ["$200.000,oo", "COP 200000.00"],
      ["200.000=", "COP 200000.00"],
      ["1.500.000.oo", "COP 1500000.00"],
      ["50mil", "COP 50000.00"],
      ["mil pelao", "COP 1000.00"],
      ["docientos mil", "COP 200000.00"],
      ["seicientosmil", "COP 600000.00"],
      ["sesenta i cinco mil", "COP 65000.00"],
      ["cincuentamil", "COP 50000.00"],
      ["docientosmil", "COP 200000.00"],
      ["treintaicinco mil", "COP 35000.00"],
      ["treinta y cinco mil quinientos", "COP 35500.00"],
      ["diez y seis mil", "COP 16000.00"],
      ["cincuemta mil", "COP 50000.00"],
      ["dos y medio millones", "COP 2500000.00"],
      ["uno punto cinco millones", "COP 1500000.00"],
      ["2 millones 300 mil", "COP 2300000.00"],
      ["un millón y 200 mil", "COP 1200000.00"],
      ["ciento veinte", "COP 120000.00"],
      ["un cuarto de millón", "COP 250000.00"],
      ["la mitad de 200 mil", "COP 100000.00"],
      ["el 30% de los 500 mil", "COP 150000.00"],
      ["doscientos mil pesos ($200.000)", "COP 200000.00"],
      ["un billón", "COP 1000000000000.00"],
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
      ["2,5 palos", "ARS 2500000.00"],
      ["$15.000.-", "ARS 15000.00"],
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
      ["S/. 350.00", "PEN 350.00"],
      ["diez soles cincuenta", "PEN 10.50"],
      ["20 soles con 50", "PEN 20.50"],
      ["mil doscientos soles con 50/100", "PEN 1200.50"],
      ["34 céntimos", "PEN 0.34"],
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
      ["R$50", "BRL 50.00"],
      ["50$", "BRL 50.00"],
      ["cento e vinte reais", "BRL 120.00"],
      ["mil e quinhentos", "BRL 1500.00"],
      ["hum mil reais", "BRL 1000.00"],
      ["cincoenta reais", "BRL 50.00"],
      ["dez reais e cinquenta", "BRL 10.50"],
      ["um bilhão", "BRL 1000000000.00"],
      ["2 mi", "BRL 2000000.00"],
      ["2 mil e 500", "BRL 2500.00"],
      ["1 milhão e 200 mil", "BRL 1200000.00"],
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
      ["two hundred fifty thousand", "USD 250000.00"],
      ["one and a half million", "USD 1500000.00"],
      ["a million and a half", "USD 1500000.00"],
      ["a grand", "USD 1000.00"],
      ["2 grand", "USD 2000.00"],
      ["thirteen dollars forty five", "USD 13.45"],
      ["15 dollars and 50", "USD 15.50"],
      ["one billion dollars", "USD 1000000000.00"],
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

/** Amounts that are said without their thousands in Colombia and Chile do not read back as they are formatted: below. */
const PLACES = [
  ["CO", "COP", "es", 1_000n],
  ["CL", "CLP", "es", 1_000n],
  ["AR", "ARS", "es", 1n],
  ["MX", "MXN", "es", 1n],
  ["PE", "PEN", "es", 1n],
  ["BR", "BRL", "pt-BR", 1n],
  ["ES", "EUR", "es", 1n],
  ["US", "USD", "en", 1n],
  ["GB", "GBP", "en", 1n],
] as const;

describe.each(PLACES)("in %s, what we write in %s", (country, currency, language, least) => {
  test.each(["es", "pt-BR", "en"] as const)("reads back as it was, written for somebody who speaks %s", (reader) => {
    const unit = 10n ** BigInt(DECIMALS[currency]);
    fc.assert(
      fc.property(fc.bigInt({ min: least * unit, max: 999_999_999n * unit }), (minor) => {
        const written = formatMoney(money(minor, currency), reader);
        expect(amountsIn(written, currency, country)).toEqual([toText(money(minor, currency))]);
        expect(amountsIn(`${SENTENCE[language]} ${written}.`, currency, country)).toEqual([
          toText(money(minor, currency)),
        ]);
      }),
    );
  });
});

const SENTENCE = { es: "el viernes pago", "pt-BR": "na sexta pago", en: "on friday I pay" };

test.each([
  ["200", "COP 200000.00", true],
  ["$ 200", "COP 200000.00", true],
  ["9", undefined, undefined],
  ["1.000", "COP 1000.00", false],
  ["200,50", "COP 200.50", false],
  ["200 pesos con 50 centavos", "COP 200.50", false],
])("%s of who counts in thousands", (text, amount, inThousands) => {
  const [reading] = readMoney(tokenise(text).tokens, { currency: "COP", country: "CO" });
  expect(reading && toText(reading.amount)).toBe(amount);
  expect(reading?.inThousands).toBe(inThousands);
});

/** Processor time of the quickest of five, for the machine does other things as well. Milliseconds. */
function costOf(text: string): number {
  const costs = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    readMoney(tokenise(text).tokens, { currency: "COP", country: "CO" });
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  });
  return Math.min(...costs);
}

test.each([
  "mil ",
  "un ",
  "1 ",
  "1 000 ",
  "100-",
  "100 o ",
  "entre 1 y 2 ",
  "y medio ",
  "dos coma cero ",
  "doscientosmil ",
  "trestrestres",
  "cincuemta mil ",
  "200 mil con ",
  "dólar de hong kong ",
  "tres cuartas ",
  "la mitad de ",
  "número de cuenta ",
  "1.",
  "$",
])("eight times as much of %s takes about eight times as long", (piece) => {
  const short = piece.repeat(Math.ceil(1_024 / piece.length)).slice(0, 1_024);
  expect(costOf(short.repeat(8))).toBeLessThan(24 * costOf(short) + 20);
});
