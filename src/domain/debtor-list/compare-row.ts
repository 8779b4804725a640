import { compare, type Money, subtract, toText, zero } from "../money.ts";
import type { JudgedDebt } from "./judged-row.ts";

/** What is on file for the same debtor and reference: the fingerprint of the row it came from, and what is owed today. */
export type DebtOnFile = { readonly fingerprint: string; readonly owed: Money };

export type RowChange = {
  readonly change: "new" | "changed" | "same";
  readonly before: Money;
  readonly after: Money;
  /** What the ledger takes as an adjustment: negative when less is owed than on file. */
  readonly difference: Money;
};

/**
 * What importing a row would do. The same content and the same amount change nothing. An amount that differs from the one on
 * file is a change even when the row is the one of last time: money was booked since, and the business says otherwise.
 * A debt in another currency than on file is another debt: its currency is part of what it is found by.
 */
export function compareRow(onFile: DebtOnFile | undefined, judged: JudgedDebt): RowChange {
  const after = judged.debt.owed;
  if (onFile === undefined) return { change: "new", before: zero(after.currency), after, difference: after };
  const same = compare(onFile.owed, after) === 0 && onFile.fingerprint === fingerprintOf(judged);
  return { change: same ? "same" : "changed", before: onFile.owed, after, difference: subtract(after, onFile.owed) };
}

/**
 * All that a row says, as one text in a fixed order: equal texts mean that the file says nothing new. Row numbers, notes and
 * the file's settings are not part of it, so the same debts in another order, or under another header, compare as equal.
 */
export function fingerprintOf({ debtor, contacts, debt, permission, extra }: JudgedDebt): string {
  return JSON.stringify([
    [
      debtor.key,
      debtor.reference,
      debtor.kind,
      debtor.name,
      debtor.birthDate,
      debtor.country,
      debtor.subdivision,
      debtor.zone,
      debtor.emails,
    ],
    debtor.document && [debtor.document.type, debtor.document.number],
    contacts.map(({ phone, name, role }) => [phone.e164, name, role]),
    [debt.reference, debt.description, toText(debt.principal), toText(debt.owed)],
    [debt.issuedOn, debt.dueOn, debt.settledOn, debt.disputed],
    permission.kind === "given" ? [permission.wording, permission.on, permission.channel] : permission.kind,
    Object.entries(extra).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ]);
}
