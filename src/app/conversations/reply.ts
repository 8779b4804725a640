import { recordAudit } from "../../../db/audit.ts";
import { whereTheyLive } from "../../../db/gate.ts";
import { ringBell, tellConsole } from "../../../db/intake.ts";
import { readAttached } from "../../../db/message-files.ts";
import { putInOutbox } from "../../../db/outbox.ts";
import { type LockedConversation, newestInboundId, raiseRevision } from "../../../db/turns.ts";
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
import type { MoveContext } from "./save-moves.ts";

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
  const { businessId, conversationId, userId, fileId } = reply;
  return deps.db.inBusiness(businessId, async (tx): Promise<Replied> => {
    const context = await moveContext(deps, tx);
    const conversation = await lockedConversation(context, conversationId);
    const because = await whyNot(context, conversation, reply);
    if (because !== undefined) return { sent: false, because };

    const attachedBy = userId;
    const file = fileId && (await readAttached(tx, businessId, { id: fileId, conversationId, attachedBy }));
    if (fileId !== undefined && !file) return { sent: false, because: "no-file" };
    // Nobody can read in a file whether it speaks of a debt.
    if (file && conversation.verifiedAt === null) return { sent: false, because: "not-verified" };

    const { text, findings } = await lintWords(context, conversation, reply);
    if (findings.some(({ severity }) => severity === "forbidden"))
      return { sent: false, because: "forbidden-content", findings };
    if (findings.some(({ rule }) => !reply.confirmed?.includes(rule)))
      return { sent: false, because: "doubtful-content", findings };

    const outboxId = fileId ?? newId();
    await putReply(context, conversation, { id: outboxId, userId, payload: { text, ...(file && { file }) } });
    if (findings.length > 0) await recordDoubts(context, { outboxId, userId, findings });
    await tellConsole(tx, businessId, [{ kind: "conversation.changed", subjectId: conversationId }]);
    await ringBell(tx, "dispatch", businessId);
    return { sent: true, outboxId };
  });
}

type Context = MoveContext<Pick<Deps, "clock"> & PlanDeps>;

/** Why this agent may not answer in this conversation now, whatever the words; undefined when they may. */
async function whyNot(
  { deps, tx, business, now }: Context,
  conversation: LockedConversation,
  { userId, lastSeenMessageId }: AgentReply,
): Promise<"closed" | "not-owner" | "stale" | "window-closed" | undefined> {
  if (conversation.closedAt !== null) return "closed";
  if (conversation.owner !== "agent" || conversation.ownerUserId !== userId) return "not-owner";
  if (((await newestInboundId(tx, business.id, conversation.id)) ?? null) !== lastSeenMessageId) return "stale";
  const closesAt = windowClosesAt(conversation.lastInboundAt ?? undefined);
  const isOpen =
    deps.channels.get(conversation.channelId)?.can.freeTextAnyTime || (closesAt !== undefined && now < closesAt);
  return isOpen ? undefined : "window-closed";
}

/** The gate reads these words by the law of where they live: by the creditor's own, what is taken here could be given up there. */
async function lintWords(
  { tx, business }: Context,
  { id, language, verifiedAt }: LockedConversation,
  reply: AgentReply,
): Promise<{ readonly text: string; readonly findings: readonly ContentFinding[] }> {
  const { country } = lawFor(business, await whereTheyLive(tx, business.id, id));
  const text = withStopLine(storable(reply.text), { country, kind: "agent", language });
  return { text, findings: lint(text, country, "agent", { verified: verifiedAt !== null, creditor: business.name }) };
}

async function putReply(
  context: Context,
  { id: conversationId, ownerEpoch }: LockedConversation,
  { id, userId, payload }: { id: string; userId: string; payload: object },
): Promise<void> {
  const { tx, business, now } = context;
  const revision = await raiseRevision(tx, business.id, conversationId);
  await putInOutbox(tx, business.id, [
    {
      id,
      conversationId,
      revision,
      position: 0,
      kind: "agent",
      trigger: "reply",
      payload,
      ownerEpoch,
      author: `agent:${userId}`,
      sendAt: now,
    },
  ]);
  await decidePlanned(context, [id]);
}

async function recordDoubts(
  { tx, business, now }: Context,
  { outboxId, userId, findings }: { outboxId: string; userId: string; findings: readonly ContentFinding[] },
): Promise<void> {
  await recordAudit(tx, business.id, {
    actor: userId,
    action: "message.sent-in-doubt",
    subject: "outbox",
    subjectId: outboxId,
    before: null,
    after: { doubts: findings.map(({ rule, clause, span }) => ({ rule, clause: clause.id, span })) },
    at: now,
  });
}
