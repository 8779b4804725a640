import { learnAccount, numberOf } from "../db/numbers.ts";
import { addCloudNumber } from "./app/channels/add-cloud-number.ts";
import { changeCredentials } from "./app/channels/change-credentials.ts";
import { checkCloudNumber } from "./app/channels/check-cloud-number.ts";
import type { CloudDeps, CloudSettings } from "./app/channels/cloud-deps.ts";
import { retireNumber } from "./app/channels/retire-number.ts";
import { credentialsOf } from "./app/channels/sync-number-facts.ts";
import { graph } from "./channels/cloud-api/graph.ts";
import { probeWebhook } from "./channels/cloud-api/probe-webhook.ts";
import type { Config } from "./config.ts";
import type { CloudNumberUseCases } from "./web/use-cases.ts";

/** What the web asks about Cloud API numbers, with its dependencies in its hands. */
export function cloudNumberUseCases(deps: CloudDeps): CloudNumberUseCases {
  return {
    check: (asked) => checkCloudNumber(deps, asked, asked),
    async checkStored({ businessId, channelId, subscribes }) {
      const number = await deps.db.inBusiness(businessId, (tx) => numberOf(tx, businessId, channelId));
      const credentials =
        number?.kind === "cloud" && number.retiredAt === null ? credentialsOf(deps, number) : undefined;
      if (number === undefined || credentials === undefined) return undefined;
      const asked = {
        ...credentials,
        phoneNumberId: number.routingKey,
        wabaId: number.wabaId ?? undefined,
        expectedPhone: number.phone ?? undefined,
        isOfSettings: number.credentials === null,
      };
      const checked = await checkCloudNumber(deps, asked, { subscribes });
      const { wabaId } = checked;
      if (number.wabaId === null && wabaId !== undefined)
        await deps.db.inBusiness(businessId, (tx) => learnAccount(tx, businessId, { id: channelId, wabaId }));
      return checked;
    },
    add: (asked) => addCloudNumber(deps, asked),
    changeCredentials: (asked) => changeCredentials(deps, asked),
    retire: (asked) => retireNumber(deps, asked),
  };
}

/** Where Graph is, and the number of the settings. */
export function cloudSettings({
  WHATSAPP_GRAPH_URL,
  WHATSAPP_GRAPH_VERSION,
  whatsapp,
  SALDAR_MODE,
}: Pick<Config, "WHATSAPP_GRAPH_URL" | "WHATSAPP_GRAPH_VERSION" | "whatsapp" | "SALDAR_MODE">): CloudSettings {
  return {
    openGraph: ({ accessToken, appSecret }) =>
      graph({ graphUrl: WHATSAPP_GRAPH_URL, version: WHATSAPP_GRAPH_VERSION, accessToken, appSecret }),
    probeWebhook,
    ofSettings: whatsapp,
    isDemo: SALDAR_MODE === "demo",
  };
}
