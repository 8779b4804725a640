import { findOpenConversations, insertConversations } from "../../../db/intake.ts";
import { lockConversations } from "../../../db/turns.ts";
import { flowAt } from "../../../flows/registry.ts";
import type { Money } from "../../domain/money.ts";
import { newId } from "../../ids.ts";
import { factsFor } from "./advance.ts";
import { decideTurn } from "./decide-turn.ts";
import { newConversation } from "./new-conversation.ts";
import { type MoveContext, type MoveDeps, saveMoves } from "./save-moves.ts";

/** With whom a conversation begins, and by which number. */
export type Beginning = {
  readonly channelId: string;
  readonly contactId: string;
  readonly debtorId: string;
  readonly language: string;
  readonly owed: Money | undefined;
};

/** Begins these conversations, each with its opening in the outbox, in the caller's transaction. Returns those that began. */
export async function beginConversations(
  context: MoveContext<MoveDeps>,
  beginnings: readonly Beginning[],
  actor: string,
): Promise<{ readonly id: string; readonly contactId: string }[]> {
  const { tx, business, now } = context;
  const made = beginnings.map(({ channelId, contactId, debtorId, language }) => ({
    id: newId(),
    channelId,
    contactId,
    debtorId,
    language,
    openedAt: now,
    ...newConversation(),
  }));
  await insertConversations(tx, business.id, made);
  // Whoever wrote to us in this very moment has a conversation already, and keeps it.
  const standing = new Set<string>();
  for (const [channelId, onNumber] of Map.groupBy(made, (one) => one.channelId)) {
    const contactIds = onNumber.map(({ contactId }) => contactId);
    for (const id of await findOpenConversations(tx, business.id, channelId, contactIds)) standing.add(id);
  }
  const conversations = await lockConversations(
    tx,
    business.id,
    made.filter(({ id }) => standing.has(id)).map(({ id }) => id),
  );
  const owed = new Map(beginnings.map((one) => [one.contactId, one.owed]));
  const moves = conversations.map((conversation) => ({
    before: conversation,
    waiting: [],
    moved: decideTurn(
      {
        conversation,
        flow: flowAt(conversation.flow, conversation.flowVersion),
        waiting: [],
        events: [{ type: "business.opened" }],
      },
      factsFor(context, conversation, owed.get(conversation.contactId)),
    ),
    trigger: "proactive" as const,
    actor,
  }));
  if (moves.length > 0) await saveMoves(context, moves);
  return conversations.map(({ id, contactId }) => ({ id, contactId }));
}
