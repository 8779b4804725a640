import type { Currency } from "../src/domain/money.ts";
import type { Tx } from "./client.ts";

export type OfList = { readonly listId: string; readonly currency: Currency };

/** How many of a list's debtors a conversation can be opened with now. */
export async function countOpenable(tx: Tx, businessId: string, of: OfList): Promise<number> {
  const [row] = await tx<
    { count: number }[]
  >`select count(*)::int as count from (${openable(tx, businessId, of)}) found`;
  return row?.count ?? 0;
}

/** The next of them, in the order of their ids: whoever was opened is among them no more. */
export async function nextOpenable(
  tx: Tx,
  businessId: string,
  { limit, ...of }: OfList & { limit: number },
): Promise<string[]> {
  const found = await tx<{ id: string }[]>`${openable(tx, businessId, of)} order by d.id limit ${limit}`;
  return found.map(({ id }) => id);
}

/**
 * Debtors whom this list brought or changed, or one of whose debts it did; who owe something, may be written to at a number
 * of theirs, and have no open conversation.
 */
function openable(tx: Tx, businessId: string, { listId, currency }: OfList) {
  return tx`
    select d.id from debtor d
    where d.business_id = ${businessId} and d.id in (
        select id from debtor where business_id = ${businessId} and list_id = ${listId}
        union select debtor_id from debt where business_id = ${businessId} and list_id = ${listId})
      and exists (select from contact k where k.business_id = d.business_id and k.debtor_id = d.id
        and k.suppressed_at is null and k.phone is not null
        and (select p.granted from contact_permission p where p.business_id = k.business_id and p.contact_id = k.id
          order by p.recorded_at desc, p.id desc limit 1))
      and not exists (select from conversation c where c.business_id = d.business_id and c.debtor_id = d.id and c.closed_at is null)
      and (select coalesce(sum(p.amount_minor), 0) from ledger_posting p where p.business_id = d.business_id
        and p.debtor_id = d.id and p.account_code in (1100, 1110, 1120) and p.currency = ${currency}) > 0`;
}
