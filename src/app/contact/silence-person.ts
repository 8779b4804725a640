import { appendOutcomes } from "../../../db/agreements.ts";
import { ringBell, tellConsole } from "../../../db/intake.ts";
import { type Blocked, blockWaiting, type Silenced, silence } from "../../../db/stops.ts";
import { raiseAlarm } from "../../../db/turns.ts";
import { closeUnsaid } from "../../../db/unsent.ts";
import type { DenyReason } from "../../domain/contact-law/decision.ts";
import type { Outcome } from "../../domain/outcome.ts";
import { newId } from "../../ids.ts";
import type { MoveContext } from "../conversations/save-moves.ts";

export type Silence = Silenced & { readonly reason: DenyReason; readonly outcome: Outcome; readonly by: string };

/**
 * Stops all that waits for these people, and ends what the bot was about with them: once this has committed no request starts for
 * anything written before. The caller has locked them (`lockPerson`); one who has not leaves what somebody else moves in this
 * moment to the last look. A chat that a person has stays theirs.
 */
export async function silencePerson({ tx, business, now }: MoveContext, stop: Silence): Promise<void> {
  const { reason, outcome, by, ...whom } = stop;
  const conversationIds = await silence(tx, business.id, whom);
  const blocked = await blockWaiting(tx, business.id, { conversationIds, reason });
  const ended = await closeUnsaid(tx, business.id, conversationIds, { outcome, at: now });
  await appendOutcomes(
    tx,
    business.id,
    ended.map((one) => ({ ...one, outcome, by, at: now })),
  );
  const untold = blocked.filter(isDecision);
  for (const { conversationId } of untold)
    await raiseAlarm(tx, business.id, {
      id: newId(),
      kind: "notice.unsent",
      subjectId: conversationId,
      detail: `The decision of a dispute was not told to its debtor (${reason}): tell them yourself.`,
    });
  await tellConsole(tx, business.id, [
    ...whom.debtorIds.map((id) => ({ kind: "debtor.changed" as const, subjectId: id })),
    ...conversationIds.map((id) => ({ kind: "conversation.changed" as const, subjectId: id })),
    ...(untold.length > 0 ? [{ kind: "alarm.changed" as const, subjectId: null }] : []),
  ]);
  // What is withdrawn while it was being prepared is seen by whoever looks.
  await ringBell(tx, "dispatch", business.id);
}

/** The words of a person who decided a case, and believes that the debtor reads them. */
function isDecision({ kind, author }: Blocked): boolean {
  return kind === "notice" && author.startsWith("agent:");
}
