/** Stripe's objects, as far as payments need them, in the shape of API 2026-10-28.endive. All values are made up. */

export type FakeSession = {
  id: string;
  object: "checkout.session";
  mode: string;
  status: "open" | "complete" | "expired";
  payment_status: "paid" | "unpaid" | "no_payment_required";
  amount_total: number;
  currency: string;
  created: number;
  expires_at: number;
  client_reference_id: string | null;
  metadata: Record<string, string>;
  payment_intent: string | null;
  url: string | null;
  success_url: string;
  cancel_url: string | null;
  livemode: false;
};

export type FakeIntent = {
  id: string;
  object: "payment_intent";
  status: string;
  amount: number;
  amount_received: number;
  currency: string;
  created: number;
  metadata: Record<string, string>;
  latest_charge: string | null;
  livemode: false;
};

export type FakeRefund = {
  id: string;
  object: "refund";
  amount: number;
  currency: string;
  created: number;
  status: string;
  metadata: Record<string, string>;
  payment_intent: string;
};

export type FakeTransaction = { id: string; amount: number; fee: number; currency: string; created: number };

export type FakeDispute = {
  id: string;
  object: "dispute";
  amount: number;
  currency: string;
  created: number;
  status: string;
  reason: string;
  metadata: Record<string, string>;
  payment_intent: string;
  balance_transactions: FakeTransaction[];
};

export type FakeEvent = {
  id: string;
  object: "event";
  api_version: string;
  created: number;
  livemode: false;
  pending_webhooks: 1;
  type: string;
  data: { object: unknown };
};
