import { addDays, daysBetween, type IsoDate, weekdayOf } from "../../time.ts";
import type { SpokenLanguage } from "../reading.ts";
import type { Token } from "../tokens.ts";
import {
  type DayRange,
  dayFrom,
  lastDayAndMonth,
  lastDayOfMonth,
  monthOf,
  nearestWeekday,
  nextDayAndMonth,
  nextDayOfMonth,
  nextWeekday,
} from "./calendar.ts";
import {
  countsElse,
  dayNumber,
  fullYear,
  goesOn,
  isHour,
  leadsToAWeekday,
  skip,
  weekdayWord,
  wordAt,
  yearNumber,
} from "./day-grammar.ts";
import { MONTHS, wordSet } from "./day-words.ts";

export type DayContext = {
  readonly today: IsoDate;
  readonly language: SpokenLanguage;
  readonly country: string;
  readonly payDays: readonly number[];
};

/** What a reader found from the cursor on; `end` is the index after its last token. */
export type Found = {
  readonly on: IsoDate;
  readonly end: number;
  /** It has to be asked about, also where no other day can be named. Whatever has `alternatives` or a `mismatch` is. */
  readonly ambiguous?: boolean;
  readonly alternatives?: readonly (IsoDate | undefined)[];
  readonly mismatch?: boolean;
  readonly range?: DayRange;
  /** The day the same words mean beside a verb of the past. */
  readonly gone?: IsoDate | undefined;
};
export type Cursor = { readonly tokens: readonly Token[]; readonly at: number; readonly context: DayContext };

/** A date without a year that far ahead was more likely meant as one that is just gone. */
const SURPRISINGLY_FAR_DAYS = 300;

const DATE_LEADS = wordSet("el dia al del para pa hasta ate em en on in by until the este fecha data");

/** dd/mm/yyyy, yyyy-mm-dd, dd/mm, 15-dic, dic/15, 15.12.26, 15 12 2026; month first only in the United States, or when it cannot be otherwise. */
export function numeric({ tokens, at, context }: Cursor): Found | undefined {
  const word = wordAt(tokens, at);
  const isNumber = tokens[at]?.kind === "number";
  const before = wordAt(tokens, at - 1);
  if (!isNumber && !MONTHS.has(word)) return undefined;
  if (JOINTS.has(before) || before === ":") return undefined;

  const dotted = isNumber ? /^(\d{1,4})\.(\d{1,2})\.(\d{1,4})$/.exec(word) : undefined;
  if (dotted) return fromParts(dotted.slice(1), at + 1, context);
  const pointed = isNumber && DATE_LEADS.has(before) ? /^(\d{1,2})\.(\d{1,2})$/.exec(word) : undefined;
  if (pointed && !countsElse(tokens, at + 1)) return asked(fromParts(pointed.slice(1), at + 1, context));

  const parts = partsFrom(tokens, at);
  if (parts.texts.length === 1) return isNumber ? spaced({ tokens, at, context }) : undefined;
  if (parts.texts.length > 3 || wordAt(tokens, parts.end) === ":") return undefined;
  const isShort = parts.texts.length === 2;
  if (isShort && (countsElse(tokens, parts.end) || isHour(tokens, parts.end))) return undefined;
  const isShare = isShort && SHARES.has(parts.texts.join("/")) && !DATE_LEADS.has(before);
  if (isShare && (parts.texts[0] === "24" || OF_WHAT.has(wordAt(tokens, parts.end)))) return undefined;
  const found = fromParts(parts.texts, parts.end, context);
  // "10-12" may be from the tenth to the twelfth.
  if (found && isShort && parts.joint === "-" && parts.texts.every((text) => /^\d+$/.test(text))) {
    const [from, to] = parts.texts.map((text) => nextDayOfMonth(context.today, Number(text)));
    return { ...found, ambiguous: true, alternatives: [...(found.alternatives ?? []), from, to] };
  }
  return isShare ? asked(found) : found;
}

const JOINTS = wordSet("/ -");
/** Halves and thirds are written as dates are; "24/7" is how long somebody is there. */
const SHARES = wordSet("1/2 1/3 1/4 2/3 3/4 24/7");
const OF_WHAT = wordSet("de del da do of la");

function asked(found: Found | undefined): Found | undefined {
  return found && { ...found, ambiguous: true };
}

/** Numbers and months joined by one kind of sign. One more than a date has is enough to tell that it is none. */
function partsFrom(tokens: readonly Token[], at: number): { texts: readonly string[]; end: number; joint: string } {
  const texts = [textOf(tokens[at])];
  const joint = wordAt(tokens, at + 1);
  let end = at + 1;
  while (texts.length < 4 && JOINTS.has(joint) && wordAt(tokens, end) === joint && textOf(tokens[end + 1]) !== "") {
    const next = wordAt(tokens, end + 1);
    // "08/12,2015": the comma has made one number of two.
    const glued = /^(\d{1,2})[.,](\d{4})$/.exec(next);
    texts.push(...(glued ? glued.slice(1) : [textOf(tokens[end + 1])]));
    end += 2;
  }
  const year = wordAt(tokens, end);
  if (texts.length === 2 && /^20\d\d$/.test(year) && goesOn(tokens, end) && !countsElse(tokens, end + 1))
    return { texts: [...texts, year], end: end + 1, joint };
  return { texts, end, joint };
}

/** The text of a part of a date; empty for what is none. */
function textOf(token: Token | undefined): string {
  if (token?.kind === "number") return token.word;
  const month = MONTHS.get(token?.word ?? "");
  return month === undefined ? "" : `m${month}`;
}

/** "15 12 2026", "2026 12 15". */
function spaced({ tokens, at, context }: Cursor): Found | undefined {
  const texts = [0, 1, 2].map((offset) => (tokens[at + offset]?.kind === "number" ? wordAt(tokens, at + offset) : ""));
  const shape = texts.join(" ");
  const isDate = /^(\d{1,2} \d{1,2} (19|20)\d\d|(19|20)\d\d \d{1,2} \d{1,2})$/.test(shape);
  return isDate && !countsElse(tokens, at + 3) ? fromParts(texts, at + 3, context) : undefined;
}

function fromParts(texts: readonly string[], end: number, context: DayContext): Found | undefined {
  const { today } = context;
  const named = texts.find((text) => text.startsWith("m"));
  if (texts.some((text) => !/^(m\d{1,2}|\d{1,4})$/.test(text))) return undefined;
  const yearAt = texts.length === 3 ? texts.findIndex((text) => /^\d{4}$/.test(text)) : -1;
  if (texts.filter((text) => /^\d{3,4}$/.test(text)).length > 1 || texts.some((text) => /^\d{3}$/.test(text)))
    return undefined;
  const year = yearOf(texts, yearAt, today);
  if (texts.length === 3 && (year === undefined || year < 1900 || year > 2099)) return undefined;
  const rest = texts.filter((_, index) => texts.length < 3 || index !== (yearAt === -1 ? 2 : yearAt));
  const [a = "", b = ""] = rest;

  if (named) {
    const day = Number(rest.find((text) => !text.startsWith("m")));
    return resolved({ year, month: Number(named.slice(1)), day }, end, today);
  }
  if (rest.some((text) => text.length > 2)) return undefined;
  const [first, second] = [Number(a), Number(b)];
  const monthFirst = yearAt === 0 ? second <= 31 && first <= 12 : second > 12 || (isMonthFirst(context) && first <= 12);
  const [day, month] = monthFirst ? [second, first] : [first, second];
  const found = resolved({ year, month, day }, end, today);
  const isSwappable = yearAt !== 0 && first <= 12 && second <= 12 && first !== second && mixesOrders(context);
  if (!found || !isSwappable) return found;
  const swapped = resolved({ year, month: day, day: month }, end, today);
  return { ...found, ambiguous: true, alternatives: [...(found.alternatives ?? []), swapped?.on] };
}

function yearOf(texts: readonly string[], yearAt: number, today: IsoDate): number | undefined {
  if (texts.length < 3) return undefined;
  if (yearAt >= 0) return Number(texts[yearAt]);
  return /^\d{2}$/.test(texts[2] ?? "") ? fullYear(today, Number(texts[2])) : undefined;
}

function isMonthFirst({ country, language }: DayContext): boolean {
  return country === "US" && language === "en";
}

/** Where both orders are written: Spanish in the United States, English where nobody knows whose. */
function mixesOrders({ country, language }: DayContext): boolean {
  return country === "US" ? language !== "en" : language === "en" && country !== "GB";
}

type YearlessDay = { readonly year: number | undefined; readonly month: number; readonly day: number };

/** The day; without a year the next such, and the one just gone beside it when the next is surprisingly far. */
function resolved({ year, month, day }: YearlessDay, end: number, today: IsoDate): Found | undefined {
  if (year !== undefined) {
    const on = dayFrom({ year, month, day });
    return on && { on, end };
  }
  const on = nextDayAndMonth(today, { month, day });
  const gone = lastDayAndMonth(today, { month, day });
  return on && { on, end, gone, alternatives: daysBetween(today, on) > SURPRISINGLY_FAR_DAYS ? [gone] : [] };
}

const BEFORE_DAY = wordSet("el dia the de - o no on");
const BEFORE_MONTH = wordSet("de del of mes dia do da");
const AFTER_MONTH = wordSet("- the de el dia");
const BEFORE_YEAR = wordSet("de del ano - of do");

/** "viernes 20 de noviembre de 2026", "15 dic", "maio cinco", "December 15th", "el 17 del 11". */
export function named(cursor: Cursor): Found | undefined {
  const { tokens, at } = cursor;
  const weekday = weekdayWord(tokens, at, true);
  const start = skip(tokens, weekday?.end ?? at, BEFORE_DAY);
  if (!goesOn(tokens, start) && start > at) return undefined;
  const dayFirst = dayNumber(tokens, start);
  const afterDay = dayFirst && skip(tokens, dayFirst.end, BEFORE_MONTH);
  const month = afterDay === undefined ? undefined : MONTHS.get(wordAt(tokens, afterDay));
  if (dayFirst && afterDay !== undefined && month !== undefined && !isEnglishWord(cursor, dayFirst.end, afterDay))
    return withYear(cursor, afterDay + 1, { month, day: dayFirst.day, weekday: weekday?.weekday });
  if (dayFirst && afterDay !== undefined) {
    const monthNumber = numberedMonth(tokens, { at, start, dayEnd: dayFirst.end, afterDay });
    if (monthNumber)
      return withYear(cursor, monthNumber.end, { ...monthNumber, day: dayFirst.day, weekday: weekday?.weekday });
  }
  const monthFirst = MONTHS.get(wordAt(tokens, start));
  if (monthFirst === undefined || !goesOn(tokens, start + 1)) return undefined;
  const day = dayNumber(tokens, skip(tokens, start + 1, AFTER_MONTH));
  const isYear = wordAt(tokens, start + 1) === "de" && day?.written === "digits";
  if (!day || isYear || countsElse(tokens, day.end) || isHour(tokens, day.end) || JOINTS.has(wordAt(tokens, day.end)))
    return undefined;
  // Besides a month, "mar" and "dec" are other things, and "set 2" is no day of September in English.
  const isWeak = day.written === "words" && day.day < 3;
  return isWeak ? undefined : withYear(cursor, day.end, { month: monthFirst, day: day.day, weekday: weekday?.weekday });
}

/** "3 out of 4", "2 set": an English word that is a Portuguese month. */
function isEnglishWord({ tokens, context }: Cursor, dayEnd: number, monthAt: number): boolean {
  return (
    context.language === "en" && dayEnd === monthAt && ["out", "set", "mar", "ago"].includes(wordAt(tokens, monthAt))
  );
}

const OF_NUMBER = wordSet("del do");

/** The month of "el 17 del 11", "dia 5 do 12", "el 3 de 12"; "3 de 12" alone is a part of something. */
function numberedMonth(
  tokens: readonly Token[],
  { at, start, dayEnd, afterDay }: { at: number; start: number; dayEnd: number; afterDay: number },
): { month: number; end: number } | undefined {
  const month = wordAt(tokens, afterDay);
  if (afterDay === dayEnd || !/^(0?[1-9]|1[0-2])$/.test(month) || tokens[dayEnd - 1]?.kind !== "number")
    return undefined;
  const isLed = start > at || ["el", "dia"].includes(wordAt(tokens, at - 1));
  const isOf = OF_NUMBER.has(wordAt(tokens, dayEnd));
  if (!(isOf || isLed) || countsElse(tokens, afterDay + 1) || JOINTS.has(wordAt(tokens, afterDay + 1)))
    return undefined;
  return { month: Number(month), end: afterDay + 1 };
}

type MonthDay = { readonly month: number; readonly day: number; readonly weekday: number | undefined };

function withYear({ tokens, context: { today } }: Cursor, at: number, parts: MonthDay): Found | undefined {
  const yearAt = skip(tokens, at, BEFORE_YEAR);
  const year =
    goesOn(tokens, yearAt) || wordAt(tokens, yearAt).length === 4
      ? yearNumber(tokens, yearAt, { today, afterConnector: yearAt > at })
      : undefined;
  const found = resolved({ ...parts, year: year?.year }, year?.end ?? at, today);
  const short = year ? undefined : shortYear(tokens, at, today);
  const dated = short && dayFrom({ ...parts, year: short });
  if (!found) return undefined;
  // "23 de noviembre 82" may be a year, or an amount that follows.
  const both = dated && dated !== found.on ? { ...found, gone: dated, ambiguous: true, alternatives: [dated] } : found;
  return onWeekday(dated ? { ...both, end: at + 1 } : both, parts.weekday, { today });
}

/** Two digits right after the month. */
function shortYear(tokens: readonly Token[], at: number, today: IsoDate): number | undefined {
  const isShort = tokens[at]?.kind === "number" && /^\d{2}$/.test(wordAt(tokens, at)) && goesOn(tokens, at);
  if (!isShort || countsElse(tokens, at + 1) || JOINTS.has(wordAt(tokens, at + 1)) || isHour(tokens, at + 1))
    return undefined;
  return fullYear(today, Number(wordAt(tokens, at)));
}

/** A day just gone may be meant by whoever gets its weekday right. Days. */
const JUST_GONE_DAYS = 14;

/**
 * A date beside a weekday that it does not fall on is a slip in one of the two: the date is kept as a guess, and the
 * weekday next to it is an alternative. `again` says when else such a date comes; where it does agree, nothing is asked.
 */
export function onWeekday(
  found: Found,
  weekday: number | undefined,
  { today, again }: { today: IsoDate; again?: (ahead: number) => IsoDate | undefined },
): Found {
  if (weekday === undefined) return found;
  if (weekdayOf(found.on) === weekday) return { ...found, ambiguous: false, alternatives: [] };
  const { gone, alternatives = [] } = found;
  const agrees = gone !== undefined && weekdayOf(gone) === weekday;
  const agreeing = again && nextAgreeing(again, weekday);
  if (agrees && daysBetween(gone, today) <= JUST_GONE_DAYS)
    return { ...found, on: gone, ambiguous: true, alternatives: [found.on, agreeing] };
  const beside = nearestWeekday(found.on, weekday);
  const shown = beside >= today || found.on < today ? beside : nextWeekday(today, weekday);
  return { ...found, mismatch: true, alternatives: [shown, ...alternatives, agrees ? gone : undefined, agreeing] };
}

/** Within fourteen months every number of a month falls on every weekday. */
function nextAgreeing(again: (ahead: number) => IsoDate | undefined, weekday: number): IsoDate | undefined {
  for (let ahead = 1; ahead <= 14; ahead++) {
    const on = again(ahead);
    if (on && weekdayOf(on) === weekday) return on;
  }
  return undefined;
}

/** "20/11/2026 (viernes)", "el viernes 20/11": a numeric date with its weekday on either side. */
export function datedWeekday(cursor: Cursor): Found | undefined {
  const { tokens, at, context } = cursor;
  const weekday = weekdayWord(tokens, at, context.language === "pt-BR");
  if (!weekday) return undefined;
  const numberAt = skip(tokens, weekday.end, BEFORE_DAY);
  if (!goesOn(tokens, numberAt)) return undefined;
  const full = numeric({ ...cursor, at: numberAt }) ?? pointedAfterWeekday(cursor, numberAt);
  if (full) return onWeekday(full, weekday.weekday, context);
  const day = dayNumber(tokens, numberAt);
  if (!day || countsElse(tokens, day.end) || isHour(tokens, day.end) || (day.written === "words" && day.day < 3))
    return undefined;
  if (weekday.short && day.written === "words" && !leadsToAWeekday(tokens, at)) return undefined;
  const found = numberedDay(day, context.today);
  const again = (ahead: number) => found && dayFrom({ ...monthOf(found.on, ahead), day: day.day });
  return found && onWeekday(found, weekday.weekday, { today: context.today, again });
}

/** The next day of that number. "El 12" said on the 12th is today or in a month. */
function numberedDay({ day, end }: { day: number; end: number }, today: IsoDate): Found | undefined {
  const on = nextDayOfMonth(today, day);
  return on && { on, end, gone: lastDayOfMonth(addDays(today, -1), day) };
}

/** "Friday 7.6": a point between day and month, where a weekday says that it is no amount. */
function pointedAfterWeekday({ tokens, context }: Cursor, at: number): Found | undefined {
  const pointed = tokens[at]?.kind === "number" ? /^(\d{1,2})\.(\d{1,2})$/.exec(wordAt(tokens, at)) : undefined;
  return pointed && !countsElse(tokens, at + 1) ? fromParts(pointed.slice(1), at + 1, context) : undefined;
}
