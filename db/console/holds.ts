import type { DateTime } from "luxon";
import type { Tx } from "../client.ts";
import type { Held } from "../gate.ts";

export type HoldRow = {
  readonly debtorId: string;
  readonly kind: string;
  readonly since: DateTime | null;
  readonly until: DateTime | null;
};

/**
 * Every reason not to write to these people at this moment of the business's, each once; since when, for those that somebody
 * placed, and until when, for those that end by themselves.
 */
export async function holdsOf(tx: Tx, businessId: string, { debtorIds, now }: Held): Promise<HoldRow[]> {
  return tx<HoldRow[]>`
    select a.debtor_id, a.kind, min(h.placed_at) as since,
      case when bool_or(a.until is null) then null else max(a.until) end as until
    from active_hold a
    left join hold h on h.business_id = a.business_id and h.debtor_id = a.debtor_id and h.kind = a.kind and h.lifted_at is null
      and (h.until is null or h.until > ${now})
    where a.business_id = ${businessId} and a.debtor_id = any(${[...debtorIds]}::uuid[]) and (a.until is null or a.until > ${now})
    group by a.debtor_id, a.kind
    order by a.debtor_id, a.kind`;
}
