import { readBusiness } from "../db/businesses.ts";
import { channelsOf } from "../db/channels.ts";
import { connect } from "../db/client.ts";
import { businessIds } from "../db/lookups.ts";
import { migrate } from "../db/migrate.ts";
import { type DatabaseServer, startDatabase } from "../db/server/start-database.ts";
import type { Deps, Observe } from "./app/deps.ts";
import { phoneOf } from "./app/simulator/phone.ts";
import type { Channel } from "./channels/channel.ts";
import { cloudApi } from "./channels/cloud-api/cloud-api.ts";
import { simulator } from "./channels/simulator/simulator.ts";
import { systemClock } from "./clock.ts";
import { type Closing, makeClosing } from "./closing.ts";
import type { Config } from "./config.ts";
import type { ChannelKind } from "./domain/channel-kind.ts";
import { migrateQueue } from "./jobs/queue.ts";
import { keptSecret } from "./kept-secret.ts";
import { openAiCompatible } from "./language-model/openai-compatible.ts";
import type { Log } from "./log.ts";
import { manualTransferProvider } from "./payment-providers/manual-transfer.ts";
import type { PaymentProvider } from "./payment-providers/payment-provider.ts";
import { stripeProvider } from "./payment-providers/stripe.ts";
import { testCheckoutProvider } from "./payment-providers/test-checkout.ts";
import { makeSecrets } from "./secrets.ts";

/** A database that answers, migrated, and everything use cases are given: what `saldar start` and each command begin with. */
export type Installation = {
  readonly deps: Deps;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Makes the channels that the database names usable: after a business was added. */
  openChannels(): Promise<void>;
  close(): Promise<void>;
};

/** Turns and sends share so many, lists and the console as many more: Postgres does more with few connections than with many. */
const CONNECTIONS = 10;

export async function openInstallation(
  config: Config,
  log: Log,
  { publicUrl, observe = unobserved, join = false }: { publicUrl: string; observe?: Observe; join?: boolean },
): Promise<Installation> {
  const server = await startDatabase({
    databaseUrl: config.DATABASE_URL,
    dataDir: config.SALDAR_DATA_DIR,
    join,
    log: { info: (message) => log.info({}, message), warn: (message) => log.warn({}, message) },
  });
  const closing = makeClosing();
  closing.add(server.stop);
  try {
    return await openOn(server, config, log, { publicUrl, observe, closing });
  } catch (error) {
    await closing.close().catch((failure: unknown) => log.error({ error: failure }, "what had opened does not close"));
    throw error;
  }
}

type Outside = { readonly publicUrl: string; readonly observe: Observe; readonly closing: Closing };

async function openOn(
  server: DatabaseServer,
  config: Config,
  log: Log,
  { publicUrl, observe, closing }: Outside,
): Promise<Installation> {
  const { appUrl } = await migrate(server.ownerUrl, { appUrl: config.DATABASE_APP_URL });
  await migrateQueue(server.ownerUrl);
  const secrets = makeSecrets(config.SALDAR_SECRET ?? (await keptSecret(config.SALDAR_DATA_DIR)));
  const db = connect(appUrl, { max: CONNECTIONS, name: "saldar" });
  closing.add(db.close);
  // Filled here and, at a start, once more after founding (src/founding.ts). Nothing adds to it later: while a process runs,
  // no address and no command makes a business or a channel, and the one number a process can write through is in its own
  // settings. A number that another process joins meanwhile is that process's to write through.
  const channels = new Map<string, Channel>();
  closing.add(async () => {
    await Promise.all([...channels.values()].map((channel) => channel.close()));
  });
  const deps: Deps = {
    db,
    clock: systemClock,
    log,
    secrets,
    publicUrl,
    channels,
    providers: makeProviders(config, { db, secrets, publicUrl }),
    observe,
    languageModel: config.languageModel && openAiCompatible(config.languageModel, { clock: systemClock, log }),
  };

  const openChannels = async (): Promise<void> => {
    for (const businessId of await businessIds(db.lookups)) {
      for (const channel of await db.inBusiness(businessId, (tx) => channelsOf(tx, businessId))) {
        if (channels.has(channel.id)) continue;
        const opened = openChannel(deps, config, { ...channel, businessId });
        if (opened) channels.set(channel.id, opened);
        else
          log.warn(
            { businessId, channelId: channel.id },
            "this number is not the one in WHATSAPP_PHONE_NUMBER_ID: nothing is sent through it",
          );
      }
    }
  };
  await openChannels();
  return { deps, ownerUrl: server.ownerUrl, appUrl, openChannels, close: closing.close };
}

function openChannel(
  deps: Pick<Deps, "db" | "clock">,
  { whatsapp, WHATSAPP_MESSAGES_PER_SECOND }: Config,
  { id, kind, routingKey, businessId }: { id: string; kind: ChannelKind; routingKey: string; businessId: string },
): Channel | undefined {
  if (kind === "simulator")
    return simulator({ id, clock: deps.clock, phone: phoneOf(deps, { businessId, channelId: id }) });
  if (whatsapp?.phoneNumberId !== routingKey) return undefined;
  const { graphUrl, version, phoneNumberId, accessToken } = whatsapp;
  return cloudApi({
    id,
    graphUrl,
    version,
    phoneNumberId,
    accessToken,
    clock: deps.clock,
    messagesPerSecond: WHATSAPP_MESSAGES_PER_SECOND,
  });
}

/** Commands count nothing; a server hands in its metrics. */
const unobserved: Observe = { turnsTaken: () => undefined, sent: () => undefined, blocked: () => undefined };

/** Stripe where its keys are set, the test page in a demo, and transfers to the creditor's own account everywhere. */
function makeProviders(
  config: Config,
  { db, secrets, publicUrl }: Pick<Deps, "db" | "secrets" | "publicUrl">,
): Map<string, PaymentProvider> {
  const providers: PaymentProvider[] = [
    manualTransferProvider({
      accountsOf: async (businessId) => {
        const business = await db.inBusiness(businessId, readBusiness);
        return business?.transferAccount ? [business.transferAccount] : [];
      },
    }),
  ];
  if (config.SALDAR_MODE === "demo")
    providers.push(testCheckoutProvider({ publicUrl, secret: secrets.derive("test checkout") }));
  if (config.stripe) {
    const { secretKey, apiBase } = config.stripe;
    providers.push(stripeProvider({ secretKey, clock: systemClock, ...(apiBase && { apiBase }) }));
  }
  return new Map(providers.map((provider) => [provider.name, provider]));
}
