import { daysBetween, type IsoDate, isoDate, type Zone } from "../time.ts";
import { exactOffsetMs, offsetMs } from "../zone-offset.ts";

/**
 * Civil time as whole numbers, because the gate runs in the hot path: a luxon `setZone` costs microseconds and a decision
 * would need one for each past contact. Days are counted from 1970-01-01 in the person's own calendar, minutes from midnight.
 */
export type CivilDay = number;

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

const EPOCH = isoDate("1970-01-01");

/** The day it is at that moment, there. */
export function civilDay(ms: number, zone: Zone): CivilDay {
  return Math.floor((ms + offsetMs(ms, zone)) / DAY_MS);
}

/** The same day as a count, from its text. */
export function civilDayOf(day: IsoDate): CivilDay {
  return daysBetween(EPOCH, day);
}

/** 1 = Monday … 7 = Sunday: 1970-01-01 was a Thursday. */
export function weekdayOfCivil(day: CivilDay): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** A number that is the same for the seven days of an ISO week, Monday to Sunday. */
export function weekOfCivil(day: CivilDay): number {
  return Math.floor((day + 3) / 7);
}

/** The Monday after that day: where the next ISO week begins. */
export function nextMonday(day: CivilDay): CivilDay {
  return (weekOfCivil(day) + 1) * 7 - 3;
}

/**
 * When the clocks there show that minute of that day. Twice, where clocks go back: `first` or `last` says which. Never,
 * where they go forward: then it is the moment they jump. A minute of 1440 is the midnight that ends the day.
 */
export function momentOf(day: CivilDay, minute: number, zone: Zone, which: "first" | "last" = "first"): number {
  const local = day * DAY_MS + minute * MINUTE_MS;
  const before = offsetMs(local - DAY_MS, zone);
  const after = offsetMs(local + DAY_MS, zone);
  if (before === after) return local - before;

  const candidates = [local - before, local - after].filter((ms) => ms + offsetMs(ms, zone) === local);
  if (candidates.length === 0)
    return changeBetween(local - Math.max(before, after), local - Math.min(before, after), zone);
  return which === "first" ? Math.min(...candidates) : Math.max(...candidates);
}

/** The first millisecond with the later offset, by halving: zone data gives offsets, not the moments they change. */
function changeBetween(from: number, to: number, zone: Zone): number {
  const old = exactOffsetMs(from, zone);
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (exactOffsetMs(middle, zone) === old) low = middle;
    else high = middle;
  }
  return high;
}
