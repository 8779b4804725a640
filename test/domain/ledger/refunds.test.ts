import { expect, test } from "vitest";
import { refundFailed, refundRequested, refundSucceeded } from "../../../src/domain/ledger/refunds.ts";
import { ANA, cop, journalOf, LOAN, told } from "./sample.ts";

const requested = refundRequested({
  debtorId: ANA,
  amount: cop(50),
  allocation: [{ debt: LOAN, principal: cop(40) }],
  ...told("refund:1"),
});

test("a refund makes the debts owed again that were paid with it; the rest comes out of the debtor's credit", () => {
  expect(journalOf(requested)).toEqual([
    "debit debt:loan:principal COP 40.00",
    "debit debtor:ana:credit COP 10.00",
    "credit refunds-payable COP 50.00",
  ]);
});

test("a refund that succeeds leaves the provider", () => {
  expect(journalOf(refundSucceeded({ amount: cop(50), through: "stripe", ...told("stripe:re_1") }))).toEqual([
    "debit refunds-payable COP 50.00",
    "credit provider:stripe:clearing COP 50.00",
  ]);
});

test("a refund that fails is as if it had never been requested, and names the request so that it can fail once", () => {
  const failed = refundFailed(requested, told("stripe:re_1/failed"));
  expect(journalOf(failed)).toEqual([
    "credit debt:loan:principal COP 40.00",
    "credit debtor:ana:credit COP 10.00",
    "debit refunds-payable COP 50.00",
  ]);
  expect(failed).toMatchObject({ kind: "refund failed", reverses: "refund:1" });
});
