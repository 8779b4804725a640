import { DateTime } from "luxon";
import { type Clock, systemClock } from "../../src/clock.ts";
import { money } from "../../src/domain/money.ts";
import { checkoutExpiry, checkoutIdempotencyKey } from "../../src/domain/payments/checkout-terms.ts";
import type { CheckoutRequest } from "../../src/payment-providers/payment-provider.ts";

export const NOON = DateTime.fromISO("2026-03-06T12:00:00Z", { zone: "utc" });
export const stoppedClock: Clock = { now: () => NOON, elapsedMs: systemClock.elapsedMs };

export const SECRET_KEY = "sk_test_sample0000000007";

export function checkoutRequest(changes: Partial<CheckoutRequest> = {}): CheckoutRequest {
  const marks = {
    businessId: "01990000-0000-7000-8000-000000000001",
    paymentLinkId: "01990000-0000-7000-8000-0000000000aa",
    attempt: 1,
  };
  return {
    ...marks,
    amount: money(20_000_050n, "COP"),
    description: "Factura 0007 de Tienda de muestra 07",
    language: "es",
    successUrl: "https://example.test/p/tok/thanks",
    cancelUrl: "https://example.test/p/tok",
    expiresAt: checkoutExpiry(NOON),
    idempotencyKey: checkoutIdempotencyKey({ ...marks, ...changes }),
    ...changes,
  };
}
