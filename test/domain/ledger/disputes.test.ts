import { expect, test } from "vitest";
import { disputeBorne, disputeLost, disputeReinstated, disputeWithdrawn } from "../../../src/domain/ledger/disputes.ts";
import type { Entry } from "../../../src/domain/ledger/entry.ts";
import { paymentReceived } from "../../../src/domain/ledger/payments.ts";
import { balancesOf } from "./books.ts";
import { ANA, cop, journalOf, LOAN, told } from "./sample.ts";

const paid = { debtorId: ANA, amount: cop(50), allocation: [{ debt: LOAN, principal: cop(40) }], through: "stripe" };
const payment = paymentReceived({ ...paid, ...told("stripe:pi_1") });
const withdrawn = disputeWithdrawn({ ...paid, ...told("stripe:dp_1/withdrawn") });

const after = (...entries: Entry[]) =>
  Object.fromEntries(
    [...balancesOf(entries)].map(([address, minor]) => [
      address.replace(LOAN.id, "loan").replace(ANA, "ana"),
      minor / 100n,
    ]),
  );

test("while a dispute lasts the debts are owed again and the money waits in suspense", () => {
  expect(journalOf(withdrawn)).toEqual([
    "debit provider:stripe:disputed COP 50.00",
    "credit provider:stripe:clearing COP 50.00",
    "debit debt:loan:principal COP 40.00",
    "debit debtor:ana:credit COP 10.00",
    "credit suspense COP 50.00",
  ]);
});

test("a dispute that is won leaves the books as the payment had left them", () => {
  expect(after(payment, withdrawn, disputeReinstated({ ...paid, ...told("stripe:dp_1/won") }))).toEqual(after(payment));
});

test("a dispute that is lost leaves the books as if nobody had paid", () => {
  expect(
    after(payment, withdrawn, disputeLost({ amount: cop(50), through: "stripe", ...told("stripe:dp_1/lost") })),
  ).toEqual({});
});

test("a dispute that the business bears leaves the debts paid and a loss", () => {
  expect(after(payment, withdrawn, disputeBorne({ ...paid, ...told("stripe:dp_1/borne") }))).toEqual({
    "COP debt:loan:principal": -40n,
    "COP debtor:ana:credit": -10n,
    "COP expense:chargebacks": 50n,
  });
});
