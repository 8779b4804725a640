import Stripe from "stripe";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AppError } from "../../src/domain/errors.ts";
import { money } from "../../src/domain/money.ts";
import { entriesDue } from "../../src/domain/payments/entries-due.ts";
import { foldPayment } from "../../src/domain/payments/fold-payment.ts";
import type { HostedProvider } from "../../src/payment-providers/payment-provider.ts";
import { STRIPE_API_VERSION, stripeProvider } from "../../src/payment-providers/stripe.ts";
import { type FakeStripe, startFakeStripe } from "../support/stripe/fake-stripe.ts";
import { checkoutRequest, NOON, SECRET_KEY, stoppedClock } from "./requests.ts";

let fake: FakeStripe;
let stripe: HostedProvider;

beforeEach(async () => {
  fake = await startFakeStripe({ secretKey: SECRET_KEY, clock: stoppedClock });
  stripe = stripeProvider({ secretKey: SECRET_KEY, apiBase: fake.baseUrl, clock: stoppedClock });
});

afterEach(async () => {
  await fake.stop();
});

const marks = {
  saldar_business_id: "01990000-0000-7000-8000-000000000001",
  saldar_payment_link_id: "01990000-0000-7000-8000-0000000000aa",
  saldar_attempt: "1",
};

async function failureOf(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw new Error(`expected a failure, got ${String(error)}`);
  return error;
}

describe("the version", () => {
  it("that is pinned is the one the pinned library was made for", () => {
    expect(STRIPE_API_VERSION).toBe(Stripe.API_VERSION);
  });
});

describe("the provider's pages", () => {
  it("are where the checkouts lead", async () => {
    const { url } = await stripe.startCheckout(checkoutRequest());
    expect(stripe.pageOrigins).toEqual([new URL(url).origin]);
    expect(stripeProvider({ secretKey: SECRET_KEY, clock: stoppedClock }).pageOrigins).toEqual([
      "https://checkout.stripe.com",
    ]);
  });
});

describe("opening a checkout", () => {
  it("asks for the exact amount in one line and gives the page's address", async () => {
    const checkout = await stripe.startCheckout(checkoutRequest());
    const [session] = fake.sessions.values();
    expect(checkout).toEqual({
      kind: "hosted",
      url: `${fake.baseUrl}/pay/${session?.id}`,
      providerReference: session?.id,
      expiresAt: NOON.plus({ hours: 23 }),
    });
    expect(session).toMatchObject({
      amount_total: 20_000_050,
      currency: "cop",
      expires_at: NOON.plus({ hours: 23 }).toSeconds(),
    });
  });

  it("writes our marks in three places, and they reach the payment", async () => {
    const { providerReference } = await stripe.startCheckout(checkoutRequest());
    fake.payer.paysByCard(providerReference);
    const [session] = fake.sessions.values();
    const [intent] = fake.intents.values();
    expect(session?.metadata).toEqual(marks);
    expect(intent?.metadata).toEqual(marks);
    expect(session?.client_reference_id).toBe(`${marks.saldar_business_id}_${marks.saldar_payment_link_id}_1`);
  });

  it("names the pinned version and the attempt's key", async () => {
    await stripe.startCheckout(checkoutRequest());
    expect(fake.requests).toMatchObject([
      { apiVersion: STRIPE_API_VERSION, idempotencyKey: `pr_${marks.saldar_payment_link_id}_1` },
    ]);
  });

  it("counts pesos of Chile in whole ones", async () => {
    await stripe.startCheckout(checkoutRequest({ amount: money(12_000n, "CLP") }));
    expect([...fake.sessions.values()]).toMatchObject([{ amount_total: 12_000, currency: "clp" }]);
  });

  it.each([
    ["es", "es-419"],
    ["pt-BR", "pt-BR"],
    ["en", "en"],
  ] as const)("speaks to a payer of %s in %s", async (language, locale) => {
    await stripe.startCheckout(checkoutRequest({ language }));
    expect(new URLSearchParams(fake.requests[0]?.body).get("locale")).toBe(locale);
  });

  it("shortens a description that Stripe would refuse", async () => {
    await stripe.startCheckout(checkoutRequest({ description: "ñ".repeat(400) }));
    const name = new URLSearchParams(fake.requests[0]?.body).get("line_items[0][price_data][product_data][name]");
    expect([...(name ?? "")]).toHaveLength(250);
  });

  it("sent twice with the same content opens one session", async () => {
    const first = await stripe.startCheckout(checkoutRequest());
    expect(await stripe.startCheckout(checkoutRequest())).toEqual(first);
    expect(fake.sessions.size).toBe(1);
  });

  it("whose answer was lost on the way opens one session when it is sent again", async () => {
    fake.failNext("cut");
    await stripe.startCheckout(checkoutRequest());
    expect(fake.requests).toHaveLength(2);
    expect(fake.sessions.size).toBe(1);
  });

  it("with the same key and another amount is rejected", async () => {
    await stripe.startCheckout(checkoutRequest());
    const failure = await failureOf(stripe.startCheckout(checkoutRequest({ amount: money(1n, "COP") })));
    expect(failure.code).toBe("payment-provider.rejected");
    expect(fake.sessions.size).toBe(1);
  });

  it("beyond the day that Stripe allows is rejected", async () => {
    const failure = await failureOf(stripe.startCheckout(checkoutRequest({ expiresAt: NOON.plus({ hours: 25 }) })));
    expect(failure).toMatchObject({ code: "payment-provider.rejected" });
    expect(failure.message).toContain("expires_at");
  });
});

describe("failures", () => {
  it("of Stripe's own can be tried again, when it says so", async () => {
    for (let tries = 0; tries < 2; tries += 1) fake.failNext({ status: 503, headers: { "retry-after": "7" } });
    const failure = await failureOf(stripe.startCheckout(checkoutRequest()));
    expect(failure).toMatchObject({ code: "payment-provider.unavailable", retryAfterSeconds: 7 });
  }, 30_000);

  it("once are got over without anybody noticing", async () => {
    fake.failNext({ status: 500 });
    expect(await stripe.startCheckout(checkoutRequest())).toMatchObject({ kind: "hosted" });
  });

  it("of the network can be tried again", async () => {
    const nowhere = stripeProvider({ secretKey: SECRET_KEY, apiBase: "http://127.0.0.1:1", clock: stoppedClock });
    expect((await failureOf(nowhere.startCheckout(checkoutRequest()))).code).toBe("payment-provider.unavailable");
  });

  it("of a wrong key name the setting and never the key", async () => {
    const wrong = "sk_test_wrong99999999999";
    const denied = stripeProvider({ secretKey: wrong, apiBase: fake.baseUrl, clock: stoppedClock });
    const failure = await failureOf(denied.startCheckout(checkoutRequest()));
    expect(failure.code).toBe("payment-provider.rejected");
    expect(failure.message).toContain("STRIPE_SECRET_KEY");
    expect(`${failure.message} ${failure.stack} ${JSON.stringify(failure)} ${String(failure.cause)}`).not.toContain(
      "wrong9",
    );
    expect(Object.keys(failure.cause ?? {})).toEqual(["name"]);
  });

  it("in the setting's address are named at once", () => {
    const apiBase = "http://127.0.0.1:1/v1";
    expect(() => stripeProvider({ secretKey: SECRET_KEY, apiBase, clock: stoppedClock })).toThrow("STRIPE_API_BASE");
  });
});

describe("closing a page", () => {
  it("closes one that is open, once", async () => {
    const { providerReference } = await stripe.startCheckout(checkoutRequest());
    expect(await stripe.expireCheckout(providerReference)).toBe("expired");
    expect(await stripe.expireCheckout(providerReference)).toBe("already_expired");
  });

  it("cannot close one that has been paid or has a voucher out", async () => {
    const { providerReference } = await stripe.startCheckout(checkoutRequest());
    fake.payer.printsVoucher(providerReference);
    expect(await stripe.expireCheckout(providerReference)).toBe("already_complete");
  });

  it("fails for one that does not exist", async () => {
    expect((await failureOf(stripe.expireCheckout("cs_test_none"))).code).toBe("payment-provider.rejected");
  });
});

describe("the truth, asked for", () => {
  it("gives the same settlement as the events, and the fee", async () => {
    const { providerReference } = await stripe.startCheckout(checkoutRequest());
    fake.payer.paysByCard(providerReference);
    const told = fake.events.flatMap((event) => stripe.readEvent(event).facts);
    const [paymentId] = fake.intents.keys();
    const asked = [await stripe.fetchTruth(providerReference), await stripe.fetchTruth(`stripe:${paymentId}`)];

    const due = entriesDue(foldPayment([...told, ...asked.flatMap(({ facts }) => facts)]));
    expect(due).toMatchObject([
      { kind: "payment received", reference: `stripe:${paymentId}:paid`, amount: money(20_000_050n, "COP") },
      { kind: "provider fee", amount: money(720_002n, "COP") },
    ]);
    expect(entriesDue(foldPayment(asked[0]?.facts ?? []))).toEqual(due);
  });

  it("of a page that is open, closed or has a voucher out", async () => {
    const { providerReference } = await stripe.startCheckout(checkoutRequest());
    const stateNow = async () => foldPayment((await stripe.fetchTruth(providerReference)).facts).state;
    expect(await stateNow()).toBe("announced");
    fake.payer.printsVoucher(providerReference);
    expect(await stateNow()).toBe("processing");

    const other = await stripe.startCheckout(checkoutRequest({ attempt: 2 }));
    await stripe.expireCheckout(other.providerReference);
    const { facts } = await stripe.fetchTruth(other.providerReference);
    expect(facts).toMatchObject([{ type: "failed", because: "expired", payment: `stripe:${other.providerReference}` }]);
  });

  it("of refunds and disputes", async () => {
    const { providerReference } = await stripe.startCheckout(checkoutRequest());
    fake.payer.paysByCard(providerReference);
    const [paymentId = ""] = fake.intents.keys();
    const refund = fake.bank.refunds(paymentId, 1_000);
    fake.bank.endsRefund(refund.id, "failed");
    expect((await stripe.fetchTruth(refund.id)).facts).toMatchObject([{ type: "refund", status: "failed" }]);

    const dispute = fake.payer.disputes(paymentId);
    fake.bank.endsDispute(dispute.id, "won");
    const { facts } = await stripe.fetchTruth(dispute.id);
    const steps = facts.flatMap((fact) => (fact.type === "dispute" ? [fact.step] : []));
    expect(new Set(steps)).toEqual(new Set(["opened", "withdrawn", "reinstated", "won"]));
  });

  it("cannot be had of what is no object of Stripe's, and fails for one that is unknown", async () => {
    await expect(stripe.fetchTruth("manual_transfer:1")).rejects.toThrow("nothing that Stripe can be asked about");
    expect((await failureOf(stripe.fetchTruth("pi_none"))).code).toBe("payment-provider.rejected");
  });
});
