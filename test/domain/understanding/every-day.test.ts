import { describe, expect, test } from "vitest";
import { addDays, type IsoDate, isoDate, weekdayOf } from "../../../src/domain/time.ts";
import { readDays } from "../../../src/domain/understanding/entities/read-days.ts";
import { tokenise } from "../../../src/domain/understanding/tokens.ts";
import { dayWords, ENGLISH, PORTUGUESE, SPANISH, type SpelledDay } from "./spelled-days.ts";

type Language = "es" | "pt-BR" | "en";
/** Ways to say a day that is `ahead` days from the day on which it is said. */
type Template = (day: SpelledDay, ahead: number) => string;

const FIRST = isoDate("2026-01-01");
/** 2026 and 2027: month ends, two turns of the year, and for the leap day what is said of 2028. */
const DAYS = Array.from({ length: 730 }, (_, index) => addDays(FIRST, index));
const COUNTRIES = { es: "CO", "pt-BR": "BR", en: "US" } as const;

/** In capitals, without accents, both, and as it is written. */
const VOICES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  withoutAccents,
  (text) => withoutAccents(text).toUpperCase(),
];

function withoutAccents(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "");
}

function heard(text: string, today: IsoDate, language: Language) {
  return readDays(tokenise(text).tokens, { today, language, country: COUNTRIES[language], payDays: [15, 31] });
}

/** Each day through each template, in turn in each voice. `ahead` turns as well, within `from` and `to`. */
function throughEvery(
  templates: readonly Template[],
  { language, from, to }: { language: Language; from: number; to: number },
  holds: (reading: ReturnType<typeof heard>, on: IsoDate) => boolean,
): string[] {
  const failures: string[] = [];
  for (const [index, on] of DAYS.entries()) {
    for (const [turn, template] of templates.entries()) {
      const ahead = from + ((index * 7 + turn) % (to - from + 1));
      const today = addDays(on, -ahead);
      const voice = VOICES[(index + turn) % VOICES.length] ?? withoutAccents;
      const text = voice(template(dayWords(on, language), ahead));
      const reading = heard(text, today, language);
      if (!holds(reading, on)) failures.push(`${text} said on ${today} is ${on}, not ${JSON.stringify(reading)}`);
    }
  }
  return failures.slice(0, 5);
}

function isExactly(reading: ReturnType<typeof heard>, on: IsoDate): boolean {
  const [only, another] = reading;
  return (
    another === undefined && only?.on === on && !only.ambiguous && only.alternatives.length === 0 && !only.mismatch
  );
}

function isNamed(reading: ReturnType<typeof heard>, on: IsoDate): boolean {
  const [only, another] = reading;
  if (only === undefined || another !== undefined) return false;
  return only.on === on || (only.ambiguous && only.alternatives.includes(on));
}

const WITH_YEAR: Readonly<Record<Language, readonly Template[]>> = {
  es: [
    (day) => `${day.dd}/${day.mm}/${day.year}`,
    (day) => `el ${day.d}-${day.m}-${day.year}`,
    (day) => `${day.dd}.${day.mm}.${day.yy}`,
    (day) => `${day.dd}/${day.mm}/${day.yy}`,
    (day) => `${day.year}-${day.mm}-${day.dd}`,
    (day) => `${day.year}/${day.mm}/${day.dd}`,
    (day) => `${day.dd}-${day.short}-${day.year}`,
    (day) => `${day.dd} ${day.mm} ${day.year}`,
    (day) => `${day.d} de ${day.month} de ${day.year}`,
    (day) => `el ${day.d} de ${day.month} del ${day.year}`,
    (day) => `${day.month} ${day.d} de ${day.year}`,
    (day) => `${day.d} ${day.short} ${day.year}`,
    (day) => `${day.words} de ${day.month} de ${day.yearWords}`,
    (day) => `${day.weekday} ${day.d} de ${day.month} de ${day.year}`,
    (day) => `el ${day.weekday} ${day.dd}/${day.mm}/${day.year}`,
    (day) => `le pago el ${day.d} del ${day.m} de ${day.year} sin falta`,
  ],
  "pt-BR": [
    (day) => `${day.dd}/${day.mm}/${day.year}`,
    (day) => `${day.dd}.${day.mm}.${day.year}`,
    (day) => `dia ${day.d} de ${day.month} de ${day.year}`,
    (day) => `${day.words} de ${day.month} de ${day.year}`,
    (day) => `${day.weekday}, ${day.d} de ${day.month} de ${day.year}`,
    (day) => `${day.d} ${day.short} ${day.year}`,
    (day) => `pago no dia ${day.dd}/${day.mm}/${day.yy}`,
  ],
  en: [
    (day) => `${day.mm}/${day.dd}/${day.year}`,
    (day) => `${day.m}/${day.d}/${day.yy}`,
    (day) => `${day.year}-${day.mm}-${day.dd}`,
    (day) => `${day.month} ${day.d}, ${day.year}`,
    (day) => `${day.short} ${day.th} ${day.year}`,
    (day) => `${day.th} of ${day.month} ${day.year}`,
    (day) => `${day.d} ${day.short} ${day.year}`,
    (day) => `${day.weekday} the ${day.th} of ${day.month} ${day.year}`,
  ],
};

describe.each(["es", "pt-BR", "en"] as const)("every day of two years in %s", (language) => {
  test("with its year is that day, said up to a year before or after it", () => {
    expect(throughEvery(WITH_YEAR[language], { language, from: -365, to: 365 }, isExactly)).toEqual([]);
  });

  test("without its year is the one that comes", () => {
    expect(throughEvery(YEARLESS[language], { language, from: 0, to: 290 }, isExactly)).toEqual([]);
  });

  test("without its year and almost a year ahead is that day or the one just gone", () => {
    expect(throughEvery(YEARLESS[language], { language, from: 301, to: 364 }, isNamed)).toEqual([]);
  });

  test("beside a weekday of the coming seven days is that day", () => {
    expect(throughEvery(COMING[language], { language, from: 1, to: 6 }, isExactly)).toEqual([]);
  });

  test("by its number in the month is the next such day, or it is asked", () => {
    expect(throughEvery(NUMBERED[language], { language, from: 1, to: 26 }, isNamed)).toEqual([]);
  });

  test("counted in days from today is that day", () => {
    expect(throughEvery(COUNTED[language], { language, from: 9, to: 31 }, isExactly)).toEqual([]);
  });

  test("in words that half of the people mean otherwise is among those asked about", () => {
    expect(throughEvery(NEXT[language], { language, from: 1, to: 7 }, isNamed)).toEqual([]);
  });

  test("as the nth weekday of its month is that day", () => {
    expect(throughEvery(NTH[language], { language, from: 0, to: 25 }, isExactly)).toEqual([]);
  });

  test("when it is gone, beside a verb of the past, is that day", () => {
    expect(throughEvery(GONE[language], { language, from: -6, to: -1 }, isExactly)).toEqual([]);
  });
});

const YEARLESS: Readonly<Record<Language, readonly Template[]>> = {
  es: [
    (day) => `${day.dd}/${day.mm}`,
    (day) => `el ${day.d}/${day.m}`,
    (day) => `${day.d}/${day.short}`,
    (day) => `el ${day.d} de ${day.month}`,
    (day) => `${day.d} ${day.short}`,
    (day) => `${day.month} ${day.d}`,
    (day) => `${day.short}-${day.d}`,
    (day) => `el ${day.words} de ${day.month}`,
    (day) => `el ${day.d} del ${day.m}`,
    (day) => `${day.weekday} ${day.d} de ${day.month}`,
    (day) => `el ${day.weekday} ${day.dd}/${day.mm}`,
    (day) => `el ${day.dd}/${day.mm}, ${day.weekday}`,
  ],
  "pt-BR": [
    (day) => `${day.dd}/${day.mm}`,
    (day) => `dia ${day.d}/${day.m}`,
    (day) => `dia ${day.d} de ${day.month}`,
    (day) => `${day.words} de ${day.month}`,
    (day) => `${day.d} ${day.short}`,
    (day) => `dia ${day.d} do ${day.m}`,
    (day) => `${day.weekday} dia ${day.d} de ${day.month}`,
  ],
  en: [
    (day) => `${day.mm}/${day.dd}`,
    (day) => `${day.month} ${day.d}`,
    (day) => `${day.short} ${day.th}`,
    (day) => `the ${day.th} of ${day.month}`,
    (day) => `${day.words} of ${day.month}`,
    (day) => `on ${day.weekday} ${day.month} ${day.th}`,
  ],
};

const COMING: Readonly<Record<Language, readonly Template[]>> = {
  es: [
    (day) => `el ${day.weekday}`,
    (day) => `este ${day.weekday} le pago`,
    (day) => `${day.weekday} ${day.d}`,
    (day) => `el ${day.weekday} ${day.words}`,
    (day) => `el ${day.weekday} en la tarde`,
    (day) => `te pago el ${day.weekday} a las 5`,
  ],
  "pt-BR": [
    (day) => `${day.weekday}`,
    (day) => `na ${day.weekdayBare}`,
    (day) => `pago ${day.weekdayBare} sem falta`,
    (day) => `${day.weekday} dia ${day.d}`,
    (day) => `${day.weekdayShort}.`,
  ],
  en: [
    (day) => `on ${day.weekday}`,
    (day) => `this ${day.weekday}`,
    (day) => `${day.weekday} the ${day.th}`,
    (day) => `i'll pay ${day.weekday} at 5`,
  ],
};

const NUMBERED: Readonly<Record<Language, readonly Template[]>> = {
  es: [
    (day) => `el ${day.d}`,
    (day) => `para el ${day.words}`,
    (day) => `el día ${day.d} te pago`,
    (day) => `antes del ${day.d}`,
    (day) => `este ${day.d}`,
  ],
  "pt-BR": [(day) => `dia ${day.d}`, (day) => `no dia ${day.words}`, (day) => `até o dia ${day.d}`],
  en: [(day) => `the ${day.th}`, (day) => `on the ${day.th}`, (day) => `by the ${day.th}`],
};

const COUNTED: Readonly<Record<Language, readonly Template[]>> = {
  es: [
    (_, ahead) => `en ${ahead} días`,
    (_, ahead) => `dentro de ${SPANISH.number(ahead)} días`,
    (_, ahead) => `en ${ahead} días más`,
    (_, ahead) => `de aquí a ${ahead} días`,
  ],
  "pt-BR": [
    (_, ahead) => `daqui a ${ahead} dias`,
    (_, ahead) => `em ${PORTUGUESE.number(ahead)} dias`,
    (_, ahead) => `dentro de ${ahead} dias`,
  ],
  en: [(_, ahead) => `in ${ahead} days`, (_, ahead) => `${ENGLISH.number(ahead)} days from now`],
};

const NEXT: Readonly<Record<Language, readonly Template[]>> = {
  es: [
    (day) => `el próximo ${day.weekday}`,
    (day) => `el ${day.weekday} que viene`,
    (day) => `${day.weekday} próximo`,
    (day) => `el ${day.weekday} entrante`,
    (day) => `el otro ${day.weekday}`,
    (day) => `el ${day.weekday}`,
  ],
  "pt-BR": [(day) => `na próxima ${day.weekdayBare}`, (day) => `${day.weekdayBare} que vem`, (day) => `${day.weekday}`],
  en: [(day) => `next ${day.weekday}`, (day) => `${day.weekday}`],
};

const NTH: Readonly<Record<Language, readonly Template[]>> = {
  es: [
    (day) => `el ${SPANISH.nth(day.nth)} ${day.weekday} de ${day.month}`,
    (day) => `${day.nth}er ${day.weekday} de ${day.month} de ${day.year}`,
  ],
  "pt-BR": [(day) => `${PORTUGUESE.nth(day.nth)} ${day.weekday} de ${day.month}`],
  en: [(day) => `the ${ENGLISH.nth(day.nth)} ${day.weekday} of ${day.month}`],
};

const GONE: Readonly<Record<Language, readonly Template[]>> = {
  es: [
    (day) => `ya hice el pago el ${day.weekday}`,
    (day) => `transferí el ${day.d}`,
    (day) => `lo hice el ${day.d} de ${day.month}`,
    (_, ahead) => `hace ${-ahead} días`,
  ],
  "pt-BR": [
    (day) => `paguei na ${day.weekdayBare}`,
    (day) => `paguei dia ${day.d}`,
    (day) => `fiz o pix dia ${day.d}/${day.m}`,
    (_, ahead) => `há ${-ahead} dias`,
  ],
  en: [(day) => `i paid on ${day.weekday}`, (day) => `i paid on the ${day.th}`, (_, ahead) => `${-ahead} days ago`],
};

/** From each day of the two years, by the words that mean the same distance on every day. */
test.each<readonly [text: string, ahead: number, language: Language]>([
  ["hoy mismo", 0, "es"],
  ["mañana por la mañana", 1, "es"],
  ["pasado mañana", 2, "es"],
  ["el día después de mañana", 2, "es"],
  ["de hoy en ocho", 7, "es"],
  ["en una semana", 7, "es"],
  ["dentro de dos semanas", 14, "es"],
  ["en quince días", 15, "es"],
  ["ayer", -1, "es"],
  ["anteayer", -2, "es"],
  ["hoje à noite", 0, "pt-BR"],
  ["amanhã de manhã", 1, "pt-BR"],
  ["depois de amanhã", 2, "pt-BR"],
  ["daqui a uma semana", 7, "pt-BR"],
  ["anteontem", -2, "pt-BR"],
  ["today", 0, "en"],
  ["tomorrow morning", 1, "en"],
  ["the day after tomorrow", 2, "en"],
  ["in a fortnight", 14, "en"],
  ["yesterday", -1, "en"],
])("%s is %i days from any day", (text, ahead, language) => {
  const wrong = DAYS.filter((today) => !isExactly(heard(text, today, language), addDays(today, ahead)));
  expect(wrong).toEqual([]);
});

test("what a month's end is called is its last day, on every day of it", () => {
  const wrong = DAYS.filter((today) => {
    const last = DAYS.find((day) => day >= today && day.slice(8) > addDays(day, 1).slice(8));
    return !["fin de mes", "el último día del mes", "no fim do mês", "end of the month"].every(
      (text) => last !== undefined && isNamed(heard(text, today, "es"), last),
    );
  });
  expect(wrong).toEqual([]);
});

test("a weekday that does not fall on its date names both days, on every day", () => {
  for (const today of DAYS) {
    const on = addDays(today, 5);
    const beside = addDays(on, 1);
    const wrong = dayWords(beside, "es").weekday;
    const [reading] = heard(`${wrong} ${dayWords(on, "es").d} de ${dayWords(on, "es").month}`, today, "es");
    expect(weekdayOf(beside)).not.toBe(weekdayOf(on));
    expect(reading).toMatchObject({ on, ambiguous: true, mismatch: true });
    expect(reading?.alternatives).toContain(beside);
  }
});
