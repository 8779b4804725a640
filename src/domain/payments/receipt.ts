import { type Money, toText } from "../money.ts";
import type { IsoDate } from "../time.ts";

/** What can be read from the proof of a transfer. Only the picture's hash is always there. */
export type Receipt = {
  /** SHA-256 of the file's bytes, in hex. */
  readonly sha256: string;
  /** The bank's own number, as typed or read from the picture. */
  readonly reference?: string;
  readonly amount?: Money;
  readonly paidOn?: IsoDate;
};

/** Why an agent refuses a receipt. `other` needs a note. */
export const RECEIPT_REFUSALS = [
  "duplicate",
  "money_not_received",
  "amount_differs",
  "other_account",
  "other_debtor",
  "too_old",
  "unreadable",
  "not_a_receipt",
  "other",
] as const;
export type ReceiptRefusal = (typeof RECEIPT_REFUSALS)[number];

/**
 * The keys under which a receipt is looked up again: the picture itself, and the transfer it shows. Two receipts that
 * share a key are the same one.
 */
export function receiptFingerprints({ sha256, reference, amount }: Receipt): string[] {
  const keys = [`picture:${sha256.toLowerCase()}`];
  const number = normaliseReference(reference ?? "");
  if (number !== undefined && amount !== undefined) keys.push(`transfer:${number}:${toText(amount)}`);
  return keys;
}

/**
 * Whether two receipts show the same money: by picture, or by bank number and amount (banks use a number again after
 * some time, so two known days that differ are two transfers). `maybe` is an equal amount on an equal day: an agent looks.
 */
export function sameReceipt(a: Receipt, b: Receipt): "same" | "maybe" | "different" {
  if (a.sha256.toLowerCase() === b.sha256.toLowerCase()) return "same";

  const amountsDiffer = a.amount && b.amount && toText(a.amount) !== toText(b.amount);
  const daysDiffer = a.paidOn && b.paidOn && a.paidOn !== b.paidOn;
  if (amountsDiffer || daysDiffer) return "different";

  const [left, right] = [normaliseReference(a.reference ?? ""), normaliseReference(b.reference ?? "")];
  const amountsAgree = a.amount !== undefined && b.amount !== undefined;
  if (left !== undefined && right !== undefined) {
    if (left !== right) return "different";
    return amountsAgree ? "same" : "maybe";
  }
  const daysAgree = a.paidOn !== undefined && b.paidOn !== undefined;
  return amountsAgree && daysAgree ? "maybe" : "different";
}

// Fewer characters than this are a branch or a counter, and would make strangers' receipts equal.
const SHORTEST_REFERENCE = 5;

/** `No. 000-1234 567a` and `1234567A` are one number; `undefined` when it is too short to tell transfers apart. */
export function normaliseReference(text: string): string | undefined {
  const characters = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/^\s*(?:REFERENCIA|REFERÊNCIA|REFERENCE|COMPROBANTE|REF|NÚM|NUM|NRO|NO|N(?=°))(?![A-Z])[\s.:#°-]+/u, "")
    .replace(/[^A-Z0-9]/g, "")
    .replace(/^0+/, "");
  return characters.length >= SHORTEST_REFERENCE ? characters : undefined;
}
