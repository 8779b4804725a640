import type { DateTime } from "luxon";
import type { MessageKind } from "../outreach/holds.ts";
import { DAY_MS, MINUTE_MS } from "./civil-time.ts";
import type { Facts, Trigger } from "./facts.ts";

/** The bursts of ours that may follow the debtor's last message as replies: the answer, and one more after they fell silent. */
const REPLIES_PER_INBOUND = 2;

/** Sends that follow each other within this are one burst, as a person writes. */
export const BURST_MS = 10 * MINUTE_MS;
const CONFIRMING: readonly MessageKind[] = ["receipt", "agreement"];
/** Demands that we start: whatever they are meant as, they are proactive. */
const STARTED: readonly MessageKind[] = ["opening", "reminder", "promise_reminder", "instalment_reminder"];

/**
 * What a message may pass as. A reply leaves within 24 hours of the debtor's last message while no outcome has closed the
 * chat, and at most one burst follows after the debtor fell silent; otherwise it is proactive. The answer to the very message
 * that closed the chat is still an answer. A confirmation is a receipt or an agreement. A demand that we
 * start passes as neither, and what is meant as proactive stays proactive.
 */
export function classifyTrigger(
  meant: Trigger,
  facts: Pick<Facts, "messageKind" | "lastInboundAt" | "conversationClosed" | "repliesSinceDebtorWrote">,
  now: DateTime,
): Trigger {
  return triggerAt(meant, facts, now.toMillis());
}

/** `classifyTrigger` on milliseconds, for the gate's own loop. */
export function triggerAt(
  meant: Trigger,
  facts: Pick<Facts, "messageKind" | "lastInboundAt" | "conversationClosed" | "repliesSinceDebtorWrote">,
  nowMs: number,
): Trigger {
  if (meant === "proactive") return "proactive";
  if (meant === "confirmation" && CONFIRMING.includes(facts.messageKind)) return "confirmation";
  return isReply(facts, nowMs) ? "reply" : "proactive";
}

/** Sends of ours counted in bursts. */
export function countBursts(sentAt: readonly DateTime[]): number {
  const moments = sentAt.map((moment) => moment.toMillis()).sort((a, b) => a - b);
  return moments.filter((ms, index) => index === 0 || ms - (moments[index - 1] ?? ms) > BURST_MS).length;
}

function isReply(
  facts: Pick<Facts, "messageKind" | "lastInboundAt" | "conversationClosed" | "repliesSinceDebtorWrote">,
  nowMs: number,
): boolean {
  if (STARTED.includes(facts.messageKind)) return false;
  if (!facts.lastInboundAt || nowMs >= facts.lastInboundAt.toMillis() + DAY_MS) return false;
  if (facts.conversationClosed) return facts.messageKind === "answer" && facts.repliesSinceDebtorWrote === 0;
  return facts.repliesSinceDebtorWrote < REPLIES_PER_INBOUND;
}
