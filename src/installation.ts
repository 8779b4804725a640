import { readBusiness } from "../db/businesses.ts";
import { connect } from "../db/client.ts";
import { migrate } from "../db/migrate.ts";
import { type DatabaseServer, startDatabase } from "../db/server/start-database.ts";
import type { Deps, Observe } from "./app/deps.ts";
import { LINKED_CAPABILITIES } from "./channels/linked-capabilities.ts";
import { makeChannelsInUse } from "./channels-in-use.ts";
import { systemClock } from "./clock.ts";
import { type Closing, makeClosing } from "./closing.ts";
import type { Config } from "./config.ts";
import type { LinkedKind } from "./domain/channel-kind.ts";
import { migrateQueue } from "./jobs/queue.ts";
import { keptSecret } from "./kept-secret.ts";
import { openAiCompatible } from "./language-model/openai-compatible.ts";
import type { Log } from "./log.ts";
import { openChannel } from "./open-channel.ts";
import { manualTransferProvider } from "./payment-providers/manual-transfer.ts";
import type { PaymentProvider } from "./payment-providers/payment-provider.ts";
import { stripeProvider } from "./payment-providers/stripe.ts";
import { testCheckoutProvider } from "./payment-providers/test-checkout.ts";
import { makeSecrets } from "./secrets.ts";
import { type RemoteChannel, remoteChannel } from "./sessions/remote-channel.ts";

/** A database that answers, migrated, and everything use cases are given: what `saldar start` and each command begin with. */
export type Installation = {
  readonly deps: Deps;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Makes the channels that the database names usable, and those that it no longer names not: after one was added, changed or retired. */
  openChannels(): Promise<void>;
  /** A linked phone as the application has it: whoever holds its session gives it a line to it. */
  remoteOf(id: string, kind: LinkedKind): RemoteChannel;
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
  const remoteOf = remotes();
  // Filled here, after founding (src/founding.ts), and whenever a number was added, changed or retired (`openChannels`): at once in
  // the process that did it, and within some seconds in every other (src/serve.ts).
  const channels = makeChannelsInUse({ db, log, clock: systemClock }, (named) =>
    openChannel({ db, clock: systemClock, secrets, remoteOf }, config, named),
  );
  closing.add(channels.close);
  const deps: Deps = {
    db,
    clock: systemClock,
    log,
    secrets,
    publicUrl,
    channels: channels.all,
    sendable: channels.sendable,
    providers: makeProviders(config, { db, secrets, publicUrl }),
    observe,
    languageModel: config.languageModel && openAiCompatible(config.languageModel, { clock: systemClock, log }),
  };

  await channels.refresh();
  return {
    deps,
    ownerUrl: server.ownerUrl,
    appUrl,
    openChannels: channels.refresh,
    remoteOf,
    close: closing.close,
  };
}

/** One for each linked phone, whoever asks first. */
function remotes(): Installation["remoteOf"] {
  const known = new Map<string, RemoteChannel>();
  return (id, kind) => {
    const found = known.get(id) ?? remoteChannel({ id, kind, can: LINKED_CAPABILITIES[kind] });
    known.set(id, found);
    return found;
  };
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
