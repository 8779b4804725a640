import { freePlaces, lockTheirConversations, lockUnplaced } from "../../../db/messaging-limit.ts";
import { plannedSends } from "../../../db/outbox.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { Deps } from "../deps.ts";
import { judge } from "./gate.ts";
import { moveSends } from "./hold-back.ts";
import { spreadBlocked } from "./spread-blocked.ts";

/** Sends of one transaction: each holds the number's row for as long as its places are counted. */
const BATCH = 256;

export type OfNumber = { readonly businessId: string; readonly channelId: string };

/**
 * Looks again, in its order, at what waits for a number whose limit is another now: what the law allows at this moment is due, and
 * `within-limit.ts` lets it leave; the rest gets a place under the new limit. Nothing is sent by this, so no verdict is kept.
 *
 * All places are freed first, or the last one of a day, which was given at the pace of the old limit, would make the day look full.
 *
 * Each batch locks in the order of `dispatch.ts`: the sends, their conversations, the number. After a kill between two batches the
 * rest waits for its old moment, at which dispatch decides on it by the new limit; setting the limit once more looks at all of it again.
 */
export async function placeAnew(
  deps: Pick<Deps, "db" | "clock" | "channels">,
  { businessId, channelId }: OfNumber,
): Promise<void> {
  const waiting = await deps.db.inBusiness(businessId, (tx) => freePlaces(tx, businessId, channelId));
  for (let at = 0; at < waiting.length; at += BATCH) await placeBatch(deps, businessId, waiting.slice(at, at + BATCH));
}

async function placeBatch(
  deps: Pick<Deps, "db" | "clock" | "channels">,
  businessId: string,
  ids: readonly string[],
): Promise<void> {
  await deps.db.inBusinessByKey(businessId, async (tx) => {
    const { business, now } = await moveContext(deps, tx);
    const unplaced = await lockUnplaced(tx, businessId, ids);
    // Before they are judged: whoever ends a stop of theirs has these, or waits and then finds what was made of it.
    await lockTheirConversations(
      tx,
      businessId,
      unplaced.map(({ conversationId }) => conversationId),
    );
    const sends = await plannedSends(
      tx,
      businessId,
      unplaced.map(({ id }) => id),
    );
    const judged = await judge(tx, { business, now, channels: deps.channels }, sends);
    const delayed = await spreadBlocked(tx, businessId, judged, now);
    const waits = new Set(delayed.map(({ id }) => id));
    const due = sends.filter(({ id }) => !waits.has(id)).map(({ id }) => ({ id, sendAt: now }));
    await moveSends(tx, business, [...due, ...delayed]);
  });
}
