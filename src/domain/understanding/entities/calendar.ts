import { addDays, addMonths, type IsoDate, isoDate, parseIsoDate, weekdayOf } from "../../time.ts";

export type DayParts = { readonly year: number; readonly month: number; readonly day: number };

export function partsOf(date: IsoDate): DayParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** The day, or `undefined` when the calendar has no such day. */
export function dayFrom({ year, month, day }: DayParts): IsoDate | undefined {
  const pad = (number: number, width: number) => number.toString().padStart(width, "0");
  return parseIsoDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

/** The first day from `today` on (today included) whose day of the month is this one; months without it are passed over. */
export function nextDayOfMonth(today: IsoDate, day: number): IsoDate | undefined {
  const { year, month } = partsOf(today);
  for (let ahead = 0; ahead < 4; ahead++) {
    const at = dayFrom({ ...monthAfter({ year, month }, ahead), day });
    if (at !== undefined && at >= today) return at;
  }
  return undefined;
}

/** The day in this month, or this many months after; no further than the month's last day. */
export function dayInMonth(today: IsoDate, monthsAhead: number, day: number): IsoDate {
  const { year, month } = partsOf(today);
  const last = partsOf(endOfMonth(today, monthsAhead)).day;
  return isoDate(`${dayFrom({ ...monthAfter({ year, month }, monthsAhead), day: Math.min(day, last) })}`);
}

export function endOfMonth(today: IsoDate, monthsAhead: number): IsoDate {
  const { year, month } = partsOf(today);
  const first = isoDate(`${dayFrom({ ...monthAfter({ year, month }, monthsAhead), day: 1 })}`);
  return addDays(addMonths(first, 1), -1);
}

/** The day and month this year, or next year when they are gone. */
export function nextDayAndMonth(today: IsoDate, { month, day }: { month: number; day: number }): IsoDate | undefined {
  const { year } = partsOf(today);
  for (let ahead = 0; ahead < 9; ahead++) {
    const at = dayFrom({ year: year + ahead, month, day });
    if (at !== undefined && at >= today) return at;
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

function monthAfter({ year, month }: { year: number; month: number }, ahead: number): { year: number; month: number } {
  const months = year * 12 + (month - 1) + ahead;
  return { year: Math.floor(months / 12), month: (months % 12) + 1 };
}
