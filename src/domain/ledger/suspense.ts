import type { Money } from "../money.ts";
import { clearingAt, disputedAt, REFUNDS_PAYABLE, SUSPENSE } from "./account.ts";
import { credit, debit } from "./amounts.ts";
import { balancedEntry, type Entry, type Told } from "./entry.ts";

// What can happen to money while nobody knows whose it is: no debt is paid with it, so none is owed again.

/** Unplaced money goes back to whoever sent it. */
export function suspenseRefundRequested({ amount, ...told }: { amount: Money } & Told): Entry {
  const postings = [debit(SUSPENSE, amount), credit(REFUNDS_PAYABLE, amount)];
  return balancedEntry({ ...told, kind: "refund requested", postings });
}

/** The provider takes unplaced money back while its dispute lasts; it stays in suspense, as it was. */
export function suspenseDisputeWithdrawn({
  amount,
  through,
  ...told
}: { amount: Money; through: string } & Told): Entry {
  const postings = [debit(disputedAt(through), amount), credit(clearingAt(through), amount)];
  return balancedEntry({ ...told, kind: "dispute withdrawn", postings });
}

/** We won, and the money is unplaced still. */
export function suspenseDisputeReinstated({
  amount,
  through,
  ...told
}: { amount: Money; through: string } & Told): Entry {
  const postings = [debit(clearingAt(through), amount), credit(disputedAt(through), amount)];
  return balancedEntry({ ...told, kind: "dispute reinstated", postings });
}
