import { tellConsole } from "../../../db/intake.ts";
import { putBeforePerson, raiseAlarm } from "../../../db/turns.ts";
import { flowAt } from "../../../flows/registry.ts";
import { step } from "../../../flows/step.ts";
import { newId } from "../../ids.ts";
import { newConversation } from "./new-conversation.ts";
import type { MoveContext } from "./save-moves.ts";

/**
 * A conversation that cannot be moved goes to a person, with an alarm that says why. The others go on.
 *
 * What it remembered may be what is broken, so it stands afresh where it waits for one: they can take it and hand it back,
 * and nobody counts as verified any more.
 */
export async function quarantine(
  { tx, business, now }: Pick<MoveContext, "tx" | "business" | "now">,
  id: string,
  { kind, subjectId, error }: { kind: "conversation.stuck" | "message.rejected"; subjectId: string; error: unknown },
): Promise<void> {
  const { flow, flowVersion, ...beginning } = newConversation();
  // As with somebody who asked for a person and has none yet: a take-over would leave a receipt without a word.
  const { state, context } = step(flowAt(flow, flowVersion), beginning, { type: "debtor.askedForPerson" });
  await putBeforePerson(tx, business.id, id, {
    because: "unclear",
    at: now,
    from: { flow, flowVersion, state, context },
  });
  await raiseAlarm(tx, business.id, {
    id: newId(),
    kind,
    subjectId,
    detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  });
  await tellConsole(tx, business.id, [{ kind: "conversation.changed", subjectId: id }]);
}
