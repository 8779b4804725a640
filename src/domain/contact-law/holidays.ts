import Holidays from "date-holidays";
import { assert } from "../assert.ts";
import type { IsoDate } from "../time.ts";
import { addDays, isoDate, weekdayOf } from "../time.ts";
import type { Clause } from "./clause.ts";

/** Which days are holidays: the library's public ones, corrected where the law is newer or says otherwise. */
export type HolidayCalendar = {
  /** ISO 3166-1 alpha-2, and a state where the library knows it. */
  readonly country: string;
  readonly state?: string;
  readonly corrections: readonly HolidayCorrection[];
};

/** A correction cites its law and says which days it adds, or which of the library's rules it strikes out. */
export type HolidayCorrection = {
  readonly clause: Clause;
  /** Days of a year that no rule of the library can say. */
  readonly adds?: (year: number) => readonly IsoDate[];
  /** In the library's own grammar: `easter -1`, `10-09`, or one year's `2026-03-23`. */
  readonly addsRules?: readonly string[];
  /** As the library writes them: `easter`, `12-08`. */
  readonly strikes?: readonly string[];
};

const years = new WeakMap<HolidayCalendar, Map<number, ReadonlySet<IsoDate>>>();
const libraries = new WeakMap<HolidayCalendar, Holidays>();

/**
 * The holidays of one year. Kept for each calendar and year: the library takes 4 to 22 ms for a year and 180 ms to load
 * (measured). It reads no clock when the year is given, and only its date texts are used, so this is pure.
 */
export function holidaysOf(calendar: HolidayCalendar, year: number): ReadonlySet<IsoDate> {
  const known = years.get(calendar) ?? new Map<number, ReadonlySet<IsoDate>>();
  years.set(calendar, known);
  const kept = known.get(year);
  if (kept) return kept;

  const days = new Set(publicDays(calendar, year));
  for (const { adds } of calendar.corrections) {
    for (const day of adds?.(year) ?? []) days.add(day);
  }
  known.set(year, days);
  return days;
}

/** The day itself when it is a Monday, else the Monday after it: how Ley 51 of 1983 (art. 1) moves holidays. */
export function movedToMonday(day: IsoDate): IsoDate {
  return addDays(day, (8 - weekdayOf(day)) % 7);
}

function publicDays(calendar: HolidayCalendar, year: number): IsoDate[] {
  const library = libraries.get(calendar) ?? libraryOf(calendar);
  libraries.set(calendar, library);
  const struck = new Set(calendar.corrections.flatMap(({ strikes }) => strikes ?? []));
  return library
    .getHolidays(year)
    .filter(({ type, rule }) => type === "public" && !struck.has(rule))
    .map(({ date }) => isoDate(date.slice(0, 10)));
}

function libraryOf({ country, state, corrections }: HolidayCalendar): Holidays {
  const library = state === undefined ? new Holidays(country) : new Holidays(country, state);
  for (const rule of corrections.flatMap(({ addsRules }) => addsRules ?? [])) {
    assert(library.setHoliday(rule, { name: rule, type: "public" }), `${rule} is no rule of a holiday`);
  }
  return library;
}
