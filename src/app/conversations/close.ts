import { appendOutcomes } from "../../../db/agreements.ts";
import { recordAudit } from "../../../db/audit.ts";
import { tellConsole } from "../../../db/intake.ts";
import { closeWithOutcome } from "../../../db/turns.ts";
import type { Outcome } from "../../domain/outcome.ts";
import type { Deps } from "../deps.ts";
import { moveContext } from "./apply-event.ts";
import { lockedConversation } from "./locked-conversation.ts";

export type Closed = { readonly closed: true } | { readonly closed: false; readonly because: "not-owner" | "closed" };

/** Ends a conversation that an agent has, with how it ended. What the debtor writes next begins a new one. */
export async function closeConversation(
  deps: Pick<Deps, "db" | "clock" | "secrets">,
  {
    businessId,
    conversationId,
    userId,
    outcome,
  }: { businessId: string; conversationId: string; userId: string; outcome: Outcome },
): Promise<Closed> {
  return deps.db.inBusiness(businessId, async (tx) => {
    const context = await moveContext(deps, tx);
    const { now } = context;
    const conversation = await lockedConversation(context, conversationId);
    if (conversation.closedAt !== null) return { closed: false, because: "closed" } as const;
    if (conversation.owner !== "agent" || conversation.ownerUserId !== userId)
      return { closed: false, because: "not-owner" } as const;

    const revision = await closeWithOutcome(tx, businessId, conversationId, { outcome, at: now });
    await appendOutcomes(tx, businessId, [{ conversationId, revision, outcome, by: `agent:${userId}`, at: now }]);
    await recordAudit(tx, businessId, {
      actor: userId,
      action: "conversation.closed",
      subject: "conversation",
      subjectId: conversationId,
      before: { outcome: conversation.outcome },
      after: { outcome },
      at: now,
    });
    await tellConsole(tx, businessId, [{ kind: "conversation.changed", subjectId: conversationId }]);
    return { closed: true } as const;
  });
}
