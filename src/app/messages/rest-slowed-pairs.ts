import { changePairPaces, conversationsOfSent } from "../../../db/pair-pace.ts";
import { pairRestMs } from "../../channels/backoff.ts";
import type { InboundStatus } from "../../channels/channel.ts";
import { slowsRecipient } from "../../channels/slows-recipient.ts";
import type { Deps } from "../deps.ts";

/**
 * Meta took a message, and then let it fail because the person gets too much: as after such a refusal, nothing more is lent, and nothing
 * goes to them for a second. It is not sent again, so there is no second failure of it that would make that longer.
 *
 * In a transaction of its own, because it locks conversations, for which no webhook's keeping may wait.
 */
export async function restSlowedPairs(
  { db, clock }: Pick<Deps, "db" | "clock">,
  businessId: string,
  deliveries: readonly { readonly channelId: string; readonly statuses: readonly InboundStatus[] }[],
): Promise<void> {
  const failed = deliveries.flatMap(({ channelId, statuses }) =>
    statuses.flatMap(({ status, code, providerId }) =>
      status === "failed" && code !== undefined && slowsRecipient(code) ? [{ channelId, providerId }] : [],
    ),
  );
  if (failed.length === 0) return;
  const untilMs = BigInt(clock.now().toMillis() + pairRestMs(1));
  await db.inBusinessByKey(businessId, async (tx) => {
    const conversationIds = await conversationsOfSent(tx, businessId, failed);
    await changePairPaces(tx, businessId, {
      refunds: [],
      rests: conversationIds.map((conversationId) => ({ conversationId, untilMs })),
    });
  });
}
