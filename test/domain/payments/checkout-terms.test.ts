import { DateTime } from "luxon";
import { expect, it } from "vitest";
import { checkoutExpiry, checkoutIdempotencyKey } from "../../../src/domain/payments/checkout-terms.ts";

it("one attempt has one key, and the next attempt another", () => {
  expect(checkoutIdempotencyKey({ paymentLinkId: "0199", attempt: 1 })).toBe("pr_0199_1");
  expect(checkoutIdempotencyKey({ paymentLinkId: "0199", attempt: 2 })).toBe("pr_0199_2");
});

it("a checkout ends in a whole second, within Stripe's 30 minutes to 24 hours even if the clocks are minutes apart", () => {
  const startedAt = DateTime.utc(2026, 3, 6, 12, 0, 0, 750);
  expect(checkoutExpiry(startedAt)).toEqual(DateTime.utc(2026, 3, 7, 11));
});
