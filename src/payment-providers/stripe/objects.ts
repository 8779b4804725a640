import { z } from "zod";

/** What we read of Stripe's objects, API 2026-10-28.endive. Enums are open at Stripe, so an unknown value must parse. */

/** A field that is an id, or the object itself when it was asked for with `expand`. */
const idOr = <T extends z.ZodType>(object: T) => z.union([z.string(), object]);

export const BalanceTransaction = z.object({ id: z.string(), fee: z.int(), currency: z.string() });

const Charge = z.object({
  id: z.string(),
  created: z.int(),
  balance_transaction: idOr(BalanceTransaction).nullish(),
});

export const PaymentIntent = z.object({
  object: z.literal("payment_intent"),
  id: z.string().startsWith("pi_"),
  status: z.string(),
  amount: z.int(),
  amount_received: z.int(),
  currency: z.string(),
  created: z.int(),
  metadata: z.unknown(),
  latest_charge: idOr(Charge).nullish(),
});
export type PaymentIntent = z.infer<typeof PaymentIntent>;

export const CheckoutSession = z.object({
  object: z.literal("checkout.session"),
  id: z.string().startsWith("cs_"),
  mode: z.string(),
  status: z.string().nullable(),
  payment_status: z.string(),
  amount_total: z.int().nullable(),
  currency: z.string().nullable(),
  created: z.int(),
  client_reference_id: z.string().nullable(),
  metadata: z.unknown(),
  payment_intent: idOr(PaymentIntent).nullable(),
});
export type CheckoutSession = z.infer<typeof CheckoutSession>;

export const Refund = z.object({
  object: z.literal("refund"),
  id: z.string().regex(/^(re|pyr)_/),
  amount: z.int(),
  currency: z.string(),
  created: z.int(),
  status: z.string().nullable(),
  metadata: z.unknown(),
  payment_intent: idOr(z.object({ id: z.string() })).nullable(),
});
export type Refund = z.infer<typeof Refund>;

export const Dispute = z.object({
  object: z.literal("dispute"),
  id: z.string().regex(/^(dp|du)_/),
  amount: z.int(),
  currency: z.string(),
  created: z.int(),
  status: z.string(),
  metadata: z.unknown(),
  payment_intent: idOr(z.object({ id: z.string() })).nullable(),
  balance_transactions: z.array(BalanceTransaction.extend({ amount: z.int(), created: z.int() })),
});
export type Dispute = z.infer<typeof Dispute>;

export const Event = z.object({
  object: z.literal("event"),
  id: z.string(),
  type: z.string(),
  created: z.int(),
  data: z.object({ object: z.unknown() }),
});

export function idOf(reference: string | { readonly id: string }): string {
  return typeof reference === "string" ? reference : reference.id;
}
