import type { DateTime } from "luxon";

/** After that many failures a person is called; it is tried on all the same, because it may be money. */
export const FAILURES_UNTIL_ALARM = 8;

const FIRST_SECONDS = 5;
const LONGEST_SECONDS = 3600;

/** When to try again after so many failures: 5 s, 10 s, 20 s … an hour. Real time. */
export function retryAfter(failures: number, realNow: DateTime): DateTime {
  return realNow.plus({ seconds: Math.min(FIRST_SECONDS * 2 ** Math.min(failures, 20), LONGEST_SECONDS) });
}

export function describeFailure(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
