import { type LockedConversation, lockConversation } from "../../../db/turns.ts";
import { AppError } from "../../domain/errors.ts";
import type { MoveContext } from "./save-moves.ts";

/** The conversation, locked until the transaction ends. @throws {AppError} `request.not-found` when this business has none. */
export async function lockedConversation({ tx, business }: MoveContext, id: string): Promise<LockedConversation> {
  const found = await lockConversation(tx, business.id, id);
  if (!found) throw new AppError("request.not-found", `There is no conversation ${id}.`);
  return found;
}
