import { addDays, daysBetween, type IsoDate, weekdayOf } from "../../../time.ts";
import type { Token } from "../../tokens.ts";
import { nextWeekday, weekdayInWeek } from "../calendar.ts";
import {
  isNext,
  leadsToAWeekday,
  nextAfter,
  OVER,
  skip,
  smallCount,
  spanAhead,
  weekAfter,
  weekdayWord,
  wordAt,
} from "../day-grammar.ts";
import { PLURAL_WEEKDAYS, WEEK, wordSet } from "../day-words.ts";
import type { Cursor, Found } from "../written-dates.ts";
import { weeksLater } from "./relative.ts";

const THIS = wordSet("este esta this essa esse nesta neste nessa nesse");

/** "el viernes", "viernes que viene", "na sexta da próxima semana", "el otro martes", "friday week". */
export function weekday(cursor: Cursor): Found | undefined {
  const { tokens, at, context } = cursor;
  const first = wordAt(tokens, at);
  const leads = isNext(first) || OVER.has(first);
  const found = weekdayWord(tokens, leads ? at + 1 : at, context.language === "pt-BR");
  if (!found) return undefined;
  if (found.short && !isAlone(tokens, at, found.end) && !leadsToAWeekday(tokens, at) && !hasTail(tokens, found.end))
    return undefined;
  const { today } = context;
  const day = found.weekday;

  const week = weekAfter(tokens, found.end);
  if (week)
    return {
      on: weekdayInWeek(today, week.ahead, day),
      end: week.end,
      gone: weekdayInWeek(today, Math.min(week.ahead, -1), day),
    };
  const isOver = OVER.has(wordAt(tokens, found.end));
  if (OVER.has(first) || isOver || OVER.has(wordAt(tokens, at - 1)))
    return overWeekday(today, day, isOver ? found.end + 1 : found.end);

  const nearest = nextWeekday(today, day);
  const gone = addDays(nearest, -7);
  const later = addDays(nearest, 7);
  const counted = weeksLater(tokens, found.end);
  if (counted)
    return {
      on: addDays(nearest, counted.days),
      end: counted.end,
      alternatives: counted.or.map((days) => addDays(nearest, days)),
    };
  const otherEnd = otherOne(tokens, found.end);
  if (otherEnd !== undefined) return { on: later, end: otherEnd, gone };

  const nextWord = nextAfter(tokens, found.end);
  const isThis = THIS.has(wordAt(tokens, at - 1));
  const said = leads ? first : nextWord === undefined ? "" : wordAt(tokens, nextWord - 1);
  if (OTHER.has(said)) {
    const inNextWeek = weekdayInWeek(today, 1, day);
    return { on: inNextWeek, end: nextWord ?? found.end, alternatives: [nearest, later], gone };
  }
  // "El próximo viernes" is the coming one to half of the people; "el viernes que viene" within the same week as well.
  const isNear = weekdayInWeek(today, 0, day) === nearest || daysBetween(today, nearest) === 1;
  const isDoubtful = !isThis && ((said !== "" && !COMES.has(said)) || (nextWord !== undefined && isNear));
  const isToday = weekdayOf(today) === day;
  return {
    on: nearest,
    end: nextWord ?? found.end,
    gone,
    alternatives: [isToday && said === "" ? today : undefined, isDoubtful ? later : undefined],
  };
}

const OTHER = wordSet("otro otra outro outra other");
const COMES = wordSet("viene vem entra sigue");

/** "El miércoles pasado" said on a Thursday is yesterday, or the one of the week before. */
function overWeekday(today: IsoDate, day: number, end: number): Found {
  const on = addDays(nextWeekday(today, day), -7);
  const last = on === today ? addDays(on, -7) : on;
  return { on: last, end, alternatives: weekdayInWeek(today, 0, day) === last ? [addDays(last, -7)] : [] };
}

const NOT_THIS = wordSet("no nao not este esta ese sino sinon mas sim el la o a but");

/** "Este viernes no, el otro": the one after it. */
function otherOne(tokens: readonly Token[], at: number): number | undefined {
  if (!["no", "nao", "not"].includes(wordAt(tokens, at))) return undefined;
  const otherAt = skip(tokens, at, NOT_THIS);
  return isNext(wordAt(tokens, otherAt)) || nextAfter(tokens, otherAt) !== undefined
    ? (nextAfter(tokens, otherAt) ?? otherAt + 1)
    : undefined;
}

const JOINTS = wordSet("el no na on the o a em - de");

/** "la próxima semana el viernes", "next week on Friday", "esta semana, el jueves". */
export function weekThenWeekday({ tokens, at, context }: Cursor): Found | undefined {
  const week = spanAhead(tokens, at, WEEK);
  if (!week) return undefined;
  const found = weekdayWord(tokens, skip(tokens, week.end, JOINTS), context.language === "pt-BR");
  return found && !found.short
    ? { on: weekdayInWeek(context.today, week.ahead, found.weekday), end: found.end }
    : undefined;
}

/** "todos los sábados", "on fridays": the next of many. "Two Sundays from now" is the second. */
export function pluralWeekday({ tokens, at, context: { today } }: Cursor): Found | undefined {
  const day = PLURAL_WEEKDAYS.get(wordAt(tokens, at));
  const number = day === undefined ? smallCount(tokens, at) : undefined;
  const counted = number && number.count < 10 ? PLURAL_WEEKDAYS.get(wordAt(tokens, number.end)) : undefined;
  if (number && counted !== undefined && FROM.has(wordAt(tokens, number.end + 1)))
    return { on: addDays(nextWeekday(today, counted), 7 * (number.count - 1)), end: number.end + 3 };
  const isPlain = day !== undefined && (MANY.has(wordAt(tokens, at - 1)) || wordAt(tokens, at + 1) === "feiras");
  if (!isPlain) return undefined;
  const on = nextWeekday(today, day);
  return { on, end: wordAt(tokens, at + 1) === "feiras" ? at + 2 : at + 1, alternatives: [addDays(on, 7)] };
}

const FROM = wordSet("from a");
const MANY = wordSet("los todos as nas on aos os every");

function isAlone(tokens: readonly Token[], at: number, end: number): boolean {
  return at === 0 && end === tokens.length;
}

/** "mie que viene", "sex da próxima semana": what follows says that the short word is a weekday. */
function hasTail(tokens: readonly Token[], at: number): boolean {
  return nextAfter(tokens, at) !== undefined || weekAfter(tokens, at) !== undefined || OVER.has(wordAt(tokens, at));
}
