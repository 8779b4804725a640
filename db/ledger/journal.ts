import type { Tx } from "../client.ts";
import { type EntryRow, type StoredEntry, storedEntries } from "./stored-entry.ts";

/** A page of the journal: the newest `limit` entries before the entry `before`, of everybody or of one debtor. */
export type JournalPage = { readonly limit: number; readonly before?: string; readonly debtorId?: string };

/** Whole entries, the one recorded last first: ids carry the order. */
export async function journal(tx: Tx, { limit, before, debtorId }: JournalPage): Promise<StoredEntry[]> {
  const rows = await tx<EntryRow[]>`
    with page as (
      select * from ledger_entry e
      where e.business_id = current_business()
        ${before === undefined ? tx`` : tx`and e.id < ${before}`}
        ${debtorId === undefined ? tx`` : tx`and e.id in (select entry_id from ledger_posting where business_id = current_business() and debtor_id = ${debtorId})`}
      order by e.id desc limit ${limit}
    )
    select e.id, e.reference, e.kind, e.effective_on, e.description, e.reverses, e.actor, e.source, e.recorded_at,
      p.account_code, p.debtor_id, p.debt_id, p.provider, p.amount_minor, p.currency
    from page e
    join ledger_posting p on p.business_id = e.business_id and p.entry_id = e.id
    order by e.id desc, p.position`;
  return storedEntries(rows);
}
