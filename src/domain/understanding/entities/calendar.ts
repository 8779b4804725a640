import { addDays, addMonths, type IsoDate, isoDate, parseIsoDate, weekdayOf } from "../../time.ts";

export type DayParts = { readonly year: number; readonly month: number; readonly day: number };
export type Month = { readonly year: number; readonly month: number };
/** Both ends belong to it. */
export type DayRange = { readonly from: IsoDate; readonly to: IsoDate };

export function partsOf(date: IsoDate): DayParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** The day, or `undefined` when the calendar has no such day. */
export function dayFrom({ year, month, day }: DayParts): IsoDate | undefined {
  const pad = (number: number, width: number) => number.toString().padStart(width, "0");
  return parseIsoDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

export function monthOf(date: IsoDate, ahead = 0): Month {
  return monthsLater(partsOf(date), ahead);
}

export function firstOf({ year, month }: Month): IsoDate {
  return isoDate(`${dayFrom({ year, month, day: 1 })}`);
}

export function lastOf(month: Month): IsoDate {
  return addDays(addMonths(firstOf(month), 1), -1);
}

/** The first day from `today` on (today included) whose day of the month is this one; months without it are passed over. */
export function nextDayOfMonth(today: IsoDate, day: number): IsoDate | undefined {
  for (let ahead = 0; ahead < 4; ahead++) {
    const at = dayFrom({ ...monthOf(today, ahead), day });
    if (at !== undefined && at >= today) return at;
  }
  return undefined;
}

/** The last day up to `today` (today included) whose day of the month is this one. */
export function lastDayOfMonth(today: IsoDate, day: number): IsoDate | undefined {
  for (let back = 0; back < 4; back++) {
    const at = dayFrom({ ...monthOf(today, -back), day });
    if (at !== undefined && at <= today) return at;
  }
  return undefined;
}

/** The day in this month, or this many months after; no further than the month's last day. */
export function dayInMonth(today: IsoDate, monthsAhead: number, day: number): IsoDate {
  return dayWithin(monthOf(today, monthsAhead), day);
}

/** The day of that month; no further than its last. */
export function dayWithin(month: Month, day: number): IsoDate {
  return dayFrom({ ...month, day }) ?? lastOf(month);
}

export function endOfMonth(today: IsoDate, monthsAhead: number): IsoDate {
  return lastOf(monthOf(today, monthsAhead));
}

/** The day and month this year, or next year when they are gone. Eight years are the longest way to a leap day. */
export function nextDayAndMonth(today: IsoDate, { month, day }: { month: number; day: number }): IsoDate | undefined {
  const { year } = partsOf(today);
  for (let ahead = 0; ahead < 9; ahead++) {
    const at = dayFrom({ year: year + ahead, month, day });
    if (at !== undefined && at >= today) return at;
  }
  return undefined;
}

/** The day and month just gone, today included. */
export function lastDayAndMonth(today: IsoDate, { month, day }: { month: number; day: number }): IsoDate | undefined {
  const { year } = partsOf(today);
  for (let back = 0; back < 9; back++) {
    const at = dayFrom({ year: year - back, month, day });
    if (at !== undefined && at <= today) return at;
  }
  return undefined;
}

/** The first such weekday after today: never today. */
export function nextWeekday(today: IsoDate, weekday: number): IsoDate {
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  return addDays(today, ahead === 0 ? 7 : ahead);
}

/** The weekday of the week, Monday to Sunday, that is `weeksAhead` from today's. */
export function weekdayInWeek(today: IsoDate, weeksAhead: number, weekday: number): IsoDate {
  return addDays(today, weekday - weekdayOf(today) + 7 * weeksAhead);
}

export function weekOf(today: IsoDate, weeksAhead: number): DayRange {
  return { from: weekdayInWeek(today, weeksAhead, 1), to: weekdayInWeek(today, weeksAhead, 7) };
}

/** The such weekday that is nearest to the day: three days off at most. */
export function nearestWeekday(day: IsoDate, weekday: number): IsoDate {
  const ahead = (weekday - weekdayOf(day) + 7) % 7;
  return addDays(day, ahead > 3 ? ahead - 7 : ahead);
}

/** The nth such weekday of the month, or its last when `nth` is "last"; a month may have no fifth. */
export function nthWeekday(month: Month, nth: number | "last", weekday: number): IsoDate | undefined {
  if (nth === "last") {
    const last = lastOf(month);
    return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
  }
  const first = firstOf(month);
  const at = addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1));
  return at <= lastOf(month) ? at : undefined;
}

/** Monday to Friday; holidays are not known here, so whoever counts with these has to ask. */
export function isWorkingDay(day: IsoDate): boolean {
  return weekdayOf(day) <= 5;
}

/** That many days on or back which `counts` counts. */
export function addCounted(day: IsoDate, count: number, counts: (day: IsoDate) => boolean): IsoDate {
  const step = count < 0 ? -1 : 1;
  let at = day;
  for (let left = Math.abs(count); left > 0; ) {
    at = addDays(at, step);
    if (counts(at)) left--;
  }
  return at;
}

/** Easter Sunday of the Gregorian calendar (Anonymous algorithm, Meeus, "Astronomical Algorithms", ch. 8). */
export function easterOf(year: number): IsoDate {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * century + 13) / 25);
  const h = (19 * a + century - Math.floor(century / 4) - g + 15) % 30;
  const l = (32 + 2 * (century % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return isoDate(`${dayFrom({ year, month, day: ((h + l - 7 * m + 114) % 31) + 1 })}`);
}

function monthsLater({ year, month }: Month, ahead: number): Month {
  const months = year * 12 + (month - 1) + ahead;
  return { year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1 };
}
