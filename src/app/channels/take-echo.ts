import { recordAudit } from "../../../db/audit.ts";
import { keepEcho, standingAt } from "../../../db/echoes.ts";
import { knownMessages, tellConsole } from "../../../db/intake.ts";
import { outsideContact } from "../../../db/outside-contacts.ts";
import type { Echo } from "../../channels/channel.ts";
import { ON_PHONE } from "../../domain/on-phone.ts";
import { idOfContent, newId } from "../../ids.ts";
import { applyEvent, moveContext } from "../conversations/apply-event.ts";
import { lockedConversation } from "../conversations/locked-conversation.ts";
import type { MoveContext, MoveDeps } from "../conversations/save-moves.ts";
import type { Deps } from "../deps.ts";
import { asStored } from "../messages/as-stored.ts";
import { countEcho } from "./count-echo.ts";
import { keysOf } from "./join-identities.ts";

/**
 * Somebody of the business wrote on the phone itself: the conversation shows it, and is theirs. The bot says nothing more in it, not
 * what it had written and not sent either, until somebody takes it over here and hands it back. Who is in no conversation with us has
 * nothing to show it in. Before the law it is a contact in either case (`count-echo.ts`).
 */
export async function takeEcho(
  deps: MoveDeps & Pick<Deps, "db" | "clock">,
  { businessId, channelId }: { readonly businessId: string; readonly channelId: string },
  echo: Echo,
): Promise<void> {
  const { to, providerId } = echo;
  const stored = asStored(echo.content);
  const outsideId = idOfContent(JSON.stringify(["echo", channelId, providerId]));
  await deps.db.inBusiness(businessId, async (tx) => {
    const context = await moveContext(deps, tx);
    // Told again, as after a restart, it is no second contact; nor does it count anew in a chat that was opened since.
    const known = await knownMessages(tx, businessId, channelId, [providerId]);
    if (known.size > 0 || (await outsideContact(tx, businessId, outsideId)) !== undefined) return;
    // By the phone's clock, which may be ahead: nobody has said anything in the future.
    const at = echo.sentAt < context.now ? echo.sentAt : context.now;
    const kept = { ...stored, id: newId(), channelId, keys: keysOf(to), lid: to.lid ?? null, providerId, sentAt: at };
    const conversationId = await keepEcho(tx, businessId, kept);
    if (conversationId === undefined) return countEcho(context, { keys: kept.keys, lid: kept.lid, outsideId, at });
    const before = await standingAt(tx, businessId, { conversationId, messageId: kept.id, at });
    await standBack(context, conversationId);
    await countEcho(context, { messageId: kept.id, conversationId, before, at });
    await tellConsole(tx, businessId, [{ kind: "conversation.changed", subjectId: conversationId }]);
  });
}

/** Waits for what is leaving in this moment; what leaves next is asked for the epoch, which rises here. */
async function standBack(context: MoveContext<MoveDeps>, conversationId: string): Promise<void> {
  const { tx, business, now } = context;
  const conversation = await lockedConversation(context, conversationId);
  // A person has it already, or is waited for: what they wrote is not to be lost.
  if (conversation.closedAt !== null || conversation.owner !== "bot") return;
  const epoch = conversation.ownerEpoch + 1;
  await applyEvent(context, conversation, {
    event: { type: "agent.tookOver" },
    trigger: "reply",
    actor: ON_PHONE,
    ownership: { owner: "nobody", ownerUserId: null, ownerEpoch: epoch },
    handedOverBecause: "on_phone",
  });
  await recordAudit(tx, business.id, {
    actor: ON_PHONE,
    action: "conversation.taken-over",
    subject: "conversation",
    subjectId: conversationId,
    before: { owner: conversation.owner, ownerUserId: conversation.ownerUserId, epoch: conversation.ownerEpoch },
    after: { owner: "nobody", ownerUserId: null, epoch },
    at: now,
  });
}
