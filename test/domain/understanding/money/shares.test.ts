import { expect, test } from "vitest";
import { ofUnits, toText } from "../../../../src/domain/money.ts";
import { readAllMoney } from "../../../../src/domain/understanding/entities/read-money.ts";
import { tokenise } from "../../../../src/domain/understanding/tokens.ts";

const owed = ofUnits(1_000n, "PEN");

const sharesOf = (text: string, known: { owed?: typeof owed } = { owed }) =>
  readAllMoney(tokenise(text).tokens, { country: "PE", currency: "PEN", ...known });

test.each([
  ["la mitad", "PEN 500.00"],
  ["metade", "PEN 500.00"],
  ["half of it", "PEN 500.00"],
  ["el 30 %", "PEN 300.00"],
  ["30%", "PEN 300.00"],
  ["treinta por ciento", "PEN 300.00"],
  ["trinta por cento", "PEN 300.00"],
  ["30 percent", "PEN 300.00"],
  ["12,5%", "PEN 125.00"],
  ["un tercio", "PEN 333.33"],
  ["dos tercios", "PEN 666.66"],
  ["la tercera parte", "PEN 333.33"],
  ["las tres cuartas partes", "PEN 750.00"],
  ["um quarto da dívida", "PEN 250.00"],
  ["a third", "PEN 333.33"],
  ["three quarters", "PEN 750.00"],
  ["1/3 de la deuda", "PEN 333.33"],
])("%s of a thousand is %s, rounded down", (text, amount) => {
  const { shares, amounts } = sharesOf(text);
  expect(shares.map((share) => share.amount && toText(share.amount))).toEqual([amount]);
  expect(amounts).toEqual([]);
});

test("without the debt it stays a share", () => {
  const { shares } = sharesOf("la mitad", {});
  expect(shares).toMatchObject([{ numerator: 1n, denominator: 2n, of: "debt" }]);
  expect(shares[0]).not.toHaveProperty("amount");
});

test.each(["un descuento del 30%", "la mitad de la cuota", "20% de interés", "30% off"])(
  "%s is of something else than the debt",
  (text) => {
    const { shares } = sharesOf(text);
    expect(shares).toMatchObject([{ of: "other" }]);
    expect(shares[0]).not.toHaveProperty("amount");
  },
);

test.each([
  "a mitad de mes",
  "half an hour",
  "1/3",
  "la tercera",
  "na quarta",
  "un cuarto",
  "la segunda cuota",
  "un cuarto de hora",
  "150%",
  "half a million",
])("%s is no share", (text) => {
  expect(sharesOf(text).shares).toEqual([]);
});
