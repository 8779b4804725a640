import type { Tx } from "../client.ts";
import { document } from "../rows.ts";
import type { Pending } from "./pending.ts";

/** Wrong rows, of whichever list, that name one of these: keyed hashes, hexadecimal, as the rows were marked with. */
export async function forgetMarkedRows(tx: Tx, businessId: string, hashes: readonly string[]): Promise<void> {
  await tx`
    with found as materialized (
      select distinct m.list_id, m.row
      from unnest(${[...hashes]}::text[]) as h(hash)
      join debtor_list_mark m on m.business_id = ${businessId} and m.hash = decode(h.hash, 'hex')
    ), unmarked as (
      delete from debtor_list_mark m using found f
      where m.business_id = ${businessId} and m.list_id = f.list_id and m.row = f.row
    )
    delete from debtor_list_row r using found f
    where r.business_id = ${businessId} and r.list_id = f.list_id and r.row = f.row and r.verdict = 'error'`;
}

/** The next list whose summary may speak of somebody, locked: in the books, or half in them. */
export async function nextList(
  tx: Tx,
  businessId: string,
  after: Pending["listId"],
): Promise<{ id: string; sealed: string } | undefined> {
  const [found] = await tx<{ id: string; sealed: string }[]>`
    select id, summary ->> 'sealed' as sealed from debtor_list
    where business_id = ${businessId} and (${after}::uuid is null or id > ${after}) and state <> 'staged'
    order by id limit 1 for no key update`;
  return found;
}

/** Rows that were judged as this debtor's: only a list that failed half way still has them. */
export async function forgetJudgedRows(
  tx: Tx,
  businessId: string,
  { listId, reference }: { listId: string; reference: string },
): Promise<void> {
  await tx`
    delete from debtor_list_row r using debtor_list l
    where l.business_id = ${businessId} and l.id = ${listId} and l.state = 'failed' and r.business_id = l.business_id
      and r.list_id = l.id and r.row > 0 and r.judged ->> 'debtor' = ${reference}`;
}

/** What the list's summary says from now on, and that it was looked through. */
export async function saveSearched(
  tx: Tx,
  businessId: string,
  { debtorId, listId, sealed }: { debtorId: string; listId: string; sealed: string | undefined },
): Promise<void> {
  if (sealed !== undefined)
    await tx`
      update debtor_list set summary = jsonb_set(summary, '{sealed}', ${document(sealed)}::text::jsonb)
      where business_id = ${businessId} and id = ${listId}`;
  await tx`update erasure set list_id = ${listId} where business_id = ${businessId} and debtor_id = ${debtorId}`;
}
