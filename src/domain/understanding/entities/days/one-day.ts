import type { Token } from "../../tokens.ts";
import { partsOf } from "../calendar.ts";
import { countsElse, dayNumber, isHour, skip, weekdayWord, wordAt } from "../day-grammar.ts";
import { wordSet } from "../day-words.ts";
import { type Cursor, datedWeekday, type Found, named, numeric, onWeekday } from "../written-dates.ts";
import { dayOfMonth } from "./day-of-month.ts";
import { feast } from "./feasts.ts";
import { inOrder, partOfMonth, stretch } from "./months.ts";
import { payDay } from "./pay-days.ts";
import { inUnits, relative } from "./relative.ts";
import { pluralWeekday, weekday, weekThenWeekday } from "./weekdays.ts";

type Reader = (cursor: Cursor) => Found | undefined;

// The more words a reader needs, the earlier it comes: "viernes 20 de noviembre" is not a Friday and a 20th.
const READERS: readonly Reader[] = [
  numeric,
  named,
  datedWeekday,
  relative,
  inUnits,
  inOrder,
  feast,
  partOfMonth,
  payDay,
  weekThenWeekday,
  stretch,
  pluralWeekday,
  weekday,
  dayOfMonth,
];

/** Those that may begin with a number: of a message full of numbers each is asked about once for each of these. */
const OF_NUMBERS: readonly Reader[] = [
  numeric,
  named,
  datedWeekday,
  inUnits,
  inOrder,
  payDay,
  pluralWeekday,
  weekday,
  dayOfMonth,
];

/** One day in one set of words; what stands beside it may say it twice. */
export function oneDay(cursor: Cursor): Found | undefined {
  const token = cursor.tokens[cursor.at];
  if (token === undefined || token.kind === "emoji" || token.kind === "sign") return undefined;
  for (const reader of token.kind === "number" ? OF_NUMBERS : READERS) {
    const found = reader(cursor);
    if (!found) continue;
    if (reader === relative) return saidTwice(cursor, found);
    return everyOne(cursor, DATED.has(reader) ? withWeekdayAfter(cursor, found) : found);
  }
  return undefined;
}

const DATED: ReadonlySet<Reader> = new Set([numeric, named, dayOfMonth]);

const EVERY = wordSet("cada todo todos toda todas every each");

/** "todos los viernes", "cada 15", "every friday": the next of many. */
function everyOne({ tokens, at }: Cursor, found: Found): Found {
  const isEvery =
    EVERY.has(wordAt(tokens, at - 1)) ||
    (wordAt(tokens, at - 1) === "other" && EVERY.has(wordAt(tokens, at - 2))) ||
    (LOS.has(wordAt(tokens, at - 1)) && (EVERY.has(wordAt(tokens, at - 2)) || !found.range));
  return isEvery && found.gone !== undefined ? { ...found, ambiguous: true } : found;
}

const LOS = wordSet("los os as aos");

/** "el 20, viernes", "20/11 (viernes)". */
function withWeekdayAfter({ tokens, context }: Cursor, found: Found): Found {
  const said = isBeside(tokens, found.end) ? weekdayWord(tokens, found.end, context.language === "pt-BR") : undefined;
  return said && !said.short ? onWeekday({ ...found, end: said.end }, said.weekday, context) : found;
}

const JOINTS = wordSet("dia el");

/** "mañana viernes", "hoy 23", "mañana 24 de noviembre": two names of one day agree, or contradict each other. */
function saidTwice({ tokens, context }: Cursor, found: Found): Found {
  if (!isBeside(tokens, found.end) || found.alternatives) return found;
  const at = found.end;
  const numberAt = skip(tokens, at, JOINTS);
  const dated =
    numeric({ tokens, at: numberAt, context }) ??
    named({ tokens, at, context }) ??
    datedWeekday({ tokens, at, context });
  if (dated) {
    const agrees = dated.on === found.on || dated.gone === found.on;
    return agrees
      ? { ...found, end: dated.end }
      : { ...found, end: dated.end, mismatch: true, alternatives: [dated.on] };
  }
  const said = weekdayWord(tokens, at, context.language === "pt-BR");
  if (said && !said.short) return onWeekday({ ...found, end: said.end }, said.weekday, context);
  const number = dayNumber(tokens, numberAt);
  const isSame =
    number && partsOf(found.on).day === number.day && !countsElse(tokens, number.end) && !isHour(tokens, number.end);
  return isSame ? { ...found, end: number.end } : found;
}

function isBeside(tokens: readonly Token[], at: number): boolean {
  return tokens[at] !== undefined && tokens[at]?.clause === tokens[at - 1]?.clause;
}
