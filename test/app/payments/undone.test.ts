import fc from "fast-check";
import { expect, test } from "vitest";
import { overdrawn, undone } from "../../../src/app/payments/undone.ts";
import type { DebtAmount } from "../../../src/domain/ledger/amounts.ts";
import { paymentReceived } from "../../../src/domain/ledger/payments.ts";
import { refundRequested } from "../../../src/domain/ledger/refunds.ts";
import { money } from "../../../src/domain/money.ts";
import { isoDate } from "../../../src/domain/time.ts";

const debtorId = "01990000-0000-7000-8000-0000000000d0";
const debt = (n: number) => ({ id: `01990000-0000-7000-8000-00000000000${n}`, debtorId });
const cop = (minor: bigint) => money(minor, "COP");
const effectiveOn = isoDate("2026-11-18");

const PAYMENT = paymentReceived({
  debtorId,
  amount: cop(100n),
  through: "stripe",
  reference: "stripe:pi_1:paid",
  effectiveOn,
  allocation: [
    { debt: debt(1), fees: cop(5n), interest: cop(10n), principal: cop(25n) },
    { debt: debt(2), principal: cop(40n) },
  ],
});

function refund(amount: bigint, allocation: readonly DebtAmount[], reference: string) {
  return refundRequested({ debtorId, amount: cop(amount), allocation, reference, effectiveOn });
}

test("a refund takes the credit first, then the debt that was paid last, and principal before interest and fees", () => {
  expect(undone([PAYMENT], cop(20n))).toEqual([]);
  expect(undone([PAYMENT], cop(30n))).toEqual([{ debt: debt(2), principal: cop(10n) }]);
  expect(undone([PAYMENT], cop(90n))).toEqual([
    { debt: debt(2), principal: cop(40n) },
    { debt: debt(1), principal: cop(25n), interest: cop(5n) },
  ]);
});

test("what was refunded before is not refunded again: beyond the payment it comes out of the payer's credit", () => {
  const first = refund(70n, undone([PAYMENT], cop(70n)), "stripe:re_1");
  expect(undone([PAYMENT, first], cop(60n))).toEqual([
    { debt: debt(1), principal: cop(15n), interest: cop(10n), fees: cop(5n) },
  ]);
  const second = refund(60n, undone([PAYMENT, first], cop(60n)), "stripe:re_2");
  expect(overdrawn([PAYMENT, first, second], cop(0n))).toEqual(cop(30n));
  expect(overdrawn([PAYMENT, first], cop(0n))).toEqual(cop(0n));
});

test("however a sum is cut into refunds, the same debts are owed again in the end", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 }), (cuts) => {
      const total = cuts.reduce((sum, cut) => sum + cut, 0);
      fc.pre(total <= 100);
      const inParts: ReturnType<typeof refund>[] = [];
      for (const [index, cut] of cuts.entries()) {
        inParts.push(refund(BigInt(cut), undone([PAYMENT, ...inParts], cop(BigInt(cut))), `stripe:re_${index}`));
      }
      const whole = refund(BigInt(total), undone([PAYMENT], cop(BigInt(total))), "stripe:re_whole");
      expect(sums(inParts.flatMap(({ postings }) => postings))).toEqual(sums(whole.postings));
    }),
  );
});

function sums(postings: ReturnType<typeof refund>["postings"]): Record<string, bigint> {
  const by: Record<string, bigint> = {};
  for (const { account, amount } of postings) {
    const key = `${account.code} ${account.debtId ?? ""}`;
    by[key] = (by[key] ?? 0n) + amount.minor;
  }
  return by;
}
