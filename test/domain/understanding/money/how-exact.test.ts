import { describe, expect, test } from "vitest";
import { toText } from "../../../../src/domain/money.ts";
import { readMoney } from "../../../../src/domain/understanding/entities/read-money.ts";
import { tokenise } from "../../../../src/domain/understanding/tokens.ts";

function heard(text: string): readonly (readonly [amount: string, exactness: string])[] {
  const { tokens } = tokenise(text);
  return readMoney(tokens, { country: "CO", currency: "COP" }).map(({ amount, exactness }) => [
    toText(amount).replace(/^COP |\.00$/g, ""),
    exactness,
  ]);
}

test.each([
  ["200 mil", "200000", "exact"],
  ["solo 200 mil", "200000", "exact"],
  ["unos 200", "200000", "about"],
  ["más o menos 300", "300000", "about"],
  ["300 más o menos", "300000", "about"],
  ["como 80", "80000", "about"],
  ["uns 100 mil", "100000", "about"],
  ["around 80 mil", "80000", "about"],
  ["ciento y pico", "100000", "about"],
  ["ciento y pico mil", "100000", "about"],
  ["un millón y pico", "1000000", "about"],
  ["máximo 100", "100000", "atMost"],
  ["hasta 150", "150000", "atMost"],
  ["no más de 50 mil", "50000", "atMost"],
  ["100 mil como máximo", "100000", "atMost"],
  ["no máximo 150", "150000", "atMost"],
  ["al menos 100 mil", "100000", "atLeast"],
  ["más de 100 mil", "100000", "atLeast"],
  ["pelo menos 100 mil", "100000", "atLeast"],
])("%s is %s, %s", (text, amount, exactness) => {
  expect(heard(text)).toEqual([[amount, exactness]]);
});

test("a hedge is of the amount it stands by", () => {
  expect(heard("100 mil, mínimo 50 mil")).toEqual([
    ["100000", "exact"],
    ["50000", "atLeast"],
  ]);
});

describe("both ends are kept, each knowing the other", () => {
  test.each([
    ["entre 100 y 150 mil", "100000", "150000", "range"],
    ["entre cien y ciento cincuenta mil", "100000", "150000", "range"],
    ["entre mil y dos mil", "1000", "2000", "range"],
    ["entre 100 e 200", "100000", "200000", "range"],
    ["de 50 a 80", "50000", "80000", "range"],
    ["de 50 a 80 mil", "50000", "80000", "range"],
    ["50 mil a 60", "50000", "60000", "range"],
    ["100-150", "100000", "150000", "range"],
    ["100 – 150 mil", "100000", "150000", "range"],
    ["between 100 and 200", "100000", "200000", "range"],
    ["100 o 150", "100000", "150000", "either"],
    ["100 ou 150 mil", "100000", "150000", "either"],
    ["20 lucas o 30", "20000", "30000", "either"],
    ["500 o mil", "500", "1000", "either"],
    ["cien mil o ciento veinte mil", "100000", "120000", "either"],
  ])("%s: %s and %s, %s", (text, from, to, exactness) => {
    expect(heard(text)).toEqual([
      [from, exactness],
      [to, exactness],
    ]);
    const [first, second] = readMoney(tokenise(text).tokens, { country: "CO", currency: "COP" });
    expect(first?.range).toEqual({ from: first?.amount, to: second?.amount });
    expect(second?.range).toEqual(first?.range);
  });
});

test.each([
  ["un millón doscientos", ["1000200", "1200000"]],
  ["dos millones quinientos", ["2000500", "2500000"]],
  ["500.000 mil pesos", ["500000000", "500000"]],
  ["50 mil 15", ["50015", "50000"]],
])("%s can be read in two ways, and is", (text, amounts) => {
  expect(heard(text)).toEqual(amounts.map((amount) => [amount, "either"]));
});

test.each([
  ["le doy 100 hoy y 50 mañana", ["100000", "50000"]],
  ["100 mil y 50 el viernes", ["100000", "50000"]],
  ["200, 300", ["200000", "300000"]],
  ["dos mil, quinientos mil", ["2000", "500000"]],
  ["cien, cincuenta mil", ["100000", "50000"]],
  ["cien. Cincuenta mil", ["100000", "50000"]],
  ["50 mil el 15 y 50 mil el 30", ["50000", "50000"]],
  ["50 mil 50 mil", ["50000", "50000"]],
])("%s are two amounts", (text, amounts) => {
  expect(heard(text)).toEqual(amounts.map((amount) => [amount, "exact"]));
});
