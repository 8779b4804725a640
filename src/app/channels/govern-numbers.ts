import { moveContext } from "../conversations/apply-event.ts";
import type { Deps } from "../deps.ts";
import { placeAnew } from "../outbox/place-anew.ts";
import { judgeNumbers } from "./judge-numbers.ts";

/**
 * Judges the health of every number of a business anew. What waits is placed anew where there is room for more; where there is less, each
 * is stopped as it comes up.
 */
export async function governNumbers(deps: Pick<Deps, "db" | "clock" | "channels">, businessId: string): Promise<void> {
  const roomier = await deps.db.inBusiness(businessId, async (tx) => judgeNumbers(await moveContext(deps, tx)));
  for (const channelId of roomier) await placeAnew(deps, { businessId, channelId });
}
