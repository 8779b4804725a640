import { describe, expect, test } from "vitest";
import type { Context } from "../../../../src/domain/understanding/reading.ts";
import { firstOf, heard, MENU, meaningsOf } from "../support.ts";

const THREE: Partial<Context> = {
  expects: "offer",
  options: [
    { id: "two", title: "2 cuotas mensuales" },
    { id: "three", title: "3 cuotas mensuales" },
    { id: "six", title: "6 cuotas quincenales" },
  ],
};

const chosen = (body: string, context: Partial<Context>) =>
  meaningsOf(body, context).flatMap((meaning) => (meaning.type === "option" ? [meaning.id] : []))[0];

test.each([
  ["la 2", "three"],
  ["opción B", "three"],
  ["letra c", "six"],
  ["la del medio", "three"],
  ["el segundo", "three"],
  ["la segunda, por favor", "three"],
  ["2️⃣", "three"],
  ["la de 3 cuotas", "three"],
  ["el plan de seis", "six"],
  ["la última", "six"],
  ["deme la de abajo", "six"],
  ["número tres, señorita", "six"],
  ["opción uno", "two"],
  ["no la uno, la tres", "six"],
  ["la última no, la del medio", "three"],
  ["a primeira", "two"],
  ["the last one", "six"],
])("%s is the option %s", (body, id) => {
  expect(chosen(body, THREE)).toBe(id);
});

test.each([
  ["yo quiero la de ver opciones de pago", "options"],
  ["las alternativas, por favor", "options"],
  ["Ver opciones", "options"],
])("%s names a title", (body, id) => {
  expect(chosen(body, MENU)).toBe(id);
});

test.each([
  "la segunda cuota la pago mañana",
  "la primera semana",
  "la 9",
  "¿la 2?",
  "1 o 2",
  "no la dos",
  "2 mil",
  "en 2 meses",
])("%s names none", (body) => {
  expect(chosen(body, THREE)).toBeUndefined();
});

test("a number is no option where a day, an amount or a count is awaited, unless it is called one", () => {
  for (const expects of ["promise", "amount", "instalments"] as const) {
    expect(chosen("2", { ...THREE, expects }), expects).toBeUndefined();
    expect(chosen("la opción 2", { ...THREE, expects }), expects).toBe("three");
  }
});

describe("with no menu on the screen", () => {
  test.each(["2", "la segunda", "opción B", "la 3", "la última", "menú"])("%s is a choice of nothing", (body) => {
    expect(meaningsOf(body)).toEqual([expect.objectContaining({ type: "unclear", intent: "menu_choice" })]);
  });

  test.each(["200", "2 de diciembre", "hola", "2?"])("%s is not", (body) => {
    expect(meaningsOf(body)).not.toContainEqual(expect.objectContaining({ intent: "menu_choice" }));
  });
});

test("a yes that doubts chooses no button that binds", () => {
  const context: Partial<Context> = {
    expects: "confirmation",
    options: [{ id: "confirm:plan:3:monthly=1", title: "Sí, acepto" }],
  };
  expect(firstOf("Sí, acepto", context)).toMatchObject({ type: "option" });
  for (const body of ["sí?", "sí 🙄", "sí…"]) expect(heard(body, context)).not.toContain("option");
});
