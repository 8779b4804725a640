import type { Frequency } from "../../negotiation/terms.ts";
import type { Token } from "../tokens.ts";
import {
  countsElse,
  dayNumber,
  goesOn,
  isNext,
  nextAfter,
  OVER,
  skip,
  smallCount,
  weekdayWord,
  wordAt,
} from "./day-grammar.ts";
import { PLURAL_WEEKDAYS, wordSet } from "./day-words.ts";

/** How often somebody says: every two weeks is not twice a month, also where a plan knows only the latter. */
export type SpokenFrequency = Frequency | "biweekly";

export type FrequencyReading = {
  readonly frequency: SpokenFrequency;
  /** Tokens `first` up to but without `end`. */
  readonly first: number;
  readonly end: number;
};

/** The rhythm of a plan that comes nearest; it is repeated in full before anything is agreed. */
export function planFrequency(spoken: SpokenFrequency): Frequency {
  return spoken === "biweekly" ? "quincenal" : spoken;
}

const NAMES: ReadonlyMap<string, SpokenFrequency> = byWord({
  weekly: "semanal semanales semanalmente semanais weekly",
  biweekly: "biweekly fortnightly catorcenal catorcenales bisemanal",
  quincenal: "quincenal quincenales quincenalmente quinzenal quinzenais quinzenalmente semimonthly",
  monthly: "mensual mensuales mensualmente mensal mensais mensalmente monthly",
});

type Period = "weekly" | "biweekly" | "quincenal" | "monthly";
const PERIODS: ReadonlyMap<string, Period> = byWord({
  weekly: "semana semanita week",
  biweekly: "fortnight",
  quincenal: "quincena quinzena kincena",
  monthly: "mes month",
});

/** What is said of wages, rents and interest is no rhythm of payments. */
const NOT_OURS = wordSet(
  "sueldo salario ingreso ingresos interes intereses tasa renta arriendo salarios juros salary income interest rent ingressos",
);

/** Every rhythm of the message, left to right: "quincenales", "por semana", "cada 15 días", "todos los viernes", "el 15 de cada mes". */
export function readFrequencies(tokens: readonly Token[]): FrequencyReading[] {
  const readings: FrequencyReading[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = frequencyAt(tokens, at);
    if (found?.frequency) readings.push({ frequency: found.frequency, first: at, end: found.end });
    at = found ? Math.max(found.end, at + 1) : at + 1;
  }
  return readings;
}

/** `frequency` is absent where words are a rhythm that no plan has: "cada dos meses", "dos veces por semana". */
type Found = { readonly frequency: SpokenFrequency | undefined; readonly end: number };

function frequencyAt(tokens: readonly Token[], at: number): Found | undefined {
  const word = wordAt(tokens, at);
  const named = NAMES.get(word);
  if (named) return NOT_OURS.has(wordAt(tokens, at - 1)) ? undefined : { frequency: named, end: at + 1 };
  if (word === "bi" && wordAt(tokens, at + 1) === "-" && wordAt(tokens, at + 2) === "weekly")
    return { frequency: "biweekly", end: at + 3 };
  return (
    timesPer(tokens, at) ??
    everyNumbered(tokens, at) ??
    onOffWeek(tokens, at) ??
    payDays(tokens, at) ??
    everyDay(tokens, at) ??
    perPeriod(tokens, at) ??
    periodByPeriod(tokens, at)
  );
}

const TIMES = wordSet("vez veces vezes time times");
const PER = wordSet("al por a ao per la cada the o");

/** "dos veces al mes", "once a week", "2 vezes por mês". */
function timesPer(tokens: readonly Token[], at: number): Found | undefined {
  const adverb = { once: 1, twice: 2 }[wordAt(tokens, at)];
  const number = adverb === undefined ? smallCount(tokens, at) : undefined;
  const isTimes = number !== undefined && TIMES.has(wordAt(tokens, number.end));
  const count = adverb ?? (isTimes ? number.count : undefined);
  const from = adverb === undefined ? (number?.end ?? at) + 1 : at + 1;
  // "Once" is eleven in Spanish.
  const periodAt = skip(tokens, from, PER);
  const period = PERIODS.get(wordAt(tokens, periodAt));
  if (count === undefined || !period || periodAt === from) return undefined;
  return { frequency: inPeriod(count, period), end: periodAt + 1 };
}

function inPeriod(count: number, period: Period): SpokenFrequency | undefined {
  if (count === 1) return period;
  if (period !== "monthly") return undefined;
  return count === 2 ? "quincenal" : count === 4 ? "weekly" : undefined;
}

const EVERY = wordSet("cada every");

/** "cada 15 días", "a cada duas semanas", "every two weeks", "cada 8". */
function everyNumbered(tokens: readonly Token[], at: number): Found | undefined {
  if (!EVERY.has(wordAt(tokens, at))) return undefined;
  const next = wordAt(tokens, at + 1);
  const isOther = ["other", "second", "otra", "segunda"].includes(next);
  if (isOther) {
    const isDay = PERIODS.get(wordAt(tokens, at + 2)) === "weekly" || isWeekday(tokens, at + 2);
    return isDay && next !== "otra" ? { frequency: "biweekly", end: at + 3 } : undefined;
  }
  const number = smallCount(tokens, at + 1);
  if (!number) return undefined;
  const unit = wordAt(tokens, number.end);
  const days = DAYS_IN.get(unit);
  if (days !== undefined) return { frequency: BY_DAYS.get(number.count * days), end: number.end + 1 };
  // "Cada 15 y 30" are the days of pay, "cada 15" is every fifteen days.
  const isBare = [7, 8, 14, 15, 30].includes(number.count) && !countsElse(tokens, number.end) && !AND.has(unit);
  return isBare ? { frequency: BY_DAYS.get(number.count), end: number.end } : undefined;
}

const DAYS_IN: ReadonlyMap<string, number> = new Map([
  ...["dia", "dias", "day", "days"].map((unit) => [unit, 1] as const),
  ...["semana", "semanas", "week", "weeks"].map((unit) => [unit, 7] as const),
  ...["quincena", "quincenas", "quinzena", "quinzenas"].map((unit) => [unit, 15] as const),
  ...["mes", "meses", "month", "months"].map((unit) => [unit, 30] as const),
]);

/** Eight days are a week and fifteen half a month to those who count both ends. */
const BY_DAYS: ReadonlyMap<number, SpokenFrequency> = new Map([
  [7, "weekly"],
  [8, "weekly"],
  [14, "biweekly"],
  [15, "quincenal"],
  [28, "monthly"],
  [30, "monthly"],
  [31, "monthly"],
]);

const OTHER = wordSet("otro otra outro outra uno una semana not");

/** "una semana sí y otra no", "semana sim, semana não", "semana de por medio". */
function onOffWeek(tokens: readonly Token[], at: number): Found | undefined {
  if (PERIODS.get(wordAt(tokens, at)) !== "weekly" && !isWeekday(tokens, at)) return undefined;
  const says = (...words: string[]) => words.every((word, index) => wordAt(tokens, at + 1 + index) === word);
  if (says("de", "por", "medio") || says("por", "medio"))
    return { frequency: "biweekly", end: at + (says("de") ? 4 : 3) };
  if (!["si", "sim"].includes(wordAt(tokens, at + 1))) return undefined;
  const otherAt = skip(tokens, at + 2, AND);
  const isOff = OTHER.has(wordAt(tokens, otherAt)) && ["no", "nao"].includes(wordAt(tokens, otherAt + 1));
  return isOff ? { frequency: "biweekly", end: otherAt + 2 } : undefined;
}

const AND = wordSet("y e and");
const MANY = wordSet("los dias os cada el dia the");

/** "los 15 y 30", "cada 15 y último", "el 15 y el 30 de cada mes": twice a month. */
function payDays(tokens: readonly Token[], at: number): Found | undefined {
  const start = skip(tokens, at, MANY);
  const first = start > at ? dayNumber(tokens, start) : undefined;
  if (!first || !AND.has(wordAt(tokens, first.end))) return undefined;
  const secondAt = skip(tokens, first.end + 1, MANY);
  const second = wordAt(tokens, secondAt) === "ultimo" ? { day: 31, end: secondAt + 1 } : dayNumber(tokens, secondAt);
  if (!second || countsElse(tokens, second.end)) return undefined;
  const isPlural = ["los", "dias", "os", "cada"].includes(wordAt(tokens, at)) || wordAt(tokens, at + 1) === "dias";
  const every = ofEveryMonth(tokens, second.end);
  const isHalfAMonth = Math.abs(second.day - first.day) >= 13 && Math.abs(second.day - first.day) <= 17;
  return isHalfAMonth && (isPlural || every !== undefined)
    ? { frequency: "quincenal", end: every ?? second.end }
    : undefined;
}

const OF = wordSet("de del do los os o el of");

/** The end of "de cada mes", "de todos los meses", "todo mês". */
function ofEveryMonth(tokens: readonly Token[], at: number): number | undefined {
  const everyAt = skip(tokens, at, OF);
  const isEvery = ["cada", "todo", "todos", "every", "each"].includes(wordAt(tokens, everyAt));
  const monthAt = skip(tokens, everyAt + 1, OF);
  return isEvery && ["mes", "meses", "month"].includes(wordAt(tokens, monthAt)) ? monthAt + 1 : undefined;
}

const ALL = wordSet("cada todos todas todo toda every each");
const ARTICLES = wordSet("los las os as el la o a the santo");
const PLURAL_LEADS = wordSet("los as aos nas on");

/** "todos los viernes", "los sábados", "on fridays", "todo dia 10", "cada fin de mes". */
function everyDay(tokens: readonly Token[], at: number): Found | undefined {
  const word = wordAt(tokens, at);
  const isAll = ALL.has(word);
  const dayAt = isAll ? skip(tokens, at + 1, ARTICLES) : at + 1;
  if (!isAll && !PLURAL_LEADS.has(word)) return undefined;
  const plural = PLURAL_WEEKDAYS.has(wordAt(tokens, dayAt));
  const isFeiras = plural && wordAt(tokens, dayAt + 1) === "feiras";
  if (plural) return { frequency: "weekly", end: isFeiras ? dayAt + 2 : dayAt + 1 };
  const weekday = isAll || word === "los" ? weekdayWord(tokens, dayAt, isAll) : undefined;
  if (weekday && !weekday.short) return { frequency: "weekly", end: weekday.end };
  if (!isAll) return undefined;
  if (["dia", "day"].includes(wordAt(tokens, dayAt))) {
    const number = dayNumber(tokens, dayAt + 1);
    return number && !countsElse(tokens, number.end) ? { frequency: "monthly", end: number.end } : undefined;
  }
  if (!ENDS.has(wordAt(tokens, dayAt))) return undefined;
  const monthAt = skip(tokens, dayAt + 1, OF);
  const isEnd = monthAt > dayAt + 1 && ["mes", "month"].includes(wordAt(tokens, monthAt));
  return isEnd ? { frequency: "monthly", end: monthAt + 1 } : undefined;
}

const ENDS = wordSet("fin final fim ultimo principio inicio comienzo comeco end primero");
const BEFORE_PERIOD = wordSet("cada por al per every each todas todos todo toda ao");
const AFTER_ALL = wordSet("las los os as santa santo o a la el");

/** "por semana", "cada quincena", "al mes", "100 la semana"; "a la semana que viene" is a day. */
function perPeriod(tokens: readonly Token[], at: number): Found | undefined {
  const word = wordAt(tokens, at);
  const isTo = word === "a" && ["la", "week", "month"].includes(wordAt(tokens, at + 1));
  const isThe = word === "la" && tokens[at - 1] !== undefined && isAmount(tokens, at - 1);
  if (!BEFORE_PERIOD.has(word) && !isTo && !isThe) return undefined;
  const periodAt = skip(tokens, at + 1, AFTER_ALL);
  const period = PERIODS.get(wordAt(tokens, periodAt)) ?? PLURALS.get(wordAt(tokens, periodAt));
  if (!period || isComing(tokens, periodAt + 1)) return undefined;
  return { frequency: period, end: periodAt + 1 };
}

const PLURALS: ReadonlyMap<string, Period> = byWord({
  weekly: "semanas",
  quincenal: "quincenas quinzenas",
  monthly: "meses",
});

function isAmount(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.kind === "number" ||
    ["mil", "k", "pesos", "soles", "lucas", "reais", "$", "euros", "dolares"].includes(wordAt(tokens, at))
  );
}

/** "a la semana que viene", "la semana del 15" and "al mes pasado" are days, not a rhythm. */
function isComing(tokens: readonly Token[], at: number): boolean {
  return (
    (nextAfter(tokens, at) ?? -1) > 0 ||
    isNext(wordAt(tokens, at)) ||
    OVER.has(wordAt(tokens, at)) ||
    (wordAt(tokens, at) === "del" && goesOn(tokens, at))
  );
}

/** "mes a mes", "week by week". */
function periodByPeriod(tokens: readonly Token[], at: number): Found | undefined {
  const period = PERIODS.get(wordAt(tokens, at));
  const isPair =
    ["a", "by", "tras", "por"].includes(wordAt(tokens, at + 1)) && wordAt(tokens, at + 2) === wordAt(tokens, at);
  return period && isPair ? { frequency: period, end: at + 3 } : undefined;
}

function isWeekday(tokens: readonly Token[], at: number): boolean {
  const found = weekdayWord(tokens, at, false);
  return found !== undefined && !found.short;
}

function byWord<T extends string>(words: Readonly<Record<T, string>>): ReadonlyMap<string, T> {
  return new Map(
    (Object.entries(words) as [T, string][]).flatMap(([value, list]) =>
      list
        .split(" ")
        .filter(Boolean)
        .map((word) => [word, value] as const),
    ),
  );
}
