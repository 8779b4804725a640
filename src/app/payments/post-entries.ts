import type { Business } from "../../../db/businesses.ts";
import type { Tx } from "../../../db/client.ts";
import { findEntry } from "../../../db/ledger/find-entry.ts";
import type { Origin } from "../../../db/ledger/hashes.ts";
import { record } from "../../../db/ledger/record.ts";
import { recordedAmong } from "../../../db/ledger/recorded-among.ts";
import { businessTime } from "../../clock.ts";
import { present, unreachable } from "../../domain/assert.ts";
import { SUSPENSE } from "../../domain/ledger/account.ts";
import { disputeLost, disputeReinstated, disputeWithdrawn } from "../../domain/ledger/disputes.ts";
import type { Entry, EntryContent } from "../../domain/ledger/entry.ts";
import { paymentIdentified, paymentReceived, paymentUnidentified } from "../../domain/ledger/payments.ts";
import { providerFee } from "../../domain/ledger/provider-money.ts";
import { refundFailed, refundRequested, refundSucceeded } from "../../domain/ledger/refunds.ts";
import { reversed } from "../../domain/ledger/reversed.ts";
import {
  suspenseDisputeReinstated,
  suspenseDisputeWithdrawn,
  suspenseRefundRequested,
} from "../../domain/ledger/suspense.ts";
import { least, negate, subtract } from "../../domain/money.ts";
import { type EntryDue, entriesDue } from "../../domain/payments/entries-due.ts";
import type { PaymentStanding } from "../../domain/payments/fold-payment.ts";
import { dayOf } from "../../domain/time.ts";
import { allocationFor } from "./allocation-for.ts";
import { identifiedAs, markedAs } from "./by-hand.ts";
import { overdrawn, undone } from "./undone.ts";

export type Posting = {
  readonly tx: Tx;
  readonly business: Business;
  readonly standing: PaymentStanding;
  /** `stripe`, `test_checkout`, `manual_transfer`: whose clearing account the money is on. */
  readonly through: string;
  /** Whose money it is; null puts it in suspense. Asked only when the payment itself is new to the ledger. */
  readonly debtorId: string | null;
  readonly origin: Origin;
};

/**
 * Writes into the ledger what a payment calls for and the ledger has not yet, in the one order in which it can be told.
 * The caller holds the payment's and its debtor's locks, so nothing is told twice and each allocation sees the last one.
 */
export async function postEntries(posting: Posting): Promise<void> {
  const { tx, standing, origin } = posting;
  const all = entriesDue(standing);
  const known = await recordedAmong(
    tx,
    all.map(({ reference }) => reference),
  );
  const told: EntryContent[] = [];
  for (const reference of all.map((due) => due.reference).filter((each) => known.has(each))) {
    told.push(present(await findEntry(tx, reference), `the entry ${reference}`));
  }
  told.push(...(await placedByHand(posting, told)));
  for (const due of entriesDue(standing, known)) {
    if (due.kind === "refund requested" || due.kind === "dispute withdrawn") await undoMark(posting, due, told);
    const entry = await entryFor(posting, due, told);
    await record(tx, entry, origin);
    told.push(entry);
    if (due.kind === "refund failed") told.push(...(await keptByPayer(posting, entry, told)));
  }
}

async function entryFor(posting: Posting, due: EntryDue, told: readonly EntryContent[]): Promise<Entry> {
  const { business, through } = posting;
  const { amount, reference } = due;
  const words = { reference, effectiveOn: dayOf(businessTime(due.at, Number(business.clockOffsetMs)), business.zone) };
  const undoes = () =>
    present(
      told.find((entry) => entry.reference === due.reverses),
      `the entry ${due.reverses}, which ${reference} undoes`,
    );
  switch (due.kind) {
    case "payment received":
      return receivedEntry(posting, due, words);
    case "provider fee":
      return providerFee({ ...words, amount, through });
    case "refund requested": {
      const debtorId = payerOf(told);
      if (debtorId === undefined) return suspenseRefundRequested({ ...words, amount });
      return refundRequested({ ...words, debtorId, amount, allocation: undone(told, amount) });
    }
    case "refund succeeded":
      return refundSucceeded({ ...words, amount, through });
    case "refund failed":
      return refundFailed(undoes(), words);
    case "reversed":
      return reversed(undoes(), words);
    case "dispute withdrawn": {
      const debtorId = payerOf(told);
      if (debtorId === undefined) return suspenseDisputeWithdrawn({ ...words, amount, through });
      return disputeWithdrawn({ ...words, debtorId, amount, allocation: undone(told, amount), through });
    }
    case "dispute reinstated":
      return reinstatedEntry(posting, due, { words, told });
    case "dispute lost":
      return disputeLost({ ...words, amount, through });
    default:
      return unreachable(due.kind);
  }
}

/**
 * What was received into suspense may have been placed since, by a person: from there on it is that debtor's, and so is what
 * came back into it.
 */
async function placedByHand({ tx, standing }: Posting, told: readonly EntryContent[]): Promise<EntryContent[]> {
  if (!told.some(({ kind }) => kind === "payment unidentified")) return [];
  const cameBack = told.filter(({ kind }) => kind === "refund failed").map(({ reference }) => reference);
  const found: EntryContent[] = [];
  for (const reference of [standing.payment, ...cameBack]) {
    const placed = await findEntry(tx, identifiedAs(reference));
    if (placed) found.push(placed);
  }
  return found;
}

/**
 * A refund out of suspense fails after the rest of the payment was placed: what comes back is that debtor's like the rest.
 * Nobody would look for it in suspense, where only payments without a debtor are seen.
 */
async function keptByPayer(
  { tx, business, origin }: Posting,
  failed: EntryContent,
  told: readonly EntryContent[],
): Promise<EntryContent[]> {
  const debtorId = payerOf(told);
  const back = failed.postings.find(({ account }) => account.code === SUSPENSE.code)?.amount;
  if (debtorId === undefined || back === undefined) return [];
  const amount = negate(back);
  const allocation = await allocationFor(tx, business.id, { debtorId, amount });
  const { effectiveOn } = failed;
  const reference = identifiedAs(failed.reference);
  const entry = paymentIdentified({ debtorId, amount, allocation, reference, effectiveOn });
  await record(tx, entry, origin);
  return [entry];
}

/** Money that was marked to go back goes back, or is taken: the mark is undone, and what the provider says of it stands instead. */
async function undoMark({ tx, standing, origin, business }: Posting, { at }: EntryDue, told: readonly EntryContent[]) {
  if (payerOf(told) !== undefined) return;
  const mark = await findEntry(tx, markedAs(standing.payment));
  if (!mark) return;
  const reference = `${mark.reference}:undone`;
  if ((await recordedAmong(tx, [reference])).has(reference)) return;
  const effectiveOn = dayOf(businessTime(at, Number(business.clockOffsetMs)), business.zone);
  await record(tx, reversed(mark, { reference, effectiveOn }), origin);
}

type Words = Pick<EntryContent, "reference" | "effectiveOn">;

async function receivedEntry(
  { tx, business, debtorId, through }: Posting,
  { amount }: EntryDue,
  words: Words,
): Promise<Entry> {
  if (debtorId === null) return paymentUnidentified({ ...words, amount, through });
  const allocation = await allocationFor(tx, business.id, { debtorId, amount });
  return paymentReceived({ ...words, debtorId, amount, allocation, through });
}

async function reinstatedEntry(
  { tx, business, through }: Posting,
  { amount }: EntryDue,
  { words, told }: { words: Words; told: readonly EntryContent[] },
): Promise<Entry> {
  const debtorId = payerOf(told);
  if (debtorId === undefined) return suspenseDisputeReinstated({ ...words, amount, through });
  const free = subtract(amount, least(overdrawn(told, amount), amount));
  const allocation = await allocationFor(tx, business.id, { debtorId, amount: free });
  return disputeReinstated({ ...words, debtorId, amount, allocation, through });
}

/** Whose money the ledger took it for; undefined while it is in suspense. */
function payerOf(told: readonly EntryContent[]): string | undefined {
  const received = told.find(({ kind }) => kind === "payment received" || kind === "payment identified");
  return received?.postings.find(({ account }) => account.debtorId !== undefined)?.account.debtorId;
}
