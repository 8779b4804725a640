import { assert } from "../assert.ts";
import { type Money, negate, subtract, toText } from "../money.ts";
import { clearingAt, creditOf, type Debt, RECOVERIES, SUSPENSE, WRITTEN_OFF, writtenOffOn } from "./account.ts";
import { credit, type DebtAmount, debit, owedLess, totalOf } from "./amounts.ts";
import { balancedEntry, type Entry, type Posting, type Told } from "./entry.ts";

/** A whole payment, whose it is, and how much of it goes to which debt. What the lines leave over is the payer's credit. */
export type Allocated = {
  readonly debtorId: string;
  readonly amount: Money;
  readonly allocation: readonly DebtAmount[];
};

/** Settled money, gross: the provider's fee is an entry of its own. */
export function paymentReceived({
  debtorId,
  amount,
  allocation,
  through,
  ...told
}: Allocated & { through: string } & Told): Entry {
  return balancedEntry({
    ...told,
    kind: "payment received",
    postings: [debit(clearingAt(through), amount), ...placed({ debtorId, amount, allocation })],
  });
}

/** Settled money that nobody can place: it waits in suspense, never nowhere. */
export function paymentUnidentified({ amount, through, ...told }: { amount: Money; through: string } & Told): Entry {
  const postings = [debit(clearingAt(through), amount), credit(SUSPENSE, amount)];
  return balancedEntry({ ...told, kind: "payment unidentified", postings });
}

/** Somebody found whose money it was. */
export function paymentIdentified({ debtorId, amount, allocation, ...told }: Allocated & Told): Entry {
  const postings = [debit(SUSPENSE, amount), ...placed({ debtorId, amount, allocation })];
  return balancedEntry({ ...told, kind: "payment identified", postings });
}

/** A debtor's credit pays a debt of theirs. */
export function creditApplied({
  debtorId,
  allocation,
  ...told
}: { debtorId: string; allocation: readonly DebtAmount[] } & Told): Entry {
  const postings = owedLess(allocation);
  return balancedEntry({
    ...told,
    kind: "credit applied",
    postings: [...postings, ...postings.map(({ amount }) => ({ account: creditOf(debtorId), amount: negate(amount) }))],
  });
}

/** Money for a debt that was written off: income, and less in the memorandum of what may still be collected. */
export function recoveryReceived({
  debt,
  amount,
  through,
  ...told
}: { debt: Debt; amount: Money; through: string } & Told): Entry {
  return balancedEntry({
    ...told,
    kind: "recovery received",
    postings: [
      debit(clearingAt(through), amount),
      credit(RECOVERIES, amount),
      debit(WRITTEN_OFF, amount),
      credit(writtenOffOn(debt), amount),
    ],
  });
}

/** The credit side of a payment: fees, interest and principal as allocated, the remainder to the payer's credit. */
export function placed({ debtorId, amount, allocation }: Allocated): Posting[] {
  const remainder = subtract(amount, totalOf(allocation, amount.currency));
  assert(remainder.minor >= 0n, `${toText(amount)} cannot pay more than itself: over by ${toText(remainder)}`);
  return [...owedLess(allocation), credit(creditOf(debtorId), remainder)];
}
