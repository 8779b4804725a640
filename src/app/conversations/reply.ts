import { recordAudit } from "../../../db/audit.ts";
import { whereTheyLive } from "../../../db/gate.ts";
import { ringBell, tellConsole } from "../../../db/intake.ts";
import { readAttached } from "../../../db/message-files.ts";
import { putInOutbox } from "../../../db/outbox.ts";
import { newestInboundId, raiseRevision } from "../../../db/turns.ts";
import { windowClosesAt } from "../../channels/service-window.ts";
import type { ContentFinding } from "../../domain/contact-law/content/lint.ts";
import { lint } from "../../domain/contact-law/content/lint.ts";
import { lawFor } from "../../domain/contact-law/law-for.ts";
import { storable } from "../../domain/storable.ts";
import { newId } from "../../ids.ts";
import type { Deps } from "../deps.ts";
import { decidePlanned, type PlanDeps } from "../outbox/decide-planned.ts";
import { withStopLine } from "../outbox/with-stop-line.ts";
import { moveContext } from "./apply-event.ts";
import { lockedConversation } from "./locked-conversation.ts";

export type AgentReply = {
  readonly businessId: string;
  readonly conversationId: string;
  readonly userId: string;
  /** At most 4,000 characters: WhatsApp takes 4,096, and how to stop may have to be said under it. */
  readonly text: string;
  /** The newest message of the debtor's that the agent had seen; null when there was none. */
  readonly lastSeenMessageId: string | null;
  /** The rules whose doubts the agent has read and sends it in spite of. A forbidden finding is never set aside. */
  readonly confirmed?: readonly string[];
  /** What was attached before (`attachToReply`): the text is its caption, and may be empty. */
  readonly fileId?: string;
};

export type Replied =
  | { readonly sent: true; readonly outboxId: string }
  | {
      readonly sent: false;
      readonly because: "not-owner" | "closed" | "stale" | "window-closed" | "not-verified" | "no-file";
    }
  | {
      readonly sent: false;
      readonly because: "forbidden-content" | "doubtful-content";
      readonly findings: readonly ContentFinding[];
    };

/**
 * Puts an agent's words in the outbox, where they pass the same gate as the bot's. Refused, with the reason, when somebody
 * else has the conversation, when the debtor wrote while the agent was writing, or when the law forbids the words. Words in
 * doubt are sent once the agent has confirmed them, which is kept in the audit.
 */
export async function replyAsAgent(deps: Pick<Deps, "db" | "clock"> & PlanDeps, reply: AgentReply): Promise<Replied> {
  const { businessId, conversationId, userId, lastSeenMessageId, confirmed = [], fileId } = reply;
  return deps.db.inBusiness(businessId, async (tx) => {
    const context = await moveContext(deps, tx);
    const { business, now } = context;
    const conversation = await lockedConversation(context, conversationId);
    if (conversation.closedAt !== null) return { sent: false, because: "closed" } as const;
    if (conversation.owner !== "agent" || conversation.ownerUserId !== userId)
      return { sent: false, because: "not-owner" } as const;
    if (((await newestInboundId(tx, businessId, conversationId)) ?? null) !== lastSeenMessageId)
      return { sent: false, because: "stale" } as const;

    const closesAt = windowClosesAt(conversation.lastInboundAt ?? undefined);
    const isOpen =
      deps.channels.get(conversation.channelId)?.can.freeTextAnyTime || (closesAt !== undefined && now < closesAt);
    if (!isOpen) return { sent: false, because: "window-closed" } as const;

    const attachedBy = userId;
    const file = fileId && (await readAttached(tx, businessId, { id: fileId, conversationId, attachedBy }));
    if (fileId !== undefined && !file) return { sent: false, because: "no-file" } as const;
    // Nobody can read in a file whether it speaks of a debt.
    if (file && conversation.verifiedAt === null) return { sent: false, because: "not-verified" } as const;

    // The gate reads these words by the law of where they live: by the creditor's own, what is taken here could be given up there.
    const { country } = lawFor(business, await whereTheyLive(tx, businessId, conversationId));
    const text = withStopLine(storable(reply.text), { country, kind: "agent", language: conversation.language });
    const findings = lint(text, country, "agent", {
      verified: conversation.verifiedAt !== null,
      creditor: business.name,
    });
    if (findings.some(({ severity }) => severity === "forbidden"))
      return { sent: false, because: "forbidden-content", findings } as const;
    if (findings.some(({ rule }) => !confirmed.includes(rule)))
      return { sent: false, because: "doubtful-content", findings } as const;

    const outboxId = fileId ?? newId();
    const revision = await raiseRevision(tx, businessId, conversationId);
    await putInOutbox(tx, businessId, [
      {
        id: outboxId,
        conversationId,
        revision,
        position: 0,
        kind: "agent",
        trigger: "reply",
        payload: { text, ...(file && { file }) },
        ownerEpoch: conversation.ownerEpoch,
        author: `agent:${userId}`,
        sendAt: now,
      },
    ]);
    await decidePlanned(context, [outboxId]);
    if (findings.length > 0) {
      await recordAudit(tx, businessId, {
        actor: userId,
        action: "message.sent-in-doubt",
        subject: "outbox",
        subjectId: outboxId,
        before: null,
        after: { doubts: findings.map(({ rule, clause, span }) => ({ rule, clause: clause.id, span })) },
        at: now,
      });
    }
    await tellConsole(tx, businessId, [{ kind: "conversation.changed", subjectId: conversationId }]);
    await ringBell(tx, "dispatch", businessId);
    return { sent: true, outboxId } as const;
  });
}
