import { recordAudit } from "../../../db/audit.ts";
import { tellConsole } from "../../../db/intake.ts";
import { lockLimit, saveLimit } from "../../../db/messaging-limit.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { Deps } from "../deps.ts";
import { placeAnew } from "../outbox/place-anew.ts";
import { judgeNumbers } from "./judge-numbers.ts";

export type SetMessagingLimit = {
  readonly businessId: string;
  readonly channelId: string;
  readonly userId: string;
  /** People in 24 hours; null for a number that may write to any number of them. */
  readonly limit: number | null;
};

/**
 * To how many different people a number may write in 24 hours from now on, on the record. What waits for it is then looked at again
 * (`placeAnew`): after the limit is saved and not with its row held, for which whoever holds those sends may be waiting. The same limit
 * again is no change, but looks at them again all the same. False when there is no such number.
 */
export async function setMessagingLimit(
  deps: Pick<Deps, "db" | "clock" | "channels">,
  asked: SetMessagingLimit,
): Promise<boolean> {
  if (!(await keepLimit(deps, asked))) return false;
  await placeAnew(deps, asked);
  return true;
}

async function keepLimit(
  deps: Pick<Deps, "db" | "clock">,
  { businessId, channelId, userId, limit }: SetMessagingLimit,
): Promise<boolean> {
  return deps.db.inBusiness(businessId, async (tx) => {
    const stood = await lockLimit(tx, businessId, channelId);
    if (!stood) return false;
    if (stood.messagingLimit === limit) return true;
    const context = await moveContext(deps, tx);
    await saveLimit(tx, businessId, { channelId, limit });
    // A limit may have stood below what its health allows, which then says nothing of its own: without it, that has to be said.
    await judgeNumbers(context, { only: channelId });
    await recordAudit(tx, businessId, {
      actor: userId,
      action: "channel.messaging-limit",
      subject: "channel",
      subjectId: channelId,
      before: { messagingLimit: stood.messagingLimit },
      after: { messagingLimit: limit },
      at: context.now,
    });
    await tellConsole(tx, businessId, [{ kind: "channel.changed", subjectId: channelId }]);
    return true;
  });
}
