import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ofUnits, toText } from "../../../src/domain/money.ts";
import { readMoney } from "../../../src/domain/understanding/entities/read-money.ts";
import { readQuantity } from "../../../src/domain/understanding/entities/read-quantity.ts";
import { tokenise } from "../../../src/domain/understanding/tokens.ts";
import { sayNumber } from "../../support/words/say-number.ts";

const LANGUAGES = ["es", "pt-BR"] as const;

/** As many small numbers as large ones, and the round ones that people owe. */
const amounts = fc.oneof(
  fc.integer({ min: 1, max: 1_000_000_000 }),
  fc.integer({ min: 1, max: 3_000 }),
  fc.integer({ min: 1, max: 999_999 }).map((thousands) => thousands * 1_000),
  fc.constant(1_000_000_000),
);

const MANNERS: Readonly<Record<string, (words: string) => string>> = {
  "as it is written": (words) => words,
  "without accents": (words) => words.normalize("NFD").replace(/\p{M}/gu, ""),
  "in capitals": (words) => words.toUpperCase(),
  "with hyphens": (words) => words.replaceAll(" ", "-"),
  "with two spaces": (words) => words.replaceAll(" ", "  "),
  "with mil in one word": (words) => words.replace(/(\p{L}{3,}) mil\b/gu, "$1mil"),
  "with i for y": (words) => words.replaceAll(" y ", " i "),
};

function decimalOf(text: string, language: (typeof LANGUAGES)[number]): string | undefined {
  const { tokens } = tokenise(text);
  const reading = readQuantity(tokens, { country: "", language });
  return reading?.first === 0 && reading.end === tokens.length ? reading.decimal : undefined;
}

describe.each(LANGUAGES)("any whole number to a thousand million, said in %s", (language) => {
  test.each(Object.entries(MANNERS))("%s, reads back to its last word", (_, manner) => {
    fc.assert(
      fc.property(amounts, (value) => {
        expect(decimalOf(manner(sayNumber(value, language)), language)).toBe(value.toString());
      }),
      { numRuns: 400 },
    );
  });

  test("reads back in the feminine", () => {
    fc.assert(
      fc.property(amounts, (value) => {
        expect(decimalOf(sayNumber(value, language, "feminine"), language)).toBe(value.toString());
      }),
      { numRuns: 400 },
    );
  });

  test("is one amount, exact, of the money that is named", () => {
    fc.assert(
      fc.property(amounts, (value) => {
        const [country, currency, unit] =
          language === "es" ? (["MX", "MXN", "pesos"] as const) : (["BR", "BRL", "reais"] as const);
        const { tokens } = tokenise(`${sayNumber(value, language)} ${unit}`);
        const readings = readMoney(tokens, { currency, country });
        expect(readings.map(({ amount }) => toText(amount))).toEqual([toText(ofUnits(BigInt(value), currency))]);
        expect(readings[0]).toMatchObject({ first: 0, end: tokens.length, explicit: true, exactness: "exact" });
      }),
      { numRuns: 400 },
    );
  });
});

test("two numbers one behind the other stay two: none is read into the next", () => {
  const pair = fc.tuple(fc.integer({ min: 2, max: 999 }), fc.integer({ min: 2, max: 999 }));
  fc.assert(
    fc.property(pair, ([a, b]) => {
      const said = `${sayNumber(a, "es")} mil ${sayNumber(b, "es")} mil`;
      const readings = readMoney(tokenise(said).tokens, { currency: "MXN", country: "MX" });
      expect(readings.map(({ amount }) => amount.minor)).toEqual([BigInt(a) * 100_000n, BigInt(b) * 100_000n]);
    }),
  );
});
