import { addressOf, type Debt } from "../../../src/domain/ledger/account.ts";
import type { EntryContent } from "../../../src/domain/ledger/entry.ts";
import { type Currency, type Money, ofUnits, toText } from "../../../src/domain/money.ts";
import { isoDate } from "../../../src/domain/time.ts";

/** Made ids that can be read: debtor 3 has the debts 30 to 39. */
const debtorId = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;
export const debtOf = (debtor: number, number = 0): Debt => ({
  id: `00000000-0000-7000-8001-${String(debtor * 10 + number).padStart(12, "0")}`,
  debtorId: debtorId(debtor),
});

export const ANA = debtorId(1);
export const LOAN = debtOf(1);

/** Pesos, in whole units. */
export const cop = (units: number, currency: Currency = "COP"): Money => ofUnits(BigInt(units), currency);

export const told = (reference: string, on = "2026-03-06") => ({ reference, effectiveOn: isoDate(on) });

/** An entry as a bookkeeper writes it, with short names for the sample's own ids. */
export function journalOf({ postings }: EntryContent): string[] {
  return postings.map(({ account, amount }) => {
    const address = addressOf(account).replace(LOAN.id, "loan").replace(ANA, "ana");
    const side = amount.minor > 0n ? "debit" : "credit";
    return `${side} ${address} ${toText({ ...amount, minor: amount.minor < 0n ? -amount.minor : amount.minor })}`;
  });
}
