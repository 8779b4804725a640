import * as fc from "fast-check";
import { DateTime } from "luxon";
import { money } from "../../../src/domain/money.ts";
import { DISPUTE_STEPS, type PaymentFact } from "../../../src/domain/payments/payment-fact.ts";

export const PAYMENT = "stripe:pi_sample07";
export const ATTRIBUTION = {
  businessId: "01990000-0000-7000-8000-000000000001",
  paymentLinkId: "01990000-0000-7000-8000-0000000000aa",
  attempt: 1,
};
export const OWED = money(20_000_000n, "COP");

/** Minutes after noon of a day in March. */
export function at(minutes: number): DateTime {
  return DateTime.utc(2026, 3, 6, 12).plus({ minutes });
}

const about = { payment: PAYMENT, attribution: ATTRIBUTION };
const moment = fc.integer({ min: 0, max: 6 }).map(at);
const part = fc.constantFrom(money(5_000_000n, "COP"), OWED);

/** Anything a provider could say about one payment, in which one reference always means one amount, as at a real one. */
export const anyFact: fc.Arbitrary<PaymentFact> = fc.oneof(
  moment.map((when): PaymentFact => ({ ...about, at: when, type: "announced", amount: OWED })),
  moment.map((when): PaymentFact => ({ ...about, at: when, type: "processing", amount: OWED })),
  fc
    .tuple(moment, fc.constantFrom("declined" as const, "canceled" as const, "expired" as const))
    .map(([when, because]): PaymentFact => ({ ...about, at: when, type: "failed", because })),
  moment.map(settledAt),
  moment.map(
    (when): PaymentFact => ({
      ...about,
      attribution: undefined,
      at: when,
      type: "fee",
      reference: "stripe:txn_1:fee",
      amount: money(90_000n, "COP"),
    }),
  ),
  fc.tuple(moment, part, fc.constantFrom("requested" as const, "succeeded" as const, "failed" as const)).map(
    ([when, amount, status]): PaymentFact => ({
      ...about,
      attribution: undefined,
      at: when,
      type: "refund",
      reference: `stripe:re_${amount.minor}`,
      amount,
      status,
    }),
  ),
  fc.tuple(moment, part, fc.constantFrom(...DISPUTE_STEPS)).map(
    ([when, amount, step]): PaymentFact => ({
      ...about,
      attribution: undefined,
      at: when,
      type: "dispute",
      reference: `stripe:dp_${amount.minor}`,
      amount,
      step,
    }),
  ),
);

export function settledAt(when: DateTime): PaymentFact {
  return { ...about, at: when, type: "settled", reference: `${PAYMENT}:paid`, amount: OWED };
}

export function factOf<T extends object>(when: DateTime, rest: T): T & typeof about & { at: DateTime } {
  return { ...about, at: when, ...rest };
}

/** The same facts in another order, some of them several times. */
export function shuffledWithRepeats(facts: readonly PaymentFact[]): fc.Arbitrary<PaymentFact[]> {
  return fc.array(fc.nat({ max: facts.length - 1 }), { maxLength: facts.length }).chain((again) => {
    const all = [...facts, ...again.flatMap((index) => facts[index] ?? [])];
    return fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
  });
}
