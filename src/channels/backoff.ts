import { PAIR_RATE } from "../domain/outreach/number-health/pair-rate.ts";
import type { Rejection } from "./channel.ts";

/** With waits up to five minutes these are two hours: an outage of Meta's is shorter, and an older answer is none. */
const MOST_RETRIES = 30;
const MOST_TRIES_FOR_RECIPIENT = 7;
const LONGEST_MS = 5 * 60_000;
const DAY_MS = 24 * 3_600_000;

/**
 * How long to wait before a rejected message is tried again, or `undefined`: not again as it is.
 *
 * `retry` doubles from 1 s up to 5 minutes, for two hours in all; `retryRecipient` as Meta asks for its pair rate (`pairRestMs`), for 23 minutes in
 * all; `retryLater` waits a day, once. What the other side asked for is a lower bound. `jitter` (0 to 1) spreads those who failed together over half
 * of the wait on top.
 *
 * @param refusals how often it was refused in this class, this time included: a try that ended otherwise makes no wait longer
 */
export function waitBeforeRetryMs(rejection: Rejection, refusals: number, jitter: number): number | undefined {
  const base = baseMs(rejection.class, refusals);
  if (base === undefined) return undefined;
  return Math.round(Math.max(base, (rejection.retryAfterSeconds ?? 0) * 1000) * (1 + jitter / 2));
}

/**
 * How long nothing goes to a person of whom WhatsApp says that they get too much: 4⁰ s after the first refusal of a message, 4¹ after the
 * second … (`PAIR_RATE`), and after the one with which it is given up as long as before its last try.
 */
export function pairRestMs(refusals: number): number {
  return 1000 * PAIR_RATE.backoffBase ** (Math.min(refusals, MOST_TRIES_FOR_RECIPIENT - 1) - 1);
}

function baseMs(kind: Rejection["class"], refusals: number): number | undefined {
  switch (kind) {
    case "retry":
      return refusals < MOST_RETRIES ? Math.min(LONGEST_MS, 1000 * 2 ** (refusals - 1)) : undefined;
    case "retryRecipient":
      return refusals < MOST_TRIES_FOR_RECIPIENT ? pairRestMs(refusals) : undefined;
    case "retryLater":
      return refusals === 1 ? DAY_MS : undefined;
    case "reshape":
    case "recipient":
    case "channel":
      return undefined;
  }
}
