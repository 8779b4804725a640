import { DateTime } from "luxon";
import type { Zone } from "../time.ts";
import { isoDate } from "../time.ts";
import { type CivilDay, civilDay, DAY_MS, momentOf, nextMonday, weekdayOfCivil } from "./civil-time.ts";
import type { WeeklyTime } from "./facts.ts";
import { holidaysOf } from "./holidays.ts";
import { minutesOf, type Profile, type Weekday } from "./profile.ts";

/** A stretch of time in milliseconds; `end` is out. */
export type Stretch = { readonly start: number; readonly end: number };

/** One day of one country's law in one zone, with the day and the ISO week it lies in as moments. A holiday is not open. */
export type LawDay = {
  readonly holiday: boolean;
  readonly open: readonly Stretch[];
  readonly whole: Stretch;
  readonly week: Stretch;
};

const kept = new WeakMap<Profile, Map<Zone, Map<CivilDay, LawDay>>>();
const KEPT_DAYS = 4_000;

/** The day's open hours as moments, kept: a campaign asks for the same few days a million times. */
export function lawDay(profile: Profile, zone: Zone, day: CivilDay): LawDay {
  const days = daysOf(profile, zone);
  const known = days.get(day);
  if (known) return known;
  if (days.size >= KEPT_DAYS) days.clear();
  const made = makeLawDay(profile, zone, day);
  days.set(day, made);
  return made;
}

export function isHoliday(profile: Profile, day: CivilDay): boolean {
  if (!profile.holidays) return false;
  const date = DateTime.fromMillis(day * DAY_MS, { zone: "utc" });
  return holidaysOf(profile.holidays.calendar, date.year).has(isoDate(date.toFormat("yyyy-MM-dd")));
}

/** Monday to Friday, or what the profile says, and no holiday. */
export function isWorkingDay(profile: Profile, day: CivilDay): boolean {
  return profile.workingDays.includes(weekdayOfCivil(day)) && !isHoliday(profile, day);
}

/**
 * The stretch of that day that the person named, if they named it. Where clocks go back an hour comes twice: `sure` is the
 * narrowest stretch (for what permits), `any` the widest (for what forbids).
 */
export function stretchOf(time: WeeklyTime, day: CivilDay, zone: Zone, width: "sure" | "any"): Stretch | undefined {
  if (!time.days.includes(weekdayOfCivil(day))) return undefined;
  const [start, end] = [minutesOf(time.start), minutesOf(time.end)];
  const endDay = end > start ? day : day + 1;
  return {
    start: momentOf(day, start, zone, width === "sure" ? "last" : "first"),
    end: momentOf(endDay, end, zone, width === "sure" ? "first" : "last"),
  };
}

/** The law's day that holds that moment, there. */
export function lawDayAt(profile: Profile, zone: Zone, ms: number): LawDay {
  return lawDay(profile, zone, civilDay(ms, zone));
}

function makeLawDay(profile: Profile, zone: Zone, day: CivilDay): LawDay {
  const holiday = isHoliday(profile, day);
  const hours = holiday ? [] : profile.hours.week[weekday(day)];
  const open = hours
    .map(({ start, end }) => ({ start: momentOf(day, start, zone, "last"), end: momentOf(day, end, zone, "first") }))
    .filter(({ start, end }) => start < end);
  const monday = nextMonday(day) - 7;
  return {
    holiday,
    open,
    whole: { start: momentOf(day, 0, zone), end: momentOf(day + 1, 0, zone) },
    week: { start: momentOf(monday, 0, zone), end: momentOf(monday + 7, 0, zone) },
  };
}

/** Written to only once: a decision in sixteen zones asks for some fifty days. */
function daysOf(profile: Profile, zone: Zone): Map<CivilDay, LawDay> {
  const known = kept.get(profile)?.get(zone);
  if (known) return known;
  const zones = kept.get(profile) ?? new Map<Zone, Map<CivilDay, LawDay>>();
  const days = new Map<CivilDay, LawDay>();
  kept.set(profile, zones.set(zone, days));
  return days;
}

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

function weekday(day: CivilDay): Weekday {
  return WEEKDAYS[weekdayOfCivil(day) - 1] ?? 7;
}
