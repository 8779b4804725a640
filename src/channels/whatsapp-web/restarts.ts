import type { DateTime } from "luxon";

const MOST_FAILURES = 8;
const WITHIN_MINUTES = 30;

export type Restarts = {
  /** When to try again after a failure, in milliseconds; `undefined`: it failed too often, and a person has to look. */
  afterFailure(now: DateTime): number | undefined;
  /** Somebody asked for a fresh start. */
  forget(): void;
};

/**
 * Waits double from `firstMs` up to `longestMs`, with up to half of it on top by chance. The eighth failure within half an hour
 * is the last: sessions that restart for ever are known to eat a machine.
 */
export function restarts({ firstMs, longestMs, chance }: RestartSettings): Restarts {
  let failures: DateTime[] = [];
  return {
    afterFailure(now) {
      failures = [...failures.filter((at) => at > now.minus({ minutes: WITHIN_MINUTES })), now];
      if (failures.length >= MOST_FAILURES) return undefined;
      return Math.round(Math.min(longestMs, firstMs * 2 ** (failures.length - 1)) * (1 + chance() / 2));
    },
    forget() {
      failures = [];
    },
  };
}

export type RestartSettings = { readonly firstMs: number; readonly longestMs: number; readonly chance: () => number };
