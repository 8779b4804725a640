import { expect, test } from "vitest";
import { planEcho, planSubject } from "../../../flows/lib/options.ts";
import { type EventFacts, eventOf } from "../../../src/app/conversations/event-of.ts";
import { ofUnits } from "../../../src/domain/money.ts";
import { withinPolicy } from "../../../src/domain/negotiation/policy.ts";
import type { PlanPolicy } from "../../../src/domain/negotiation/terms.ts";
import { isoDate } from "../../../src/domain/time.ts";
import type { Content } from "../../../src/domain/understanding/reading.ts";

const today = isoDate("2026-11-22");
const cop = (units: bigint) => ofUnits(units, "COP");

const policy: PlanPolicy = {
  maxInstalments: 6,
  frequencies: ["monthly"],
  minFirstPaymentMinor: 0n,
  minFirstPaymentBasisPoints: 1_000,
  minInstalmentMinor: 1_000_000n,
  maxDaysToFirstPayment: 7,
  maxPromiseDays: 15,
  multipleOfMinor: 1n,
};

const facts = (changed: Partial<EventFacts> = {}): EventFacts => ({
  expects: "offer",
  isStranger: false,
  owed: cop(1_000_000n),
  hasPlan: false,
  policy,
  today,
  documentLastFour: null,
  birthDate: () => undefined,
  about: () => ({ terms: null, promise: null }),
  stop: "none",
  echoed: undefined,
  didYouMean: [],
  ...changed,
});

const inParts = (rest: bigint): Content => ({
  type: "proposal",
  firstAmount: cop(200_000n),
  firstOn: today,
  instalments: 3,
  parts: [
    { amount: cop(200_000n), on: today },
    { amount: cop(300_000n), on: isoDate("2026-12-15") },
    { rest: true, amount: cop(rest), on: isoDate("2026-12-31") },
  ],
});

test("payments on days of their own that pay what is owed are terms, with these days and amounts", () => {
  const event = eventOf(inParts(500_000n), facts());
  expect(event).toEqual({
    type: "debtor.proposedWithinPolicy",
    terms: {
      instalments: 3,
      frequency: "monthly",
      parts: [
        { on: today, amount: "COP 200000.00" },
        { on: "2026-12-15", amount: "COP 300000.00" },
        { on: "2026-12-31", amount: "COP 500000.00" },
      ],
    },
  });
});

test("a yes to them agrees to these days and amounts, and to no others once less is owed", () => {
  const event = eventOf(inParts(500_000n), facts());
  if (event.type !== "debtor.proposedWithinPolicy") throw new Error(`they were ${event.type}`);
  const { terms } = event;
  const verdict = withinPolicy(terms, cop(1_000_000n), policy, today);
  if (!verdict.ok) throw new Error(verdict.because);
  const shown = { subject: planSubject(terms), echo: planEcho(verdict.offer) };
  const asked = facts({ expects: "confirmation", echoed: shown, about: () => ({ terms, promise: null }) });
  const yes: Content = { type: "yes", strict: true };
  expect(eventOf(yes, asked)).toEqual({ type: "debtor.confirmed" });
  expect(eventOf(yes, { ...asked, owed: cop(900_000n) })).toEqual({ type: "debtor.askedForOptions" });
});

test("beyond the policy an agent gets them whole", () => {
  expect(eventOf(inParts(400_000n), facts())).toEqual({
    type: "debtor.proposedBeyondPolicy",
    proposal: {
      firstAmount: "COP 200000.00",
      firstOn: today,
      instalments: 2,
      parts: [
        { amount: "COP 200000.00", on: today },
        { amount: "COP 300000.00", on: "2026-12-15" },
        { rest: true, amount: "COP 400000.00", on: "2026-12-31" },
      ],
    },
  });
});

test("an amount that is to settle it is a person's to accept, even the whole of it", () => {
  const settling: Content = { type: "proposal", firstAmount: cop(600_000n), settles: true };
  expect(eventOf(settling, facts())).toEqual({
    type: "debtor.proposedBeyondPolicy",
    proposal: { firstAmount: "COP 600000.00", settles: true },
  });
});

test("another rhythm for payments that had none is a plan of as many", () => {
  const terms = {
    instalments: 2,
    frequency: "monthly",
    parts: [
      { on: today, amount: "COP 500000.00" },
      { on: isoDate("2026-12-15"), amount: "COP 500000.00" },
    ],
  } as const;
  const asked = facts({ expects: "confirmation", about: () => ({ terms, promise: null }) });
  expect(eventOf({ type: "proposal", frequency: "monthly" }, asked)).toEqual({
    type: "debtor.proposedWithinPolicy",
    terms: { instalments: 2, frequency: "monthly" },
  });
});
