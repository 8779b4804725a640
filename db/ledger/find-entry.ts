import type { Tx } from "../client.ts";
import { type EntryRow, type StoredEntry, storedEntries } from "./stored-entry.ts";

/**
 * The entry of that reference. Ask before allocating a payment: a second allocation would come out otherwise, because
 * the first has changed the balances, and the same reference must not come back with other money.
 */
export async function findEntry(tx: Tx, reference: string): Promise<StoredEntry | undefined> {
  const rows = await tx<EntryRow[]>`
    select e.id, e.reference, e.kind, e.effective_on, e.description, e.reverses, e.actor, e.source, e.recorded_at,
      p.account_code, p.debtor_id, p.debt_id, p.provider, p.amount_minor, p.currency
    from ledger_entry e
    join ledger_posting p on p.business_id = e.business_id and p.entry_id = e.id
    where e.business_id = current_business() and e.reference = ${reference}
    order by p.position`;
  return storedEntries(rows)[0];
}
