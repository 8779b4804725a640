import { expect, test } from "vitest";
import { planFrequency, readFrequencies } from "../../../src/domain/understanding/entities/read-frequency.ts";
import { tokenise, verbatim } from "../../../src/domain/understanding/tokens.ts";

/** The rhythms of a text, each with the words that say it. */
function rhythms(text: string): string[] {
  const said = tokenise(text);
  return readFrequencies(said.tokens).map(
    ({ frequency, first, end }) => `${frequency}: ${verbatim(said, said.tokens[first], said.tokens[end - 1])}`,
  );
}

test.each([
  ["200 mil quincenales", "quincenal: quincenales"],
  ["1000 por quincena", "quincenal: por quincena"],
  ["cada quincena", "quincenal: cada quincena"],
  ["cada quince días", "quincenal: cada quince días"],
  ["cada 15", "quincenal: cada 15"],
  ["los 15 y 30", "quincenal: los 15 y 30"],
  ["el 15 y el 30 de cada mes", "quincenal: el 15 y el 30 de cada mes"],
  ["dos veces al mes", "quincenal: dos veces al mes"],
  ["por quinzena", "quincenal: por quinzena"],
  ["twice a month", "quincenal: twice a month"],
  ["100 por semana", "weekly: por semana"],
  ["100 mil la semana", "weekly: la semana"],
  ["cada 8 días", "weekly: cada 8 días"],
  ["todos los viernes", "weekly: todos los viernes"],
  ["los viernes", "weekly: los viernes"],
  ["los sábados", "weekly: los sábados"],
  ["toda sexta-feira", "weekly: toda sexta-feira"],
  ["às sextas", "weekly: às sextas"],
  ["every friday", "weekly: every friday"],
  ["on fridays", "weekly: on fridays"],
  ["once a week", "weekly: once a week"],
  ["cada dos semanas", "biweekly: cada dos semanas"],
  ["a cada duas semanas", "biweekly: cada duas semanas"],
  ["cada 14 días", "biweekly: cada 14 días"],
  ["every other friday", "biweekly: every other friday"],
  ["bi-weekly", "biweekly: bi-weekly"],
  ["una semana sí y otra no", "biweekly: semana sí y otra no"],
  ["semana sim, semana não", "biweekly: semana sim, semana não"],
  ["80 mil mensuales", "monthly: mensuales"],
  ["100 al mes", "monthly: al mes"],
  ["cada fin de mes", "monthly: cada fin de mes"],
  ["todo dia 10", "monthly: todo dia 10"],
  ["el 5 de cada mes", "monthly: cada mes"],
  ["mes a mes", "monthly: mes a mes"],
  ["cada 30 días", "monthly: cada 30 días"],
  ["once a month", "monthly: once a month"],
])("%s", (text, rhythm) => {
  expect(rhythms(text)).toEqual([rhythm]);
});

test.each([
  "cada dos meses",
  "dos veces por semana",
  "a la semana que viene",
  "la semana del 15",
  "la semana",
  "el viernes",
  "todos los días",
  "mi sueldo mensual es de 2 millones",
  "cada 15 mil",
  "por este mes",
  "al mes siguiente",
])("%s is no rhythm that a plan has", (text) => {
  expect(rhythms(text)).toEqual([]);
});

test("a plan pays twice a month what somebody wants to pay every two weeks, and every other rhythm as it is", () => {
  expect(planFrequency("biweekly")).toBe("quincenal");
  expect((["weekly", "quincenal", "monthly"] as const).map(planFrequency)).toEqual(["weekly", "quincenal", "monthly"]);
});
