import { assert, present } from "../../../src/domain/assert.ts";
import { below, type Form } from "./form.ts";
import type { FakeDispute, FakeEvent, FakeIntent, FakeRefund, FakeSession, FakeTransaction } from "./objects.ts";

export type FakeAccount = ReturnType<typeof fakeAccount>;

/**
 * What happens inside a Stripe account, without the network: objects, their states, and the events each change brings.
 * `nowSeconds` is the account's clock.
 */
export function fakeAccount({ nowSeconds, pageUrl }: { nowSeconds: () => number; pageUrl: (id: string) => string }) {
  const sessions = new Map<string, FakeSession>();
  const intents = new Map<string, FakeIntent>();
  const refunds = new Map<string, FakeRefund>();
  const disputes = new Map<string, FakeDispute>();
  const transactions = new Map<string, FakeTransaction>();
  const marks = new Map<string, Record<string, string>>();
  const events: FakeEvent[] = [];
  let made = 0;

  const newId = (prefix: string) => `${prefix}_test_${(++made).toString().padStart(6, "0")}`;
  const session = (id: string) => present(sessions.get(id), `session ${id}`);
  const intentOf = (sessionId: string) => intent(present(session(sessionId).payment_intent, `payment of ${sessionId}`));
  const intent = (id: string) => present(intents.get(id), `payment ${id}`);

  function emit(type: string, object: object): void {
    events.push({
      id: newId("evt"),
      object: "event",
      api_version: "2026-10-28.endive",
      created: nowSeconds(),
      livemode: false,
      pending_webhooks: 1,
      type,
      data: { object: structuredClone(object) },
    });
  }

  function createSession(form: Form): FakeSession {
    const id = newId("cs");
    const created: FakeSession = {
      id,
      object: "checkout.session",
      mode: "payment",
      status: "open",
      payment_status: "unpaid",
      amount_total: Number(form.get("line_items[0][price_data][unit_amount]")),
      currency: form.get("line_items[0][price_data][currency]") ?? "",
      created: nowSeconds(),
      expires_at: Number(form.get("expires_at")),
      client_reference_id: form.get("client_reference_id") ?? null,
      metadata: below(form, "metadata"),
      payment_intent: null,
      url: pageUrl(id),
      success_url: form.get("success_url") ?? "",
      cancel_url: form.get("cancel_url") ?? null,
      livemode: false,
    };
    sessions.set(id, created);
    marks.set(id, below(form, "payment_intent_data[metadata]"));
    return created;
  }

  /** Stripe makes the payment when somebody first tries to pay, not with the session. */
  function attempt(sessionId: string): FakeIntent {
    const open = session(sessionId);
    assert(open.status === "open", `${sessionId} is ${open.status}`);
    if (open.payment_intent !== null) return intent(open.payment_intent);
    const created: FakeIntent = {
      id: newId("pi"),
      object: "payment_intent",
      status: "requires_payment_method",
      amount: open.amount_total,
      amount_received: 0,
      currency: open.currency,
      created: nowSeconds(),
      metadata: marks.get(sessionId) ?? {},
      latest_charge: null,
      livemode: false,
    };
    intents.set(created.id, created);
    open.payment_intent = created.id;
    emit("payment_intent.created", created);
    return created;
  }

  function complete(sessionId: string, payment_status: "paid" | "unpaid"): void {
    Object.assign(session(sessionId), { status: "complete", payment_status, url: null });
  }

  function succeed(paid: FakeIntent): void {
    const charge = newId("ch");
    const fee = Math.round((paid.amount * 36) / 1000);
    const moved = { id: newId("txn"), amount: paid.amount, fee, currency: paid.currency, created: nowSeconds() };
    transactions.set(charge, moved);
    Object.assign(paid, { status: "succeeded", amount_received: paid.amount, latest_charge: charge });
    emit("charge.succeeded", { id: charge, object: "charge", amount: paid.amount, payment_intent: paid.id });
    emit("payment_intent.succeeded", paid);
  }

  const payer = {
    paysByCard(sessionId: string): void {
      succeed(attempt(sessionId));
      complete(sessionId, "paid");
      emit("checkout.session.completed", session(sessionId));
    },
    isDeclined(sessionId: string): void {
      const tried = attempt(sessionId);
      emit("payment_intent.payment_failed", tried);
    },
    /** OXXO, boleto: the page is done, the money is not here. */
    printsVoucher(sessionId: string): void {
      attempt(sessionId).status = "requires_action";
      complete(sessionId, "unpaid");
      emit("payment_intent.requires_action", intentOf(sessionId));
      emit("checkout.session.completed", session(sessionId));
    },
    paysVoucher(sessionId: string): void {
      succeed(intentOf(sessionId));
      session(sessionId).payment_status = "paid";
      emit("checkout.session.async_payment_succeeded", session(sessionId));
    },
    letsVoucherLapse(sessionId: string): void {
      intentOf(sessionId).status = "requires_payment_method";
      emit("payment_intent.payment_failed", intentOf(sessionId));
      emit("checkout.session.async_payment_failed", session(sessionId));
    },
    disputes(paymentId: string): FakeDispute {
      const { amount, currency } = intent(paymentId);
      const about = { amount, currency, created: nowSeconds(), metadata: {}, payment_intent: paymentId };
      const opened: FakeDispute = {
        ...about,
        id: newId("dp"),
        object: "dispute",
        status: "needs_response",
        reason: "fraudulent",
        balance_transactions: [],
      };
      disputes.set(opened.id, opened);
      emit("charge.dispute.created", opened);
      const moved = { id: newId("txn"), amount: -amount, fee: 1_500, currency, created: nowSeconds() };
      opened.balance_transactions.push(moved);
      emit("charge.dispute.funds_withdrawn", opened);
      return opened;
    },
  };

  const bank = {
    /** @returns false when the session is no longer open: Stripe refuses to expire it. */
    expires(sessionId: string): boolean {
      const open = session(sessionId);
      if (open.status !== "open") return false;
      Object.assign(open, { status: "expired", url: null });
      emit("checkout.session.expired", open);
      return true;
    },
    refunds(paymentId: string, amount: number): FakeRefund {
      const { currency } = intent(paymentId);
      const about = { amount, currency, created: nowSeconds(), metadata: {}, payment_intent: paymentId };
      const refund: FakeRefund = { ...about, id: newId("re"), object: "refund", status: "pending" };
      refunds.set(refund.id, refund);
      emit("refund.created", refund);
      emit("charge.refunded", { object: "charge", amount_refunded: amount, payment_intent: paymentId });
      return refund;
    },
    endsRefund(refundId: string, status: "succeeded" | "failed"): void {
      const refund = present(refunds.get(refundId), refundId);
      refund.status = status;
      emit("refund.updated", refund);
      if (status === "failed") emit("refund.failed", refund);
    },
    endsDispute(disputeId: string, status: "won" | "lost"): void {
      const dispute = present(disputes.get(disputeId), disputeId);
      dispute.status = status;
      if (status === "won") {
        const { amount, currency } = dispute;
        dispute.balance_transactions.push({ id: newId("txn"), amount, fee: 0, currency, created: nowSeconds() });
        emit("charge.dispute.funds_reinstated", dispute);
      }
      emit("charge.dispute.closed", dispute);
    },
  };

  return { sessions, intents, refunds, disputes, transactions, events, createSession, payer, bank };
}
