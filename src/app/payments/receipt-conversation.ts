import { findOpenConversations, insertConversations } from "../../../db/intake.ts";
import { conversationForReceipt, openConversationOf } from "../../../db/payments/debtors.ts";
import { type LockedConversation, lockConversation } from "../../../db/turns.ts";
import { newId } from "../../ids.ts";
import { newConversation } from "../conversations/new-conversation.ts";
import type { MoveContext } from "../conversations/save-moves.ts";

/** A conversation that is closed by somebody while we wait for its lock is looked for again. */
const TRIES = 3;

/**
 * The conversation in which a payment is told, locked: the one its link was sent in, else the debtor's newest open one. When
 * all are over a receipt is owed all the same, so a new one begins with the same contact, who had proved who they are and
 * got the link there; it ends a day later. Undefined where silence was asked for, or nobody ever proved anything.
 */
export async function receiptConversation(
  context: MoveContext,
  { debtorId, conversationId }: { debtorId: string; conversationId: string | undefined },
): Promise<LockedConversation | undefined> {
  const { tx, business } = context;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const id = await find(context, debtorId, conversationId);
    if (id === undefined) return undefined;
    const locked = await lockConversation(tx, business.id, id);
    if (locked?.closedAt === null) return locked;
  }
  return undefined;
}

async function find(
  { tx, business, now }: MoveContext,
  debtorId: string,
  conversationId: string | undefined,
): Promise<string | undefined> {
  const linked =
    conversationId === undefined ? undefined : await conversationForReceipt(tx, business.id, conversationId);
  if (linked?.isOpen) return linked.id;
  const open = await openConversationOf(tx, business.id, debtorId);
  if (open !== undefined || !linked?.mayBeThanked) return open;

  const { channelId, contactId, language } = linked;
  const begun = newConversation();
  const context = { ...begun.context, verified: true };
  await insertConversations(tx, business.id, [
    { ...begun, id: newId(), channelId, contactId, debtorId, language, openedAt: now, context },
  ]);
  // Whoever wrote to us in this very moment has a conversation already, and it is theirs.
  const [found] = await findOpenConversations(tx, business.id, channelId, [contactId]);
  return found?.id;
}
