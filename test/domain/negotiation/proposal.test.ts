import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { money, sum } from "../../../src/domain/money.ts";
import { type Proposal, proposalToTerms } from "../../../src/domain/negotiation/proposal.ts";
import { planInstalments } from "../../../src/domain/negotiation/schedule.ts";
import type { PlanTerms } from "../../../src/domain/negotiation/terms.ts";
import { isoDate } from "../../../src/domain/time.ts";

const today = isoDate("2026-11-22");
const friday = isoDate("2026-11-27");
const owed = money(100_000_000n, "COP");

describe("a typed proposal", () => {
  test.each<[string, Proposal, PlanTerms]>([
    [
      "200 mil hoy y el resto en 3",
      { firstAmount: "COP 200000.00", firstOn: today, instalments: 3 },
      { instalments: 4, frequency: "monthly", firstAmount: "COP 200000.00", firstOn: today },
    ],
    [
      "200 mil y el resto en 3 quincenas",
      { firstAmount: "COP 200000.00", instalments: 3, frequency: "quincenal" },
      { instalments: 4, frequency: "quincenal", firstAmount: "COP 200000.00", firstOn: today },
    ],
    ["en 5 cuotas", { instalments: 5 }, { instalments: 5, frequency: "monthly" }],
    ["en 5 de 200 mil", { instalments: 5, each: "COP 200000.00" }, { instalments: 5, frequency: "monthly" }],
    ["250 mil al mes", { each: "COP 250000.00", frequency: "monthly" }, { instalments: 4, frequency: "monthly" }],
    ["300 mil semanales", { each: "COP 300000.00", frequency: "weekly" }, { instalments: 4, frequency: "weekly" }],
    [
      "400 mil el viernes y luego de a 300 mil",
      { firstAmount: "COP 400000.00", firstOn: friday, each: "COP 300000.00" },
      { instalments: 3, frequency: "monthly", firstAmount: "COP 400000.00", firstOn: friday },
    ],
    ["todo el viernes", { firstOn: friday }, { instalments: 1, frequency: "monthly", firstOn: friday }],
    [
      "un millón el viernes",
      { firstAmount: "COP 1000000.00", firstOn: friday },
      { instalments: 1, frequency: "monthly", firstAmount: "COP 1000000.00", firstOn: friday },
    ],
    [
      "200 mil hoy, 300 mil el viernes y el resto el 15",
      {
        instalments: 3,
        parts: [
          { amount: "COP 200000.00", on: today },
          { amount: "COP 300000.00", on: friday },
          { rest: true, amount: "COP 500000.00", on: isoDate("2026-12-15") },
        ],
      },
      {
        instalments: 3,
        frequency: "monthly",
        parts: [
          { amount: "COP 200000.00", on: today },
          { amount: "COP 300000.00", on: friday },
          { amount: "COP 500000.00", on: isoDate("2026-12-15") },
        ],
      },
    ],
    [
      "la mitad hoy y el resto el otro mes",
      {
        firstAmount: "COP 500000.00",
        firstOn: today,
        instalments: 1,
        frequency: "monthly",
        parts: [
          { amount: "COP 500000.00", on: today },
          { rest: true, amount: "COP 500000.00" },
        ],
      },
      { instalments: 2, frequency: "monthly", firstAmount: "COP 500000.00", firstOn: today },
    ],
  ])("«%s» becomes terms", (_words, proposal, expected) => {
    expect(proposalToTerms(proposal, owed, today)).toEqual(expected);
  });

  test.each<[string, Proposal]>([
    ["200 mil hoy, and nothing about the rest", { firstAmount: "COP 200000.00", firstOn: today }],
    ["nothing at all", {}],
    ["only a rhythm", { frequency: "weekly" }],
    ["four of 50 mil, which do not pay a million", { instalments: 4, each: "COP 50000.00" }],
    ["four of 500 mil, of which two would pay it", { instalments: 4, each: "COP 500000.00" }],
    ["more than is owed", { firstAmount: "COP 2000000.00", instalments: 2 }],
    ["dollars for a debt in pesos", { firstAmount: "USD 100.00", instalments: 2 }],
    ["an amount nobody can read", { each: "200 mil" }],
    ["nothing each", { each: "COP 0.00" }],
    ["a peso each, for ever", { each: "COP 1.00" }],
    ["zero instalments", { instalments: 0 }],
    ["half an instalment", { instalments: 1.5 }],
    ["an amount that is to be the end of it", { firstAmount: "COP 1000000.00", settles: true }],
    [
      "parts that pay less than is owed",
      {
        parts: [
          { amount: "COP 200000.00", on: today },
          { amount: "COP 200000.00", on: friday },
        ],
      },
    ],
    [
      "parts of which one has no day",
      { firstAmount: "COP 500000.00", parts: [{ amount: "COP 500000.00", on: today }, { amount: "COP 500000.00" }] },
    ],
    [
      "parts in no order",
      {
        parts: [
          { amount: "COP 500000.00", on: friday },
          { amount: "COP 500000.00", on: today },
        ],
      },
    ],
    [
      "more parts than are repeated one by one",
      {
        parts: ["2026-11-22", "2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26"].map((day) => ({
          amount: "COP 200000.00",
          on: isoDate(day),
        })),
      },
    ],
  ])("%s is left to a person", (_what, proposal) => {
    expect(proposalToTerms(proposal, owed, today)).toBeUndefined();
  });

  test("nobody plans a debt of nothing", () => {
    expect(proposalToTerms({ instalments: 2 }, money(0n, "COP"), today)).toBeUndefined();
  });

  test("amounts named for each payment are never exceeded, and the plan pays the whole", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1_000_000n, max: 100_000_000n }), (each) => {
        const part = money(each - (each % 100n), "COP");
        const terms = proposalToTerms({ each: `COP ${part.minor / 100n}.00` }, owed, today);
        if (terms === undefined) throw new Error("a proposal with an amount for each payment says how all is paid");
        const plan = planInstalments(owed, terms, today);
        expect(
          sum(
            plan.map(({ amount }) => amount),
            "COP",
          ),
        ).toEqual(owed);
        // The last takes the remainder of a division: fewer minor units than there are instalments.
        for (const { amount } of plan) expect(amount.minor).toBeLessThan(part.minor + BigInt(plan.length));
      }),
    );
  });
});
