import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromText, type Money, money, sum, toText } from "../../../src/domain/money.ts";
import { dueDays, evenly, planInstalments, quincenaAfter } from "../../../src/domain/negotiation/schedule.ts";
import { FREQUENCIES, type PlanTerms } from "../../../src/domain/negotiation/terms.ts";
import { addDays, type IsoDate, isoDate } from "../../../src/domain/time.ts";

const today = isoDate("2026-11-22");
const pesos = (units: bigint): Money => money(units * 100n, "COP");
const anyDay: fc.Arbitrary<IsoDate> = fc
  .integer({ min: 0, max: 3_000 })
  .map((days) => addDays(isoDate("2023-12-30"), days));

describe("equal parts", () => {
  test.each([
    ["1000 in 6 are five of 167 and one of 165", 1000n, 6, 1n, [167n, 167n, 167n, 167n, 167n, 165n]],
    ["938 in 3 leave one less in the last", 938n, 3, 1n, [313n, 313n, 312n]],
    ["100 in 3 leave one more in the last", 100n, 3, 1n, [33n, 33n, 34n]],
    ["multiples of 100 leave the odd rest in the last", 100_050n, 4, 100n, [25_000n, 25_000n, 25_000n, 25_050n]],
    ["an exact half is rounded up", 250n, 2, 50n, [150n, 100n]],
    ["rounding up that would starve the last rounds down", 10n, 6, 1n, [1n, 1n, 1n, 1n, 1n, 5n]],
    ["parts below the multiple are not rounded to it", 90n, 3, 100n, [30n, 30n, 30n]],
    ["one part is the whole", 7n, 1, 5n, [7n]],
  ])("%s", (_sentence, whole, parts, multiple, expected) => {
    expect(evenly(money(whole, "COP"), parts, multiple).map(({ minor }) => minor)).toEqual(expected);
  });

  test("parts that would each be less than a minor unit are refused", () => {
    expect(() => evenly(money(2n, "COP"), 3, 1n)).toThrow("cannot be paid in 3 parts");
    expect(() => evenly(money(2n, "COP"), 0, 1n)).toThrow("cannot split into 0 parts");
    expect(() => evenly(money(2n, "COP"), 1, 0n)).toThrow("no unit to round to");
  });
});

describe("due days", () => {
  test.each([
    ["monthly", "2024-01-31", ["2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30"]],
    ["monthly", "2026-11-30", ["2026-11-30", "2026-12-30", "2027-01-30", "2027-02-28"]],
    ["weekly", "2026-12-28", ["2026-12-28", "2027-01-04", "2027-01-11", "2027-01-18"]],
    ["quincenal", "2026-11-22", ["2026-11-22", "2026-11-30", "2026-12-15", "2026-12-31"]],
    ["quincenal", "2027-01-31", ["2027-01-31", "2027-02-15", "2027-02-28", "2027-03-15"]],
    ["quincenal", "2024-02-15", ["2024-02-15", "2024-02-29", "2024-03-15", "2024-03-31"]],
  ] as const)("%s from %s clamp against the first day and never drift", (frequency, first, expected) => {
    expect(dueDays(isoDate(first), frequency, 4)).toEqual(expected);
  });

  test("a quincena is the next 15th or last day, and comes after any day", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const next = quincenaAfter(day);
        expect(next > day).toBe(true);
        expect(next.endsWith("-15") || addDays(next, 1).endsWith("-01")).toBe(true);
        for (let between = addDays(day, 1); between < next; between = addDays(between, 1)) {
          expect(between.endsWith("-15") || addDays(between, 1).endsWith("-01")).toBe(false);
        }
      }),
    );
  });
});

describe("a plan", () => {
  const anyPlan = fc
    .record({
      owed: fc.bigInt({ min: 1_000n, max: 10n ** 12n }),
      instalments: fc.integer({ min: 1, max: 60 }),
      frequency: fc.constantFrom(...FREQUENCIES),
      firstOn: anyDay,
      firstShare: fc.option(fc.integer({ min: 1, max: 90 }), { nil: undefined }),
      multipleOfMinor: fc.constantFrom(1n, 100n, 10_000n),
    })
    .map(({ owed, instalments, frequency, firstOn, firstShare, multipleOfMinor }) => {
      const firstMinor = firstShare === undefined ? undefined : (owed * BigInt(firstShare) + 99n) / 100n;
      const terms: PlanTerms =
        firstMinor === undefined || instalments === 1
          ? { instalments, frequency, firstOn }
          : { instalments, frequency, firstOn, firstAmount: toText(money(firstMinor, "COP")) };
      return { owed: money(owed, "COP"), terms, multipleOfMinor };
    });

  test("pays the whole and no more, on ascending days, with no empty instalment", () => {
    fc.assert(
      fc.property(anyPlan, ({ owed, terms, multipleOfMinor }) => {
        const plan = planInstalments(owed, terms, today, { multipleOfMinor });
        expect(plan.map(({ number }) => number)).toEqual(plan.map((_, index) => index + 1));
        expect(
          sum(
            plan.map(({ amount }) => amount),
            "COP",
          ),
        ).toEqual(owed);
        expect(plan.every(({ amount }) => amount.minor > 0n)).toBe(true);
        expect(plan.every(({ dueOn }, index) => index === 0 || dueOn > (plan[index - 1]?.dueOn ?? dueOn))).toBe(true);
        expect(plan[0]?.dueOn).toBe(terms.firstOn);
        expect(plan).toHaveLength(terms.instalments);
      }),
      { numRuns: 2_000 },
    );
  });

  test("keeps the first payment that was agreed, and makes all between first and last equal", () => {
    fc.assert(
      fc.property(anyPlan, ({ owed, terms, multipleOfMinor }) => {
        const plan = planInstalments(owed, terms, today, { multipleOfMinor });
        if (terms.firstAmount !== undefined) expect(plan[0]?.amount).toEqual(fromText(terms.firstAmount));
        const middle = plan.slice(1, -1).map(({ amount }) => amount.minor);
        expect(new Set(middle).size).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("begins today when no day was named", () => {
    const plan = planInstalments(pesos(300_000n), { instalments: 3, frequency: "monthly" }, today);
    expect(plan.map(({ dueOn, amount }) => `${dueOn} ${toText(amount)}`)).toEqual([
      "2026-11-22 COP 100000.00",
      "2026-12-22 COP 100000.00",
      "2027-01-22 COP 100000.00",
    ]);
  });

  test("of 200 today and the rest in three leaves the odd peso to the last", () => {
    const terms: PlanTerms = { instalments: 4, frequency: "monthly", firstAmount: "COP 200.00" };
    const plan = planInstalments(pesos(1_000n), terms, today, { multipleOfMinor: 100n });
    expect(plan.map(({ amount }) => amount.minor)).toEqual([20_000n, 26_700n, 26_700n, 26_600n]);
  });

  test.each([
    ["nothing owed", 0n, { instalments: 1, frequency: "monthly" }, "needs no plan"],
    [
      "a first payment of the whole",
      100n,
      { instalments: 2, frequency: "monthly", firstAmount: "COP 1.00" },
      "leaves nothing",
    ],
    [
      "a first payment of nothing",
      100n,
      { instalments: 2, frequency: "monthly", firstAmount: "COP 0.00" },
      "pays nothing",
    ],
    [
      "a single payment of a part",
      100n,
      { instalments: 1, frequency: "monthly", firstAmount: "COP 0.50" },
      "does not pay",
    ],
    ["words for an amount", 100n, { instalments: 2, frequency: "monthly", firstAmount: "50 mil" }, "is no amount"],
  ] as const)("is a broken assumption with %s", (_what, minor, terms, message) => {
    expect(() => planInstalments(money(minor, "COP"), terms, today)).toThrow(message);
  });
});
