import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BrokenInvariant } from "../../../src/domain/assert.ts";
import { money } from "../../../src/domain/money.ts";
import { foldPayment } from "../../../src/domain/payments/fold-payment.ts";
import { ATTRIBUTION, anyFact, at, factOf, OWED, PAYMENT, settledAt, shuffledWithRepeats } from "./facts.ts";

const announced = factOf(at(0), { type: "announced" as const, amount: OWED });
const processing = factOf(at(1), { type: "processing" as const, amount: OWED });
const declined = factOf(at(2), { type: "failed" as const, because: "declined" as const });
const half = money(OWED.minor / 2n, "COP");
const refund = (minutes: number, status: "requested" | "succeeded" | "failed", amount = OWED) =>
  factOf(at(minutes), { type: "refund" as const, reference: `stripe:re_${amount.minor}`, amount, status });
const dispute = (minutes: number, step: "opened" | "withdrawn" | "reinstated" | "won" | "lost" | "closed") =>
  factOf(at(minutes), { type: "dispute" as const, reference: "stripe:dp_1", amount: OWED, step });

describe("any order and number of facts", () => {
  it("gives the same standing", async () => {
    const histories = fc
      .array(anyFact, { minLength: 1, maxLength: 12 })
      .chain((facts) => fc.tuple(fc.constant(facts), shuffledWithRepeats(facts)));
    await fc.assert(
      fc.property(histories, ([facts, delivered]) => {
        expect(foldPayment(delivered)).toEqual(foldPayment(facts));
      }),
      { numRuns: 2_000 },
    );
  });

  it("settles a payment at most once, for its own amount", async () => {
    await fc.assert(
      fc.property(fc.array(anyFact, { minLength: 1, maxLength: 12 }), (facts) => {
        const { settled, state, kept } = foldPayment(facts);
        expect(settled?.amount).toEqual(facts.some(({ type }) => type === "settled") ? OWED : undefined);
        expect(state === "settled" || state === "reversed").toBe(settled !== undefined);
        if (kept) expect(kept.minor > 0n).toBe(state === "settled");
      }),
    );
  });

  it("dates a settlement by its first report", () => {
    expect(foldPayment([settledAt(at(5)), settledAt(at(3)), settledAt(at(4))]).settled?.at).toEqual(at(3));
  });
});

describe("before money settles", () => {
  it("the latest word holds, so a voucher chosen after a declined card is under way", () => {
    expect(foldPayment([declined, announced]).state).toBe("failed");
    expect(foldPayment([declined, announced]).failedBecause).toBe("declined");
    const voucher = { ...processing, at: at(3) };
    expect(foldPayment([voucher, declined, announced])).toMatchObject({ state: "processing", amount: OWED });
    expect(foldPayment([voucher, declined]).failedBecause).toBeUndefined();
  });

  it("of two words in one second the later stage holds", () => {
    expect(foldPayment([{ ...declined, at: at(1) }, processing]).state).toBe("failed");
  });

  it("a receipt without a readable amount is to verify and says no amount", () => {
    const claimed = factOf(at(0), { type: "to_verify" as const, amount: undefined });
    expect(foldPayment([claimed])).toMatchObject({ state: "to_verify", amount: undefined, kept: undefined });
  });

  it("nothing that comes later unsettles a settled payment", () => {
    const late = { ...declined, at: at(9) };
    expect(foldPayment([settledAt(at(3)), late])).toMatchObject({ state: "settled", failedBecause: undefined });
  });
});

describe("money that goes back", () => {
  it("a refund of all reverses the payment, a refund of half leaves half", () => {
    expect(foldPayment([settledAt(at(0)), refund(1, "requested")]).state).toBe("reversed");
    expect(foldPayment([settledAt(at(0)), refund(1, "succeeded", half)])).toMatchObject({
      state: "settled",
      kept: half,
    });
  });

  it("two refunds of half each reverse the payment", () => {
    const other = { ...refund(1, "succeeded", half), reference: "stripe:re_second" };
    expect(foldPayment([settledAt(at(0)), refund(2, "succeeded", half), other]).state).toBe("reversed");
  });

  it("a refund that fails, even after it succeeded, takes nothing", () => {
    const facts = [settledAt(at(0)), refund(3, "failed"), refund(1, "requested"), refund(2, "succeeded")];
    expect(foldPayment(facts)).toMatchObject({ state: "settled", kept: OWED });
    expect(foldPayment(facts).refunds).toEqual([
      {
        reference: `stripe:re_${OWED.minor}`,
        amount: OWED,
        at: at(1),
        status: "failed",
        succeededAt: at(2),
        failedAt: at(3),
      },
    ]);
  });

  it("a dispute takes the money when the bank does, and not when it warns", () => {
    expect(foldPayment([settledAt(at(0)), dispute(1, "opened")]).state).toBe("settled");
    expect(foldPayment([settledAt(at(0)), dispute(1, "opened"), dispute(2, "withdrawn")]).state).toBe("reversed");
  });

  it("a dispute that is won gives it back, in whatever order the news comes", () => {
    const news = [dispute(4, "won"), dispute(3, "reinstated"), dispute(2, "withdrawn"), settledAt(at(0))];
    expect(foldPayment(news)).toMatchObject({ state: "settled", kept: OWED });
  });

  it("a step of a dispute is dated by its first report", () => {
    const facts = [settledAt(at(0)), dispute(5, "withdrawn"), dispute(2, "withdrawn")];
    expect(foldPayment(facts).disputes).toEqual([
      { reference: "stripe:dp_1", amount: OWED, steps: { withdrawn: at(2) } },
    ]);
  });

  it("a refund before its payment waits for it", () => {
    expect(foldPayment([refund(1, "succeeded")])).toMatchObject({ waitsForPayment: true, kept: undefined });
    expect(foldPayment([refund(1, "succeeded"), settledAt(at(0))]).waitsForPayment).toBe(false);
  });
});

describe("whose the payment is", () => {
  it("is known when any fact knows it", () => {
    const unmarked = { ...settledAt(at(0)), attribution: undefined };
    expect(foldPayment([unmarked]).attribution).toBeUndefined();
    expect(foldPayment([unmarked, announced])).toMatchObject({ payment: PAYMENT, attribution: ATTRIBUTION });
  });
});

describe("what cannot be", () => {
  it("one reference with two amounts is a broken assumption", () => {
    const other = { ...settledAt(at(1)), amount: half, type: "settled" as const, reference: `${PAYMENT}:paid` };
    expect(() => foldPayment([settledAt(at(0)), other])).toThrow(BrokenInvariant);
  });

  it("facts of two payments are never folded into one, and no facts into nothing", () => {
    expect(() => foldPayment([announced, { ...announced, payment: "stripe:pi_other" }])).toThrow(BrokenInvariant);
    expect(() => foldPayment([])).toThrow(BrokenInvariant);
  });
});
