import { readBusiness } from "../../../db/businesses.ts";
import { businessIds } from "../../../db/lookups.ts";
import { readLink } from "../../../db/payments/links.ts";
import type { Money } from "../../domain/money.ts";
import type { PayerLanguage, PaymentProvider } from "../../payment-providers/payment-provider.ts";
import type { TestCheckout, TestCheckoutProvider, TestChoice } from "../../payment-providers/test-checkout.ts";
import type { Deps } from "../deps.ts";
import { keepProviderDelivery } from "./keep-delivery.ts";

type TestDeps = Pick<Deps, "db" | "clock" | "providers">;

export type TestCheckoutView = {
  readonly language: PayerLanguage;
  readonly creditor: string;
  readonly purpose: string;
  readonly amount: Money;
  readonly action: string;
  readonly cancelUrl: string;
};

/** For a token that is not ours, too old, of an earlier attempt, already used, or of a business that is no demo. */
export type TestCheckoutClosed = { readonly closed: PayerLanguage };

/** The demo's payment page, which says that it is one. */
export async function openTestCheckout(deps: TestDeps, token: string): Promise<TestCheckoutView | TestCheckoutClosed> {
  const found = await find(deps, token);
  if ("closed" in found) return found;
  const { language, description, amount, cancelUrl } = found.checkout;
  return {
    language,
    creditor: found.creditor,
    purpose: description,
    amount,
    action: `/test-checkout/${token}`,
    cancelUrl,
  };
}

/** The payer's choice goes the way of every provider's webhook: kept, then processed. */
export async function settleTestCheckout(
  deps: TestDeps,
  token: string,
  choice: TestChoice,
): Promise<{ readonly redirectTo: string } | TestCheckoutClosed> {
  const found = await find(deps, token);
  if ("closed" in found) return found;
  const { checkout, provider } = found;
  const receivedAt = deps.clock.now();
  const event = provider.eventOf(checkout, choice, receivedAt);
  await keepProviderDelivery(deps, {
    provider: "test_checkout",
    eventId: event.id,
    body: JSON.stringify(event),
    receivedAt,
    businessId: checkout.businessId,
  });
  return { redirectTo: choice === "paid" ? checkout.successUrl : checkout.cancelUrl };
}

type Found = { readonly checkout: TestCheckout; readonly provider: TestCheckoutProvider; readonly creditor: string };

async function find({ db, clock, providers }: TestDeps, token: string): Promise<Found | TestCheckoutClosed> {
  const provider = providers.get("test_checkout");
  const checkout = isTestCheckout(provider) ? provider.readToken(token) : undefined;
  if (!isTestCheckout(provider) || !checkout) return { closed: "es" };
  const { businessId, paymentLinkId, attempt, language } = checkout;
  const isOld = checkout.expiresAt <= clock.now() || !(await businessIds(db.lookups)).includes(businessId);
  if (isOld) return { closed: language };
  return db.inBusiness(businessId, async (tx) => {
    const business = await readBusiness(tx);
    const link = await readLink(tx, businessId, paymentLinkId);
    const isOpen = link?.attempt === attempt && link.checkoutAmountMinor !== null;
    return business?.isDemo && isOpen ? { checkout, provider, creditor: business.name } : { closed: language };
  });
}

function isTestCheckout(provider: PaymentProvider | undefined): provider is TestCheckoutProvider {
  return provider?.name === "test_checkout" && "readToken" in provider;
}
