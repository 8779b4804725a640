import { isDatabaseAway } from "./is-database-away.ts";

/** SQLSTATE class 40 (a deadlock, a serialization), 55P03 (a lock was waited for too long), 25P03 (we stood still in the middle). */
const GIVEN_UP = /^(40|55P03$|25P03$)/;

/** Whether a transaction failed for the sake of the moment and not for what it wanted: the same may succeed when it is tried again. */
export function isPassing(error: unknown): boolean {
  return isDatabaseAway(error) || (error instanceof Error && "code" in error && GIVEN_UP.test(String(error.code)));
}
