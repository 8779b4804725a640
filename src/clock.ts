import { DateTime } from "luxon";
import "./domain/time.ts";

/**
 * The only reader of time. Two clocks exist: real time, for sign-in, signatures, leases and back-off; and
 * a business's own time, for alarms, windows and due dates, which a demo can move forward. `clock` is the real one.
 */
export type Clock = {
  /** Real time, in UTC. */
  now(): DateTime;
  /** Milliseconds from an arbitrary point that never jump: for durations only. */
  elapsedMs(): number;
};

export const systemClock: Clock = {
  now: () => DateTime.utc(),
  elapsedMs: () => performance.now(),
};

/** What time it is for a business: real time moved by the offset its clock carries. */
export function businessTime(real: DateTime, offsetMs: number): DateTime {
  return real.plus({ milliseconds: offsetMs });
}

/** Milliseconds of real time, for ids: building a DateTime for each would cost more than the id. */
export function realMs(): number {
  return Date.now();
}
