import type { DateTime } from "luxon";
import { findOpenConversations, insertConversations } from "../../../db/intake.ts";
import { conversationForReceipt, type EndedConversation, openConversationOf } from "../../../db/payments/debtors.ts";
import { type LockedConversation, lockConversation } from "../../../db/turns.ts";
import { newId } from "../../ids.ts";
import { newConversation } from "../conversations/new-conversation.ts";
import type { MoveContext } from "../conversations/save-moves.ts";

/** A conversation that is closed by somebody while we wait for its lock is looked for again. */
const TRIES = 3;

export type ReceiptPlace = {
  readonly debtorId: string;
  /** Where the link was sent, or the receipt came. */
  readonly conversationId: string | undefined;
  /** False: only one that is open already. */
  readonly mayBegin: boolean;
};

/**
 * The conversation in which a payment is told, locked: the one its link was sent in, else the debtor's newest open one. When
 * all are over a receipt is owed all the same, so a new one begins with the same contact, who had proved who they are and
 * got the link there; it ends a day later. Undefined where silence was asked for, or nobody ever proved anything. For a contact that is being
 * joined to another in that moment it waits: passed over, the receipt would never be said (db/README.md, of locks).
 */
export async function receiptConversation(
  context: MoveContext,
  place: ReceiptPlace,
): Promise<LockedConversation | undefined> {
  const { tx, business } = context;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const found = await find(context, place);
    const locked = found && (await lockConversation(tx, business.id, found.id));
    if (!locked) return undefined;
    // WhatsApp's 24 hours belong to the person and not to the talk: what they wrote in the last one keeps them open.
    if (locked.closedAt === null) return { ...locked, lastInboundAt: locked.lastInboundAt ?? found.lastInboundAt };
  }
  return undefined;
}

type Found = { readonly id: string; readonly lastInboundAt: DateTime | null };

async function find(
  context: MoveContext,
  { debtorId, conversationId, mayBegin }: ReceiptPlace,
): Promise<Found | undefined> {
  const { tx, business, now } = context;
  const linked =
    conversationId === undefined
      ? undefined
      : await conversationForReceipt(tx, business.id, { id: conversationId, now });
  if (linked?.isOpen) return linked;
  const open = await openConversationOf(tx, business.id, debtorId);
  if (open !== undefined) return { id: open, lastInboundAt: null };
  return mayBegin && linked?.mayBeThanked ? begin(context, linked) : undefined;
}

async function begin({ tx, business, now }: MoveContext, ended: EndedConversation): Promise<Found | undefined> {
  const { channelId, contactId, debtorId, language, lastInboundAt } = ended;
  const begun = newConversation();
  const context = { ...begun.context, verified: true };
  await insertConversations(tx, business.id, [
    { ...begun, id: newId(), channelId, contactId, debtorId, language, openedAt: now, context },
  ]);
  // Whoever wrote to us in this very moment has a conversation already, and it is theirs.
  const [id] = await findOpenConversations(tx, business.id, channelId, [contactId]);
  return id === undefined ? undefined : { id, lastInboundAt };
}
