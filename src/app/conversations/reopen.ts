import { insertConversations } from "../../../db/intake.ts";
import { handMessagesOn, type LockedConversation } from "../../../db/turns.ts";
import { newId } from "../../ids.ts";
import { newConversation } from "./new-conversation.ts";
import type { MoveContext } from "./save-moves.ts";

/** Gives the messages that reached conversations after their end to a new one of the same contact, where they wait. */
export async function reopen({ tx, business, now }: MoveContext, over: readonly LockedConversation[]): Promise<void> {
  const made = over.map(({ channelId, contactId, debtorId, language }) => ({
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
    over.map(({ id }) => id),
  );
}
