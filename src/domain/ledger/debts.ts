import { type Money, negate } from "../money.ts";
import {
  creditOf,
  type Debt,
  DISCOUNTS,
  FEE_INCOME,
  feesOn,
  INTEREST_INCOME,
  interestOn,
  OPENING,
  WRITE_OFFS,
  WRITTEN_OFF,
  writtenOffOn,
} from "./account.ts";
import { credit, currencyOf, type DebtAmount, debit, owedLess, owedMore, postingsOf, totalOf } from "./amounts.ts";
import { balancedEntry, type Entry, type Told } from "./entry.ts";

/** The business says that a debtor owes it this. Against opening: the sale itself is in the business's own books. */
export function debtRaised({ debt, principal, interest, fees, ...told }: DebtAmount & Told): Entry {
  const line = { debt, principal, interest, fees };
  const total = totalOf([line], currencyOf(line));
  return balancedEntry({ ...told, kind: "debt raised", postings: [...owedMore([line]), credit(OPENING, total)] });
}

/**
 * A later file, or a person, says another balance. Each part is the difference: negative lowers what is owed. The
 * balance is never overwritten, so that both what was said before and when it changed can be read.
 */
export function debtAdjusted({ debt, principal, interest, fees, ...told }: DebtAmount & Told): Entry {
  const line = { debt, principal, interest, fees };
  const other = { account: OPENING, amount: negate(totalOf([line], currencyOf(line))) };
  return balancedEntry({ ...told, kind: "debt adjusted", postings: [...postingsOf(line), other] });
}

export function interestAccrued({ debt, amount, ...told }: { debt: Debt; amount: Money } & Told): Entry {
  const postings = [debit(interestOn(debt), amount), credit(INTEREST_INCOME, amount)];
  return balancedEntry({ ...told, kind: "interest accrued", postings });
}

export function feeAccrued({ debt, amount, ...told }: { debt: Debt; amount: Money } & Told): Entry {
  return balancedEntry({
    ...told,
    kind: "fee accrued",
    postings: [debit(feesOn(debt), amount), credit(FEE_INCOME, amount)],
  });
}

/** A debtor arrives with money in their favour: the figures that accounting systems print in parentheses. */
export function creditBroughtForward({ debtorId, amount, ...told }: { debtorId: string; amount: Money } & Told): Entry {
  const postings = [debit(OPENING, amount), credit(creditOf(debtorId), amount)];
  return balancedEntry({ ...told, kind: "credit brought forward", postings });
}

/** The part of an agreement that is forgiven, once the debtor has kept it. An agreement alone moves no money. */
export function discountEarned({ debt, principal, interest, fees, ...told }: DebtAmount & Told): Entry {
  const line = { debt, principal, interest, fees };
  const total = totalOf([line], currencyOf(line));
  return balancedEntry({ ...told, kind: "discount earned", postings: [debit(DISCOUNTS, total), ...owedLess([line])] });
}

/**
 * "Castigo": the business stops counting on the debt. Principal is a loss; interest and fees are taken back out of
 * income, as a loan system does at charge-off (Fineract's published journal). The whole stays in a memorandum
 * account, because it may still be collected.
 */
export function debtWrittenOff({ debt, principal, interest, fees, ...told }: DebtAmount & Told): Entry {
  const line = { debt, principal, interest, fees };
  const total = totalOf([line], currencyOf(line));
  return balancedEntry({
    ...told,
    kind: "debt written off",
    postings: [
      ...(principal === undefined ? [] : [debit(WRITE_OFFS, principal)]),
      ...(interest === undefined ? [] : [debit(INTEREST_INCOME, interest)]),
      ...(fees === undefined ? [] : [debit(FEE_INCOME, fees)]),
      ...owedLess([line]),
      debit(writtenOffOn(debt), total),
      credit(WRITTEN_OFF, total),
    ],
  });
}
