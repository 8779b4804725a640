import { addDays, addMonths, daysBetween, type IsoDate, weekdayOf } from "../../time.ts";
import type { Token } from "../tokens.ts";
import {
  dayInMonth,
  endOfMonth,
  nextDayAndMonth,
  nextDayOfMonth,
  nextWeekday,
  partsOf,
  weekdayInWeek,
} from "./calendar.ts";
import {
  COUNTS_ELSE,
  dayNumber,
  isHour,
  isNext,
  monthAfter,
  nextAfter,
  skip,
  skipDayTime,
  weekAfter,
  weekdayWord,
} from "./day-grammar.ts";
import { FEASTS, MONTHS, UNITS } from "./day-words.ts";
import { ONE, readNumber } from "./read-number.ts";
import { type Cursor, type DayContext, type Found, named, numeric } from "./written-dates.ts";

/** Which days are meant. `ambiguous` when two readings disagree, so that it has to be asked; `past` when it is gone. */
export type DayReading = {
  readonly on: IsoDate;
  readonly ambiguous: boolean;
  /** Tokens `first` up to but without `end`. */
  readonly first: number;
  readonly end: number;
};

type Reader = (cursor: Cursor) => Found | undefined;

// The more words a reader needs, the earlier it comes: "viernes 20 de noviembre" is not a Friday and a 20th.
const READERS: readonly Reader[] = [
  numeric,
  named,
  relative,
  inUnits,
  monthEnd,
  payDay,
  wholeWeekOrMonth,
  weekday,
  dayOfMonth,
  feast,
];

/** Every day of the message, left to right. Days without a year lie in the future; explicit past ones stay past. */
export function readDays(tokens: readonly Token[], context: DayContext): DayReading[] {
  const readings: DayReading[] = [];
  for (let at = 0; at < tokens.length; ) {
    const cursor = { tokens, at, context };
    let found: Found | undefined;
    for (const reader of READERS) {
      found = reader(cursor);
      if (found) break;
    }
    if (found) readings.push({ on: found.on, ambiguous: found.ambiguous ?? false, first: at, end: found.end });
    at = found ? found.end : at + 1;
  }
  return readings;
}

/** today, tomorrow, the day after; and yesterday, which is no promise. "Por la mañana" is no day. */
function relative({ tokens, at, context: { today } }: Cursor): Found | undefined {
  const word = (offset: number) => tokens[at + offset]?.word ?? "";
  const before = tokens[at - 1]?.word ?? "";
  const day = (days: number, end: number): Found => ({ on: addDays(today, days), end: at + end });

  if (["hoy", "hoje", "today", "tonight"].includes(word(0))) return day(0, skipDayTime(tokens, at + 1) - at);
  if (
    ["esta", "this"].includes(word(0)) &&
    ["tarde", "noche", "noite", "evening", "afternoon", "morning"].includes(word(1))
  ) {
    return day(0, 2);
  }
  if (word(0) === "pasado" && word(1) === "manana") return day(2, 2);
  if (word(0) === "despues" && word(1) === "de" && word(2) === "manana") return day(2, 3);
  if (word(0) === "depois" && word(1) === "de" && word(2) === "amanha") return day(2, 3);
  if (word(0) === "day" && word(1) === "after" && word(2) === "tomorrow") return day(2, 3);
  if (["amanha", "tomorrow"].includes(word(0))) return day(1, skipDayTime(tokens, at + 1) - at);
  if (word(0) === "manana" && !["la", "esta"].includes(before)) return day(1, skipDayTime(tokens, at + 1) - at);
  if (["ayer", "ontem", "yesterday", "anoche"].includes(word(0))) return day(-1, 1);
  if (["anteayer", "antier", "anteontem"].includes(word(0))) return day(-2, 1);
  return undefined;
}

/** "en 3 días", "dentro de dos semanas", "daqui a 15 dias", "in a month"; "hace 2 días" is past. */
function inUnits({ tokens, at, context }: Cursor): Found | undefined {
  const word = tokens[at]?.word ?? "";
  const isPast = ["hace", "faz", "ha"].includes(word);
  const numberAt =
    word === "dentro" || word === "daqui" || (word === "de" && tokens[at + 1]?.word === "aqui")
      ? skip(tokens, at + 1, ["de", "a", "aqui", "en", "uns", "unos"])
      : ["en", "em", "in", "within", "por"].includes(word) || isPast
        ? skip(tokens, at + 1, ["unos", "unas", "uns", "about", "como"])
        : at;
  const number = ["a", "an"].includes(tokens[numberAt]?.word ?? "")
    ? oneAt(numberAt)
    : readNumber(tokens, numberAt, "");
  if (!number || number.millionths % ONE !== 0n || number.millionths > 400n * ONE) return undefined;
  const isRange =
    ["o", "a", "ou", "or", "y", "-"].includes(tokens[number.end]?.word ?? "") &&
    readNumber(tokens, number.end + 1, "") !== undefined;
  const unitAt = isRange ? (readNumber(tokens, number.end + 1, "")?.end ?? number.end) : number.end;
  const unit = UNITS.get(tokens[unitAt]?.word ?? "");
  if (!unit) return undefined;
  const after = skip(tokens, unitAt + 1, ["mas", "after", "from"]);
  const saysAfter = ["despues", "depois", "later", "tarde", "now", "today", "hoy", "atras", "ago"].includes(
    tokens[after]?.word ?? "",
  );
  const count = Number(number.millionths / ONE);
  // "3 days from Tuesday" counts from another day: two days are named, so it is asked.
  const saysFrom = ["from", "after"].includes(tokens[unitAt + 1]?.word ?? "") && !saysAfter;
  if (saysFrom) return { on: shift(context.today, count, unit), end: unitAt + 2, ambiguous: true };
  if (numberAt === at && !saysAfter) return undefined;
  const backwards = isPast || ["atras", "ago"].includes(tokens[after]?.word ?? "");
  const working = /^(habil|util|working|business)/.test(tokens[unitAt + 1]?.word ?? "");
  // "En ocho días" is a week to most people and eight days to the others.
  const eightDays = unit === "days" && count === 8;
  return {
    on: shift(context.today, backwards ? -count : count, unit),
    end: Math.max(unitAt + 1, saysAfter ? after + 1 : 0),
    ambiguous: isRange || working || eightDays || unit === "hours",
  };
}

function oneAt(at: number): { millionths: bigint; end: number } {
  return { millionths: ONE, end: at + 1 };
}

function shift(
  today: IsoDate,
  count: number,
  unit: "days" | "weeks" | "months" | "quincenas" | "hours" | "years",
): IsoDate {
  switch (unit) {
    case "days":
      return addDays(today, count);
    case "weeks":
      return addDays(today, 7 * count);
    case "quincenas":
      return addDays(today, 15 * count);
    case "months":
      return addMonths(today, count);
    case "years":
      return addMonths(today, 12 * count);
    case "hours":
      return addDays(today, Math.trunc(count / 24));
  }
}

/** "fin de mes", "final do mês", "end of the month": the month's last day. */
function monthEnd({ tokens, at, context: { today } }: Cursor): Found | undefined {
  const words = tokens.slice(at, at + 7).map(({ word }) => word);
  const length =
    ["fin", "fines", "final", "finales", "fim", "ultimo"].includes(words[0] ?? "") &&
    ["de", "del", "do", "dia"].includes(words[1] ?? "")
      ? words.indexOf("mes", 1)
      : words[0] === "end" && words.slice(1, 4).includes("month")
        ? words.indexOf("month")
        : -1;
  if (length < 1 || length > 4) return undefined;
  const next =
    nextAfter(tokens, at + length + 1) ?? (words.slice(0, length).some(isNext) ? at + length + 1 : undefined);
  const on = endOfMonth(today, next === undefined ? 0 : 1);
  return { on, end: next ?? at + length + 1, ambiguous: on === today };
}

/** "la quincena": the next day on which people here are paid. */
function payDay({ tokens, at, context: { today, payDays } }: Cursor): Found | undefined {
  const isPayDay = tokens[at]?.word === "quincena" || (tokens[at]?.word === "pay" && tokens[at + 1]?.word === "day");
  if (!isPayDay || ["cada", "por", "una", "mensual"].includes(tokens[at - 1]?.word ?? "")) return undefined;
  if (/^\d/.test(tokens[at - 1]?.word ?? "")) return undefined;
  const candidates = [0, 1]
    .flatMap((ahead) => payDays.map((day) => dayInMonth(today, ahead, day)))
    .filter((day) => day >= today)
    .sort();
  const [next, later] = candidates;
  if (!next) return undefined;
  const end = nextAfter(tokens, at + 1);
  const before = isNext(tokens[at - 1]?.word ?? "") || isNext(tokens[at - 2]?.word ?? "");
  const isToday = next === today;
  return { on: isToday && later ? later : next, end: end ?? at + 1, ambiguous: isToday || before || end !== undefined };
}

/** "la otra semana", "el mes que viene", "fin de semana": a stretch of days, so it has to be asked. */
function wholeWeekOrMonth({ tokens, at, context: { today } }: Cursor): Found | undefined {
  const unitAt =
    isNext(tokens[at]?.word ?? "") || ["esta", "este", "this", "essa", "esse"].includes(tokens[at]?.word ?? "")
      ? at + 1
      : at;
  const unit = tokens[unitAt]?.word ?? "";
  const isMonth = ["mes", "month"].includes(unit);
  const isWeekend = ["fin", "fim", "final"].includes(tokens[at]?.word ?? "") && tokens[at + 2]?.word === "semana";
  if (isWeekend) return { on: weekdayInWeek(today, weekdayOf(today) < 7 ? 0 : 1, 6), end: at + 3, ambiguous: true };
  if (!isMonth && !["semana", "week"].includes(unit)) return undefined;
  const after = nextAfter(tokens, unitAt + 1);
  if (unitAt === at && after === undefined) return undefined;
  const isThis = unitAt !== at && !isNext(tokens[at]?.word ?? "");
  const ahead = isThis ? 0 : 1;
  const on = isMonth ? addMonths(today, ahead) : addDays(today, 7 * ahead);
  return { on, end: after ?? unitAt + 1, ambiguous: true };
}

/** "el viernes", "viernes que viene", "na sexta da próxima semana", "el martes 6". */
function weekday({ tokens, at, context }: Cursor): Found | undefined {
  const isNextBefore = isNext(tokens[at]?.word ?? "");
  const found = weekdayWord(tokens, isNextBefore ? at + 1 : at, context.language === "pt-BR");
  if (!found) return undefined;
  const { today } = context;

  const numberAt = skip(tokens, found.end, ["el", "dia", "the", "-"]);
  const full = numeric({ tokens, at: numberAt, context });
  if (full) return weekdayOf(full.on) === found.weekday ? full : { ...full, ambiguous: true };
  const day = dayNumber(tokens, numberAt);
  if (day && !COUNTS_ELSE.has(tokens[day.end]?.word ?? "") && !isNextBefore && !isHour(tokens, day.end)) {
    return weekdayWithDay(today, found.weekday, day);
  }
  if (found.short && !isAlone(tokens, at, found.end)) return undefined;

  const week = weekAfter(tokens, found.end);
  if (week?.weeks !== undefined) return { on: weekdayInWeek(today, week.weeks, found.weekday), end: week.end };
  if (
    ["pasado", "passado", "passada", "pasada"].includes(tokens[found.end]?.word ?? "") ||
    ["last", "pasado"].includes(tokens[at - 1]?.word ?? "")
  ) {
    return { on: addDays(nextWeekday(today, found.weekday), -7), end: found.end + 1 };
  }
  const on = nextWeekday(today, found.weekday);
  const nextWord = nextAfter(tokens, found.end);
  // "El próximo viernes" is the coming one to half of the people; said within the same week it has to be asked.
  const sameWeek = weekdayInWeek(today, 0, found.weekday) === on || daysBetween(today, on) === 1;
  return {
    on,
    end: nextWord ?? found.end,
    ambiguous:
      isNextBefore ||
      isNext(tokens[found.end]?.word ?? "") ||
      (nextWord !== undefined && sameWeek) ||
      weekdayOf(today) === found.weekday,
  };
}

/** A weekday that does not fall on the day of the month is a slip in one of the two: asked, never guessed. */
function weekdayWithDay(
  today: IsoDate,
  weekday: number,
  { day, end }: { day: number; end: number },
): Found | undefined {
  const on = nextDayOfMonth(today, day);
  return on && { on, end, ambiguous: weekdayOf(on) !== weekday };
}

/** "el 15", "dia 10", "para el quince", "the 15th", "el 5 del próximo mes". */
function dayOfMonth({ tokens, at, context }: Cursor): Found | undefined {
  const { today } = context;
  const lead = tokens[at]?.word ?? "";
  if (!["el", "dia", "the", "al", "del"].includes(lead) || ["por"].includes(tokens[at - 1]?.word ?? ""))
    return undefined;
  const start = skip(tokens, at + 1, ["dia", "proximo", "mero"]);
  const full = numeric({ tokens, at: start, context }) ?? named({ tokens, at: start, context });
  if (full) return full;
  const found = dayNumber(tokens, start);
  if (!found || COUNTS_ELSE_THAN_DAYS.has(tokens[found.end]?.word ?? "")) return undefined;
  // "El 30 de febrero" is no day, and least of all the 30th of this month.
  if (MONTHS.has(tokens[skip(tokens, found.end, ["de", "of"])]?.word ?? "")) return undefined;

  const saysNext = isNext(tokens[start - 1]?.word ?? "");
  const month = monthAfter(tokens, found.end);
  if (month)
    return {
      on: dayInMonth(today, month.ahead, found.day),
      end: month.end,
      ambiguous: month.ahead === 0 && dayInMonth(today, 0, found.day) < today,
    };
  const on = nextDayOfMonth(today, found.day);
  if (!on) return undefined;
  // "El 12" said on the 12th is today or in a month; "el 31" in a month of 30 days may be its last.
  const missing = partsOf(endOfMonth(today, 0)).day < found.day;
  const other = otherDayAfter(tokens, found.end);
  const range = other !== undefined;
  return { on, end: other ?? found.end, ambiguous: on === today || missing || range || saysNext };
}

const COUNTS_ELSE_THAN_DAYS: ReadonlySet<string> = new Set([
  "mil",
  "k",
  "millones",
  "millon",
  "pesos",
  "soles",
  "reais",
  "euros",
  "dolares",
  "%",
  "por",
  "cuotas",
  "pagos",
  "lucas",
  "palos",
  "palo",
  "luca",
  ":",
  "/",
]);

/** The other end of "el 15 o 16", "del 10 al 15". */
function otherDayAfter(tokens: readonly Token[], at: number): number | undefined {
  if (!["o", "ou", "or", "a", "al", "ao", "y", "e", "-"].includes(tokens[at]?.word ?? "")) return undefined;
  const next = skip(tokens, at + 1, ["el", "al", "dia"]);
  const found = dayNumber(tokens, next);
  return found && !COUNTS_ELSE_THAN_DAYS.has(tokens[found.end]?.word ?? "") ? found.end : undefined;
}

function feast({ tokens, at, context: { today } }: Cursor): Found | undefined {
  const word = tokens[at]?.word ?? "";
  const isNewYear = ["ano", "new"].includes(word) && ["nuevo", "novo", "year"].includes(tokens[at + 1]?.word ?? "");
  const [month, day] = isNewYear ? [1, 1] : (FEASTS.get(word) ?? []);
  const on = month === undefined || day === undefined ? undefined : nextDayAndMonth(today, { month, day });
  return on && { on, end: isNewYear ? at + 2 : at + 1 };
}

function isAlone(tokens: readonly Token[], at: number, end: number): boolean {
  return at === 0 && end === tokens.length;
}
