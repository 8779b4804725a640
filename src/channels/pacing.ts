import type { Rate } from "./channel.ts";

/**
 * When the next message may go at this rate, and what to remember for the one after. The memory of a rate is one number:
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

/** Reserves a place for one message at the channel's rate and at its recipient's: it goes when both allow it. */
export function pace(
  rates: { readonly channel: Rate; readonly recipient: Rate },
  paid: Pace,
  nowMs: number,
): { readonly sendAtMs: number; readonly paid: Required<Pace> } {
  const recipient = reserve(rates.recipient, paid.recipient, nowMs);
  const channel = reserve(rates.channel, paid.channel, nowMs);
  return {
    sendAtMs: Math.max(recipient.sendAtMs, channel.sendAtMs),
    paid: { recipient: recipient.paidUntilMs, channel: channel.paidUntilMs },
  };
}

/** Nothing more at this rate for a while: the other side said that we go too fast, so the burst is spent as well. */
export function pause(rate: Rate, paidUntilMs: number | undefined, nowMs: number, forMs: number): number {
  return Math.max(paidUntilMs ?? nowMs, nowMs + forMs + (rate.burst - 1) * rate.everyMs);
}

export type Reservation = { readonly sendAtMs: number; readonly paidUntilMs: number };

/** What is remembered of a channel and of one recipient. */
export type Pace = { readonly channel?: number | undefined; readonly recipient?: number | undefined };
