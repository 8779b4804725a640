import { recordAudit } from "../../../db/audit.ts";
import { inFlight } from "../../../db/unsent.ts";
import type { Deps } from "../deps.ts";
import { applyEvent, moveContext } from "./apply-event.ts";
import { lockedConversation } from "./locked-conversation.ts";
import type { MoveDeps } from "./save-moves.ts";

export type TakeOver = {
  readonly businessId: string;
  readonly conversationId: string;
  readonly userId: string;
  readonly mayStealWith?: { readonly reason: string };
};

export type TookOver =
  | {
      readonly taken: true;
      readonly epoch: number /** What had left before: the debtor may still read it. */;
      readonly inFlight: readonly { id: string; body: string }[];
    }
  | { readonly taken: false; readonly because: "closed" }
  | { readonly taken: false; readonly because: "owned"; readonly ownerUserId: string };

/**
 * Gives a conversation to an agent. Waits for sends that are leaving at this moment, and they are in the answer; after
 * it has committed no request to the channel starts for anything the bot wrote before.
 */
export async function takeOver(
  deps: Pick<Deps, "db" | "clock"> & MoveDeps,
  { businessId, conversationId, userId, mayStealWith }: TakeOver,
): Promise<TookOver> {
  return deps.db.inBusiness(businessId, async (tx) => {
    const context = await moveContext(deps, tx);
    const conversation = await lockedConversation(context, conversationId);
    if (conversation.closedAt !== null) return { taken: false, because: "closed" } as const;
    if (conversation.owner === "agent" && conversation.ownerUserId !== null) {
      if (conversation.ownerUserId === userId)
        return {
          taken: true,
          epoch: conversation.ownerEpoch,
          inFlight: await inFlight(tx, businessId, conversationId),
        } as const;
      if (!mayStealWith) return { taken: false, because: "owned", ownerUserId: conversation.ownerUserId } as const;
    }

    const epoch = conversation.ownerEpoch + 1;
    await applyEvent(context, conversation, {
      event: { type: "agent.tookOver" },
      trigger: "reply",
      actor: `agent:${userId}`,
      ownership: { owner: "agent", ownerUserId: userId, ownerEpoch: epoch },
    });
    await recordAudit(tx, businessId, {
      actor: userId,
      action: "conversation.taken-over",
      subject: "conversation",
      subjectId: conversationId,
      before: { owner: conversation.owner, ownerUserId: conversation.ownerUserId, epoch: conversation.ownerEpoch },
      after: { owner: "agent", ownerUserId: userId, epoch, ...mayStealWith },
      at: context.now,
    });
    return { taken: true, epoch, inFlight: await inFlight(tx, businessId, conversationId) } as const;
  });
}
