import { expect, test } from "vitest";
import { BrokenInvariant } from "../../../src/domain/assert.ts";
import {
  creditBroughtForward,
  debtAdjusted,
  debtRaised,
  debtWrittenOff,
  discountEarned,
  feeAccrued,
  interestAccrued,
} from "../../../src/domain/ledger/debts.ts";
import { ANA, cop, journalOf, LOAN, told } from "./sample.ts";

test("a debt that is uploaded is owed, against the business's own books", () => {
  expect(
    journalOf(debtRaised({ debt: LOAN, principal: cop(100), interest: cop(20), fees: cop(3), ...told("upload:1") })),
  ).toEqual([
    "debit debt:loan:fees COP 3.00",
    "debit debt:loan:interest COP 20.00",
    "debit debt:loan:principal COP 100.00",
    "credit opening COP 123.00",
  ]);
});

test("a debt of principal alone moves two accounts", () => {
  const entry = debtRaised({ debt: LOAN, principal: cop(100), interest: cop(0), ...told("upload:1") });
  expect(journalOf(entry)).toEqual(["debit debt:loan:principal COP 100.00", "credit opening COP 100.00"]);
});

test("a debt cannot be raised by less than nothing, by nothing, or in two currencies", () => {
  expect(() => debtRaised({ debt: LOAN, principal: cop(-1), ...told("x") })).toThrow(BrokenInvariant);
  expect(() => debtRaised({ debt: LOAN, principal: cop(0), ...told("x") })).toThrow(BrokenInvariant);
  expect(() => debtRaised({ debt: LOAN, ...told("x") })).toThrow(`nothing is said of debt ${LOAN.id}`);
  expect(() => debtRaised({ debt: LOAN, principal: cop(1), fees: cop(1, "USD"), ...told("x") })).toThrow(
    "COP 1.00 among amounts in USD",
  );
});

test("a lower balance in a later file is an adjustment, and so is a higher one", () => {
  expect(journalOf(debtAdjusted({ debt: LOAN, principal: cop(-40), ...told("upload:2") }))).toEqual([
    "credit debt:loan:principal COP 40.00",
    "debit opening COP 40.00",
  ]);
  expect(journalOf(debtAdjusted({ debt: LOAN, principal: cop(40), ...told("upload:2") }))).toEqual([
    "debit debt:loan:principal COP 40.00",
    "credit opening COP 40.00",
  ]);
});

test("an adjustment may move principal to interest without changing the whole", () => {
  expect(journalOf(debtAdjusted({ debt: LOAN, principal: cop(-40), interest: cop(40), ...told("upload:2") }))).toEqual([
    "debit debt:loan:interest COP 40.00",
    "credit debt:loan:principal COP 40.00",
  ]);
});

test("interest and fees that accrue are income", () => {
  expect(journalOf(interestAccrued({ debt: LOAN, amount: cop(5), ...told("accrual:1") }))).toEqual([
    "debit debt:loan:interest COP 5.00",
    "credit income:interest COP 5.00",
  ]);
  expect(journalOf(feeAccrued({ debt: LOAN, amount: cop(5), ...told("accrual:2") }))).toEqual([
    "debit debt:loan:fees COP 5.00",
    "credit income:fees COP 5.00",
  ]);
});

test("a debtor may arrive with money in their favour", () => {
  expect(journalOf(creditBroughtForward({ debtorId: ANA, amount: cop(8), ...told("upload:3") }))).toEqual([
    "debit opening COP 8.00",
    "credit debtor:ana:credit COP 8.00",
  ]);
});

test("a discount that was earned lowers what is owed and is an expense", () => {
  expect(journalOf(discountEarned({ debt: LOAN, principal: cop(30), interest: cop(10), ...told("plan:1") }))).toEqual([
    "debit expense:discounts COP 40.00",
    "credit debt:loan:interest COP 10.00",
    "credit debt:loan:principal COP 30.00",
  ]);
});

test("a charge-off of 1,000 with 30 interest and 13 fees loses the principal, takes the rest out of income, and remembers it all", () => {
  const entry = debtWrittenOff({
    debt: LOAN,
    principal: cop(1000),
    interest: cop(30),
    fees: cop(13),
    ...told("castigo:1"),
  });
  expect(journalOf(entry)).toEqual([
    "debit expense:write-offs COP 1000.00",
    "debit income:interest COP 30.00",
    "debit income:fees COP 13.00",
    "credit debt:loan:fees COP 13.00",
    "credit debt:loan:interest COP 30.00",
    "credit debt:loan:principal COP 1000.00",
    "debit debt:loan:written-off COP 1043.00",
    "credit written-off COP 1043.00",
  ]);
});

test("a write-off of principal alone touches no income", () => {
  expect(journalOf(debtWrittenOff({ debt: LOAN, principal: cop(7), ...told("castigo:1") }))).toEqual([
    "debit expense:write-offs COP 7.00",
    "credit debt:loan:principal COP 7.00",
    "debit debt:loan:written-off COP 7.00",
    "credit written-off COP 7.00",
  ]);
});
