import type { IsoDate } from "../src/domain/time.ts";
import type { Tx } from "./client.ts";

/**
 * Where each promise stands, from what settled since it was made: kept as soon as the amount is there, broken once its day
 * is over without it. A smaller payment keeps nothing. Facts each time, so a missed event cannot leave one standing. With
 * `ofDebtor` only theirs are looked at; whoever owes nothing any more has kept their word, whatever the amount. Returns what
 * changed.
 */
export async function settlePromises(
  tx: Tx,
  businessId: string,
  today: IsoDate,
  { ofDebtor, owesNothing = false }: { ofDebtor?: string; owesNothing?: boolean } = {},
): Promise<{ debtorId: string; state: "kept" | "broken" }[]> {
  return tx<{ debtorId: string; state: "kept" | "broken" }[]>`
    update promise p set state = case when ${owesNothing} or s.paid >= p.amount_minor then 'kept' else 'broken' end
    from (
      select q.id, coalesce(sum(y.amount_minor), 0) as paid
      from promise q
      left join payment y on y.business_id = q.business_id and y.debtor_id = q.debtor_id and y.state = 'settled'
        and y.recorded_at >= q.recorded_at
      where q.business_id = ${businessId} and q.state = 'open' ${ofDebtor === undefined ? tx`` : tx`and q.debtor_id = ${ofDebtor}`}
      group by q.id
    ) s
    where p.business_id = ${businessId} and p.id = s.id and p.state = 'open' and (${owesNothing} or s.paid >= p.amount_minor or p.due_on < ${today})
    returning p.debtor_id, p.state`;
}
