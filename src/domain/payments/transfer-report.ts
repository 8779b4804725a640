import type { DateTime } from "luxon";
import { compare, type Money } from "../money.ts";
import type { Attribution, PaymentFact } from "./payment-fact.ts";

/** What somebody says about a transfer to the creditor's own account. */
export type TransferReport = {
  /** The payment proof's id: each proof is a payment of its own until an agent finds that it is not. */
  readonly proofId: string;
  readonly attribution: Attribution | undefined;
  readonly at: DateTime;
  readonly word: /** A receipt, or a bare "ya pagué" without an amount. */
    | { readonly type: "claimed"; readonly amount: Money | undefined }
    /** The agent saw this much arrive at the bank; it may be another amount than the receipt shows. */
    | { readonly type: "confirmed"; readonly amount: Money }
    | { readonly type: "refused" };
};

/** The same facts a provider would give: a receipt goes the way of every other payment. */
export function readTransfer({ proofId, attribution, at, word }: TransferReport): PaymentFact {
  const payment = `manual_transfer:${proofId}`;
  const about = { payment, attribution, at };
  switch (word.type) {
    case "claimed":
      return { ...about, type: "to_verify", amount: word.amount };
    case "confirmed":
      return { ...about, type: "settled", reference: `${payment}:paid`, amount: word.amount };
    case "refused":
      return { ...about, type: "failed", because: "refused_by_agent" };
  }
}

/** How many people must agree before a receipt counts as money: two from the business's limit upwards. */
export function approvalsNeeded({ amount, twoPeopleFrom }: { amount: Money; twoPeopleFrom: Money }): 1 | 2 {
  return compare(amount, twoPeopleFrom) >= 0 ? 2 : 1;
}
