import { tellConsole } from "../../../db/intake.ts";
import { putBeforePerson, raiseAlarm } from "../../../db/turns.ts";
import { newId } from "../../ids.ts";
import type { MoveContext } from "./save-moves.ts";

/** A conversation that cannot be moved goes to a person, with an alarm that says why. The others go on. */
export async function quarantine({ tx, business, now }: MoveContext, id: string, error: unknown): Promise<void> {
  await putBeforePerson(tx, business.id, id, { because: "unclear", at: now });
  await raiseAlarm(tx, business.id, {
    id: newId(),
    kind: "conversation.stuck",
    subjectId: id,
    detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  });
  await tellConsole(tx, business.id, [{ kind: "conversation.changed", subjectId: id }]);
}
