import type { CloudDeps } from "./app/channels/cloud-deps.ts";
import { makeDebtorLists } from "./app/debtor-lists/debtor-lists.ts";
import type { Deps } from "./app/deps.ts";
import type { Receive } from "./app/messages/receive.ts";
import { keepProviderDelivery } from "./app/payments/keep-delivery.ts";
import { openPaymentPage, openThanksPage } from "./app/payments/payment-page.ts";
import { refuseProof } from "./app/payments/refuse-proof.ts";
import { settleProof } from "./app/payments/settle-proof.ts";
import { startPayment } from "./app/payments/start-payment.ts";
import { openTestCheckout, settleTestCheckout } from "./app/payments/test-checkout.ts";
import { cloudNumberUseCases, cloudSettings } from "./cloud-numbers.ts";
import type { Config } from "./config.ts";
import { simulatorUseCases } from "./web/simulator.ts";
import type { PaymentUseCases, UseCases } from "./web/use-cases.ts";

/** The application as the web asks it: each use case with its dependencies already in its hands. */
export function makeUseCases(
  deps: Deps & { readonly receive: Receive },
  config: Pick<Config, "SALDAR_MODE" | "WHATSAPP_GRAPH_URL" | "WHATSAPP_GRAPH_VERSION" | "whatsapp">,
  { channelsChanged }: Pick<CloudDeps, "channelsChanged">,
): UseCases {
  return {
    cloudNumbers: cloudNumberUseCases({ ...deps, cloud: cloudSettings(config), channelsChanged }),
    payments: payments(deps, config),
    debtorLists: makeDebtorLists(deps),
    simulator: config.SALDAR_MODE === "demo" ? simulatorUseCases(deps) : undefined,
  };
}

function payments(deps: Deps, { SALDAR_MODE }: Pick<Config, "SALDAR_MODE">): PaymentUseCases {
  const hosted = [...deps.providers.values()].filter((provider) => provider.kind === "hosted");
  return {
    openPaymentPage: (token) => openPaymentPage(deps, token),
    startPayment: (token) => startPayment(deps, token),
    openThanksPage: (token) => openThanksPage(deps, token),
    pageOrigins: hosted.flatMap(({ pageOrigins }) => pageOrigins),
    testCheckout:
      SALDAR_MODE === "demo"
        ? {
            open: (token) => openTestCheckout(deps, token),
            choose: (token, choice) => settleTestCheckout(deps, token, choice),
          }
        : undefined,
    keepProviderDelivery: (delivery) => keepProviderDelivery(deps, delivery),
    async settleProof(proof) {
      const decided = await settleProof(deps, proof);
      return decided.settled ? "settled" : decided.because;
    },
    async refuseProof(proof) {
      const decided = await refuseProof(deps, proof);
      return decided.refused ? "refused" : decided.because;
    },
  };
}
