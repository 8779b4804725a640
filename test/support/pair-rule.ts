import { PAIR_RATE } from "../../src/domain/outreach/number-health/pair-rate.ts";

/**
 * Meta's rule for one number and one person, read as strictly as its words allow and written without the code that keeps it: which of
 * these sends, in milliseconds and in order, comes too early. Undefined: none. `burst` where a channel lends fewer than Meta.
 */
export function tooEarly(sent: readonly number[], burst: number = PAIR_RATE.burst): number | undefined {
  for (let first = 0; first < sent.length; ) {
    const from = sent[first] ?? 0;
    const within = sent.slice(first).filter((at) => at < from + PAIR_RATE.lentWithinMs).length;
    if (within > burst) return first + burst;
    const last = sent[first + within - 1] ?? from;
    const next = sent[first + within];
    if (next !== undefined && next < last + within * PAIR_RATE.everyMs) return first + within;
    first += within;
  }
  return undefined;
}

/** When all of these sends, in milliseconds and in order, are paid for at one in six seconds. */
export function repaidAt(sent: readonly number[]): number {
  return sent.reduce((paidUntil, at) => Math.max(paidUntil, at) + PAIR_RATE.everyMs, 0);
}
