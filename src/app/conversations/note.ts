import { tellConsole } from "../../../db/intake.ts";
import { insertNote } from "../../../db/turns.ts";
import { storable } from "../../domain/storable.ts";
import { newId } from "../../ids.ts";
import type { Deps } from "../deps.ts";
import { moveContext } from "./apply-event.ts";
import { lockedConversation } from "./locked-conversation.ts";

/** Keeps what an agent wrote for colleagues. There is no way from here to the debtor. */
export async function addNote(
  deps: Pick<Deps, "db" | "clock" | "secrets">,
  {
    businessId,
    conversationId,
    userId,
    body,
  }: { businessId: string; conversationId: string; userId: string; body: string },
): Promise<{ noteId: string }> {
  return deps.db.inBusiness(businessId, async (tx) => {
    const context = await moveContext(deps, tx);
    await lockedConversation(context, conversationId);
    const noteId = newId();
    await insertNote(tx, businessId, {
      id: noteId,
      conversationId,
      author: userId,
      body: storable(body),
      at: context.now,
    });
    await tellConsole(tx, businessId, [{ kind: "conversation.changed", subjectId: conversationId }]);
    return { noteId };
  });
}
