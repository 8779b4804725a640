import { addDays, type IsoDate } from "../../../time.ts";
import type { Token } from "../../tokens.ts";
import { type DayRange, dayFrom, lastDayOfMonth, monthOf, nextDayOfMonth, partsOf } from "../calendar.ts";
import { countsElse, dayNumber, isHour, skip, skipDayTime, wordAt } from "../day-grammar.ts";
import { wordSet } from "../day-words.ts";
import { type Cursor, type Found, named } from "../written-dates.ts";
import { oneDay } from "./one-day.ts";
import { offset, weekdayOffset } from "./relative.ts";

/** "3 días después del viernes", "una semana antes de navidad", "2 weeks from January 15". */
export function fromAnother(cursor: Cursor): Found | undefined {
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
export function oneOf(cursor: Cursor): Found | undefined {
  const { tokens, context } = cursor;
  const first = oneDay(cursor);
  let found = first ? inMonthAfter(cursor, first) : numberBefore(cursor);
  for (let left = MOST_CHOICES; found && left > 0; left--) {
    // "El lunes por la noche o el martes": the hour stands between.
    const timed = skipDayTime(tokens, found.end);
    const jointAt = OR.has(wordAt(tokens, timed)) ? timed : found.end;
    const joint = wordAt(tokens, jointAt);
    const isRange = TO.has(joint);
    if (!isRange && !OR.has(joint)) return found;
    const next = dayPart({ tokens, at: jointAt + 1, context }, found.on);
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

/** The first of "10 o 12 de diciembre", "5 y 20 de enero": a number that is a day by what comes after it. */
function numberBefore(cursor: Cursor): Found | undefined {
  const number = dayNumber(cursor.tokens, cursor.at);
  const bare = number && { on: cursor.context.today, end: number.end };
  const found = bare && inMonthAfter(cursor, bare);
  return found === bare || found === undefined
    ? undefined
    : { ...found, ambiguous: AND.has(wordAt(cursor.tokens, found.end)) };
}

/** A number alone takes its month from the date it is joined to: "el 15 y el 30 de marzo", "del 28 al 3 de enero". */
function inMonthAfter({ tokens, at, context }: Cursor, found: Found): Found {
  const number = dayNumber(tokens, skip(tokens, at, PART_ARTICLES));
  const joint = wordAt(tokens, found.end);
  if (number?.end !== found.end || !(OR.has(joint) || TO.has(joint) || AND.has(joint))) return found;
  const nextAt = skip(tokens, found.end + 1, PART_ARTICLES);
  const next = dayNumber(tokens, nextAt) ? named({ tokens, at: nextAt, context }) : undefined;
  if (!next) return found;
  const { day } = number;
  const beside = (other: IsoDate) => {
    const on = dayFrom({ ...partsOf(other), day });
    return on !== undefined && on > other && TO.has(joint) ? dayFrom({ ...monthOf(other, -1), day }) : on;
  };
  const on = beside(next.on);
  return on === undefined ? found : { on, end: found.end, gone: next.gone && beside(next.gone) };
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
  return on && { on, end: number.end, gone: lastDayOfMonth(addDays(context.today, -1), number.day) };
}

const BETWEEN = wordSet("entre between");
const STARTS = wordSet("del de desde do da from");

/** "entre el 10 y el 15", "del 5 al 8", "de lunes a viernes", "do dia 5 ao dia 8". */
export function between(cursor: Cursor): Found | undefined {
  const { tokens, at, context } = cursor;
  const word = wordAt(tokens, at);
  const isBetween = BETWEEN.has(word);
  if (!isBetween && !STARTS.has(word)) return undefined;
  const start = { tokens, at: at + 1, context };
  const part = dayPart(start, undefined);
  const first = part && inMonthAfter(start, part);
  const joint = wordAt(tokens, first?.end ?? at);
  if (!first || !(TO.has(joint) || (isBetween && AND.has(joint)))) return undefined;
  const last = dayPart({ tokens, at: first.end + 1, context }, undefined);
  // "De 8 a 12" and "entre 5 y 6" are hours: a day has an article, a month or a name.
  if (!last || (isPlainNumber(tokens, at + 1) && word !== "del" && isPlainNumber(tokens, last.end - 1)))
    return undefined;
  const { from, to } = ends(first, last, context.today);
  return { on: from, end: last.end, ambiguous: true, range: { from, to }, alternatives: [to] };
}

function isPlainNumber(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.kind === "number" && /^\d{1,2}$/.test(wordAt(tokens, at));
}

/** A stretch that has begun goes on from today; one that is over stays where it was: "entre el 30 y ayer". */
function ends(first: Found, last: Found, today: IsoDate): DayRange {
  if (first.on <= last.on) return { from: first.on, to: last.on };
  if (first.gone !== undefined && first.gone <= last.on)
    return { from: last.on < today ? first.gone : today, to: last.on };
  const [later] = [addDays(last.on, 7), nextDayOfMonth(first.on, partsOf(last.on).day)].filter(
    (day) => day !== undefined && day > first.on,
  );
  return { from: first.on, to: later ?? last.on };
}
