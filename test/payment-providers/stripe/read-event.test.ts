import { beforeEach, describe, expect, it } from "vitest";
import { money } from "../../../src/domain/money.ts";
import { entriesDue } from "../../../src/domain/payments/entries-due.ts";
import { foldPayment } from "../../../src/domain/payments/fold-payment.ts";
import type { PaymentFact } from "../../../src/domain/payments/payment-fact.ts";
import { clientReferenceOf, marksOf } from "../../../src/payment-providers/stripe/marks.ts";
import { readStripeEvent } from "../../../src/payment-providers/stripe/read-event.ts";
import { type FakeAccount, fakeAccount } from "../../support/stripe/account.ts";
import { chaosOf } from "../../support/stripe/deliveries.ts";
import { NOON } from "../requests.ts";

const ours = {
  businessId: "01990000-0000-7000-8000-000000000001",
  paymentLinkId: "01990000-0000-7000-8000-0000000000aa",
  attempt: 3,
};
const paid = money(20_000_000n, "COP");

let seconds: number;
let account: FakeAccount;
let sessionId: string;

beforeEach(() => {
  seconds = NOON.toSeconds();
  // Each thing happens a minute after the last.
  account = fakeAccount({ nowSeconds: () => (seconds += 60), pageUrl: (id) => `https://example.test/${id}` });
  sessionId = openSession("cop");
});

function openSession(currency: string, marked = ours): string {
  const form = new Map([
    ["line_items[0][price_data][unit_amount]", "20000000"],
    ["line_items[0][price_data][currency]", currency],
    ["client_reference_id", clientReferenceOf(marked)],
    ...Object.entries(marksOf(marked)).map(([key, value]) => [`payment_intent_data[metadata][${key}]`, value] as const),
  ]);
  return account.createSession(form).id;
}

const paymentId = () => [...account.intents.keys()][0] ?? "";
const told = () => account.events.flatMap((event) => readStripeEvent(event).facts);
const eventOf = (type: string) => account.events.find((event) => event.type === type);
const standing = () => foldPayment(told());

/** A whole life: a declined card, a paid one, a refund that fails, a dispute that is won. */
function wholeLife(): void {
  account.payer.isDeclined(sessionId);
  account.payer.paysByCard(sessionId);
  const refund = account.bank.refunds(paymentId(), 5_000_000);
  account.bank.endsRefund(refund.id, "succeeded");
  account.bank.endsRefund(refund.id, "failed");
  const dispute = account.payer.disputes(paymentId());
  account.bank.endsDispute(dispute.id, "won");
}

describe("a paid checkout", () => {
  it("is one settlement, though two events tell of it", () => {
    account.payer.paysByCard(sessionId);
    const settled = told().filter(({ type }) => type === "settled");
    expect(settled).toHaveLength(2);
    expect(new Set(settled.map((fact) => fact.type === "settled" && fact.reference))).toEqual(
      new Set([`stripe:${paymentId()}:paid`]),
    );
    expect(entriesDue(standing())).toMatchObject([{ kind: "payment received", amount: paid }]);
  });

  it.each(["checkout.session.completed", "payment_intent.succeeded"])("is attributed by %s alone", (type) => {
    account.payer.paysByCard(sessionId);
    expect(readStripeEvent(eventOf(type)).facts).toMatchObject([{ attribution: ours, amount: paid }]);
  });

  it("that carries no mark of ours settles without a home", () => {
    account.payer.paysByCard(sessionId);
    for (const intent of account.intents.values()) intent.metadata = { order: "7" };
    const event = { ...eventOf("payment_intent.succeeded"), data: { object: [...account.intents.values()][0] } };
    expect(readStripeEvent(event).facts).toMatchObject([{ type: "settled", attribution: undefined }]);
  });
});

describe("a voucher", () => {
  it("is processing when it is printed, and settled only when it is paid", () => {
    account.payer.printsVoucher(sessionId);
    expect(standing()).toMatchObject({ state: "processing", amount: paid });
    expect(entriesDue(standing())).toEqual([]);
    account.payer.paysVoucher(sessionId);
    expect(standing().state).toBe("settled");
    expect(entriesDue(standing())).toHaveLength(1);
  });

  it("that lapses fails", () => {
    account.payer.printsVoucher(sessionId);
    account.payer.letsVoucherLapse(sessionId);
    expect(standing()).toMatchObject({ state: "failed", failedBecause: "voucher_unpaid" });
  });
});

describe("a checkout that nobody completes", () => {
  it("expires under its own name, since there is no payment", () => {
    account.bank.expires(sessionId);
    expect(told()).toMatchObject([
      { type: "failed", because: "expired", payment: `stripe:${sessionId}`, attribution: ours },
    ]);
  });

  it("expires under the payment's name once somebody tried", () => {
    account.payer.isDeclined(sessionId);
    account.bank.expires(sessionId);
    expect(standing()).toMatchObject({ payment: `stripe:${paymentId()}`, failedBecause: "expired" });
  });
});

describe("money that goes back", () => {
  it("is read from each refund, never from the charge's total", () => {
    account.payer.paysByCard(sessionId);
    account.bank.refunds(paymentId(), 5_000_000);
    account.bank.refunds(paymentId(), 5_000_000);
    expect(readStripeEvent(eventOf("charge.refunded"))).toMatchObject({
      facts: [],
      ignored: expect.stringContaining("adds refunds up"),
    });
    expect(standing()).toMatchObject({ state: "settled", kept: money(10_000_000n, "COP") });
  });

  it("and is disputed brings the dispute's fee with it", () => {
    account.payer.paysByCard(sessionId);
    account.payer.disputes(paymentId());
    expect(standing()).toMatchObject({ state: "reversed", fees: [{ amount: money(1_500n, "COP") }] });
  });

  it.each([
    ["won", "settled"],
    ["lost", "reversed"],
  ] as const)("is ours again or not when a dispute is %s", (end, state) => {
    account.payer.paysByCard(sessionId);
    const dispute = account.payer.disputes(paymentId());
    account.bank.endsDispute(dispute.id, end);
    expect(standing().state).toBe(state);
  });
});

describe("any order and number of deliveries", () => {
  it("of a whole life ends in the same books, in a thousand ways", () => {
    wholeLife();
    const expected = standing();
    const books = (facts: readonly PaymentFact[]) => entriesDue(foldPayment(facts)).map(({ reference }) => reference);
    expect(books(told())).toHaveLength(8);
    for (let seed = 0; seed < 1_000; seed += 1) {
      const facts = chaosOf(account.events, seed).flatMap((event) => readStripeEvent(event).facts);
      expect(foldPayment(facts)).toEqual(expected);
    }
  });

  it("is truly chaotic: the order changes, some come twice and none is lost", () => {
    wholeLife();
    const chaos = chaosOf(account.events, 7);
    expect(chaos).not.toEqual(account.events);
    expect(chaos.length).toBeGreaterThan(account.events.length);
    expect(new Set(chaos)).toEqual(new Set(account.events));
    expect(chaosOf(account.events, 7)).toEqual(chaos);
  });
});

describe("everything else", () => {
  it.each([
    ["payout.paid", "between Stripe and the bank"],
    ["charge.succeeded", "repeats"],
    ["customer.created", "not about the state of a payment"],
    ["something.invented_later", "not about the state of a payment"],
    ["constructor", "not about"],
  ])("%s is ignored with the reason", (type, reason) => {
    const event = { object: "event", id: "evt_1", type, created: 1_772_000_000, data: { object: {} } };
    expect(readStripeEvent(event)).toEqual({ facts: [], ignored: expect.stringContaining(reason) });
  });

  it("a checkout for a subscription is none of ours", () => {
    account.payer.paysByCard(sessionId);
    const event = eventOf("checkout.session.completed");
    const session = { ...account.sessions.get(sessionId), mode: "subscription" };
    expect(readStripeEvent({ ...event, data: { object: session } })).toMatchObject({
      facts: [],
      ignored: expect.any(String),
    });
  });

  it("money in a currency without books is not dropped: it is shown as unreadable", () => {
    account.payer.paysByCard(openSession("jpy"));
    const readings = account.events.map(readStripeEvent);
    expect(readings.flatMap(({ unreadable }) => unreadable ?? [])).toEqual([
      expect.stringContaining("JPY"),
      expect.stringContaining("JPY"),
    ]);
  });

  it.each([
    [
      "refund.created",
      { object: "refund", id: "re_1", amount: 5, currency: "cop", created: 1, status: "pending", payment_intent: null },
    ],
    ["payment_intent.succeeded", { object: "payment_intent", id: "pi_1", amount: "5" }],
    ["charge.dispute.created", null],
  ])("%s of an unexpected shape is shown as unreadable", (type, object) => {
    const event = { object: "event", id: "evt_1", type, created: 1_772_000_000, data: { object } };
    expect(readStripeEvent(event)).toMatchObject({ facts: [], unreadable: expect.any(String) });
  });

  it("what is no event at all is unreadable, and nothing throws", () => {
    for (const body of [undefined, null, 7, "{}", [], { object: "v2.core.event" }]) {
      expect(readStripeEvent(body)).toMatchObject({ facts: [], unreadable: expect.any(String) });
    }
  });
});
