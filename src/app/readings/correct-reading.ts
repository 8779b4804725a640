import { recordAudit } from "../../../db/audit.ts";
import { appendCorrections, lockReadMessage } from "../../../db/corrections.ts";
import { tellConsole } from "../../../db/intake.ts";
import { alike } from "../../domain/understanding/alike.ts";
import type { Intent } from "../../domain/understanding/reading.ts";
import { newId } from "../../ids.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { Deps } from "../deps.ts";

export type CorrectReading = {
  readonly businessId: string;
  readonly messageId: string;
  readonly userId: string;
  /** What it means; null takes back what was said before. */
  readonly intent: Intent | null;
};

/**
 * Keeps what an agent says that a message means. Nothing follows from it: no money, no hold and no state changes, which is the
 * agent's to do by what there is for it. Said twice, it stands once. `not-found`: no turn has read it, or its words were erased.
 */
export async function correctReading(
  deps: Pick<Deps, "db" | "clock" | "secrets">,
  { businessId, messageId, userId, intent }: CorrectReading,
): Promise<"corrected" | "not-found"> {
  return deps.db.inBusiness(businessId, async (tx) => {
    const { now } = await moveContext(deps, tx);
    const message = await lockReadMessage(tx, businessId, messageId);
    if (!message || message.body === "") return "not-found";
    if (message.corrected === intent) return "corrected";
    const was = message.corrected ?? message.intent;
    const words = message.isUnderstood ? (alike(message.body) ?? null) : null;
    await appendCorrections(tx, businessId, {
      corrections: [{ id: newId(), messageId, was, intent, words }],
      by: userId,
      at: now,
    });
    await recordAudit(tx, businessId, {
      actor: userId,
      action: "reading.corrected",
      subject: "message",
      subjectId: messageId,
      before: { intent: was },
      after: { intent: intent ?? message.intent, takenBack: intent === null },
      at: now,
    });
    await tellConsole(tx, businessId, [{ kind: "reading.changed", subjectId: message.conversationId }]);
    return "corrected";
  });
}
