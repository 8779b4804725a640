import type { DateTime } from "luxon";
import type { Attribution } from "./payment-fact.ts";

/** The key under which a provider takes one attempt at one link once, however often it is sent. */
export function checkoutIdempotencyKey({
  paymentLinkId,
  attempt,
}: Pick<Attribution, "paymentLinkId" | "attempt">): string {
  return `pr_${paymentLinkId}_${attempt}`;
}

/** How long a checkout may stay open: inside the 24 hours that Stripe allows, with room for clocks that differ. */
export const OPEN_FOR_HOURS = 23;

/**
 * When a checkout that starts now closes (docs.stripe.com/api/checkout/sessions/create, `expires_at`). `startedAt` is real
 * time, kept with the attempt.
 */
export function checkoutExpiry(startedAt: DateTime): DateTime {
  return startedAt.plus({ hours: OPEN_FOR_HOURS }).startOf("second");
}
