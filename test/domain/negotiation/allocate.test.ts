import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { add, money, sum } from "../../../src/domain/money.ts";
import { allocate, BUCKETS, type Payable } from "../../../src/domain/negotiation/allocate.ts";
import { addDays, isoDate } from "../../../src/domain/time.ts";

const pesos = (units: bigint) => money(units * 100n, "COP");

function payable(id: string, dueOn: string, [fees, interest, principal]: readonly [bigint, bigint, bigint]): Payable {
  return { id, dueOn: isoDate(dueOn), fees: pesos(fees), interest: pesos(interest), principal: pesos(principal) };
}

const older = payable("older", "2026-09-30", [10n, 20n, 100n]);
const newer = payable("newer", "2026-10-31", [0n, 5n, 200n]);

describe("a payment over open debts", () => {
  test("goes to the oldest first, and inside it to fees, interest, then principal", () => {
    expect(allocate(pesos(50n), [newer, older])).toEqual({
      parts: [{ id: "older", fees: pesos(10n), interest: pesos(20n), principal: pesos(20n) }],
      overpaid: pesos(0n),
    });
  });

  test("runs on into the next when the oldest is paid", () => {
    const { parts, overpaid } = allocate(pesos(140n), [newer, older]);
    expect(parts.map(({ id, interest, principal }) => [id, interest, principal])).toEqual([
      ["older", pesos(20n), pesos(100n)],
      ["newer", pesos(5n), pesos(5n)],
    ]);
    expect(overpaid).toEqual(pesos(0n));
  });

  test("gives back what is too much", () => {
    expect(allocate(pesos(400n), [older, newer]).overpaid).toEqual(pesos(65n));
    expect(allocate(pesos(7n), []).overpaid).toEqual(pesos(7n));
  });

  test("honours the debt the debtor chose, then the oldest", () => {
    expect(allocate(pesos(210n), [older, newer], { chosen: "newer" }).parts.map(({ id }) => id)).toEqual([
      "newer",
      "older",
    ]);
    expect(allocate(pesos(10n), [older, newer], { chosen: "newer" }).parts.map(({ id }) => id)).toEqual(["newer"]);
  });

  test("pays principal first only when the creditor's recorded order says so", () => {
    const order = ["principal", "interest", "fees"] as const;
    expect(allocate(pesos(110n), [older], { order }).parts).toEqual([
      { id: "older", fees: pesos(0n), interest: pesos(10n), principal: pesos(100n) },
    ]);
  });

  test("keeps the given order among equal days", () => {
    const twin = { ...newer, id: "twin" };
    expect(allocate(pesos(1n), [twin, newer]).parts[0]?.id).toBe("twin");
    expect(allocate(pesos(1n), [newer, twin]).parts[0]?.id).toBe("newer");
  });

  test("negative money is a broken assumption", () => {
    expect(() => allocate(pesos(-1n), [older])).toThrow("cannot allocate");
    expect(() => allocate(pesos(1n), [{ ...older, fees: pesos(-1n) }])).toThrow("of fees");
  });

  const anyPayable = fc
    .record({ days: fc.integer({ min: 0, max: 400 }), amounts: fc.tuple(fc.nat(500), fc.nat(500), fc.nat(5_000)) })
    .map(({ days, amounts: [fees, interest, principal] }) => ({
      dueOn: addDays(isoDate("2026-01-01"), days),
      fees: pesos(BigInt(fees)),
      interest: pesos(BigInt(interest)),
      principal: pesos(BigInt(principal)),
    }));

  test("no unit is lost, no bucket gets more than it owes, and nothing younger is paid before the older is done", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2_000_000n }), fc.array(anyPayable, { maxLength: 8 }), (minor, made) => {
        const open = made.map((one, index) => ({ id: `debt ${index}`, ...one }));
        const { parts, overpaid } = allocate(money(minor, "COP"), open);
        const used = sum(
          parts.map(({ fees, interest, principal }) => add(add(fees, interest), principal)),
          "COP",
        );
        expect(used.minor + overpaid.minor).toBe(minor);
        for (const part of parts) {
          const owed = open.find(({ id }) => id === part.id);
          for (const bucket of BUCKETS) expect(part[bucket].minor <= (owed?.[bucket].minor ?? 0n)).toBe(true);
        }
        const isDone = (one: Payable) =>
          BUCKETS.every(
            (bucket) => (parts.find(({ id }) => id === one.id)?.[bucket].minor ?? 0n) === one[bucket].minor,
          );
        const youngest = open.find(({ id }) => id === parts.at(-1)?.id);
        for (const one of open) if (youngest && one.dueOn < youngest.dueOn) expect(isDone(one)).toBe(true);
        if (overpaid.minor > 0n) expect(open.every(isDone)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
