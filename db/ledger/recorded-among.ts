import type { Tx } from "../client.ts";

/** Which of these references the ledger has: ask before allocating, so that nothing is told again with other money. */
export async function recordedAmong(tx: Tx, references: readonly string[]): Promise<Set<string>> {
  const rows = await tx<{ reference: string }[]>`
    select reference from ledger_entry where business_id = current_business() and reference = any(${[...references]})`;
  return new Set(rows.map(({ reference }) => reference));
}
