import { DateTime, Settings } from "luxon";
import { assert } from "./assert.ts";

// An impossible date throws where it is made, so that every DateTime is valid by type as well as by value.
Settings.throwOnInvalid = true;
declare module "luxon" {
  interface TSSettings {
    throwOnInvalid: true;
  }
}

/** A day without a time, `YYYY-MM-DD`, in the zone of the person it is about. Days compare as text. */
export type IsoDate = string & { readonly __isoDate: never };

/** An IANA zone name, such as `America/Bogota`. */
export type Zone = string;

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** The day, or `undefined` when the text is not a day of the calendar. */
export function parseIsoDate(text: string): IsoDate | undefined {
  if (!SHAPE.test(text)) return undefined;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  if (month < 1 || month > 12) return undefined;
  return day >= 1 && day <= daysInMonth(year, month) ? (text as IsoDate) : undefined;
}

// By hand: a DateTime for each costs 4 µs, and a list of 100,000 rows has 300,000 days.
function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** @throws {BrokenInvariant} when the text is no day; for what people type use `parseIsoDate`. */
export function isoDate(text: string): IsoDate {
  const day = parseIsoDate(text);
  assert(day !== undefined, `${text} is no day`);
  return day;
}

/** The day it is at that moment, where that person is. */
export function dayOf(moment: DateTime, zone: Zone): IsoDate {
  return isoDate(moment.setZone(zone).toFormat("yyyy-MM-dd"));
}

export function startOfDay(day: IsoDate, zone: Zone): DateTime {
  return DateTime.fromISO(day, { zone }).startOf("day");
}

export function addDays(day: IsoDate, days: number): IsoDate {
  return isoDate(DateTime.fromISO(day, { zone: "utc" }).plus({ days }).toFormat("yyyy-MM-dd"));
}

/** Months from the day itself, clamped to the month's end: 31 January plus 1 is 28 or 29 February. */
export function addMonths(day: IsoDate, months: number): IsoDate {
  return isoDate(DateTime.fromISO(day, { zone: "utc" }).plus({ months }).toFormat("yyyy-MM-dd"));
}

/** Whole days from one day to the other; negative when `to` comes first. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return DateTime.fromISO(to, { zone: "utc" }).diff(DateTime.fromISO(from, { zone: "utc" }), "days").days;
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekdayOf(day: IsoDate): number {
  return DateTime.fromISO(day, { zone: "utc" }).weekday;
}

/** `2026-W47`: weeks run from Monday to Sunday (ISO 8601). */
export function isoWeekOf(day: IsoDate): string {
  return DateTime.fromISO(day, { zone: "utc" }).toFormat("kkkk-'W'WW");
}
