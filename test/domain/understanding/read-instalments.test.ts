import { describe, expect, test } from "vitest";
import { readInstalments } from "../../../src/domain/understanding/entities/read-instalments.ts";
import { tokenise, verbatim } from "../../../src/domain/understanding/tokens.ts";

function counted(text: string) {
  const said = tokenise(text);
  return readInstalments(said.tokens).map(({ first, end, ...reading }) => ({
    ...reading,
    text: verbatim(said, said.tokens[first], said.tokens[end - 1]),
  }));
}

describe("a number of payments", () => {
  test.each([
    ["en 3 cuotas", 3, "3 cuotas"],
    ["en tres pagos de 100 mil", 3, "tres pagos"],
    ["3x", 3, "3x"],
    ["em 3x de 100", 3, "3x"],
    ["em dez vezes", 10, "dez vezes"],
    ["en 2 partes", 2, "2 partes"],
    ["en dos armadas", 2, "dos armadas"],
    ["acepto las 3 cuotas", 3, "3 cuotas"],
    ["12 pagos quincenales", 12, "12 pagos"],
    ["in 3 installments", 3, "3 installments"],
    ["dividido en cuatro", 4, "cuatro"],
    ["parcelar em 5", 5, "5"],
    ["split it in two", 2, "two"],
    ["mitad y mitad", 2, "mitad y mitad"],
    ["la mitad hoy y la otra mitad el viernes", 2, "mitad hoy y la otra mitad"],
    ["en un solo pago", 1, "en un solo pago"],
    ["de contado", 1, "de contado"],
    ["à vista", 1, "à vista"],
  ])("%s", (text, count, said) => {
    expect(counted(text)).toEqual([{ count, alternatives: [], bare: false, text: said }]);
  });

  test.each([
    ["a seis meses", 6, "monthly"],
    ["100 mil por 3 meses", 3, "monthly"],
    ["over 3 months", 3, "monthly"],
    ["4 mensualidades", 4, "monthly"],
  ] as const)("%s tells its rhythm", (text, count, frequency) => {
    expect(counted(text)).toMatchObject([{ count, frequency }]);
  });

  test.each([
    ["en 2 o 3 cuotas", 2, [3]],
    ["de 3 a 6 pagos", 3, [6]],
    ["un par de cuotas", 2, [3]],
  ])("%s is more than one number", (text, count, alternatives) => {
    expect(counted(text)).toMatchObject([{ count, alternatives }]);
  });

  test("after a rest nothing needs to say of what", () => {
    expect(counted("200 mil hoy y el resto en 3")).toMatchObject([{ count: 3, bare: true }]);
  });
});

test.each([
  "debo 3 cuotas",
  "tengo 2 cuotas vencidas",
  "ya pagué 2 cuotas",
  "la cuota 3 de 12",
  "3ª parcela",
  "tercera cuota",
  "te llamé 3 veces",
  "dos veces al mes",
  "en 3 días",
  "en 6 meses",
  "en 5 minutos",
  "en cuotas",
  "200 cuotas",
  "3 mil",
])("%s is none", (text) => {
  expect(counted(text)).toEqual([]);
});
