import { DateTime } from "luxon";
import type { Zone } from "../time.ts";
import { isoDate } from "../time.ts";
import { type CivilDay, civilDay, DAY_MS, momentOf, weekdayOfCivil } from "./civil-time.ts";
import type { WeeklyTime } from "./facts.ts";
import { holidaysOf } from "./holidays.ts";
import { minutesOf, type Profile, type Weekday } from "./profile.ts";

/** A stretch of time in milliseconds; `end` is out. */
export type Stretch = { readonly start: number; readonly end: number };

/** One day of one country's law in one zone. A holiday has no open hours. */
export type LawDay = { readonly holiday: boolean; readonly open: readonly Stretch[] };

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

/** The first moment of the day after that moment, there. */
export function startOfNextDay(ms: number, zone: Zone): number {
  return momentOf(civilDay(ms, zone) + 1, 0, zone);
}

function makeLawDay(profile: Profile, zone: Zone, day: CivilDay): LawDay {
  if (isHoliday(profile, day)) return { holiday: true, open: [] };
  const open = profile.hours.week[weekday(day)]
    .map(({ start, end }) => ({ start: momentOf(day, start, zone, "last"), end: momentOf(day, end, zone, "first") }))
    .filter(({ start, end }) => start < end);
  return { holiday: false, open };
}

function daysOf(profile: Profile, zone: Zone): Map<CivilDay, LawDay> {
  const zones = kept.get(profile) ?? new Map<Zone, Map<CivilDay, LawDay>>();
  kept.set(profile, zones);
  const days = zones.get(zone) ?? new Map<CivilDay, LawDay>();
  zones.set(zone, days);
  return days;
}

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

function weekday(day: CivilDay): Weekday {
  return WEEKDAYS[weekdayOfCivil(day) - 1] ?? 7;
}
