import { addDays, type IsoDate } from "../../time.ts";
import type { Token } from "../tokens.ts";
import { type DayRange, dayFrom, nextDayOfMonth, partsOf } from "./calendar.ts";
import { countsElse, dayNumber, isHour, skip, weekdayWord, wordAt } from "./day-grammar.ts";
import { wordSet } from "./day-words.ts";
import { dayOfMonth } from "./days/day-of-month.ts";
import { feast } from "./days/feasts.ts";
import { inOrder, partOfMonth, stretch } from "./days/months.ts";
import { payDay } from "./days/pay-days.ts";
import { inUnits, offset, relative, weekdayOffset } from "./days/relative.ts";
import { isPastAt } from "./days/tense.ts";
import { pluralWeekday, weekday, weekThenWeekday } from "./days/weekdays.ts";
import { type Cursor, type DayContext, datedWeekday, type Found, named, numeric, onWeekday } from "./written-dates.ts";

/** Which day is meant, and which others may be. */
export type DayReading = {
  /** The likeliest day; of a stretch of days the one to ask about. */
  readonly on: IsoDate;
  /** It has to be asked: two readings disagree, or it is a stretch of days, or holidays may move it. */
  readonly ambiguous: boolean;
  /** The other days it may be, the likelier first; of a stretch of days its ends. */
  readonly alternatives: readonly IsoDate[];
  /** Two parts contradict each other, as in "sábado 23" when the 23rd is a Friday. */
  readonly mismatch: boolean;
  /** The stretch of days; of "hasta el 20" the one that ends with it, which is not ambiguous. */
  readonly range?: DayRange;
  /** Tokens `first` up to but without `end`. */
  readonly first: number;
  readonly end: number;
};

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

/** Every day of the message, left to right. Days without a year lie in the future, unless a verb of the past says otherwise. */
export function readDays(tokens: readonly Token[], context: DayContext): DayReading[] {
  const readings: DayReading[] = [];
  for (let at = 0; at < tokens.length; ) {
    const cursor = { tokens, at, context };
    const found = between(cursor) ?? fromAnother(cursor) ?? oneOf(cursor);
    if (found) readings.push(reading(tokens, { found, first: at, today: context.today }));
    at = found ? Math.max(found.end, at + 1) : at + 1;
  }
  return readings;
}

/** One day in one set of words; what stands beside it may say it twice. */
function oneDay(cursor: Cursor): Found | undefined {
  for (const reader of READERS) {
    const found = reader(cursor);
    if (!found) continue;
    if (reader === relative) return saidTwice(cursor, found);
    return everyOne(cursor, DATED.has(reader) ? withWeekdayAfter(cursor, found) : found);
  }
  return undefined;
}

const DATED: ReadonlySet<Reader> = new Set([numeric, named, dayOfMonth]);

function reading(
  tokens: readonly Token[],
  { found: raw, first, today }: { found: Found; first: number; today: IsoDate },
): DayReading {
  const found = inTense(tokens, first, bounded(tokens, { found: raw, first, today }));
  const mismatch = found.mismatch ?? false;
  const others = new Set((found.alternatives ?? []).filter((day) => day !== undefined && day !== found.on));
  const alternatives = [...others].filter((day) => day !== undefined);
  return {
    on: found.on,
    ambiguous: (found.ambiguous ?? false) || mismatch || alternatives.length > 0,
    alternatives,
    mismatch,
    ...(found.range && { range: found.range }),
    first,
    end: found.end,
  };
}

/** A verb of the past makes the day the one just gone; one that may be of the past makes it a question. */
function inTense(tokens: readonly Token[], first: number, found: Found): Found {
  if (found.gone === undefined || found.gone === found.on) return found;
  const past = isPastAt(tokens, first, found.end);
  if (past === "no") return found;
  const { gone, range: _range, ...rest } = found;
  return past === "yes"
    ? { on: gone, end: found.end, ...(found.mismatch && { mismatch: true, alternatives: found.alternatives ?? [] }) }
    : { ...rest, on: gone, alternatives: [found.on, ...(found.alternatives ?? [])] };
}

const ARTICLES = wordSet("el la lo del de da do dia o a los the as os");
const UNTIL = wordSet("hasta ate antes until till before by");
const AFTER = wordSet("despues depois after pasado pasando pasada pasados passando passado luego tras");
const FROM = wordSet("desde partir from since");

/** "hasta el 20" ends with the day; "después del 20" begins beyond it, and nobody knows when it ends. */
function bounded(
  tokens: readonly Token[],
  { found, first, today }: { found: Found; first: number; today: IsoDate },
): Found {
  const bound = boundBefore(tokens, first);
  if (bound === undefined || found.on < today) return found;
  if (UNTIL.has(bound)) {
    const isLeave = LEAVE.has(bound) && takesLeave(tokens, first, found.end);
    return {
      ...found,
      range: { from: today, to: found.range?.to ?? found.on },
      ambiguous: (found.ambiguous ?? false) || isLeave,
    };
  }
  if (FROM.has(bound))
    return {
      ...found,
      ambiguous: true,
      alternatives: [...(found.alternatives ?? []), bound === "desde" ? found.gone : undefined],
    };
  const last = found.range?.to ?? found.on;
  const { range: _range, gone: _gone, ...rest } = found;
  return { ...rest, on: addDays(last, 1), alternatives: [found.on, last, ...(found.alternatives ?? [])] };
}

const LEAVE = wordSet("hasta ate");
const THANKS = wordSet(
  "gracias muchas ok okay bueno listo vale chao dale obrigado obrigada valeu tchau entonces entao pues thanks",
);

/** "Gracias, hasta el lunes" is how people take leave: nothing but thanks before it, nothing after it, and no number. */
function takesLeave(tokens: readonly Token[], first: number, end: number): boolean {
  const { clause } = tokens[first] ?? {};
  const isLast = tokens[end]?.clause !== clause;
  let at = first - 1;
  while (
    at >= first - 6 &&
    tokens[at]?.clause === clause &&
    (ARTICLES.has(wordAt(tokens, at)) || LEAVE.has(wordAt(tokens, at)) || THANKS.has(wordAt(tokens, at)))
  )
    at--;
  return isLast && tokens[at]?.clause !== clause && !tokens.slice(first, end).some(({ kind }) => kind === "number");
}

function boundBefore(tokens: readonly Token[], first: number): string | undefined {
  const isBound = (at: number) => [UNTIL, AFTER, FROM].some((words) => words.has(wordAt(tokens, at)));
  let at = first - 1;
  for (let left = 3; left > 0 && ARTICLES.has(wordAt(tokens, at)); left--) at--;
  // "Del 20" is read from its article on, so what leads to it stands right before.
  return isBound(at) && tokens[at]?.clause === tokens[first]?.clause ? wordAt(tokens, at) : undefined;
}

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

/** "3 días después del viernes", "una semana antes de navidad", "2 weeks from January 15". */
function fromAnother(cursor: Cursor): Found | undefined {
  const { tokens, context } = cursor;
  const by = offset(tokens, cursor.at) ?? weekdayOffset(cursor);
  if (!by) return undefined;
  for (let at = by.start; at <= by.end; at++) {
    const anchor = oneDay({ tokens, at, context });
    if (!anchor) continue;
    const { range, alternatives = [] } = anchor;
    return {
      on: by.shift(range?.to ?? anchor.on),
      end: anchor.end,
      ambiguous: (anchor.ambiguous ?? false) || range !== undefined,
      mismatch: anchor.mismatch ?? false,
      alternatives: alternatives.map((day) => day && by.shift(day)),
    };
  }
  return undefined;
}

const OR = wordSet("o u ou or");
const TO = wordSet("a al ao - hasta to ate");

/** "el viernes o el sábado", "el 25 o 26", "10 o 12 de diciembre", "5 al 8 de enero": one reading, whose other days are alternatives. */
function oneOf(cursor: Cursor): Found | undefined {
  const { tokens, context } = cursor;
  let found = oneDay(cursor) ?? numberBefore(cursor);
  for (let left = MOST_CHOICES; found && left > 0; left--) {
    const joint = wordAt(tokens, found.end);
    const isRange = TO.has(joint);
    if (!isRange && !OR.has(joint)) return found;
    const next = dayPart({ tokens, at: found.end + 1, context }, found.on);
    // "El viernes a las 5" and "el 15 a mi hermano" go on with something else.
    if (!next || (isRange && (next.on <= found.on || next.on > addDays(found.on, MOST_RANGE_DAYS)))) return found;
    found = {
      on: found.on,
      end: next.end,
      ambiguous: true,
      mismatch: (found.mismatch ?? false) || (next.mismatch ?? false),
      alternatives: [...(found.alternatives ?? []), next.on, ...(next.alternatives ?? [])],
      ...(isRange && { range: { from: found.on, to: next.on } }),
    };
  }
  return found;
}

/** Whoever names more days than this does not choose between them. */
const MOST_CHOICES = 4;
const MOST_RANGE_DAYS = 62;

/** The first of "10 o 12 de diciembre", "5 y 20 de enero": a number that takes its month from the day after it. */
function numberBefore({ tokens, at, context }: Cursor): Found | undefined {
  const number = dayNumber(tokens, at);
  const joint = number && wordAt(tokens, number.end);
  if (!number || joint === undefined || !(OR.has(joint) || TO.has(joint) || AND.has(joint))) return undefined;
  const next = named({ tokens, at: number.end + 1, context });
  if (!next || dayNumber(tokens, number.end + 1) === undefined) return undefined;
  const on = dayFrom({ ...partsOf(next.on), day: number.day });
  if (!on) return undefined;
  return AND.has(joint) ? { on, end: next.end, alternatives: [next.on] } : { on, end: number.end, gone: on };
}

const AND = wordSet("y e and");
const PART_ARTICLES = wordSet("el la los dia dias o os a as na no the on");

/** A day, or a number alone beside one: "26" in "el 25 o 26". */
function dayPart(cursor: Cursor, beside: IsoDate | undefined): Found | undefined {
  const { tokens, context } = cursor;
  const end = skip(tokens, cursor.at, PART_ARTICLES);
  for (let at = cursor.at; at <= end; at++) {
    const found = oneDay({ tokens, at, context });
    if (found) return found;
  }
  const number = dayNumber(tokens, end);
  if (!number || countsElse(tokens, number.end) || isHour(tokens, number.end)) return undefined;
  if (number.written === "words" && number.day < 3) return undefined;
  const on = nextDayOfMonth(beside ?? context.today, number.day);
  return on && { on, end: number.end };
}

const BETWEEN = wordSet("entre between");
const STARTS = wordSet("del de desde do da from");

/** "entre el 10 y el 15", "del 5 al 8", "de lunes a viernes", "do dia 5 ao dia 8". */
function between(cursor: Cursor): Found | undefined {
  const { tokens, at, context } = cursor;
  const word = wordAt(tokens, at);
  const isBetween = BETWEEN.has(word);
  if (!isBetween && !STARTS.has(word)) return undefined;
  const first = dayPart({ tokens, at: at + 1, context }, undefined);
  const joint = wordAt(tokens, first?.end ?? at);
  if (!first || !(TO.has(joint) || (isBetween && AND.has(joint)))) return undefined;
  const last = dayPart({ tokens, at: first.end + 1, context }, first.on);
  // "De 8 a 12" and "entre 5 y 6" are hours: a day has an article, a month or a name.
  if (!last || (isPlainNumber(tokens, at + 1) && word !== "del" && isPlainNumber(tokens, last.end - 1)))
    return undefined;
  const { from, to } = ends(first, last, context.today);
  return { on: from, end: last.end, ambiguous: true, range: { from, to }, alternatives: [to] };
}

function isPlainNumber(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.kind === "number" && /^\d{1,2}$/.test(wordAt(tokens, at));
}

/** A number alone takes the month of the end; a stretch that has begun goes on from today. */
function ends(first: Found, last: Found, today: IsoDate): DayRange {
  if (first.on <= last.on) {
    const sameMonth = dayFrom({ ...partsOf(last.on), day: partsOf(first.on).day });
    const isLoose = first.gone === undefined && sameMonth !== undefined && sameMonth <= last.on && sameMonth >= today;
    return { from: isLoose ? sameMonth : first.on, to: last.on };
  }
  if (first.gone !== undefined && first.gone <= last.on) return { from: today, to: last.on };
  const [later] = [addDays(last.on, 7), nextDayOfMonth(first.on, partsOf(last.on).day)].filter(
    (day) => day !== undefined && day > first.on,
  );
  return { from: first.on, to: later ?? last.on };
}
