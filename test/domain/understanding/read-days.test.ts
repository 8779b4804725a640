import { describe, expect, test } from "vitest";
import { addDays, daysBetween, type IsoDate, isoDate, weekdayOf } from "../../../src/domain/time.ts";
import { readDays } from "../../../src/domain/understanding/entities/read-days.ts";
import { tokenise } from "../../../src/domain/understanding/tokens.ts";

type Place = { today?: IsoDate; language?: "es" | "pt-BR" | "en"; country?: string; payDays?: readonly number[] };

/** A Wednesday. */
const WEDNESDAY = isoDate("2026-11-18");

/** The days of a text, those to be asked about with a question mark. */
function daysIn(
  text: string,
  { today = WEDNESDAY, language = "es", country = "CO", payDays = [15, 31] }: Place = {},
): string[] {
  return readDays(tokenise(text).tokens, { today, language, country, payDays }).map(
    ({ on, ambiguous }) => `${on}${ambiguous ? "?" : ""}`,
  );
}

describe("said on Wednesday 18 November 2026", () => {
  test.each([
    ["hoy", "2026-11-18"],
    ["esta tarde", "2026-11-18"],
    ["mañana por la mañana", "2026-11-19"],
    ["pasado mañana", "2026-11-20"],
    ["el día después de mañana", "2026-11-20"],
    ["el viernes", "2026-11-20"],
    ["este viernes", "2026-11-20"],
    ["el lunes que viene", "2026-11-23"],
    ["el martes de la próxima semana", "2026-11-24"],
    ["el viernes de esta semana", "2026-11-20"],
    ["el 30", "2026-11-30"],
    ["el 15", "2026-12-15"],
    ["el quince", "2026-12-15"],
    ["para el día 20", "2026-11-20"],
    ["el 5 del próximo mes", "2026-12-05"],
    ["15 de diciembre", "2026-12-15"],
    ["el 1ro de diciembre", "2026-12-01"],
    ["viernes 20 de noviembre", "2026-11-20"],
    ["viernes 20/11", "2026-11-20"],
    ["el viernes 20", "2026-11-20"],
    ["15/12", "2026-12-15"],
    ["15/12/2026", "2026-12-15"],
    ["15.12.2026", "2026-12-15"],
    ["2026-12-15", "2026-12-15"],
    ["en 3 días", "2026-11-21"],
    ["en quince días", "2026-12-03"],
    ["dentro de dos semanas", "2026-12-02"],
    ["en un mes", "2026-12-18"],
    ["a fin de mes", "2026-11-30"],
    ["la quincena", "2026-11-30"],
    ["en navidad", "2026-12-25"],
  ])("%s is %s", (text, on) => {
    expect(daysIn(text)).toEqual([on]);
  });

  test.each([
    ["hoje", "2026-11-18"],
    ["amanhã de manhã", "2026-11-19"],
    ["depois de amanhã", "2026-11-20"],
    ["sexta", "2026-11-20"],
    ["na sexta-feira", "2026-11-20"],
    ["na segunda", "2026-11-23"],
    ["2ª feira", "2026-11-23"],
    ["sábado", "2026-11-21"],
    ["dia 10", "2026-12-10"],
    ["dia dez de dezembro", "2026-12-10"],
    ["10/12", "2026-12-10"],
    ["1º de dezembro", "2026-12-01"],
    ["daqui a 3 dias", "2026-11-21"],
    ["no final do mês", "2026-11-30"],
  ])("in Portuguese %s is %s", (text, on) => {
    expect(daysIn(text, { language: "pt-BR", country: "BR" })).toEqual([on]);
  });

  test.each([
    ["today", "2026-11-18"],
    ["tomorrow morning", "2026-11-19"],
    ["the day after tomorrow", "2026-11-20"],
    ["on friday", "2026-11-20"],
    ["december 15th", "2026-12-15"],
    ["the 15th of december", "2026-12-15"],
    ["12/15/2026", "2026-12-15"],
    ["in two weeks", "2026-12-02"],
    ["end of the month", "2026-11-30"],
  ])("in English %s is %s", (text, on) => {
    expect(daysIn(text, { language: "en", country: "US" })).toEqual([on]);
  });

  test.each([
    ["el próximo viernes", "nearest or next week's"],
    ["el miércoles", "today or in a week"],
    ["el 18", "today or in a month"],
    ["el 31", "no such day this month"],
    ["el viernes 21", "the 21st is a Saturday"],
    ["viernes 21 de noviembre", "the 21st is a Saturday"],
    ["la próxima semana", "seven days"],
    ["el mes que viene", "thirty days"],
    ["el fin de semana", "two days"],
    ["el 25 o 26", "two days"],
    ["en 2 o 3 días", "two days"],
    ["en ocho días", "a week or eight days"],
    ["en 3 días hábiles", "depends on holidays"],
    ["10-12", "a day or a range"],
    ["el 17 de noviembre", "yesterday, or in a year"],
  ])("%s has to be asked about: %s", (text) => {
    const days = daysIn(text);
    expect(days).toHaveLength(1);
    expect(days[0]).toMatch(/\?$/);
  });

  test.each([
    "por la mañana",
    "la segunda",
    "el 50%",
    "el 2 mil",
    "en 3 cuotas",
    "31/02/2026",
    "el 30 de febrero",
    "el 31 de noviembre",
    "45/12",
    "hola",
    "son 3",
    "la mañana",
  ])("%s is no day", (text) => {
    expect(daysIn(text)).toEqual([]);
  });

  test("days that are gone stay gone", () => {
    expect(daysIn("ayer")).toEqual(["2026-11-17"]);
    expect(daysIn("el 3 de marzo de 2020")).toEqual(["2020-03-03"]);
    expect(daysIn("hace 2 días")).toEqual(["2026-11-16"]);
    expect(daysIn("15/03/85")).toEqual(["1985-03-15"]);
  });

  test("the pay-days of the business replace the 15th and the last", () => {
    expect(daysIn("en la quincena", { payDays: [10, 25] })).toEqual(["2026-11-25"]);
  });
});

const SPANISH_MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(
  " ",
);
const PORTUGUESE_MONTHS =
  "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro".split(" ");
const SPANISH_WEEKDAYS = "lunes martes miércoles jueves viernes sábado domingo".split(" ");
const PORTUGUESE_WEEKDAYS = "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo".split(" ");

test("every day of two years, said in full, is that day, on whatever day it is said", () => {
  for (const [offset, on] of Array.from({ length: 730 }, (_, index) => [index, addDays(WEDNESDAY, index)] as const)) {
    const [year = "", month = "", day = ""] = on.split("-");
    const dayNumber = Number(day);
    const today = addDays(WEDNESDAY, offset % 7);
    for (const text of [
      `${dayNumber} de ${SPANISH_MONTHS[Number(month) - 1]} de ${year}`,
      `dia ${dayNumber} de ${PORTUGUESE_MONTHS[Number(month) - 1]} de ${year}`,
      `${day}/${month}/${year}`,
      `${year}-${month}-${day}`,
    ]) {
      expect([text, daysIn(text, { today })]).toEqual([text, [on]]);
    }
  }
});

test("on every day of a year, what is said of the coming days is right or is asked about, and never in the past", () => {
  for (const today of Array.from({ length: 366 }, (_, index) => addDays(WEDNESDAY, index))) {
    for (const ahead of [1, 2, 3, 4, 5, 6]) {
      const on = addDays(today, ahead);
      const spanish = SPANISH_WEEKDAYS[weekdayOf(on) - 1];
      const portuguese = PORTUGUESE_WEEKDAYS[weekdayOf(on) - 1];
      expect(daysIn(`el ${spanish}`, { today })).toEqual([on]);
      expect(daysIn(`na ${portuguese}`, { today, language: "pt-BR" })).toEqual([on]);
      expect(daysIn(`el ${Number(on.slice(8))}`, { today }).map((said) => said.slice(0, 10))).toEqual([on]);
      expect(daysIn(`en ${ahead} días`, { today })).toEqual([on]);
    }
    for (const text of ["la quincena", "fin de mes", "el 31", "el viernes", "la otra semana", "15 de febrero"]) {
      const [said = ""] = daysIn(text, { today });
      expect(daysBetween(today, isoDate(said.slice(0, 10)))).toBeGreaterThanOrEqual(0);
    }
  }
});
