import { addDays, addMonths, type IsoDate } from "../../../time.ts";
import type { Token } from "../../tokens.ts";
import {
  addCounted,
  type DayRange,
  dayWithin,
  endOfMonth,
  firstOf,
  isWorkingDay,
  lastOf,
  type Month,
  monthOf,
  nextDayOfMonth,
  nthWeekday,
  weekOf,
} from "../calendar.ts";
import {
  dayNumber,
  goesOn,
  isNext,
  type MonthNamed,
  monthNamed,
  OVER,
  ordinalNumber,
  skip,
  spanAhead,
  weekdayWord,
  wordAt,
} from "../day-grammar.ts";
import { MONTH, WEEK, WHOLE_MONTHS, wordSet, YEAR } from "../day-words.ts";
import type { Cursor, Found } from "../written-dates.ts";

/** What is left of a month is a stretch of days from today on, or the day itself. */
type Stretch = { readonly on: IsoDate; readonly range?: DayRange };

/** The first of the months in which the stretch is not over yet; `gone` is the same in the month before. */
function within(named: MonthNamed, today: IsoDate, stretch: (month: Month) => Stretch | undefined): Found | undefined {
  const stretches = named.months.map(stretch);
  const found = stretches.find((each) => each && (each.range?.to ?? each.on) >= today) ?? stretches[0];
  if (!found) return undefined;
  const gone = stretch(named.gone)?.on;
  const { on, range } = found;
  if (!range) return { on, end: named.end, gone };
  const from = range.from < today && today <= range.to ? today : range.from;
  return {
    on: on < from ? from : on,
    end: named.end,
    gone,
    ambiguous: true,
    range: { from, to: range.to },
    alternatives: [from, range.to],
  };
}

const ENDS = wordSet("fin final fim ultimo end");
const VAGUE_ENDS = wordSet("fines finales finais late");
const BEGINNINGS = wordSet(
  "principio principios inicio inicios comienzo comienzos comeco comecinho beginning start early",
);
const MIDDLES = wordSet("mediados mediado mitad medio medios meados meio middle mid");
const LAST = wordSet("ultimo ultima ultimos ultimas last final");

/** "fin de mes", "principios de enero", "a mediados de", "último día del mes": a day of a month, or a third of it. */
export function partOfMonth({ tokens, at, context: { today } }: Cursor): Found | undefined {
  const word = wordAt(tokens, at);
  if (LAST.has(word) && ["dia", "day"].includes(wordAt(tokens, at + 1))) {
    const isWorking = WORKING.test(wordAt(tokens, at + 2));
    const named = monthNamed(tokens, isWorking ? at + 3 : at + 2, today);
    if (!named) return undefined;
    const last = within(named, today, (month) => ({ on: isWorking ? lastWorkingDay(month) : lastOf(month) }));
    return last && isWorking ? { ...last, alternatives: [addCounted(last.on, -1, isWorkingDay)] } : last;
  }
  const isFirstDays =
    ["primeros", "primeiros", "first"].includes(word) && ["dias", "days"].includes(wordAt(tokens, at + 1));
  const isLastDays = LAST.has(word) && ["dias", "days"].includes(wordAt(tokens, at + 1));
  const named = monthNamed(tokens, isFirstDays || isLastDays ? at + 2 : at + 1, today);
  if (!named) return undefined;

  const range = (month: Month, from: number, to: number) => ({
    from: dayWithin(month, from),
    to: dayWithin(month, to),
  });
  if (ENDS.has(word) && !isLastDays) return endOf(named, today);
  if (VAGUE_ENDS.has(word) || isLastDays)
    return within(named, today, (month) => ({ on: lastOf(month), range: range(month, 21, 31) }));
  if (BEGINNINGS.has(word) || isFirstDays)
    return within(named, today, (month) => ({ on: firstOf(month), range: range(month, 1, 10) }));
  return MIDDLES.has(word)
    ? within(named, today, (month) => ({ on: dayWithin(month, 15), range: range(month, 11, 20) }))
    : undefined;
}

/** Said on the last day itself, "fin de mes" is today or in a month. */
function endOf(named: MonthNamed, today: IsoDate): Found | undefined {
  const found = within(named, today, (month) => ({ on: lastOf(month) }));
  return found && found.on === today && !named.named ? { ...found, alternatives: [endOfMonth(today, 1)] } : found;
}

function lastWorkingDay(month: Month): IsoDate {
  const last = lastOf(month);
  return isWorkingDay(last) ? last : addCounted(last, -1, isWorkingDay);
}

const WORKING = /^(habil|util|working|business|laboral|laborable)/;
const AT_MONTH = wordSet("de del do da en no in of the");

/** "primer viernes de julio", "último viernes del mes", "primera semana de diciembre", "quinto dia útil". */
export function inOrder(cursor: Cursor): Found | undefined {
  const { tokens, at, context } = cursor;
  const { today } = context;
  const isLast = LAST.has(wordAt(tokens, at));
  const nth = isLast ? { count: 0, end: at + 1 } : placeAt(tokens, at);
  if (!nth) return undefined;
  const unit = wordAt(tokens, nth.end);

  if (["dia", "day"].includes(unit) && WORKING.test(wordAt(tokens, nth.end + 1)))
    return workingDay(cursor, nth.count, nth.end + 2);
  if (WORKING.test(unit) && wordAt(tokens, nth.end + 1) === "day") return workingDay(cursor, nth.count, nth.end + 2);
  if (WEEK.has(unit)) {
    const named = monthNamed(tokens, nth.end + 1, today);
    if (!named || nth.count > 5) return undefined;
    return within(named, today, (month) => {
      const from = isLast ? addDays(lastOf(month), -6) : dayWithin(month, 7 * (nth.count - 1) + 1);
      const to = isLast ? lastOf(month) : dayWithin(month, 7 * nth.count);
      return { on: from, range: { from, to } };
    });
  }
  const weekday = weekdayWord(tokens, nth.end, true);
  const named =
    weekday && AT_MONTH.has(wordAt(tokens, weekday.end)) ? monthNamed(tokens, weekday.end, today) : undefined;
  if (!weekday || !named || nth.count > 5) return undefined;
  return within(named, today, (month) => {
    const on = nthWeekday(month, isLast ? "last" : nth.count, weekday.weekday);
    return on && { on };
  });
}

/** "primer", "1er", "5º", "5to", "first"; a plain number is no place in a row. */
function placeAt(tokens: readonly Token[], at: number): { count: number; end: number } | undefined {
  const ordinal = ordinalNumber(tokens, at);
  if (ordinal) return ordinal;
  const suffixed = dayNumber(tokens, at);
  return suffixed?.written === "suffix" ? { count: suffixed.day, end: suffixed.end } : undefined;
}

/**
 * Counted from Monday to Friday. A holiday moves it on, and where wages are due by it Brazil counts Saturdays as well
 * (CLT art. 459 § 1; Instrução Normativa SRT 1/1989): both are alternatives.
 */
function workingDay({ tokens, context: { today } }: Cursor, count: number, end: number): Found | undefined {
  if (count < 1 || count > 20) return undefined;
  const named = monthNamed(tokens, end, today) ?? {
    months: [monthOf(today), monthOf(today, 1)],
    gone: monthOf(today, -1),
    end,
    named: false,
  };
  const counted = (counts: (day: IsoDate) => boolean) => (month: Month) => ({
    on: addCounted(addDays(firstOf(month), -1), count, counts),
  });
  const found = within(named, today, counted(isWorkingDay));
  if (!found) return undefined;
  const withSaturdays = counted((day) => isWorkingDay(day) || isWorkingDay(addDays(day, -1)))(monthOf(found.on)).on;
  return { ...found, ambiguous: true, alternatives: [withSaturdays, addCounted(found.on, 1, isWorkingDay)] };
}

const MONTH_LEADS = wordSet("en em in para pa hasta ate until till durante by");
const DURING = wordSet("esta este this essa esse nesta neste nessa nesse");
const WEEKENDS = wordSet("finde weekend fds findesemana");

/** "la otra semana", "el mes que viene", "fin de semana", "en diciembre": a stretch of days, so it has to be asked. */
export function stretch({ tokens, at, context: { today } }: Cursor): Found | undefined {
  const weekend = weekendEnd(tokens, at);
  if (weekend !== undefined) return weekendAt(tokens, at, weekend, today);

  const named = weekOfDay(tokens, at, today);
  if (named) return named;
  const week = spanAhead(tokens, at, WEEK);
  if (week) {
    const range = weekOf(today, week.ahead);
    const on = week.ahead === 0 ? range.to : addDays(today, 7 * week.ahead);
    return between(week.ahead === 0 ? { from: today, to: range.to } : range, on, week.end);
  }
  const month = spanAhead(tokens, at, MONTH);
  if (month) {
    const of = monthOf(today, month.ahead);
    const range = { from: month.ahead === 0 ? today : firstOf(of), to: lastOf(of) };
    return between(range, month.ahead === 0 ? range.to : addMonths(today, month.ahead), month.end);
  }
  const year = spanAhead(tokens, at, YEAR);
  if (year && year.ahead > 0) {
    const range = {
      from: firstOf({ year: monthOf(today).year + 1, month: 1 }),
      to: lastOf({ year: monthOf(today).year + 1, month: 12 }),
    };
    return between(range, range.from, year.end);
  }
  return wholeMonth(tokens, at, today);
}

function between(range: DayRange, on: IsoDate, end: number): Found {
  return { on, end, ambiguous: true, range, alternatives: [range.from, range.to] };
}

/** "la semana del 23"; "la semana del 23 al 27" says its own ends. */
function weekOfDay(tokens: readonly Token[], at: number, today: IsoDate): Found | undefined {
  const ofAt = WEEK.has(wordAt(tokens, at)) ? at + 1 : -1;
  const number =
    ofAt > 0 && ["del", "de", "do", "of"].includes(wordAt(tokens, ofAt))
      ? dayNumber(tokens, skip(tokens, ofAt + 1, OF_DAY))
      : undefined;
  if (!number || ["al", "a", "ao", "hasta", "to"].includes(wordAt(tokens, number.end))) return undefined;
  const on = nextDayOfMonth(today, number.day);
  return on && between(weekOf(on, 0), on, number.end);
}

const OF_DAY = wordSet("dia the el");
const OF_MONTH_LEADS = wordSet("de del da do desde from a");
const OPEN_LEADS = wordSet("antes despues partir depois mes before after");

/** "en diciembre", "para enero de 2027"; a month without a word that leads to it may be a name. */
function wholeMonth(tokens: readonly Token[], at: number, today: IsoDate): Found | undefined {
  if (!WHOLE_MONTHS.has(wordAt(tokens, at))) return undefined;
  const before = wordAt(tokens, at - 1);
  const isOpen = OF_MONTH_LEADS.has(before) && (OPEN_LEADS.has(wordAt(tokens, at - 2)) || before === "desde");
  const isLed = MONTH_LEADS.has(before) || isOpen || DURING.has(before) || isNext(before) || OVER.has(before);
  const named = isLed || isNext(wordAt(tokens, at + 1)) ? monthNamed(tokens, at, today) : undefined;
  return (
    named &&
    within(named, today, (month) => ({ on: firstOf(month), range: { from: firstOf(month), to: lastOf(month) } }))
  );
}

/** The end of "fin de semana", "fim de semana", "finde", "weekend". */
function weekendEnd(tokens: readonly Token[], at: number): number | undefined {
  if (WEEKENDS.has(wordAt(tokens, at))) return at + 1;
  const isWeekend = ["fin", "fim", "final"].includes(wordAt(tokens, at)) && WEEK.has(wordAt(tokens, at + 2));
  if (!isWeekend && !(isNext(wordAt(tokens, at)) && WEEKENDS.has(wordAt(tokens, at + 1)))) return undefined;
  return isWeekend ? at + 3 : at + 2;
}

function weekendAt(tokens: readonly Token[], at: number, end: number, today: IsoDate): Found {
  const after = skip(tokens, end, NEXT_TAIL);
  const isLater = isNext(wordAt(tokens, at)) || isNext(wordAt(tokens, at - 1)) || (after > end && goesOn(tokens, end));
  const coming = weekOf(today, 0);
  const saturday = addDays(coming.to, -1);
  const from = saturday < today ? today : saturday;
  const range = { from, to: coming.to };
  const later = { from: addDays(saturday, 7), to: addDays(coming.to, 7) };
  return {
    on: from,
    end: isLater ? Math.max(after, end) : end,
    ambiguous: true,
    range,
    alternatives: [coming.to, ...(isLater ? [later.from, later.to] : [])],
  };
}

const NEXT_TAIL = wordSet("que viene vem entra proximo proxima entrante siguiente");
