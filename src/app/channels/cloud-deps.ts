import type { Graph } from "../../channels/cloud-api/graph.ts";
import type { ProbeWebhook } from "../../channels/cloud-api/probe-webhook.ts";
import type { Deps } from "../deps.ts";
import type { CloudCredentials } from "./credentials.ts";

/** What use cases about Cloud API numbers are given beyond the rest: where Graph is, and the number of the settings. */
export type CloudDeps = Pick<Deps, "db" | "clock" | "log" | "secrets" | "publicUrl" | "channels"> & {
  readonly cloud: CloudSettings;
  /** Opens, opens anew and closes what this process sends through, after a number was added, changed or retired. */
  readonly channelsChanged: () => Promise<void>;
};

export type CloudSettings = {
  /** Meta's Graph for the holder of these secrets; to be closed again. */
  readonly openGraph: (credentials: Pick<CloudCredentials, "accessToken" | "appSecret">) => Graph;
  readonly probeWebhook: ProbeWebhook;
  /** Meta's id and the secrets of the number in the settings. */
  readonly ofSettings: (CloudCredentials & { readonly phoneNumberId: string }) | undefined;
  /** No real number is ever joined to a demo. */
  readonly isDemo: boolean;
};

/** Where Meta calls back about a number of the database, or about that of the settings. */
export function webhookUrlOf({ publicUrl }: Pick<Deps, "publicUrl">, phoneNumberId: string | undefined): string {
  return phoneNumberId === undefined
    ? `${publicUrl}/webhooks/whatsapp`
    : `${publicUrl}/webhooks/whatsapp/${phoneNumberId}`;
}
