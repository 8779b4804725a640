import { paymentLinkOf } from "../../../db/lookups.ts";
import { insertLookUps } from "../../../db/payments/deliveries.ts";
import { beginAttempt, endAttempt, keepCheckout, type LinkRow, lockLink } from "../../../db/payments/links.ts";
import { AppError } from "../../domain/errors.ts";
import { type Money, money } from "../../domain/money.ts";
import { checkoutExpiry } from "../../domain/payments/checkout-terms.ts";
import type { CheckoutRequest } from "../../payment-providers/payment-provider.ts";
import { hashToken } from "../../secrets.ts";
import type { Deps } from "../deps.ts";
import { checkoutRequest } from "./checkout-request.ts";
import { hostedProvider } from "./delivery-reading.ts";
import { type ContextDeps, type PaymentContext, paymentContext } from "./payment-context.ts";
import { actionOf, openPaymentPage, type PaymentPage, readPage } from "./payment-page.ts";

export type StartedPayment = { readonly redirectTo: string } | { readonly page: PaymentPage };

type StartDeps = Pick<Deps, "db" | "log" | "providers" | "publicUrl"> & ContextDeps;

/** Each round closes, opens or repeats one attempt; more than a few mean that the amount changes faster than we can ask. */
const ROUNDS = 5;

/** A page that closes sooner is not worth opening: Stripe's own payers need some minutes. */
const MINUTES_TO_PAY = 5;

/**
 * Opens the provider's page for what is owed at this moment, or says what the page shows instead. A page that is open for
 * the same amount is opened again; one for another amount is closed first, so that nobody pays an older one beside it.
 *
 * The provider is asked outside any transaction, and every question is committed before it is asked: killed at any line, the
 * next click repeats the question, whose key makes the answer the same page. Undefined for a token that names nothing.
 * @throws {AppError} `payment-provider.missing` when the business can be paid in no way.
 */
export async function startPayment(deps: StartDeps, token: string): Promise<StartedPayment | undefined> {
  const found = await paymentLinkOf(deps.db.lookups, hashToken(token));
  if (!found) return undefined;
  const link = { ...found, token };
  for (let round = 0; round < ROUNDS; round += 1) {
    const move = await decide(deps, link);
    switch (move?.type) {
      case "show":
        return shown(deps, token);
      case "open":
        return { redirectTo: move.url };
      case "ask":
        if ((await ask(deps, link, move)) === "failed") return unavailable(deps, token);
        break;
      case "close": {
        const closed = await close(deps, link, move);
        if (closed === "failed") return unavailable(deps, token);
        if (closed === "complete") return underWay(deps, token, move.amount);
        break;
      }
      default:
        return undefined;
    }
  }
  return unavailable(deps, token);
}

type Place = { readonly businessId: string; readonly paymentLinkId: string; readonly token: string };

type Move =
  | { readonly type: "show" }
  | { readonly type: "open"; readonly url: string }
  | { readonly type: "ask"; readonly provider: string; readonly request: CheckoutRequest }
  | {
      readonly type: "close";
      readonly provider: string;
      readonly reference: string;
      readonly attempt: number;
      readonly amount: Money;
    };

/** What is to be done next, committed. Two clicks at once decide one after the other, and the second finds the first's attempt. */
async function decide(deps: StartDeps, { businessId, paymentLinkId, token }: Place): Promise<Move | undefined> {
  return deps.db.inBusiness(businessId, async (tx): Promise<Move | undefined> => {
    const context = await paymentContext(deps, tx);
    const link = await lockLink(tx, businessId, paymentLinkId);
    if (!link) return undefined;
    const { state, due } = await readPage(deps, context, { link, token });
    if (state?.type === "unavailable") throw noProvider();
    if (state?.type !== "payable" || due.provider?.kind !== "hosted") return { type: "show" };

    const provider = due.provider.name;
    const open = openAttempt(context, link);
    if (!open)
      return {
        type: "ask",
        provider,
        request: await nextAttempt(deps, context, { link, token, provider, amount: due.amount }),
      };
    // Whether the provider has opened it is not known: ask again, which changes nothing if it has.
    if (open.reference === null || open.url === null) {
      return {
        type: "ask",
        provider: open.provider,
        request: checkoutRequest(deps, { business: context.business, link, token, attempt: open }),
      };
    }
    const isGood =
      open.amount.minor === due.amount.minor &&
      open.provider === provider &&
      open.expiresAt > context.realNow.plus({ minutes: MINUTES_TO_PAY });
    if (isGood) return { type: "open", url: open.url };
    return {
      type: "close",
      provider: open.provider,
      reference: open.reference,
      attempt: link.attempt,
      amount: open.amount,
    };
  });
}

/** The attempt that may be open at the provider now. One whose time has run out closes by itself. */
function openAttempt({ business, realNow }: PaymentContext, link: LinkRow) {
  const { attempt, provider, checkoutAmountMinor, checkoutExpiresAt, checkoutReference, checkoutUrl } = link;
  if (checkoutAmountMinor === null || checkoutExpiresAt === null || provider === null || checkoutExpiresAt <= realNow)
    return undefined;
  return {
    number: attempt,
    provider,
    amount: money(checkoutAmountMinor, business.currency),
    expiresAt: checkoutExpiresAt,
    reference: checkoutReference,
    url: checkoutUrl,
  };
}

async function nextAttempt(
  deps: StartDeps,
  { tx, business, realNow }: PaymentContext,
  { link, token, provider, amount }: { link: LinkRow; token: string; provider: string; amount: Money },
): Promise<CheckoutRequest> {
  const attempt = { number: link.attempt + 1, amount, expiresAt: checkoutExpiry(realNow) };
  await beginAttempt(tx, business.id, {
    id: link.id,
    attempt: attempt.number,
    provider,
    amountMinor: amount.minor,
    expiresAt: attempt.expiresAt,
  });
  return checkoutRequest(deps, { business, link, token, attempt });
}

/** A refusal ends the attempt; a provider that cannot be reached leaves it open, to be asked again. */
async function ask(
  deps: StartDeps,
  place: Place,
  { provider, request }: Extract<Move, { type: "ask" }>,
): Promise<"asked" | "failed"> {
  const { businessId, paymentLinkId: id } = place;
  const { attempt } = request;
  try {
    const { providerReference, url } = await hostedProvider(deps, provider).startCheckout(request);
    await deps.db.inBusiness(businessId, (tx) =>
      keepCheckout(tx, businessId, { id, attempt, reference: providerReference, url }),
    );
    return "asked";
  } catch (error) {
    if (!isOfProvider(error)) throw error;
    deps.log.warn({ error, businessId, paymentLinkId: id, attempt }, "a checkout could not be opened");
    if (error.code === "payment-provider.rejected")
      await deps.db.inBusiness(businessId, (tx) => endAttempt(tx, businessId, { id, attempt }));
    return "failed";
  }
}

/** A page that is complete cannot be closed: its money is on the way or here, and the provider is asked which. */
async function close(
  deps: StartDeps,
  place: Place,
  { provider, reference, attempt }: Extract<Move, { type: "close" }>,
): Promise<"closed" | "complete" | "failed"> {
  const { businessId, paymentLinkId: id } = place;
  try {
    const expired = await hostedProvider(deps, provider).expireCheckout(reference);
    const now = deps.clock.now();
    await deps.db.inBusiness(businessId, async (tx) => {
      if (expired === "already_complete")
        await insertLookUps(tx, businessId, [{ provider, objectId: reference, round: "complete", now, at: now }]);
      else await endAttempt(tx, businessId, { id, attempt });
    });
    return expired === "already_complete" ? "complete" : "closed";
  } catch (error) {
    if (!isOfProvider(error)) throw error;
    deps.log.warn({ error, businessId, paymentLinkId: id, attempt }, "a checkout could not be closed");
    return "failed";
  }
}

async function shown(deps: StartDeps, token: string): Promise<StartedPayment | undefined> {
  const page = await openPaymentPage(deps, token);
  return page && { page };
}

async function underWay(deps: StartDeps, token: string, amount: Money): Promise<StartedPayment | undefined> {
  const page = await openPaymentPage(deps, token);
  return page && { page: { ...page, state: { type: "underWay", amount } } };
}

async function unavailable(deps: StartDeps, token: string): Promise<StartedPayment | undefined> {
  const page = await openPaymentPage(deps, token);
  return (
    page && {
      page: page.state.type === "payable" ? { ...page, state: { type: "unavailable", action: actionOf(token) } } : page,
    }
  );
}

function noProvider(): AppError {
  return new AppError(
    "payment-provider.missing",
    "No payment can be started: set STRIPE_SECRET_KEY, or name the business's own account for transfers.",
  );
}

function isOfProvider(error: unknown): error is AppError {
  return (
    error instanceof AppError &&
    (error.code === "payment-provider.unavailable" || error.code === "payment-provider.rejected")
  );
}
