import { DateTime, Settings } from "luxon";
import { assert } from "./assert.ts";
import { isZone, offsetMs } from "./zone-offset.ts";

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

const DAY_MS = 86_400_000;

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
  assert(isZone(zone), `${zone} is no zone`);
  const ms = moment.toMillis();
  return dayNumbered(Math.floor((ms + offsetMs(ms, zone)) / DAY_MS));
}

export function startOfDay(day: IsoDate, zone: Zone): DateTime {
  return DateTime.fromISO(day, { zone }).startOf("day");
}

export function addDays(day: IsoDate, days: number): IsoDate {
  return days === 0 ? day : dayNumbered(numberOf(day) + days);
}

/** Months from the day itself, clamped to the month's end: 31 January plus 1 is 28 or 29 February. */
export function addMonths(day: IsoDate, months: number): IsoDate {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const year = Math.floor(month / 12);
  const monthOfYear = month - year * 12 + 1;
  return written(year, monthOfYear, Math.min(Number(day.slice(8)), daysInMonth(year, monthOfYear)));
}

/** The last day of that day's month. */
export function endOfMonth(day: IsoDate): IsoDate {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return written(year, month, daysInMonth(year, month));
}

/** Whole days from one day to the other; negative when `to` comes first. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return from === to ? 0 : numberOf(to) - numberOf(from);
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekdayOf(day: IsoDate): number {
  // Day 0, 1 January 1970, was a Thursday.
  return ((((numberOf(day) + 3) % 7) + 7) % 7) + 1;
}

/** `2026-W47`: weeks run from Monday to Sunday (ISO 8601). */
export function isoWeekOf(day: IsoDate): string {
  return DateTime.fromISO(day, { zone: "utc" }).toFormat("kkkk-'W'WW");
}

// Days as numbers from 1 January 1970, and back, in eras of 400 years that begin in March so that the leap day comes last
// (Howard Hinnant, "chrono-compatible low-level date algorithms"). A DateTime for each cost a tenth of every turn: the six
// plans of one message ask some forty times.
const DAYS_IN_ERA = 146_097;
const ERA_TO_EPOCH = 719_468;

function numberOf(day: IsoDate): number {
  const month = Number(day.slice(5, 7));
  const year = Number(day.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + Number(day.slice(8)) - 1;
  return (
    era * DAYS_IN_ERA +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    ERA_TO_EPOCH
  );
}

function dayNumbered(number: number): IsoDate {
  const shifted = number + ERA_TO_EPOCH;
  const era = Math.floor(shifted / DAYS_IN_ERA);
  const dayOfEra = shifted - era * DAYS_IN_ERA;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return written(
    yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  );
}

function written(year: number, month: number, day: number): IsoDate {
  return isoDate(`${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
}
