import type { DateTime } from "luxon";
import type { Tx } from "./client.ts";

/**
 * Ends the holds of one kind that somebody placed (`by` nobody: the debtor ended it in the chat), with `placedBefore` only those from before that. Returns which: none when
 * there was none, or it had ended by itself.
 */
export async function liftHolds(
  tx: Tx,
  businessId: string,
  {
    debtorId,
    kind,
    by,
    at,
    placedBefore,
  }: { debtorId: string; kind: string; by: string | null; at: DateTime; placedBefore?: DateTime },
): Promise<string[]> {
  const lifted = await tx<{ id: string }[]>`
    update hold set lifted_at = ${at}, lifted_by = ${by}
    where business_id = ${businessId} and debtor_id = ${debtorId} and kind = ${kind} and lifted_at is null
      and (until is null or until > ${at}) ${placedBefore === undefined ? tx`` : tx`and coalesce(said_again_at, placed_at) < ${placedBefore}`}
    returning id`;
  return lifted.map(({ id }) => id);
}
