import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { isCurrency, toText } from "../../../src/domain/money.ts";
import { readAllMoney } from "../../../src/domain/understanding/entities/read-money.ts";
import { tokenise } from "../../../src/domain/understanding/tokens.ts";

const Line = z.strictObject({
  id: z.string(),
  text: z.string(),
  lang: z.enum(["es", "pt", "en"]),
  region: z.string().length(2),
  debt: z.string().refine(isCurrency),
  /** Left to right; an amount that is not said to be foreign or inexact is neither. */
  money: z.array(
    z.strictObject({
      amount: z.string(),
      currency: z.string().length(3),
      exactness: z.enum(["about", "atMost", "atLeast", "range", "either"]).optional(),
      foreign: z.literal(true).optional(),
    }),
  ),
  shares: z.array(z.strictObject({ share: z.string(), of: z.enum(["debt", "other"]) })).default([]),
});

const lines = readFileSync("test/golden/understanding/money.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line) => Line.parse(JSON.parse(line)));

const LANGUAGES = { es: "es", pt: "pt-BR", en: "en" } as const;

test.each(lines)("$id ($region): $text", ({ text, lang, region, debt, money, shares }) => {
  const { tokens } = tokenise(text);
  const read = readAllMoney(tokens, { country: region, currency: debt, language: LANGUAGES[lang] });
  const collected = read.amounts.map(({ amount, exactness, foreign, first }) => {
    const [currency, decimal = ""] = toText(amount).split(" ");
    return { amount: decimal.replace(/\.00$/, ""), currency, exactness, foreign, first };
  });
  const others = read.foreign.map(({ said, currency, exactness, first }) => ({
    amount: said,
    // ISO 4217's code for no currency.
    currency: currency ?? "XXX",
    exactness,
    foreign: true,
    first,
  }));
  const heard = [...collected, ...others].sort((a, b) => a.first - b.first).map(({ first: _first, ...rest }) => rest);
  expect(heard).toEqual(money.map((each) => ({ exactness: "exact", foreign: false, ...each })));
  expect(
    read.shares.map(({ numerator, denominator, of }) => ({ share: fractionOf(numerator, denominator), of })),
  ).toEqual(shares);
});

/** Percentages are counted in millionths. */
function fractionOf(numerator: bigint, denominator: bigint): string {
  return denominator > 1_000n ? `${numerator / 1_000_000n}/${denominator / 1_000_000n}` : `${numerator}/${denominator}`;
}

test("no line stands twice", () => {
  expect(new Set(lines.map(({ text, region }) => `${region} ${text}`)).size).toBe(lines.length);
  expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
});
