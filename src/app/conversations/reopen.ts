import { beginAgain } from "../../../db/erasure/pending.ts";
import { erasedAmong } from "../../../db/erasure/person.ts";
import { insertConversations } from "../../../db/intake.ts";
import { dropWaiting, handMessagesOn, type LockedConversation } from "../../../db/turns.ts";
import { newId } from "../../ids.ts";
import { newConversation } from "./new-conversation.ts";
import type { MoveContext } from "./save-moves.ts";

/**
 * Gives the messages that reached conversations after their end to a new one of the same contact, where they wait. What was on
 * its way to us while the contact was erased goes as the rest of them did. Where somebody else has the contact in this moment, its
 * messages wait where they are for the next look. False when all of them do.
 */
export async function reopen(
  { tx, business, now }: MoveContext,
  over: readonly LockedConversation[],
): Promise<boolean> {
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
  if (alive.length === 0) return gone.length > 0;
  const made = alive.map(({ channelId, contactId, debtorId, language }) => ({
    id: newId(),
    channelId,
    contactId,
    debtorId,
    language,
    openedAt: now,
    ...newConversation(),
  }));
  const standing = await insertConversations(tx, business.id, made, { held: "pass over" });
  const reopened = alive.filter(({ contactId }) => standing.has(contactId));
  await handMessagesOn(
    tx,
    business.id,
    reopened.map(({ id }) => id),
  );
  return gone.length + reopened.length > 0;
}
