import { type Money, negate } from "../money.ts";
import { clearingAt, REFUNDS_PAYABLE } from "./account.ts";
import { credit, debit } from "./amounts.ts";
import { balancedEntry, type Entry, type EntryContent, type Told } from "./entry.ts";
import { type Allocated, placed } from "./payments.ts";

/** Money goes back: from the debtor's credit, or out of debts that were paid with it and are owed again. */
export function refundRequested({ debtorId, amount, allocation, ...told }: Allocated & Told): Entry {
  const undone = placed({ debtorId, amount, allocation }).map((posting) => ({
    ...posting,
    amount: negate(posting.amount),
  }));
  return balancedEntry({ ...told, kind: "refund requested", postings: [...undone, credit(REFUNDS_PAYABLE, amount)] });
}

export function refundSucceeded({ amount, through, ...told }: { amount: Money; through: string } & Told): Entry {
  const postings = [debit(REFUNDS_PAYABLE, amount), credit(clearingAt(through), amount)];
  return balancedEntry({ ...told, kind: "refund succeeded", postings });
}

/** The provider could not give it back: as if it had never been requested. */
export function refundFailed(requested: EntryContent, told: Told): Entry {
  const postings = requested.postings.map(({ account, amount }) => ({ account, amount: negate(amount) }));
  return balancedEntry({ ...told, kind: "refund failed", reverses: requested.reference, postings });
}
