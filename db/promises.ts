import type { DateTime } from "luxon";
import { dayOf, type Zone } from "../src/domain/time.ts";
import type { Tx } from "./client.ts";

/**
 * Where promises stand, from what settled since they were made: kept once the amount is there, broken once their day is over
 * without it. A smaller payment, or one in another currency, keeps nothing. With `ofDebtor`, who has just paid, theirs is looked
 * at, whenever it is due; whoever owes nothing any more has kept their word, whatever the amount. Without, those whose day is
 * over where they are: facts each time, so a missed event cannot leave one standing. Returns what changed.
 */
export async function settlePromises(
  tx: Tx,
  businessId: string,
  { now, zone }: { readonly now: DateTime; readonly zone: Zone },
  { ofDebtor, owesNothing = false }: { ofDebtor?: string; owesNothing?: boolean } = {},
): Promise<{ debtorId: string; state: "kept" | "broken" }[]> {
  const today = dayOf(now, zone);
  // A day is over where the debtor is; nowhere is it later than a day after where the business is.
  const isOver = tx`p.due_on <= ${today} and p.due_on < (${now}::timestamptz at time zone coalesce(d.zone, ${zone}))::date`;
  return tx<{ debtorId: string; state: "kept" | "broken" }[]>`
    update promise p set state = case when ${owesNothing} or s.paid >= p.amount_minor then 'kept' else 'broken' end
    from (
      select q.id, coalesce(sum(y.amount_minor), 0) as paid
      from promise q
      left join payment y on y.business_id = q.business_id and y.debtor_id = q.debtor_id
        and y.currency = q.currency and y.state = 'settled' and y.recorded_at >= q.recorded_at
      where q.business_id = ${businessId} and q.state = 'open'
        and ${ofDebtor === undefined ? tx`q.due_on <= ${today}` : tx`q.debtor_id = ${ofDebtor}`}
      group by q.id
    ) s, debtor d
    where p.business_id = ${businessId} and p.id = s.id and p.state = 'open' and d.business_id = p.business_id and d.id = p.debtor_id
      and ${ofDebtor === undefined ? isOver : tx`(${owesNothing} or s.paid >= p.amount_minor or (${isOver}))`}
    returning p.debtor_id, p.state`;
}
