import type { DateTime } from "luxon";
import type { EntryKind } from "../ledger/entry.ts";
import type { Money } from "../money.ts";
import type { Dispute, PaymentStanding, Refund } from "./fold-payment.ts";

/** What the ledger must hold because of a payment; each reference once. */
export type EntryDue = {
  readonly reference: string;
  /** `payment received` is one of three builders: whose the money is, and whether the debt was written off, is allocation's to say. */
  readonly kind: Extract<
    EntryKind,
    | "payment received"
    | "provider fee"
    | "refund requested"
    | "refund succeeded"
    | "refund failed"
    | "reversed"
    | "dispute withdrawn"
    | "dispute reinstated"
    | "dispute lost"
  >;
  readonly amount: Money;
  /** By the provider's clock. A late report can only make it earlier, so an entry already kept is left as it is. */
  readonly at: DateTime;
  /** The reference of the entry that this one undoes. */
  readonly reverses?: string;
};

/**
 * The entries that a payment's standing calls for. More facts add entries and never take one away, so posting those not
 * yet in the ledger after each event ends in the same books whatever order the events came in. Nothing is due before
 * the payment itself has settled. Post them in this order: one that reverses comes after the one it reverses.
 *
 * Leave out what is in the ledger before allocating anything: a second allocation would meet other balances, and a first
 * report that came late another day, and one reference must never come back with other content.
 */
export function entriesDue(
  { settled, fees, refunds, disputes }: PaymentStanding,
  alreadyRecorded: ReadonlySet<string> = new Set(),
): EntryDue[] {
  if (settled === undefined) return [];
  const entries: EntryDue[] = [
    { ...settled, kind: "payment received" },
    ...fees.map((fee) => ({ ...fee, kind: "provider fee" as const })),
    ...refunds.flatMap(refundEntries),
    ...disputes.flatMap(disputeEntries),
  ];
  return entries.filter(({ reference }) => !alreadyRecorded.has(reference));
}

/** A bank may send back a refund that had succeeded: then the success is undone as well as the request. */
function refundEntries({ reference, amount, at, succeededAt, failedAt }: Refund): EntryDue[] {
  const entries: EntryDue[] = [{ reference, kind: "refund requested", amount, at }];
  const succeeded = `${reference}:succeeded`;
  if (succeededAt) entries.push({ reference: succeeded, kind: "refund succeeded", amount, at: succeededAt });
  if (succeededAt && failedAt) {
    entries.push({ reference: `${reference}:returned`, kind: "reversed", amount, at: failedAt, reverses: succeeded });
  }
  if (failedAt) {
    entries.push({
      reference: `${reference}:failed`,
      kind: "refund failed",
      amount,
      at: failedAt,
      reverses: reference,
    });
  }
  return entries;
}

/** Nothing is due for a dispute that only warns: money moves when the bank takes it, gives it back, or keeps it for good. */
function disputeEntries({ reference, amount, steps }: Dispute): EntryDue[] {
  const { withdrawn, reinstated, lost } = steps;
  if (withdrawn === undefined) return [];
  const entries: EntryDue[] = [
    { reference: `${reference}:withdrawn`, kind: "dispute withdrawn", amount, at: withdrawn },
  ];
  const loss = `${reference}:lost`;
  if (lost) entries.push({ reference: loss, kind: "dispute lost", amount, at: lost });
  // A loss that an appeal turned round ends with the money here.
  if (lost && reinstated) {
    entries.push({ reference: `${reference}:unlost`, kind: "reversed", amount, at: reinstated, reverses: loss });
  }
  if (reinstated) {
    entries.push({ reference: `${reference}:reinstated`, kind: "dispute reinstated", amount, at: reinstated });
  }
  return entries;
}
