import { recordAudit } from "../../../db/audit.ts";
import { tellConsole } from "../../../db/intake.ts";
import { lockLimit, saveLimit, waitingForNumber } from "../../../db/messaging-limit.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { Deps } from "../deps.ts";
import { moveSends } from "../outbox/hold-back.ts";

export type SetMessagingLimit = {
  readonly businessId: string;
  readonly channelId: string;
  readonly userId: string;
  /** People in 24 hours; null for a number that may write to any number of them. */
  readonly limit: number | null;
};

/**
 * To how many different people a number may write in 24 hours from now on, on the record. What waited for its day is looked at
 * again at once, in its order: it leaves, or gets a place under the new limit. False when there is no such number.
 */
export async function setMessagingLimit(
  deps: Pick<Deps, "db" | "clock" | "secrets">,
  { businessId, channelId, userId, limit }: SetMessagingLimit,
): Promise<boolean> {
  return deps.db.inBusiness(businessId, async (tx) => {
    const stood = await lockLimit(tx, businessId, channelId);
    if (!stood) return false;
    if (stood.messagingLimit === limit) return true;
    const { business, now } = await moveContext(deps, tx);
    await saveLimit(tx, businessId, { channelId, limit });
    const waiting = await waitingForNumber(tx, businessId, channelId);
    await moveSends(
      tx,
      business,
      waiting.map((id) => ({ id, sendAt: now })),
    );
    await recordAudit(tx, businessId, {
      actor: userId,
      action: "channel.messaging-limit",
      subject: "channel",
      subjectId: channelId,
      before: { messagingLimit: stood.messagingLimit },
      after: { messagingLimit: limit },
      at: now,
    });
    await tellConsole(tx, businessId, [{ kind: "channel.changed", subjectId: channelId }]);
    return true;
  });
}
