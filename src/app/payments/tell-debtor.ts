import { owedByDebtor } from "../../../db/owed.ts";
import { settlePlan } from "../../../db/payments/debtors.ts";
import { settlePromises } from "../../../db/promises.ts";
import type { LockedConversation } from "../../../db/turns.ts";
import type { FlowEvent } from "../../../flows/vocabulary.ts";
import { present } from "../../domain/assert.ts";
import { dayOf } from "../../domain/time.ts";
import { applyEvent } from "../conversations/apply-event.ts";
import type { PaymentContext } from "./payment-context.ts";

/**
 * Plan and promise follow from what has settled; then the flow says thanks, or nothing to somebody it does not know. Without a
 * conversation nobody is told. The caller holds the conversation's and the debtor's locks.
 */
export async function tellDebtor(
  context: PaymentContext,
  {
    debtorId,
    conversation,
    happened,
  }: { debtorId: string; conversation: LockedConversation | undefined; happened: "settled" | "failed" },
): Promise<void> {
  const { tx, business, now } = context;
  const owed = present(
    (await owedByDebtor(tx, business.id, [debtorId], business.currency)).get(debtorId),
    "what the debtor owes",
  );
  const owesNothing = owed.minor <= 0n;
  await settlePlan(tx, business.id, { debtorId, owesNothing });
  const promises = await settlePromises(tx, business.id, dayOf(now, business.zone), {
    ofDebtor: debtorId,
    owesNothing,
  });
  if (conversation === undefined) return;

  const promiseKept = promises.some(({ state }) => state === "kept");
  const event: FlowEvent =
    happened === "settled"
      ? { type: "payment.settled", stillOwed: !owesNothing, promiseKept }
      : { type: "payment.failed" };
  // A receipt confirms what the debtor did, and may leave at any hour; that a payment failed answers them, or waits.
  await applyEvent(context, conversation, {
    event,
    trigger: happened === "settled" ? "confirmation" : "reply",
    actor: "bot",
  });
}
