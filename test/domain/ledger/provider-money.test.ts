import { expect, test } from "vitest";
import { payout, providerFee } from "../../../src/domain/ledger/provider-money.ts";
import { cop, journalOf, told } from "./sample.ts";

test("a provider's fee is an expense that it keeps from what it owes us", () => {
  expect(journalOf(providerFee({ amount: cop(3), through: "stripe", ...told("stripe:txn_1") }))).toEqual([
    "debit expense:provider-fees COP 3.00",
    "credit provider:stripe:clearing COP 3.00",
  ]);
});

test("a payout moves the provider's money to the bank", () => {
  expect(journalOf(payout({ amount: cop(97), through: "stripe", ...told("stripe:po_1") }))).toEqual([
    "debit bank COP 97.00",
    "credit provider:stripe:clearing COP 97.00",
  ]);
});
