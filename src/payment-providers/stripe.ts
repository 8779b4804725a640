import Stripe from "stripe";
import type { Clock } from "../clock.ts";
import { AppError } from "../domain/errors.ts";
import type { CheckoutRequest, Expired, HostedCheckout, HostedProvider } from "./payment-provider.ts";
import { toStripeAmount } from "./stripe/amount.ts";
import { stripeFailure } from "./stripe/failure.ts";
import { fetchTruth } from "./stripe/fetch-truth.ts";
import { clientReferenceOf, marksOf } from "./stripe/marks.ts";
import { readStripeEvent } from "./stripe/read-event.ts";

/**
 * The version of Stripe's API that this was written and tested against; the pinned library's types are of the same one.
 * A literal, so that an upgrade of the library does not compile until somebody has read what changed.
 */
export const STRIPE_API_VERSION = "2026-10-28.endive";

export type StripeSettings = {
  readonly secretKey: string;
  /** Another host than Stripe's, such as `http://127.0.0.1:12111`. */
  readonly apiBase?: string;
  readonly clock: Clock;
};

/** Stripe Checkout: a session for each click, on Stripe's own page. */
export function stripeProvider({ secretKey, apiBase, clock }: StripeSettings): HostedProvider {
  const client = new Stripe(secretKey, {
    apiVersion: STRIPE_API_VERSION,
    ...(apiBase !== undefined && addressOf(apiBase)),
    // Somebody has tapped a button and waits: one more try at once, the rest is the job's.
    maxNetworkRetries: 1,
    timeout: 15_000,
    telemetry: false,
  });

  return {
    kind: "hosted",
    name: "stripe",
    pageOrigins: [apiBase === undefined ? "https://checkout.stripe.com" : new URL(apiBase).origin],
    startCheckout: (request) => startCheckout(client, request),
    expireCheckout: (sessionId) => expireCheckout(client, sessionId),
    readEvent: readStripeEvent,
    fetchTruth: (objectId) => fetchTruth(client, { objectId, observedAt: clock.now() }),
  };
}

async function startCheckout(client: Stripe, request: CheckoutRequest): Promise<HostedCheckout> {
  const doing = `open a checkout for payment link ${request.paymentLinkId}`;
  const parameters = sessionParameters(request);
  const session = await client.checkout.sessions
    .create(parameters, { idempotencyKey: request.idempotencyKey })
    .catch((error: unknown) => {
      throw stripeFailure(error, doing);
    });
  if (session.url === null) throw new AppError("payment-provider.rejected", `Could not ${doing}: Stripe gave no page.`);
  return { kind: "hosted", url: session.url, providerReference: session.id, expiresAt: request.expiresAt };
}

/** Which ways of paying are offered is the dashboard's business: since 2026 a session no longer lists them. */
function sessionParameters(request: CheckoutRequest): Stripe.Checkout.SessionCreateParams {
  const { amount, currency } = toStripeAmount(request.amount);
  const marks = marksOf(request);
  return {
    mode: "payment",
    line_items: [
      {
        quantity: 1,
        price_data: { currency, unit_amount: amount, product_data: { name: shorten(request.description) } },
      },
    ],
    client_reference_id: clientReferenceOf(request),
    metadata: marks,
    payment_intent_data: { metadata: marks, description: shorten(request.description) },
    // The debt is in one currency, and so is what settles it.
    adaptive_pricing: { enabled: false },
    submit_type: "pay",
    locale: STRIPE_LOCALES[request.language],
    success_url: request.successUrl,
    cancel_url: request.cancelUrl,
    expires_at: Math.floor(request.expiresAt.toSeconds()),
  };
}

const STRIPE_LOCALES = { es: "es-419", "pt-BR": "pt-BR", en: "en" } as const satisfies Record<
  CheckoutRequest["language"],
  string
>;

// Names of products may have 250 characters.
function shorten(description: string): string {
  const characters = [...description];
  return characters.length <= 250 ? description : `${characters.slice(0, 249).join("")}…`;
}

async function expireCheckout(client: Stripe, sessionId: string): Promise<Expired> {
  try {
    await client.checkout.sessions.expire(sessionId);
    return "expired";
  } catch (error) {
    const status = await statusOf(client, sessionId, error);
    if (status === "complete") return "already_complete";
    if (status === "expired") return "already_expired";
    throw stripeFailure(error, `expire checkout ${sessionId}`);
  }
}

/** Stripe refuses to expire what is not open, and says only in prose what it is instead. */
async function statusOf(client: Stripe, sessionId: string, error: unknown): Promise<string | null> {
  if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) return null;
  const session = await client.checkout.sessions.retrieve(sessionId).catch((failure: unknown) => {
    throw stripeFailure(failure, `look at checkout ${sessionId}`);
  });
  return session.status;
}

function addressOf(apiBase: string): { protocol: "http" | "https"; host: string; port: string } {
  const { protocol, hostname, port, pathname } = new URL(apiBase);
  if ((protocol !== "http:" && protocol !== "https:") || pathname !== "/") {
    throw new AppError("config.invalid", "STRIPE_API_BASE must be http(s)://host[:port] without a path");
  }
  const secure = protocol === "https:";
  return { protocol: secure ? "https" : "http", host: hostname, port: port || (secure ? "443" : "80") };
}
