import type { Money } from "../money.ts";
import { BANK, clearingAt, PROVIDER_FEES } from "./account.ts";
import { credit, debit } from "./amounts.ts";
import { balancedEntry, type Entry, type Told } from "./entry.ts";

/** An amount that a provider says moved on its own books, named as in `through`: `stripe`, `manual_transfer`. */
type AtProvider = { readonly amount: Money; readonly through: string };

/** What a provider keeps for its service. */
export function providerFee({ amount, through, ...told }: AtProvider & Told): Entry {
  const postings = [debit(PROVIDER_FEES, amount), credit(clearingAt(through), amount)];
  return balancedEntry({ ...told, kind: "provider fee", postings });
}

/** The provider's money arrives at the business's bank. */
export function payout({ amount, through, ...told }: AtProvider & Told): Entry {
  return balancedEntry({
    ...told,
    kind: "payout",
    postings: [debit(BANK, amount), credit(clearingAt(through), amount)],
  });
}
