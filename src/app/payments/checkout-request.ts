import type { DateTime } from "luxon";
import type { Business } from "../../../db/businesses.ts";
import type { LinkRow } from "../../../db/payments/links.ts";
import type { Money } from "../../domain/money.ts";
import { checkoutIdempotencyKey } from "../../domain/payments/checkout-terms.ts";
import { transferReference } from "../../domain/payments/transfer-reference.ts";
import type { CheckoutRequest } from "../../payment-providers/payment-provider.ts";
import type { Deps } from "../deps.ts";

export type Attempt = { readonly number: number; readonly amount: Money; readonly expiresAt: DateTime };

/**
 * The same request each time it is made for one attempt, because a provider refuses a key that comes back with other words.
 * So it describes the payment by the creditor and the link's reference, which never change, and not by the debts, which do;
 * the provider learns nothing of what is owed for.
 */
export function checkoutRequest(
  { publicUrl }: Pick<Deps, "publicUrl">,
  { business, link, token, attempt }: { business: Business; link: LinkRow; token: string; attempt: Attempt },
): CheckoutRequest {
  const key = { paymentLinkId: link.id, attempt: attempt.number };
  return {
    ...key,
    businessId: business.id,
    amount: attempt.amount,
    description: `${business.name} · ${transferReference(link.id)}`,
    language: link.language,
    successUrl: `${publicUrl}/p/${token}/thanks`,
    cancelUrl: `${publicUrl}/p/${token}`,
    expiresAt: attempt.expiresAt,
    idempotencyKey: checkoutIdempotencyKey(key),
  };
}
