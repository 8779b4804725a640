import { plannedSends } from "../../../db/outbox.ts";
import type { MoveContext } from "../conversations/save-moves.ts";
import type { Deps } from "../deps.ts";
import { judge, startsContact } from "./gate.ts";
import { holdBack } from "./hold-back.ts";
import { keepDecisions } from "./keep-decisions.ts";

/** What whoever plans a message needs: the number it would leave by says how long it may still be delivered. */
export type PlanDeps = Pick<Deps, "channels" | "observe">;

/**
 * Decides on those of these messages that we start, in the transaction that wrote them and after everything else in it: the
 * decision commits with what it is about, and what the law does not allow now waits from the beginning for a moment at which
 * it does. `dispatch.ts` decides on each again, always, and by that it leaves.
 *
 * Decided for now, because each is to leave at once: an alarm writes nothing before it rings, so its message is planned, and
 * decided on, at the moment it is to leave.
 *
 * Answers and confirmations are not asked about: they leave within the second. Nor is what another transaction plans for the same
 * person; the second of two is stopped as it is about to leave.
 */
export async function decidePlanned(
  { deps, tx, business, now }: MoveContext<PlanDeps>,
  outboxIds: readonly string[],
): Promise<void> {
  if (outboxIds.length === 0) return;
  const planned = await plannedSends(tx, business.id, outboxIds);
  const started = planned.filter((send) => startsContact(send, now));
  if (started.length === 0) return;
  const judged = await judge(tx, { business, now, channels: deps.channels }, started, { laterStarts: true });
  const denied = judged.filter(({ decision }) => !decision.allowed);
  for (const { decision } of denied) deps.observe.blocked(decision.reason);
  await Promise.all([
    keepDecisions(tx, business.id, judged, { stage: "planning", now }),
    holdBack(tx, business, denied, now),
  ]);
}
