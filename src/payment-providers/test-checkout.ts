import { createHmac, timingSafeEqual } from "node:crypto";
import { DateTime } from "luxon";
import { z } from "zod";
import { assert, present } from "../domain/assert.ts";
import { fromText, type Money, toText } from "../domain/money.ts";
import type { Attribution } from "../domain/payments/payment-fact.ts";
import type { CheckoutRequest, HostedProvider, PayerLanguage, ProviderReading } from "./payment-provider.ts";

export type TestCheckoutSettings = {
  /** Where our own pages are, without a slash at the end. */
  readonly publicUrl: string;
  /** Signs the tokens, so that no amount can be put into an address by hand. */
  readonly secret: string;
};

export type TestCheckoutProvider = HostedProvider & {
  /** What the page at `/test-checkout/<token>` shows; `undefined` for a token that we did not sign. */
  readToken(token: string): TestCheckout | undefined;
  /** The payer's choice, as a delivery to be kept and read like any provider's. Its `id` is the same for the same choice. */
  eventOf(checkout: TestCheckout, choice: TestChoice, at: DateTime): TestCheckoutEvent;
};

/**
 * The demo's provider: a page of our own that says that it is a test, at `/test-checkout/<token>`. The token carries the
 * whole request, signed; nothing is kept, so there is nothing to expire or to ask afterwards.
 */
export function testCheckoutProvider({ publicUrl, secret }: TestCheckoutSettings): TestCheckoutProvider {
  assert(secret !== "", "an empty secret would sign anything");
  return {
    kind: "hosted",
    name: "test_checkout",
    pageOrigins: [new URL(publicUrl).origin],
    async startCheckout(request) {
      return {
        kind: "hosted",
        url: `${publicUrl}/test-checkout/${writeToken(request, secret)}`,
        providerReference: referenceOf(request),
        expiresAt: request.expiresAt,
      };
    },
    async expireCheckout() {
      return "expired";
    },
    readToken: (token) => readToken(token, secret),
    eventOf: (checkout, choice, at) => ({
      id: `${referenceOf(checkout)}_${choice}`,
      type: `test_checkout.${choice}`,
      token: checkout.token,
      at: at.toUTC().toISO(),
    }),
    readEvent: (body) => readEvent(body, secret),
    async fetchTruth() {
      return { facts: [], ignored: "the test checkout keeps nothing: what its page posted is all there is" };
    },
  };
}

export type TestCheckout = Attribution & {
  readonly token: string;
  readonly amount: Money;
  readonly description: string;
  readonly language: PayerLanguage;
  readonly successUrl: string;
  readonly cancelUrl: string;
  readonly expiresAt: DateTime;
};

const Token = z.object({
  businessId: z.uuid(),
  paymentLinkId: z.uuid(),
  attempt: z.int().positive(),
  amount: z.string(),
  description: z.string(),
  language: z.enum(["es", "pt-BR", "en"]),
  successUrl: z.url(),
  cancelUrl: z.url(),
  expiresAt: z.int(),
});

const CHOICES = ["paid", "declined"] as const;
export type TestChoice = (typeof CHOICES)[number];

const TestCheckoutEvent = z.object({
  id: z.string(),
  type: z.enum(CHOICES.map((choice) => `test_checkout.${choice}` as const)),
  token: z.string(),
  at: z.iso.datetime(),
});
export type TestCheckoutEvent = z.infer<typeof TestCheckoutEvent>;

/** `undefined` for anything that we did not sign. Whether it is still in time is for the page to say. */
function readToken(token: string, secret: string): TestCheckout | undefined {
  const [payload = "", signature = "", ...others] = token.split(".");
  const given = Buffer.from(signature, "base64url");
  const expected = sign(payload, secret);
  if (others.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;

  const written = Token.parse(JSON.parse(Buffer.from(payload, "base64url").toString("utf8")));
  return {
    ...written,
    token,
    amount: present(fromText(written.amount), "the amount of a signed test checkout"),
    expiresAt: DateTime.fromSeconds(written.expiresAt, { zone: "utc" }),
  };
}

/** The facts that a real provider's webhook would have brought. */
function readEvent(body: unknown, secret: string): ProviderReading {
  const event = TestCheckoutEvent.safeParse(body).data;
  const checkout = event && readToken(event.token, secret);
  if (!event || !checkout) return { facts: [], unreadable: "this did not come from a test checkout page of ours" };

  const { businessId, paymentLinkId, attempt, amount } = checkout;
  const payment = `test_checkout:${referenceOf(checkout)}`;
  const at = DateTime.fromISO(event.at, { zone: "utc" });
  const about = { payment, at, attribution: { businessId, paymentLinkId, attempt } };
  if (event.type === "test_checkout.declined") return { facts: [{ ...about, type: "failed", because: "declined" }] };
  return { facts: [{ ...about, type: "settled", reference: `${payment}:paid`, amount }] };
}

function referenceOf({ paymentLinkId, attempt }: Attribution): string {
  return `${paymentLinkId}_${attempt}`;
}

function writeToken(request: CheckoutRequest, secret: string): string {
  const { businessId, paymentLinkId, attempt, description, language, successUrl, cancelUrl } = request;
  const written: z.infer<typeof Token> = {
    businessId,
    paymentLinkId,
    attempt,
    amount: toText(request.amount),
    description,
    language,
    successUrl,
    cancelUrl,
    expiresAt: Math.floor(request.expiresAt.toSeconds()),
  };
  const payload = Buffer.from(JSON.stringify(written), "utf8").toString("base64url");
  return `${payload}.${sign(payload, secret).toString("base64url")}`;
}

function sign(payload: string, secret: string): Buffer {
  return createHmac("sha256", secret).update(`test-checkout.${payload}`).digest();
}
