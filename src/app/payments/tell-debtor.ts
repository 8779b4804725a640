import type { LockedConversation } from "../../../db/turns.ts";
import type { FlowEvent } from "../../../flows/vocabulary.ts";
import { applyEvent } from "../conversations/apply-event.ts";
import type { PaymentContext } from "./payment-context.ts";
import type { Agreements } from "./settle-agreements.ts";

/** The flow says thanks, or nothing to somebody it does not know. The caller holds the conversation's lock. */
export async function tellDebtor(
  context: PaymentContext,
  conversation: LockedConversation,
  { happened, agreements }: { happened: "settled" | "failed"; agreements: Agreements },
): Promise<void> {
  const event: FlowEvent =
    happened === "settled" ? { type: "payment.settled", ...agreements } : { type: "payment.failed" };
  // A receipt confirms what the debtor did, and may leave at any hour; that a payment failed answers them, or waits.
  await applyEvent(context, conversation, {
    event,
    trigger: happened === "settled" ? "confirmation" : "reply",
    actor: "bot",
  });
}
