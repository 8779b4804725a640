import type { DateTime } from "luxon";
import type Stripe from "stripe";
import { assert, present } from "../../domain/assert.ts";
import type { ProviderReading } from "../payment-provider.ts";
import {
  disputeEnd,
  disputeFacts,
  feeFacts,
  fromSeconds,
  type PaymentWord,
  paymentFacts,
  type ReadObject,
  reads,
  refundFacts,
  sessionFacts,
  together,
  unreadable,
} from "./facts.ts";
import { stripeFailure } from "./failure.ts";
import { readMarks } from "./marks.ts";
import { CheckoutSession, Dispute, PaymentIntent, Refund } from "./objects.ts";

type Look = { readonly objectId: string; readonly observedAt: DateTime };

/**
 * Asks Stripe for an object by its id (`cs_…`, `pi_…`, `re_…`, `dp_…`, with or without `stripe:` before it) and reads it
 * into the facts its events would have given: for an event that never came, a fee that was not known yet, and doubt.
 */
export async function fetchTruth(client: Stripe, { objectId, observedAt }: Look): Promise<ProviderReading> {
  const id = objectId.replace(/^stripe:/, "");
  const prefix = id.slice(0, id.indexOf("_"));
  assert(Object.hasOwn(LOOKS, prefix), `${objectId} is nothing that Stripe can be asked about`);
  const look = present(LOOKS[prefix], prefix);
  const object = await look.retrieve(client, id).catch((error: unknown) => {
    throw stripeFailure(error, `look up ${id}`);
  });
  return look.read(object, observedAt);
}

type LookUp = { readonly retrieve: (client: Stripe, id: string) => Promise<unknown>; readonly read: ReadObject };

const lookAtRefund: LookUp = {
  retrieve: (client, id) => client.refunds.retrieve(id),
  read: reads(Refund, refundFacts),
};

const lookAtDispute: LookUp = {
  retrieve: (client, id) => client.disputes.retrieve(id),
  read: reads(Dispute, disputeTruth),
};

const LOOKS: Readonly<Record<string, LookUp>> = {
  cs: {
    retrieve: (client, id) =>
      client.checkout.sessions.retrieve(id, { expand: ["payment_intent.latest_charge.balance_transaction"] }),
    read: reads(CheckoutSession, sessionTruth),
  },
  pi: {
    retrieve: (client, id) => client.paymentIntents.retrieve(id, { expand: ["latest_charge.balance_transaction"] }),
    read: reads(PaymentIntent, paymentTruth),
  },
  re: lookAtRefund,
  pyr: lookAtRefund,
  dp: lookAtDispute,
  du: lookAtDispute,
};

/** Once a payment exists it knows more than the session that made it. */
function sessionTruth(session: CheckoutSession, observedAt: DateTime): ProviderReading {
  const { id, status, payment_intent: intent } = session;
  if (status === "complete" && typeof intent === "object" && intent !== null) return paymentTruth(intent, observedAt);
  if (status === "complete") {
    return sessionFacts(session, session.payment_status === "paid" ? "settled" : "processing", observedAt);
  }
  if (status === "open") return sessionFacts(session, "opened", observedAt);
  if (status === "expired") return sessionFacts(session, { failed: "expired" }, observedAt);
  return unreadable(`${id} has the unknown status ${status}`);
}

function paymentTruth(intent: PaymentIntent, observedAt: DateTime): ProviderReading {
  const charge = typeof intent.latest_charge === "object" ? intent.latest_charge : null;
  const settledAt = fromSeconds(charge?.created ?? intent.created);
  const word = paymentWord(intent.status);
  const facts = paymentFacts(intent, word, word === "settled" ? settledAt : observedAt);
  const transaction = charge?.balance_transaction;
  if (word !== "settled" || typeof transaction !== "object" || transaction === null) return facts;
  const about = { payment: `stripe:${intent.id}`, attribution: readMarks(intent.metadata), at: settledAt };
  return together([facts, feeFacts(transaction, about)]);
}

function paymentWord(status: string): PaymentWord {
  if (status === "succeeded") return "settled";
  if (status === "canceled") return { failed: "canceled" };
  // A voucher waits in `requires_action` until it is paid: nobody can call it back.
  return status === "processing" || status === "requires_action" ? "processing" : "announced";
}

/** Money that moved is in the balance transactions; the status tells the rest. */
function disputeTruth(dispute: Dispute, observedAt: DateTime): ProviderReading {
  const moves = dispute.balance_transactions
    .filter(({ amount }) => amount !== 0)
    .map(({ amount, created }) => disputeFacts(dispute, amount < 0 ? "withdrawn" : "reinstated", fromSeconds(created)));
  const ended = !/needs_response|under_review/.test(dispute.status);
  const end = disputeFacts(dispute, ended ? disputeEnd(dispute.status) : "opened", observedAt);
  const [opened, ...others] = [disputeFacts(dispute, "opened", fromSeconds(dispute.created)), ...moves, end];
  return together([opened, ...others]);
}
