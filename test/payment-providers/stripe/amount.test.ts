import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BrokenInvariant } from "../../../src/domain/assert.ts";
import { type Currency, DECIMALS, isCurrency, money } from "../../../src/domain/money.ts";
import { fromStripeAmount, toStripeAmount } from "../../../src/payment-providers/stripe/amount.ts";

const currencies = Object.keys(DECIMALS).filter(isCurrency);

describe("an amount at Stripe", () => {
  it("comes back as the amount that was sent, in every currency", async () => {
    const amounts = fc.tuple(fc.bigInt({ min: 1n, max: 2n ** 53n - 1n }), fc.constantFrom(...currencies));
    await fc.assert(
      fc.property(amounts, ([minor, currency]) => {
        expect(fromStripeAmount(toStripeAmount(money(minor, currency)))).toEqual(money(minor, currency));
      }),
    );
  });

  it("is counted in pesos in Chile and in cents in Colombia", () => {
    expect(toStripeAmount(money(12_000n, "CLP"))).toEqual({ amount: 12_000, currency: "clp" });
    expect(toStripeAmount(money(1_200_000n, "COP"))).toEqual({ amount: 1_200_000, currency: "cop" });
  });

  it("of nothing, less than nothing, or more than a number can say is never sent", () => {
    for (const minor of [0n, -1n, 2n ** 53n])
      expect(() => toStripeAmount(money(minor, "MXN"))).toThrow(BrokenInvariant);
  });

  it("in a currency without books, or of part of a unit, is not read", () => {
    expect(fromStripeAmount({ amount: 100, currency: "jpy" })).toBeUndefined();
    expect(fromStripeAmount({ amount: 1.5, currency: "mxn" })).toBeUndefined();
  });

  it("follows the provider's decimals where they differ from ours, and refuses what would be rounded", () => {
    const provider: Record<Currency, number> = { ...DECIMALS, COP: 0, CLP: 2 };
    expect(toStripeAmount(money(1_200_000n, "COP"), provider)).toEqual({ amount: 12_000, currency: "cop" });
    expect(() => toStripeAmount(money(1_200_050n, "COP"), provider)).toThrow(BrokenInvariant);
    expect(fromStripeAmount({ amount: 12_000, currency: "cop" }, provider)).toEqual(money(1_200_000n, "COP"));
    expect(fromStripeAmount({ amount: 1_250, currency: "clp" }, provider)).toBeUndefined();
  });
});
