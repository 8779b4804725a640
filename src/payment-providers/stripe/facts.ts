import { DateTime } from "luxon";
import type { z } from "zod";
import { type Money, negate, toText } from "../../domain/money.ts";
import type { DisputeStep, FailureReason, PaymentFact } from "../../domain/payments/payment-fact.ts";
import type { ProviderReading } from "../payment-provider.ts";
import { fromStripeAmount, type StripeAmount } from "./amount.ts";
import { readMarks } from "./marks.ts";
import {
  type BalanceTransaction,
  type CheckoutSession,
  type Dispute,
  idOf,
  type PaymentIntent,
  type Refund,
} from "./objects.ts";

/** Objects of Stripe's as facts of ours, whether an event brought them or we fetched them. */

export function fromSeconds(seconds: number): DateTime {
  return DateTime.fromSeconds(seconds, { zone: "utc" });
}

export const ignored = (because: string): ProviderReading => ({ facts: [], ignored: because });
export const unreadable = (because: string): ProviderReading => ({ facts: [], unreadable: because });

export type ReadObject = (object: unknown, at: DateTime) => ProviderReading;

/** An object that is not what Stripe documents may hold money all the same, so it is shown to a person. */
export function reads<T>(schema: z.ZodType<T>, use: (object: T, at: DateTime) => ProviderReading): ReadObject {
  return (object, at) => {
    const parsed = schema.safeParse(object);
    return parsed.success ? use(parsed.data, at) : unreadable(`not as documented: ${parsed.error.message}`);
  };
}

const uncounted = (id: string, currency: string | null) =>
  unreadable(`${id} is in ${currency?.toUpperCase() ?? "no currency"}, in which no books are kept`);

/**
 * The payment's own reference, whichever event said that it was paid: `checkout.session.completed`, its async sibling and
 * `payment_intent.succeeded` are one settlement.
 */
const settledReference = (payment: string) => `${payment}:paid`;

export type SessionWord = "opened" | "settled" | "processing" | { readonly failed: FailureReason };

export function sessionFacts(session: CheckoutSession, word: SessionWord, at: DateTime): ProviderReading {
  if (session.mode !== "payment") return ignored(`${session.id} is a checkout for ${session.mode}, not for a payment`);
  const attribution = readMarks(session.metadata, session.client_reference_id);
  const payment = `stripe:${session.payment_intent ? idOf(session.payment_intent) : session.id}`;
  const about = { payment, attribution, at };
  if (typeof word === "object") return { facts: [{ ...about, type: "failed", because: word.failed }] };

  const amount = moneyOf(session.amount_total, session.currency);
  if (!amount) return uncounted(session.id, session.currency);
  if (word === "opened") return { facts: [{ ...about, type: "announced", amount }] };
  if (word === "processing") return { facts: [{ ...about, type: "processing", amount }] };
  if (!session.payment_intent) return unreadable(`${session.id} is paid and names no payment`);
  return { facts: [{ ...about, type: "settled", reference: settledReference(payment), amount }] };
}

export type PaymentWord = "announced" | "settled" | "processing" | { readonly failed: FailureReason };

export function paymentFacts(intent: PaymentIntent, word: PaymentWord, at: DateTime): ProviderReading {
  const payment = `stripe:${intent.id}`;
  const about = { payment, attribution: readMarks(intent.metadata), at };
  if (typeof word === "object") return { facts: [{ ...about, type: "failed", because: word.failed }] };

  const amount = moneyOf(word === "settled" ? intent.amount_received : intent.amount, intent.currency);
  if (!amount) return uncounted(intent.id, intent.currency);
  if (word !== "settled") return { facts: [{ ...about, type: word, amount }] };
  return { facts: [{ ...about, type: "settled", reference: settledReference(payment), amount }] };
}

/** A refund tells all in its status; the charge's `amount_refunded` adds refunds up and is never posted. */
export function refundFacts(refund: Refund, at: DateTime): ProviderReading {
  if (!refund.payment_intent) return unreadable(`${refund.id} names no payment`);
  const amount = moneyOf(refund.amount, refund.currency);
  if (!amount) return uncounted(refund.id, refund.currency);
  const payment = `stripe:${idOf(refund.payment_intent)}`;
  const reference = `stripe:${refund.id}`;
  const attribution = readMarks(refund.metadata);
  return {
    facts: [{ type: "refund", payment, attribution, at, reference, amount, status: refundStatus(refund.status) }],
  };
}

function refundStatus(status: string | null): "requested" | "succeeded" | "failed" {
  if (status === "succeeded") return "succeeded";
  return status === "failed" || status === "canceled" ? "failed" : "requested";
}

export function disputeFacts(dispute: Dispute, step: DisputeStep, at: DateTime): ProviderReading {
  if (!dispute.payment_intent) return unreadable(`${dispute.id} names no payment`);
  const amount = moneyOf(dispute.amount, dispute.currency);
  if (!amount) return uncounted(dispute.id, dispute.currency);
  const payment = `stripe:${idOf(dispute.payment_intent)}`;
  const about = { payment, attribution: readMarks(dispute.metadata), at };
  const fees = dispute.balance_transactions.map((moved) =>
    feeFacts(moved, { ...about, at: fromSeconds(moved.created) }),
  );
  return together([
    { facts: [{ ...about, type: "dispute", reference: `stripe:${dispute.id}`, amount, step }] },
    ...fees,
  ]);
}

/** How a dispute ended. `prevented`, `warning_closed` and states still to be invented end it without a loss. */
export function disputeEnd(status: string): DisputeStep {
  return status === "won" || status === "lost" ? status : "closed";
}

type About = Pick<PaymentFact, "payment" | "attribution" | "at">;

/** What Stripe kept, in the currency of the Stripe account, which may be another than the payer's. */
export function feeFacts(transaction: z.infer<typeof BalanceTransaction>, about: About): ProviderReading {
  if (transaction.fee === 0) return { facts: [] };
  const amount = moneyOf(transaction.fee, transaction.currency);
  if (!amount) return uncounted(transaction.id, transaction.currency);
  if (amount.minor < 0n)
    return unreadable(`${transaction.id} gives back a fee of ${toText(negate(amount))}: post it by hand`);
  return { facts: [{ ...about, type: "fee", reference: `stripe:${transaction.id}:fee`, amount }] };
}

export function together(readings: readonly ProviderReading[]): ProviderReading {
  const unread = readings.flatMap(({ unreadable: because }) => because ?? []);
  const left = readings.flatMap(({ ignored: because }) => because ?? []);
  return {
    facts: readings.flatMap(({ facts }) => facts),
    ...(left.length > 0 && { ignored: left.join("; ") }),
    ...(unread.length > 0 && { unreadable: unread.join("; ") }),
  };
}

function moneyOf(amount: StripeAmount["amount"] | null, currency: string | null): Money | undefined {
  return amount === null || currency === null ? undefined : fromStripeAmount({ amount, currency });
}
