import { beginAgain } from "../../../db/erasure/pending.ts";
import { erasedAmong } from "../../../db/erasure/person.ts";
import { insertConversations } from "../../../db/intake.ts";
import { dropWaiting, handMessagesOn, type LockedConversation } from "../../../db/turns.ts";
import { newId } from "../../ids.ts";
import { newConversation } from "./new-conversation.ts";
import type { MoveContext } from "./save-moves.ts";

/**
 * Gives the messages that reached conversations after their end to a new one of the same contact, where they wait. What was on
 * its way to us while the contact was erased goes as the rest of them did.
 */
export async function reopen({ tx, business, now }: MoveContext, over: readonly LockedConversation[]): Promise<void> {
  const contactIds = over.map(({ contactId }) => contactId);
  const erased = await erasedAmong(tx, business.id, contactIds);
  const [gone, alive] = [
    over.filter(({ contactId }) => erased.has(contactId)),
    over.filter(({ contactId }) => !erased.has(contactId)),
  ];
  if (gone.length > 0) {
    await dropWaiting(
      tx,
      business.id,
      gone.map(({ id }) => id),
    );
    await beginAgain(tx, business.id, [...erased]);
  }
  if (alive.length === 0) return;
  const made = alive.map(({ channelId, contactId, debtorId, language }) => ({
    id: newId(),
    channelId,
    contactId,
    debtorId,
    language,
    openedAt: now,
    ...newConversation(),
  }));
  await insertConversations(tx, business.id, made);
  await handMessagesOn(
    tx,
    business.id,
    alive.map(({ id }) => id),
  );
}
