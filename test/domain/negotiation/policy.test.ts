import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare, type Money, money, sum } from "../../../src/domain/money.ts";
import { offersFor } from "../../../src/domain/negotiation/offers.ts";
import { smallestFirst, withinPolicy } from "../../../src/domain/negotiation/policy.ts";
import { FREQUENCIES, type PlanPolicy, type PlanTerms } from "../../../src/domain/negotiation/terms.ts";
import { addDays, isoDate } from "../../../src/domain/time.ts";

const today = isoDate("2026-11-22");
const pesos = (units: bigint): Money => money(units * 100n, "COP");
const owed = pesos(600_000n);

const policy: PlanPolicy = {
  maxInstalments: 6,
  frequencies: ["monthly", "quincenal", "weekly"],
  minFirstPaymentMinor: 5_000_000n,
  minFirstPaymentBasisPoints: 1_000,
  minInstalmentMinor: 2_000_000n,
  maxDaysToFirstPayment: 7,
  maxPromiseDays: 15,
  multipleOfMinor: 10_000n,
};

describe("payments that follow no rhythm", () => {
  const parts = (...named: [day: string, units: number][]): PlanTerms => ({
    instalments: named.length,
    frequency: "monthly",
    parts: named.map(([day, units]) => ({ on: isoDate(day), amount: `COP ${units}.00` })),
  });

  test("come back with these very days and amounts", () => {
    const terms = parts(["2026-11-22", 100_000], ["2026-12-15", 300_000], ["2026-12-31", 200_000]);
    const verdict = withinPolicy(terms, owed, policy, today);
    expect(verdict.ok && verdict.offer.instalments).toEqual([
      { number: 1, dueOn: "2026-11-22", amount: pesos(100_000n) },
      { number: 2, dueOn: "2026-12-15", amount: pesos(300_000n) },
      { number: 3, dueOn: "2026-12-31", amount: pesos(200_000n) },
    ]);
  });

  test.each<[string, PlanTerms, string]>([
    ["less than is owed", parts(["2026-11-22", 100_000], ["2026-12-15", 300_000]), "parts_do_not_pay_it"],
    ["the second before the first", parts(["2026-11-25", 300_000], ["2026-11-24", 300_000]), "parts_out_of_order"],
    ["two on one day", parts(["2026-11-25", 300_000], ["2026-11-25", 300_000]), "parts_out_of_order"],
    ["the first gone by", parts(["2026-11-21", 300_000], ["2026-11-24", 300_000]), "first_payment_in_the_past"],
    ["the first too late", parts(["2026-11-30", 300_000], ["2026-12-24", 300_000]), "first_payment_too_late"],
    [
      "the last after the longest plan",
      parts(["2026-11-22", 300_000], ["2027-04-30", 300_000]),
      "last_payment_too_late",
    ],
    ["the first too small", parts(["2026-11-22", 50_000], ["2026-12-24", 550_000]), "first_payment_too_small"],
    ["a later one too small", parts(["2026-11-22", 590_000], ["2026-12-24", 10_000]), "instalment_too_small"],
    [
      "no count of them",
      { ...parts(["2026-11-22", 300_000], ["2026-12-24", 300_000]), instalments: 3 },
      "no_whole_number_of_instalments",
    ],
    [
      "more of them than a plan may have",
      { ...parts(["2026-11-22", 600_000]), instalments: 7 },
      "too_many_instalments",
    ],
  ])("%s is a person's to decide", (_what, terms, because) => {
    expect(withinPolicy(terms, owed, policy, today)).toEqual({ ok: false, because });
  });

  test("another currency is one too", () => {
    const terms: PlanTerms = {
      instalments: 2,
      frequency: "monthly",
      parts: [
        { on: today, amount: "USD 300.00" },
        { on: isoDate("2026-12-15"), amount: "USD 300.00" },
      ],
    };
    expect(withinPolicy(terms, owed, policy, today)).toEqual({ ok: false, because: "other_currency" });
  });
});

describe("what the bot may agree to by itself", () => {
  test("equal instalments inside every limit come back dated and exact", () => {
    const verdict = withinPolicy({ instalments: 3, frequency: "monthly" }, owed, policy, today);
    expect(verdict).toMatchObject({ ok: true, offer: { total: owed } });
    expect(verdict.ok && verdict.offer.instalments.map(({ amount }) => amount)).toEqual([
      pesos(200_000n),
      pesos(200_000n),
      pesos(200_000n),
    ]);
  });

  test.each<[string, PlanTerms, string]>([
    ["one instalment too many", { instalments: 7, frequency: "monthly" }, "too_many_instalments"],
    ["no instalment", { instalments: 0, frequency: "monthly" }, "no_whole_number_of_instalments"],
    ["half an instalment", { instalments: 2.5, frequency: "monthly" }, "no_whole_number_of_instalments"],
    [
      "a first payment under the floor",
      { instalments: 2, frequency: "monthly", firstAmount: "COP 59999.00" },
      "first_payment_too_small",
    ],
    [
      "a negative first payment",
      { instalments: 2, frequency: "monthly", firstAmount: "COP -5.00" },
      "first_payment_too_small",
    ],
    [
      "one payment of a part",
      { instalments: 1, frequency: "monthly", firstAmount: "COP 599999.00" },
      "first_payment_too_small",
    ],
    [
      "one payment of more than is owed",
      { instalments: 1, frequency: "monthly", firstAmount: "COP 600001.00" },
      "first_payment_too_large",
    ],
    [
      "a first payment that leaves nothing",
      { instalments: 2, frequency: "monthly", firstAmount: "COP 600000.00" },
      "first_payment_too_large",
    ],
    [
      "a rest in crumbs",
      { instalments: 6, frequency: "monthly", firstAmount: "COP 550000.00" },
      "instalment_too_small",
    ],
    ["another currency", { instalments: 2, frequency: "monthly", firstAmount: "USD 100.00" }, "other_currency"],
    ["an amount in words", { instalments: 2, frequency: "monthly", firstAmount: "cien" }, "amount_not_understood"],
    [
      "a first payment yesterday",
      { instalments: 2, frequency: "monthly", firstOn: isoDate("2026-11-21") },
      "first_payment_in_the_past",
    ],
    [
      "a first payment a day too late",
      { instalments: 2, frequency: "monthly", firstOn: isoDate("2026-11-30") },
      "first_payment_too_late",
    ],
  ])("%s goes to a person, with the reason", (_what, terms, because) => {
    expect(withinPolicy(terms, owed, policy, today)).toEqual({ ok: false, because });
  });

  test("a rhythm the business does not offer, and a debt of nothing, go to a person", () => {
    const monthlyOnly: PlanPolicy = { ...policy, frequencies: ["monthly"] };
    expect(withinPolicy({ instalments: 2, frequency: "weekly" }, owed, monthlyOnly, today)).toEqual({
      ok: false,
      because: "frequency_not_offered",
    });
    expect(withinPolicy({ instalments: 1, frequency: "monthly" }, pesos(0n), policy, today)).toEqual({
      ok: false,
      because: "nothing_owed",
    });
  });

  test("the limits themselves are inside", () => {
    const edge: PlanTerms = {
      instalments: 6,
      frequency: "monthly",
      firstAmount: "COP 60000.00",
      firstOn: addDays(today, 7),
    };
    expect(withinPolicy(edge, owed, policy, today).ok).toBe(true);
  });

  test("the larger of the two floors for the first payment holds, and never exceeds the debt", () => {
    expect(smallestFirst(owed, policy)).toEqual(pesos(60_000n));
    expect(smallestFirst(pesos(100_000n), policy)).toEqual(pesos(50_000n));
    expect(smallestFirst(pesos(1_000n), policy)).toEqual(pesos(1_000n));
    expect(smallestFirst(money(10_001n, "COP"), { ...policy, minFirstPaymentMinor: 0n })).toEqual(money(1_001n, "COP"));
  });

  test("paying everything at once is always allowed", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 12n }), (minor) => {
        expect(withinPolicy({ instalments: 1, frequency: "monthly" }, money(minor, "COP"), policy, today).ok).toBe(
          true,
        );
      }),
    );
  });
});

const anyPolicy: fc.Arbitrary<PlanPolicy> = fc.record({
  maxInstalments: fc.integer({ min: 1, max: 24 }),
  frequencies: fc.uniqueArray(fc.constantFrom(...FREQUENCIES), { minLength: 1 }),
  minFirstPaymentMinor: fc.bigInt({ min: 0n, max: 20_000_000n }),
  minFirstPaymentBasisPoints: fc.integer({ min: 0, max: 10_000 }),
  minInstalmentMinor: fc.bigInt({ min: 0n, max: 20_000_000n }),
  maxDaysToFirstPayment: fc.integer({ min: 0, max: 60 }),
  maxPromiseDays: fc.integer({ min: 0, max: 60 }),
  multipleOfMinor: fc.constantFrom(1n, 100n, 10_000n, 100_000n),
});

describe("what the bot offers", () => {
  test("an ordinary debt gets a few clear plans, shortest first in the preferred rhythm", () => {
    expect(offersFor(owed, policy, today).map(({ terms }) => `${terms.instalments} ${terms.frequency}`)).toEqual([
      "2 monthly",
      "3 monthly",
      "6 monthly",
      "2 quincenal",
      "4 quincenal",
      "4 weekly",
    ]);
  });

  test("a floor above an equal part makes the first payment exactly the floor", () => {
    const offer = offersFor(owed, { ...policy, minFirstPaymentBasisPoints: 6_000 }, today).at(0);
    expect(offer?.terms).toEqual({ instalments: 2, frequency: "monthly", firstAmount: "COP 360000.00" });
    expect(offer?.instalments.map(({ amount }) => amount)).toEqual([pesos(360_000n), pesos(240_000n)]);
  });

  test("a debt too small to split is offered no plan", () => {
    expect(offersFor(pesos(30_000n), policy, today)).toEqual([]);
    expect(offersFor(money(1n, "COP"), policy, today)).toEqual([]);
    expect(offersFor(money(0n, "COP"), policy, today)).toEqual([]);
  });

  test("every offer is within the policy, pays the whole, and none is said twice, for any policy and debt", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 11n }), anyPolicy, (minor, anyOne) => {
        const debt = money(minor, "COP");
        const offers = offersFor(debt, anyOne, today);
        expect(offers.length).toBeLessThanOrEqual(6);
        expect(new Set(offers.map(({ terms }) => JSON.stringify(terms))).size).toBe(offers.length);
        for (const offer of offers) {
          expect(withinPolicy(offer.terms, debt, anyOne, today)).toEqual({ ok: true, offer });
          expect(
            sum(
              offer.instalments.map(({ amount }) => amount),
              "COP",
            ),
          ).toEqual(debt);
          expect(offer.instalments.length).toBeLessThanOrEqual(anyOne.maxInstalments);
          expect(compare(offer.instalments[0]?.amount ?? debt, smallestFirst(debt, anyOne))).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
