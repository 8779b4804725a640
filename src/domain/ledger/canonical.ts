import type { EntryContent, Posting } from "./entry.ts";

/**
 * The money in an entry as one text, the same for the same money in any order: what a fingerprint is taken of. What
 * the entry is called (reference, description) is not part of it. `db/ledger/verify.ts` writes the same text in SQL
 * from the stored rows, so that each checks the other.
 */
export function canonical({ kind, effectiveOn, reverses, postings }: EntryContent): string {
  return [kind, effectiveOn, reverses ?? "", ...postings.map(line).sort()].join("\n");
}

function line({ account, amount }: Posting): string {
  const { code, debtId = "", debtorId = "", provider = "" } = account;
  return `${code}|${debtId}|${debtorId}|${provider}|${amount.currency}|${amount.minor}`;
}
