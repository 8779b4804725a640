import { addDays, addMonths, daysBetween, type IsoDate, weekdayOf } from "../../time.ts";
import type { SpokenLanguage } from "../reading.ts";
import type { Token } from "../tokens.ts";
import {
  dayFrom,
  dayInMonth,
  endOfMonth,
  nextDayAndMonth,
  nextDayOfMonth,
  nextWeekday,
  partsOf,
  weekdayInWeek,
} from "./calendar.ts";
import { FEASTS, MONTHS, ORDINAL_DAYS, ORDINAL_WEEKDAYS, SHORT_WEEKDAYS, UNITS, WEEKDAYS } from "./day-words.ts";
import { ONE, readNumber } from "./read-number.ts";

/** Which days are meant. `ambiguous` when two readings disagree, so that it has to be asked; `past` when it is gone. */
export type DayReading = {
  readonly on: IsoDate;
  readonly ambiguous: boolean;
  /** Tokens `first` up to but without `end`. */
  readonly first: number;
  readonly end: number;
};

export type DayContext = {
  readonly today: IsoDate;
  readonly language: SpokenLanguage;
  readonly country: string;
  readonly payDays: readonly number[];
};

type Found = { readonly on: IsoDate; readonly ambiguous?: boolean; readonly end: number };
type Reader = (cursor: Cursor) => Found | undefined;
type Cursor = { readonly tokens: readonly Token[]; readonly at: number; readonly context: DayContext };

/** A date without a year that far ahead was more likely meant as one that is just gone. */
const SURPRISINGLY_FAR_DAYS = 300;

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

/** dd/mm/yyyy, yyyy-mm-dd, dd/mm; month first only in the United States, or when it cannot be otherwise. */
function numeric({ tokens, at, context }: Cursor): Found | undefined {
  const [a, separator, b, again, c] = [0, 1, 2, 3, 4].map((offset) => tokens[at + offset]);
  if (a?.kind !== "number") return undefined;
  const dotted = /^(\d{1,4})\.(\d{1,2})\.(\d{1,4})$/.exec(a.word);
  if (dotted) return fromNumbers(dotted.slice(1), at + 1, context);

  if (!isDateSeparator(separator) || (tokens[at - 1] && isDateSeparator(tokens[at - 1]))) return undefined;
  const month = MONTHS.get(b?.word ?? "");
  const isFull = again?.word === separator?.word && c?.kind === "number";
  if (month !== undefined) {
    const numbers = [a.word, String(month), ...(isFull ? [c.word] : [])];
    return fromNumbers(numbers, isFull ? at + 5 : at + 3, context);
  }
  if (b?.kind !== "number") return undefined;
  if (isFull) return fromNumbers([a.word, b.word, c.word], at + 5, context);
  const found = fromNumbers([a.word, b.word], at + 3, context);
  // "10-12" may be from the tenth to the twelfth.
  return found && separator?.word === "-" ? { ...found, ambiguous: true } : found;
}

function isDateSeparator(token: Token | undefined): boolean {
  return token?.word === "/" || token?.word === "-";
}

function fromNumbers(
  texts: readonly string[],
  end: number,
  { today, country, language }: DayContext,
): Found | undefined {
  if (texts.some((text) => !/^\d{1,4}$/.test(text))) return undefined;
  const [first = 0, second = 0, third] = texts.map(Number);
  if ((texts[0]?.length ?? 0) === 4) {
    const on = third === undefined ? undefined : dayFrom({ year: first, month: second, day: third });
    return on && { on, end };
  }
  const monthFirst = second > 12 || (country === "US" && first <= 12);
  const [day, month] = monthFirst ? [second, first] : [first, second];
  const swappable = language === "en" && country !== "US" && first <= 12 && second <= 12 && first !== second;
  if (third === undefined) {
    const on = nextDayAndMonth(today, { month, day });
    return on && { on, end, ambiguous: swappable || isSurprisinglyFar(today, on) };
  }
  const on = dayFrom({ year: third < 100 ? fullYear(today, third) : third, month, day });
  return on && { on, end, ambiguous: swappable };
}

/** Two digits are a year up to twenty years ahead, else one of the last century. */
function fullYear(today: IsoDate, twoDigits: number): number {
  return 2000 + twoDigits > partsOf(today).year + 20 ? 1900 + twoDigits : 2000 + twoDigits;
}

/** "viernes 20 de noviembre de 2026", "15 dic", "maio cinco", "December 15th". */
function named({ tokens, at, context }: Cursor): Found | undefined {
  const weekday = weekdayWord(tokens, at, true);
  const start = weekday
    ? skip(tokens, weekday.end, ["el", "dia", "the", "de", "-"])
    : skip(tokens, at, ["el", "dia", "the"]);
  const dayFirst = dayNumber(tokens, start);
  const afterDay = dayFirst && skip(tokens, dayFirst.end, ["de", "del", "of", "mes"]);
  const monthAfterDay = afterDay === undefined ? undefined : MONTHS.get(tokens[afterDay]?.word ?? "");
  if (dayFirst && afterDay !== undefined && monthAfterDay !== undefined) {
    return withYear(
      tokens,
      afterDay + 1,
      { month: monthAfterDay, day: dayFirst.day, weekday: weekday?.weekday },
      context,
    );
  }
  const monthFirst = MONTHS.get(tokens[start]?.word ?? "");
  const dayAfter = monthFirst === undefined ? undefined : dayNumber(tokens, skip(tokens, start + 1, ["-", "the"]));
  if (monthFirst === undefined || !dayAfter || COUNTS_ELSE.has(tokens[dayAfter.end]?.word ?? "")) return undefined;
  return withYear(tokens, dayAfter.end, { month: monthFirst, day: dayAfter.day, weekday: weekday?.weekday }, context);
}

const COUNTS_ELSE: ReadonlySet<string> = new Set([
  "mil",
  "k",
  "pesos",
  "soles",
  "reais",
  "%",
  "cuotas",
  "pagos",
  "millones",
  "de",
]);

type MonthDay = { readonly month: number; readonly day: number; readonly weekday: number | undefined };

function withYear(tokens: readonly Token[], at: number, parts: MonthDay, { today }: DayContext): Found | undefined {
  const yearAt = skip(tokens, at, ["de", "del", "ano", "-", "of"]);
  const year = yearNumber(tokens, yearAt, { today, afterConnector: yearAt > at });
  const on = year === undefined ? nextDayAndMonth(today, parts) : dayFrom({ ...parts, year: year.year });
  if (!on) return undefined;
  const mismatch = parts.weekday !== undefined && weekdayOf(on) !== parts.weekday;
  return {
    on,
    end: year?.end ?? at,
    ambiguous: mismatch || (year === undefined && isSurprisinglyFar(today, on)),
  };
}

/** "2027", "de 85", "de mil novecientos noventa". */
function yearNumber(
  tokens: readonly Token[],
  at: number,
  { today, afterConnector }: { today: IsoDate; afterConnector: boolean },
): { year: number; end: number } | undefined {
  const text = tokens[at]?.kind === "number" ? (tokens[at]?.word ?? "") : "";
  if (/^(19|20)\d{2}$/.test(text)) return { year: Number(text), end: at + 1 };
  if (!afterConnector) return undefined;
  if (/^\d{2}$/.test(text) && !COUNTS_ELSE.has(tokens[at + 1]?.word ?? ""))
    return { year: fullYear(today, Number(text)), end: at + 1 };
  const words = text === "" ? readNumber(tokens, at, "") : undefined;
  if (!words || words.millionths < 1_900n * ONE || words.millionths > 2_100n * ONE) return undefined;
  return { year: Number(words.millionths / ONE), end: words.end };
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
  const saysAfter = ["despues", "depois", "later", "tarde", "now", "hoy", "atras", "ago"].includes(
    tokens[after]?.word ?? "",
  );
  if (numberAt === at && !saysAfter) return undefined;
  const backwards = isPast || ["atras", "ago"].includes(tokens[after]?.word ?? "");
  const count = Number(number.millionths / ONE) * (backwards ? -1 : 1);
  const working = /^(habil|util|working|business)/.test(tokens[unitAt + 1]?.word ?? "");
  // "En ocho días" is a week to most people and eight days to the others.
  const eightDays = unit === "days" && count === 8;
  return {
    on: shift(context.today, count, unit),
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

/** "de la próxima semana" (1), "de esta semana" (0), "da semana que vem" (1), "semana passada" (-1). */
function weekAfter(tokens: readonly Token[], at: number): { weeks: number; end: number } | undefined {
  const start = skip(tokens, at, ["de", "da", "do", "la", "of", "en", "nesta", "the"]);
  const first = tokens[start]?.word ?? "";
  const isThis = ["esta", "desta", "dessa", "essa", "this", "nesta"].includes(first);
  const weekAt = isThis || isNext(first) ? start + 1 : start;
  if (!["semana", "week"].includes(tokens[weekAt]?.word ?? "")) return undefined;
  if (isThis) return { weeks: 0, end: weekAt + 1 };
  if (isNext(first)) return { weeks: 1, end: weekAt + 1 };
  if (["pasada", "passada"].includes(tokens[weekAt + 1]?.word ?? "")) return { weeks: -1, end: weekAt + 2 };
  const next = nextAfter(tokens, weekAt + 1);
  return next === undefined ? undefined : { weeks: 1, end: next };
}

/** "del próximo mes" (1), "de este mes" (0), "do mês que vem" (1). */
function monthAfter(tokens: readonly Token[], at: number): { ahead: number; end: number } | undefined {
  const start = skip(tokens, at, ["de", "del", "do", "el", "of"]);
  const first = tokens[start]?.word ?? "";
  const isThis = ["este", "deste", "desse", "this"].includes(first);
  const monthAt = isThis || isNext(first) ? start + 1 : start;
  if (!["mes", "month"].includes(tokens[monthAt]?.word ?? "")) return undefined;
  if (isThis) return { ahead: 0, end: monthAt + 1 };
  if (isNext(first)) return { ahead: 1, end: monthAt + 1 };
  const next = nextAfter(tokens, monthAt + 1);
  return next === undefined ? undefined : { ahead: 1, end: next };
}

function isNext(word: string): boolean {
  return ["proximo", "proxima", "next", "otro", "otra", "outra", "outro", "entrante", "siguiente"].includes(word);
}

/** The end of "que viene", "que vem", "próximo", "entrante" after a weekday, week or month. */
function nextAfter(tokens: readonly Token[], at: number): number | undefined {
  if (tokens[at]?.word === "que" && ["viene", "vem", "entra", "sigue"].includes(tokens[at + 1]?.word ?? ""))
    return at + 2;
  return isNext(tokens[at]?.word ?? "") ? at + 1 : undefined;
}

type WeekdayWord = { readonly weekday: number; readonly end: number; readonly short: boolean };

/** `bare`: Portuguese weekdays without "feira" count, where Spanish would hear an ordinal. */
function weekdayWord(tokens: readonly Token[], at: number, bare: boolean): WeekdayWord | undefined {
  const word = tokens[at]?.word ?? "";
  const whole = WEEKDAYS.get(word);
  if (whole !== undefined) return { weekday: whole, end: at + 1, short: false };

  const ordinal = ORDINAL_WEEKDAYS.get(word) ?? ordinalFeira(tokens, at);
  if (ordinal !== undefined) {
    const feiraAt = skip(tokens, at + 1, ["-", "a"]);
    if (tokens[feiraAt]?.word === "feira") return { weekday: ordinal, end: feiraAt + 1, short: false };
    const before = tokens[at - 1]?.word ?? "";
    const isOption = ["la", "a", "opcao", "opcion", "cuota", "parcela"].includes(before);
    const isDay =
      ["na", "nessa", "nesta", "ate", "essa", "esta", "proxima"].includes(before) && tokens[at]?.kind === "word";
    if (tokens[at]?.kind === "word" && !isOption && (bare || isDay))
      return { weekday: ordinal, end: at + 1, short: false };
  }
  const short = SHORT_WEEKDAYS.get(word);
  return short === undefined ? undefined : { weekday: short, end: at + 1, short: true };
}

/** "2ª feira". */
function ordinalFeira(tokens: readonly Token[], at: number): number | undefined {
  const digit = /^[2-6]$/.test(tokens[at]?.word ?? "") ? Number(tokens[at]?.word) : undefined;
  const feiraAt = skip(tokens, at + 1, ["-", "a"]);
  return digit !== undefined && tokens[feiraAt]?.word === "feira" ? digit - 1 : undefined;
}

/** A number from 1 to 31, in digits or words, with its "º" or "th". */
function dayNumber(tokens: readonly Token[], at: number): { day: number; end: number } | undefined {
  const ordinal = ORDINAL_DAYS.get(tokens[at]?.word ?? "");
  if (ordinal !== undefined) return { day: ordinal, end: at + 1 };
  const token = tokens[at];
  if (token?.kind === "number") {
    if (!/^\d{1,2}$/.test(token.word)) return undefined;
    const day = Number(token.word);
    if (day < 1 || day > 31) return undefined;
    const suffix = tokens[at + 1];
    const isOrdinal =
      suffix?.start === token.end &&
      ["°", "o", "a", "st", "nd", "rd", "th", "ro", "er", "mo", "vo"].includes(suffix.word);
    return { day, end: isOrdinal ? at + 2 : at + 1 };
  }
  const number = readNumber(tokens, at, "");
  if (!number || number.scaled || number.millionths % ONE !== 0n) return undefined;
  const day = Number(number.millionths / ONE);
  return day >= 1 && day <= 31 ? { day, end: number.end } : undefined;
}

function isHour(tokens: readonly Token[], at: number): boolean {
  return ["am", "pm", "hs", "hrs", ":", "horas", "h"].includes(tokens[at]?.word ?? "");
}

function isAlone(tokens: readonly Token[], at: number, end: number): boolean {
  return at === 0 && end === tokens.length;
}

/** "en la mañana", "por la tarde", "temprano" after a day say when, not which. */
function skipDayTime(tokens: readonly Token[], at: number): number {
  const start = skip(tokens, at, ["en", "por", "a", "de", "la", "na", "pela", "in", "the", "mismo"]);
  return ["manana", "tarde", "noche", "noite", "manha", "morning", "afternoon", "evening"].includes(
    tokens[start]?.word ?? "",
  )
    ? start + 1
    : at;
}

function isSurprisinglyFar(today: IsoDate, on: IsoDate): boolean {
  return daysBetween(today, on) > SURPRISINGLY_FAR_DAYS;
}

function skip(tokens: readonly Token[], from: number, words: readonly string[]): number {
  let at = from;
  while (words.includes(tokens[at]?.word ?? "")) at++;
  return at;
}
