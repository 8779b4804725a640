import { expect, test } from "vitest";
import { readQuantity } from "../../../src/domain/understanding/entities/read-quantity.ts";
import { tokenise } from "../../../src/domain/understanding/tokens.ts";

const quantity = (text: string, language: "es" | "pt-BR" | "en" = "es", country = "") =>
  readQuantity(tokenise(text).tokens, { country, language })?.decimal;

test.each([
  ["ocho", "8"],
  ["cero siete", "7"],
  ["veintiún mil", "21000"],
  ["veintiuno mil once", "21011"],
  ["tres millones y medio", "3500000"],
  ["4 millones 2 mil 3", "4002003"],
  ["3000K", "3000000"],
  ["192.", "192"],
  ["01,10", "1.1"],
  [",08", "0.08"],
  [".77", "0.77"],
  ["1.250,5", "1250.5"],
  ["una docena", "12"],
  ["media docena", "6"],
  ["tres docenas", "36"],
  ["mil y dos docenas", "1024"],
  ["un par de", "2"],
  ["uno punto diez", "1.1"],
  ["cuarenta y siete coma veintiocho", "47.28"],
  ["veinte coma cero tres", "20.03"],
  ["1 con 5", "1.5"],
  ["dos mil coma mil quinientos", "2000.15"],
  ["veinte con tres quintos", "20.6"],
  ["treinta y dos quintos", "6.4"],
  ["un veinticincoavo", "0.04"],
  ["tres cuartos", "0.75"],
  ["2 1/4", "2.25"],
  ["20/100", "0.2"],
  ["uno sobre veinte", "0.05"],
  ["menos cinco", "-5"],
  ["-3,5", "-3.5"],
  ["compré doscientas vacas", "200"],
  ["compré una vaca por 300", "300"],
  ["compré una vaca", "1"],
])("%s is %s", (text, decimal) => {
  expect(quantity(text)).toBe(decimal);
});

test.each([
  ["meia dúzia", "6"],
  ["pares de", "2"],
  ["vinte e um mil e onze", "21011"],
  ["duzentos vírgula zero três", "200.03"],
  ["ponto setenta e sete", "0.77"],
  ["dois bilhões", "2000000000"],
])("in Portuguese %s is %s", (text, decimal) => {
  expect(quantity(text, "pt-BR")).toBe(decimal);
});

test.each([
  ["one and a fourth", "1.25"],
  ["five and a quarter", "5.25"],
  ["one hundred and three quarters", "100.75"],
  ["one hundred thirty two fifths", "26.4"],
  ["two thirds of a million", "666666.666666666666666"],
  ["two point five million", "2500000"],
  ["one-eighth", "0.125"],
  ["12,567 words", "12567"],
])("in English %s is %s", (text, decimal) => {
  expect(quantity(text, "en")).toBe(decimal);
});

test("where a comma parts decimals three digits behind it are decimals, where a point does they are thousands", () => {
  expect(quantity("4,800")).toBe("4.8");
  expect(quantity("4,800", "es", "CO")).toBe("4.8");
  expect(quantity("4,800", "es", "MX")).toBe("4800");
  expect(quantity("4,800", "en")).toBe("4800");
  expect(quantity("1.500")).toBe("1500");
  expect(quantity("1.500", "es", "MX")).toBe("1.5");
});

test("what has no end says so", () => {
  const third = readQuantity(tokenise("un tercio").tokens, { country: "" });
  expect(third).toEqual({ decimal: "0.333333333333333", exact: false, first: 0, end: 2 });
  expect(readQuantity(tokenise("un cuarto").tokens, { country: "" })?.exact).toBe(true);
});

test("what names no number names none", () => {
  expect(quantity("hola, ¿cómo va?")).toBeUndefined();
});
