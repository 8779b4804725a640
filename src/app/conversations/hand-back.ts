import { recordAudit } from "../../../db/audit.ts";
import { owedByDebtor } from "../../../db/owed.ts";
import { forgetHandOver } from "../../../db/turns.ts";
import type { Deps } from "../deps.ts";
import { applyEvent, moveContext } from "./apply-event.ts";
import { lockedConversation } from "./locked-conversation.ts";
import type { MoveDeps } from "./save-moves.ts";

export type HandBack = {
  readonly businessId: string;
  readonly conversationId: string;
  readonly userId: string;
  /** Whether the bot may go on as with somebody known: the agent says so, or it asks again. */
  readonly verified: boolean;
};

export type HandedBack =
  | { readonly handedBack: true }
  | { readonly handedBack: false; readonly because: "not-owner" | "closed" };

/**
 * Gives a conversation back to the bot, which goes on where the agent says. The epoch stays: what the agent wrote, and a
 * payment's confirmation meanwhile, still leave, and before anything that the bot says now. What the bot had written before
 * the take-over stays dead, by the epoch that rose then.
 */
export async function handBack(
  deps: Pick<Deps, "db" | "clock"> & MoveDeps,
  { businessId, conversationId, userId, verified }: HandBack,
): Promise<HandedBack> {
  return deps.db.inBusiness(businessId, async (tx) => {
    const context = await moveContext(deps, tx);
    const conversation = await lockedConversation(context, conversationId);
    if (conversation.closedAt !== null) return { handedBack: false, because: "closed" } as const;
    if (conversation.owner !== "agent" || conversation.ownerUserId !== userId)
      return { handedBack: false, because: "not-owner" } as const;

    const { debtorId } = conversation;
    const owed =
      debtorId === null
        ? undefined
        : (await owedByDebtor(tx, businessId, [debtorId], context.business.currency)).get(debtorId);
    const epoch = conversation.ownerEpoch;
    await applyEvent(context, conversation, {
      event: {
        type: "agent.returned",
        verified,
        nothingOwed: owed === undefined || owed.minor <= 0n,
        hasPlan: conversation.hasPlan,
        optedOut: conversation.stoppedAt !== null,
      },
      trigger: "reply",
      actor: `agent:${userId}`,
      ownership: { owner: "bot", ownerUserId: null, ownerEpoch: epoch },
    });
    await forgetHandOver(tx, businessId, conversationId);
    await recordAudit(tx, businessId, {
      actor: userId,
      action: "conversation.handed-back",
      subject: "conversation",
      subjectId: conversationId,
      before: { owner: "agent", ownerUserId: userId, epoch },
      after: { owner: "bot", epoch, verified },
      at: context.now,
    });
    return { handedBack: true } as const;
  });
}
