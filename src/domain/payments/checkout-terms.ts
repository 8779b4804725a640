import type { DateTime } from "luxon";
import type { Attribution } from "./payment-fact.ts";

/** The key under which a provider takes one attempt at one link once, however often it is sent. */
export function checkoutIdempotencyKey({
  paymentLinkId,
  attempt,
}: Pick<Attribution, "paymentLinkId" | "attempt">): string {
  return `pr_${paymentLinkId}_${attempt}`;
}

/**
 * How long a checkout may stay open: 23 hours, inside the 24 that Stripe allows and with room for clocks that differ
 * (docs.stripe.com/api/checkout/sessions/create, `expires_at`). `startedAt` is real time, kept with the attempt.
 */
export function checkoutExpiry(startedAt: DateTime): DateTime {
  return startedAt.plus({ hours: 23 }).startOf("second");
}
