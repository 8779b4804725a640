import { expect, test } from "vitest";
import {
  creditApplied,
  paymentIdentified,
  paymentReceived,
  paymentUnidentified,
  recoveryReceived,
} from "../../../src/domain/ledger/payments.ts";
import { ANA, cop, debtOf, journalOf, LOAN, told } from "./sample.ts";

const through = "stripe";

test("a payment lowers fees, interest and principal as it was allocated", () => {
  const allocation = [{ debt: LOAN, principal: cop(60), interest: cop(30), fees: cop(10) }];
  expect(
    journalOf(paymentReceived({ debtorId: ANA, amount: cop(100), allocation, through, ...told("stripe:pi_1") })),
  ).toEqual([
    "debit provider:stripe:clearing COP 100.00",
    "credit debt:loan:fees COP 10.00",
    "credit debt:loan:interest COP 30.00",
    "credit debt:loan:principal COP 60.00",
  ]);
});

test("one payment may pay two debts, and what is too much is the debtor's credit", () => {
  const second = debtOf(1, 1);
  const allocation = [
    { debt: LOAN, principal: cop(60) },
    { debt: second, principal: cop(30) },
  ];
  expect(
    journalOf(paymentReceived({ debtorId: ANA, amount: cop(100), allocation, through, ...told("stripe:pi_1") })),
  ).toEqual([
    "debit provider:stripe:clearing COP 100.00",
    "credit debt:loan:principal COP 60.00",
    `credit debt:${second.id}:principal COP 30.00`,
    "credit debtor:ana:credit COP 10.00",
  ]);
});

test("a payment of somebody who owes nothing is all credit", () => {
  expect(
    journalOf(paymentReceived({ debtorId: ANA, amount: cop(5), allocation: [], through, ...told("stripe:pi_1") })),
  ).toEqual(["debit provider:stripe:clearing COP 5.00", "credit debtor:ana:credit COP 5.00"]);
});

test("an allocation cannot place more than was paid, nor another currency", () => {
  const pay = (principal: ReturnType<typeof cop>) =>
    paymentReceived({
      debtorId: ANA,
      amount: cop(100),
      allocation: [{ debt: LOAN, principal }],
      through,
      ...told("stripe:pi_1"),
    });
  expect(() => pay(cop(101))).toThrow("COP 100.00 cannot pay more than itself: over by COP -1.00");
  expect(() => pay(cop(100, "USD"))).toThrow("USD 100.00 among amounts in COP");
});

test("a payment cannot be negative: that is a refund", () => {
  expect(() => paymentReceived({ debtorId: ANA, amount: cop(-5), allocation: [], through, ...told("x") })).toThrow(
    "cannot be debited",
  );
});

test("money that nobody can place waits in suspense until somebody finds whose it is", () => {
  expect(journalOf(paymentUnidentified({ amount: cop(50), through, ...told("bank:1") }))).toEqual([
    "debit provider:stripe:clearing COP 50.00",
    "credit suspense COP 50.00",
  ]);
  const allocation = [{ debt: LOAN, principal: cop(45) }];
  expect(
    journalOf(paymentIdentified({ debtorId: ANA, amount: cop(50), allocation, ...told("bank:1/identified") })),
  ).toEqual(["debit suspense COP 50.00", "credit debt:loan:principal COP 45.00", "credit debtor:ana:credit COP 5.00"]);
});

test("a debtor's credit pays their debts", () => {
  const allocation = [{ debt: LOAN, principal: cop(4), fees: cop(1) }];
  expect(journalOf(creditApplied({ debtorId: ANA, allocation, ...told("credit:1") }))).toEqual([
    "credit debt:loan:fees COP 1.00",
    "credit debt:loan:principal COP 4.00",
    "debit debtor:ana:credit COP 5.00",
  ]);
});

test("what comes in after a write-off is income, and leaves less to remember", () => {
  expect(journalOf(recoveryReceived({ debt: LOAN, amount: cop(300), through, ...told("stripe:pi_9") }))).toEqual([
    "debit provider:stripe:clearing COP 300.00",
    "credit income:recoveries COP 300.00",
    "debit written-off COP 300.00",
    "credit debt:loan:written-off COP 300.00",
  ]);
});
