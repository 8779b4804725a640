import { DateTime } from "luxon";
import { assert, BrokenInvariant } from "../assert.ts";
import { addDays, dayOf, type IsoDate, type Zone } from "../time.ts";
import { isWorkingDay, lawDay } from "./calendar.ts";
import { civilDayOf } from "./civil-time.ts";
import type { Profile } from "./profile.ts";

/** How long a flow waits, in business words. */
export type Wait = { readonly hours: number } | { readonly workingDays: number } | { readonly dayAfter: IsoDate };

const HORIZON_DAYS = 31;

/**
 * The moment a wait ends. Hours are hours that pass: whether one may then write is the gate's question, at that moment.
 * Working days end when the window opens on that day. None ends before now. `dayAfter` ends when the first window opens after that day is over:
 * a promise for Saturday is broken on Monday, not on Sunday.
 */
export function endOfWait(wait: Wait, now: DateTime, profile: Profile, zone: Zone): DateTime {
  if ("hours" in wait) return now.plus({ hours: wait.hours });
  const day =
    "workingDays" in wait ? addWorkingDays(dayOf(now, zone), wait.workingDays, profile) : addDays(wait.dayAfter, 1);
  const opening = openingFrom(day, profile, zone);
  return opening < now ? now : opening;
}

/** That many working days later; the day itself is not counted. Working days are the profile's, holidays apart. */
export function addWorkingDays(day: IsoDate, workingDays: number, profile: Profile): IsoDate {
  assert(Number.isInteger(workingDays) && workingDays >= 0, `${workingDays} is no number of working days`);
  let reached = day;
  for (let left = workingDays; left > 0; ) {
    reached = addDays(reached, 1);
    if (isWorkingDay(profile, civilDayOf(reached))) left -= 1;
  }
  return reached;
}

/** When the first window opens on that day or after it. @throws {BrokenInvariant} when a month has none. */
function openingFrom(day: IsoDate, profile: Profile, zone: Zone): DateTime {
  const first = civilDayOf(day);
  for (let each = first; each < first + HORIZON_DAYS; each += 1) {
    const [window] = lawDay(profile, zone, each).open;
    if (window !== undefined) return DateTime.fromMillis(window.start, { zone: "utc" });
  }
  throw new BrokenInvariant(`there is no open window after ${day}`);
}
