import type { DateTime } from "luxon";
import { type Clock, systemClock } from "../../../src/clock.ts";

/** Real time as a test wants it: it stands still until it is moved. Durations are real. */
export type HandClock = Clock & { set(moment: DateTime): void };

export function handClock(start: DateTime): HandClock {
  let now = start.toUTC();
  return {
    now: () => now,
    elapsedMs: systemClock.elapsedMs,
    set(moment) {
      now = moment.toUTC();
    },
  };
}
