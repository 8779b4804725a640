import type { ProviderReading } from "../payment-provider.ts";
import {
  disputeEnd,
  disputeFacts,
  fromSeconds,
  ignored,
  type PaymentWord,
  paymentFacts,
  type ReadObject,
  reads,
  refundFacts,
  type SessionWord,
  sessionFacts,
  unreadable,
} from "./facts.ts";
import { CheckoutSession, Dispute, Event, PaymentIntent, Refund } from "./objects.ts";

/**
 * What a verified event of Stripe's says about payments; nothing for everything else, with the reason. Pure: no
 * key, no network, the same answer each time. docs.stripe.com/api/events/types
 */
export function readStripeEvent(body: unknown): ProviderReading {
  const event = Event.safeParse(body);
  if (!event.success) return unreadable(`this is no event of Stripe's: ${event.error.message}`);
  const { type, created, data } = event.data;
  const read = Object.hasOwn(READERS, type) ? READERS[type] : undefined;
  if (read) return read(data.object, fromSeconds(created));
  return ignored(`${type}: ${reasonToIgnore(type)}`);
}

const READERS: Readonly<Record<string, ReadObject>> = {
  "checkout.session.completed": reads(CheckoutSession, (session, at) => {
    if (session.payment_status === "no_payment_required") return ignored(`${session.id} asked for no payment`);
    return sessionFacts(session, session.payment_status === "paid" ? "settled" : "processing", at);
  }),
  "checkout.session.async_payment_succeeded": session("settled"),
  "checkout.session.async_payment_failed": session({ failed: "voucher_unpaid" }),
  "checkout.session.expired": session({ failed: "expired" }),
  "payment_intent.succeeded": payment("settled"),
  "payment_intent.processing": payment("processing"),
  "payment_intent.payment_failed": payment({ failed: "declined" }),
  "payment_intent.canceled": payment({ failed: "canceled" }),
  "refund.created": reads(Refund, refundFacts),
  "refund.updated": reads(Refund, refundFacts),
  "refund.failed": reads(Refund, refundFacts),
  "charge.dispute.created": reads(Dispute, (dispute, at) => disputeFacts(dispute, "opened", at)),
  "charge.dispute.funds_withdrawn": reads(Dispute, (dispute, at) => disputeFacts(dispute, "withdrawn", at)),
  "charge.dispute.funds_reinstated": reads(Dispute, (dispute, at) => disputeFacts(dispute, "reinstated", at)),
  "charge.dispute.closed": reads(Dispute, (dispute, at) => disputeFacts(dispute, disputeEnd(dispute.status), at)),
};

function session(word: SessionWord): ReadObject {
  return reads(CheckoutSession, (object, at) => sessionFacts(object, word, at));
}

function payment(word: PaymentWord): ReadObject {
  return reads(PaymentIntent, (object, at) => paymentFacts(object, word, at));
}

function reasonToIgnore(type: string): string {
  if (type.startsWith("payout.")) return "moves money between Stripe and the bank, and changes no payment";
  if (type === "charge.refunded") return "adds refunds up; each refund has events of its own";
  if (type === "charge.dispute.updated") return "moves no money";
  if (type.startsWith("charge.")) return "repeats what the payment's own events say";
  return "is not about the state of a payment";
}
