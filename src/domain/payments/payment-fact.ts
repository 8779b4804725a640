import type { DateTime } from "luxon";
import type { Money } from "../money.ts";

/**
 * Where one payment stands. Only `settled` is money; `failed` also stands for expired and refused, and
 * `reversed` for a settled payment of which nothing is left to us.
 */
export const PAYMENT_STATES = ["announced", "to_verify", "processing", "failed", "settled", "reversed"] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

/** What the payment was started for. Written at the provider in three places, and read back from its events. */
export type Attribution = {
  readonly businessId: string;
  readonly paymentLinkId: string;
  /** 1 for the first checkout opened from the link, 2 for the next. */
  readonly attempt: number;
};

/** Why a payment did not come about. */
export const FAILURE_REASONS = ["declined", "canceled", "expired", "voucher_unpaid", "refused_by_agent"] as const;
export type FailureReason = (typeof FAILURE_REASONS)[number];

/**
 * One thing a provider (or an agent) says about one payment. Facts arrive in any order and any number of times:
 * `foldPayment` reads a set of them, never a sequence.
 *
 * `payment` names the money object, not the event: `stripe:pi_3Q`. A checkout that nobody completed has no money object
 * yet, so its own id stands there: `stripe:cs_9`. `reference` is the one under which the ledger keeps an entry.
 */
export type PaymentFact = {
  readonly payment: string;
  /** When it happened, by the provider's clock, in UTC. */
  readonly at: DateTime;
  /** Absent when the object carries no mark of ours: once settled, such money is unplaced (suspense). */
  readonly attribution: Attribution | undefined;
} & (
  | { readonly type: "announced"; readonly amount: Money }
  /** A person says that they paid; somebody has to look. The amount is what the receipt says, when it can be read. */
  | { readonly type: "to_verify"; readonly amount: Money | undefined }
  /** A voucher is printed or a transfer is under way. It cannot be called back, and may be paid days later. */
  | { readonly type: "processing"; readonly amount: Money }
  | { readonly type: "failed"; readonly because: FailureReason }
  | { readonly type: "settled"; readonly reference: string; readonly amount: Money }
  /** What the provider keeps for itself: posted apart, because it is known later and may be in another currency. */
  | { readonly type: "fee"; readonly reference: string; readonly amount: Money }
  | {
      readonly type: "refund";
      readonly reference: string;
      readonly amount: Money;
      readonly status: "requested" | "succeeded" | "failed";
    }
  | { readonly type: "dispute"; readonly reference: string; readonly amount: Money; readonly step: DisputeStep }
);

/**
 * `withdrawn` and `reinstated` move money; `opened` only warns; `won`, `lost` and `closed` (withdrawn by the bank,
 * prevented, a warning that came to nothing) end it.
 */
export const DISPUTE_STEPS = ["opened", "withdrawn", "reinstated", "closed", "won", "lost"] as const;
export type DisputeStep = (typeof DISPUTE_STEPS)[number];

export type FactOf<T extends PaymentFact["type"]> = Extract<PaymentFact, { readonly type: T }>;
