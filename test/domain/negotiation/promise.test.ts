import { describe, expect, test } from "vitest";
import { money } from "../../../src/domain/money.ts";
import { checkPromise, promiseStanding } from "../../../src/domain/negotiation/promise.ts";
import type { PlanPolicy } from "../../../src/domain/negotiation/terms.ts";
import { type IsoDate, isoDate } from "../../../src/domain/time.ts";

const today = isoDate("2026-11-22");
const owed = money(50_000n, "COP");
const policy: PlanPolicy = {
  maxInstalments: 6,
  frequencies: ["monthly"],
  minFirstPaymentMinor: 0n,
  minFirstPaymentBasisPoints: 0,
  minInstalmentMinor: 0n,
  maxDaysToFirstPayment: 7,
  maxPromiseDays: 15,
  multipleOfMinor: 1n,
};

describe("a promise", () => {
  test.each([
    ["today, of everything", "2026-11-22", undefined, { ok: true }],
    ["on the last day allowed", "2026-12-07", 1n, { ok: true }],
    ["a day later than allowed", "2026-12-08", 1n, { ok: false, because: "too_late" }],
    ["yesterday", "2026-11-21", 1n, { ok: false, because: "in_the_past" }],
    ["of nothing", "2026-11-23", 0n, { ok: false, because: "nothing" }],
    ["of all that is owed", "2026-11-23", 50_000n, { ok: true }],
    ["of more than is owed", "2026-11-23", 50_001n, { ok: false, because: "more_than_owed" }],
  ] as const)("%s gets the policy's answer", (_what, on, minor, expected) => {
    const promise = { on: isoDate(on), ...(minor === undefined ? {} : { amount: money(minor, "COP") }) };
    expect(checkPromise(promise, owed, policy, today)).toEqual(expected);
  });

  const promise = { on: isoDate("2026-11-27"), amount: money(20_000n, "COP"), madeOn: today };
  const paid = (minor: bigint, effectiveOn: string): { amount: typeof owed; effectiveOn: IsoDate } => ({
    amount: money(minor, "COP"),
    effectiveOn: isoDate(effectiveOn),
  });

  test.each([
    ["open on its day", [], "2026-11-27", 0, "open"],
    ["broken the day after", [], "2026-11-28", 0, "broken"],
    ["open within the days of grace", [], "2026-11-30", 3, "open"],
    ["broken after them", [], "2026-12-01", 3, "broken"],
    ["kept as soon as the amount settled", [paid(20_000n, "2026-11-23")], "2026-11-24", 0, "kept"],
    [
      "kept by two payments that reach it",
      [paid(5_000n, "2026-11-23"), paid(15_000n, "2026-11-27")],
      "2026-11-28",
      0,
      "kept",
    ],
    ["kept by a payment in the days of grace", [paid(20_000n, "2026-11-29")], "2026-12-09", 3, "kept"],
    ["not kept by a smaller payment", [paid(19_999n, "2026-11-25")], "2026-11-28", 0, "broken"],
    ["not kept by what was paid before it was made", [paid(20_000n, "2026-11-21")], "2026-11-28", 0, "broken"],
    ["not kept by what came too late", [paid(20_000n, "2026-11-28")], "2026-11-29", 0, "broken"],
  ] as const)("is %s", (_what, payments, day, graceDays, expected) => {
    expect(promiseStanding(promise, payments, { today: isoDate(day), graceDays })).toBe(expected);
  });
});
