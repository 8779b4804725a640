import { type Money, negate } from "../money.ts";
import { CHARGEBACKS, clearingAt, disputedAt, SUSPENSE } from "./account.ts";
import { credit, debit } from "./amounts.ts";
import { balancedEntry, type Entry, type Told } from "./entry.ts";
import { type Allocated, placed } from "./payments.ts";

/**
 * The card's holder disputes a payment and the provider takes it back. The debts are owed again while it lasts, and
 * the money waits in suspense, because either side may still win it.
 */
export function disputeWithdrawn({
  debtorId,
  amount,
  allocation,
  through,
  ...told
}: Allocated & { through: string } & Told): Entry {
  return balancedEntry({
    ...told,
    kind: "dispute withdrawn",
    postings: [
      debit(disputedAt(through), amount),
      credit(clearingAt(through), amount),
      ...placed({ debtorId, amount, allocation }).map((posting) => ({ ...posting, amount: negate(posting.amount) })),
      credit(SUSPENSE, amount),
    ],
  });
}

/** We won: the provider gives the money back, and it pays the debts again, as they stand now. */
export function disputeReinstated({
  debtorId,
  amount,
  allocation,
  through,
  ...told
}: Allocated & { through: string } & Told): Entry {
  return balancedEntry({
    ...told,
    kind: "dispute reinstated",
    postings: [
      debit(clearingAt(through), amount),
      credit(disputedAt(through), amount),
      debit(SUSPENSE, amount),
      ...placed({ debtorId, amount, allocation }),
    ],
  });
}

/** We lost, and the debts stay owed: what was withdrawn is nobody's any more. */
export function disputeLost({ amount, through, ...told }: { amount: Money; through: string } & Told): Entry {
  const postings = [debit(SUSPENSE, amount), credit(disputedAt(through), amount)];
  return balancedEntry({ ...told, kind: "dispute lost", postings });
}

/** We lost, and the business bears it: the debts count as paid, and the money is a loss. */
export function disputeBorne({
  debtorId,
  amount,
  allocation,
  through,
  ...told
}: Allocated & { through: string } & Told): Entry {
  return balancedEntry({
    ...told,
    kind: "dispute lost",
    postings: [
      debit(CHARGEBACKS, amount),
      credit(disputedAt(through), amount),
      debit(SUSPENSE, amount),
      ...placed({ debtorId, amount, allocation }),
    ],
  });
}
