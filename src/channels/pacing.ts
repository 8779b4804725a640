import type { PairRate, Rate } from "./channel.ts";

/**
 * When the next message of a number may go at this rate, and what to remember for the one after. The memory of a rate is one number:
 * the moment until which its messages are paid for, in milliseconds on the caller's clock (the virtual scheduling form of a
 * token bucket, ITU-T I.371: no tokens to refill, nothing to update while idle). `undefined` is a rate at rest.
 *
 * The answer is a reservation. A caller who does not want to wait until `sendAtMs` keeps the old number.
 */
export function reserve(rate: Rate, paidUntilMs: number | undefined, nowMs: number): Reservation {
  const paidFrom = Math.max(paidUntilMs ?? nowMs, nowMs);
  const borrowableMs = (rate.burst - 1) * rate.everyMs;
  return { sendAtMs: Math.max(nowMs, paidFrom - borrowableMs), paidUntilMs: paidFrom + rate.everyMs };
}

/**
 * When the next message to one person may go, and what to remember for the one after. Not a token bucket: what was borrowed is
 * repaid in full before anything more goes (`PAIR_RATE`). A burst is repaid from the end of the time in which it may be borrowed,
 * so that whoever counts from its last message finds it repaid too.
 *
 * An `answer` to what the person just wrote may go on borrowing up to the burst while nothing was refused: somebody waits for it.
 */
export function reservePair(
  rate: PairRate,
  owed: PairDebt | undefined,
  { nowMs, says }: { nowMs: number; says: "answer" | "more" },
): PairReservation {
  if (owed?.burstFromMs !== undefined && isLent(rate, owed.burstFromMs, owed.paidUntilMs, nowMs)) {
    const sent = sentOf(rate, owed.burstFromMs, owed.paidUntilMs);
    const paidUntilMs = owed.burstFromMs + rate.burstWithinMs + (sent + 1) * rate.everyMs;
    return { sendAtMs: nowMs, owed: { burstFromMs: owed.burstFromMs, paidUntilMs } };
  }
  if (says === "answer" && owed?.burstFromMs !== undefined && owed.paidUntilMs > nowMs) {
    const { sendAtMs, paidUntilMs } = reserve(rate, owed.paidUntilMs, nowMs);
    return { sendAtMs, owed: { burstFromMs: owed.burstFromMs, paidUntilMs } };
  }
  const sendAtMs = Math.max(owed?.paidUntilMs ?? nowMs, nowMs);
  return { sendAtMs, owed: { burstFromMs: sendAtMs, paidUntilMs: sendAtMs + rate.everyMs } };
}

/** In the burst's time, and not yet all of it. A clock that was set back lends nothing. */
function isLent(rate: PairRate, burstFromMs: number, paidUntilMs: number, nowMs: number): boolean {
  const age = nowMs - burstFromMs;
  const sent = sentOf(rate, burstFromMs, paidUntilMs);
  return age >= 0 && age < (sent === 1 ? rate.beginWithinMs : rate.burstWithinMs) && sent < rate.burst;
}

/** How many messages a burst has: its time for borrowing is shorter than what one message costs. */
function sentOf(rate: PairRate, burstFromMs: number, paidUntilMs: number): number {
  return Math.floor((paidUntilMs - burstFromMs) / rate.everyMs);
}

export type Reservation = { readonly sendAtMs: number; readonly paidUntilMs: number };

/** What one person may not be sent before, and when the burst began that is owed for: none where nothing more is lent. Milliseconds. */
export type PairDebt = { readonly burstFromMs: number | undefined; readonly paidUntilMs: number };

export type PairReservation = { readonly sendAtMs: number; readonly owed: PairDebt };
