import type { Business } from "../../../db/businesses.ts";
import type { PaymentProvider } from "../../payment-providers/payment-provider.ts";
import type { Deps } from "../deps.ts";

/**
 * How a business is paid: by the provider it chose; else by transfer, when it has named its account; a demo by the test
 * checkout, and nobody else. Undefined: no payment can be started.
 */
export function providerOf({ providers }: Pick<Deps, "providers">, business: Business): PaymentProvider | undefined {
  const name =
    business.paymentProvider ??
    (business.isDemo ? "test_checkout" : business.transferAccount ? "manual_transfer" : undefined);
  if (name === undefined || (name === "test_checkout" && !business.isDemo)) return undefined;
  if (name === "manual_transfer" && business.transferAccount === null) return undefined;
  return providers.get(name);
}
