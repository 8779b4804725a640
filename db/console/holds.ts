import type { DateTime } from "luxon";
import type { Tx } from "../client.ts";

export type HoldRow = {
  readonly debtorId: string;
  readonly kind: string;
  readonly since: DateTime | null;
  readonly until: DateTime | null;
};

/** Every reason not to write to these people, each once; since when, for those that somebody placed. */
export async function holdsOf(tx: Tx, businessId: string, debtorIds: readonly string[]): Promise<HoldRow[]> {
  return tx<HoldRow[]>`
    select a.debtor_id, a.kind, min(h.placed_at) as since, max(h.until) as until
    from active_hold a
    left join hold h on h.business_id = a.business_id and h.debtor_id = a.debtor_id and h.kind = a.kind and h.lifted_at is null
    where a.business_id = ${businessId} and a.debtor_id = any(${[...debtorIds]}::uuid[])
    group by a.debtor_id, a.kind
    order by a.debtor_id, a.kind`;
}
