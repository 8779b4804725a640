import type { DisputeDecision, OpenDispute } from "../../../db/disputes.ts";
import { findOpenConversations, ringBell } from "../../../db/intake.ts";
import { putInOutbox } from "../../../db/outbox.ts";
import { type LockedConversation, lockConversation, raiseRevision } from "../../../db/turns.ts";
import type { MessageKey } from "../../../flows/vocabulary.ts";
import { present } from "../../domain/assert.ts";
import { newId } from "../../ids.ts";
import type { MoveContext } from "../conversations/save-moves.ts";
import { decidePlanned, type PlanDeps } from "../outbox/decide-planned.ts";

/**
 * The conversation in which a decision is told, locked: the one it was disputed in, or the newer one with the same contact.
 * Where all are over it is told in the old one, as something that we start.
 */
export async function whereToTell(
  { tx, business }: MoveContext,
  { conversationId }: OpenDispute,
): Promise<LockedConversation> {
  const disputed = present(await lockConversation(tx, business.id, conversationId), "the dispute's conversation");
  if (disputed.closedAt === null) return disputed;
  const [newer] = await findOpenConversations(tx, business.id, disputed.channelId, [disputed.contactId]);
  if (newer === undefined) return disputed;
  return (await lockConversation(tx, business.id, newer)) ?? disputed;
}

const WORDS: Record<DisputeDecision, MessageKey> = { accepted: "dispute.accepted", rejected: "dispute.rejected" };

/**
 * The words of the person who decided, whoever has the chat: a neutral notice that names the case and no debt. Within a day of
 * the debtor's last words it answers them; later it waits for the law's hours and goes as an approved text.
 */
export async function tellDecision(
  context: MoveContext<PlanDeps>,
  { id: conversationId, ownerEpoch }: LockedConversation,
  { dispute, decision, userId }: { dispute: OpenDispute; decision: DisputeDecision; userId: string },
): Promise<void> {
  const { tx, business, now } = context;
  const outboxId = newId();
  await putInOutbox(tx, business.id, [
    {
      id: outboxId,
      conversationId,
      revision: await raiseRevision(tx, business.id, conversationId),
      position: 0,
      kind: "notice",
      trigger: "reply",
      payload: { message: WORDS[decision], disputeId: dispute.id },
      ownerEpoch,
      author: `agent:${userId}`,
      sendAt: now,
    },
  ]);
  await decidePlanned(context, [outboxId]);
  await ringBell(tx, "dispatch", business.id);
}
