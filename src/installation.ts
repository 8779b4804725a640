import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
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
import type { Config } from "./config.ts";
import { newToken } from "./ids.ts";
import { migrateQueue } from "./jobs/queue.ts";
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

/** Turns, sends and the console share these; Postgres does more with few connections than with many (money.md §D). */
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
  try {
    return await openOn(server, config, log, { publicUrl, observe });
  } catch (error) {
    await server.stop();
    throw error;
  }
}

type Outside = { readonly publicUrl: string; readonly observe: Observe };

async function openOn(
  server: DatabaseServer,
  config: Config,
  log: Log,
  { publicUrl, observe }: Outside,
): Promise<Installation> {
  const { appUrl } = await migrate(server.ownerUrl, { appUrl: config.DATABASE_APP_URL });
  await migrateQueue(server.ownerUrl);
  const db = connect(appUrl, { max: CONNECTIONS, name: "saldar" });
  const channels = new Map<string, Channel>();
  const secrets = makeSecrets(config.SALDAR_SECRET ?? (await keptSecret(config.SALDAR_DATA_DIR)));
  const deps: Deps = {
    db,
    clock: systemClock,
    log,
    secrets,
    publicUrl,
    channels,
    providers: makeProviders(config, { db, secrets, publicUrl }),
    observe,
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
  return {
    deps,
    ownerUrl: server.ownerUrl,
    appUrl,
    openChannels,
    async close() {
      for (const channel of channels.values()) channel.close();
      await db.close();
      await server.stop();
    },
  };
}

function openChannel(
  deps: Pick<Deps, "db" | "clock">,
  { whatsapp, WHATSAPP_MESSAGES_PER_SECOND }: Config,
  {
    id,
    kind,
    routingKey,
    businessId,
  }: { id: string; kind: "cloud" | "simulator"; routingKey: string; businessId: string },
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

/** Made once and kept where only its owner reads it. Several processes on several machines need SALDAR_SECRET instead. */
async function keptSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, "secret");
  await mkdir(dataDir, { recursive: true });
  try {
    await writeFile(file, `${newToken()}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    // Another start made it first, or an earlier one did: that one counts.
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return (await readFile(file, "utf8")).trim();
}
