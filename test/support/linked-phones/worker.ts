import { fileURLToPath } from "node:url";
import type { Database } from "../../../db/client.ts";
import { LINKED_KEYS } from "../../../src/app/channels/linked-keys.ts";
import { makeTakeEvent, type TakeEvent } from "../../../src/app/channels/take-event.ts";
import type { Deps } from "../../../src/app/deps.ts";
import { makeReceive } from "../../../src/app/messages/receive.ts";
import { LINKED_CAPABILITIES } from "../../../src/channels/linked-capabilities.ts";
import { makeChannelsInUse } from "../../../src/channels-in-use.ts";
import { systemClock } from "../../../src/clock.ts";
import { isLinked, type LinkedKind } from "../../../src/domain/channel-kind.ts";
import { every } from "../../../src/every.ts";
import { type Jobs, makeJobs } from "../../../src/jobs/registry.ts";
import type { Log } from "../../../src/log.ts";
import { makeSecrets } from "../../../src/secrets.ts";
import type { DriverSettings } from "../../../src/sessions/protocol.ts";
import { type RemoteChannel, remoteChannel } from "../../../src/sessions/remote-channel.ts";
import { superviseSessions, type Timing } from "../../../src/sessions/supervise.ts";
import { silentLog } from "../world.ts";

const SECRET = "a secret that only these tests know and nobody else";
const HOST_ON_EXCHANGE = fileURLToPath(new URL("session-host.ts", import.meta.url));

/** As serve.ts starts them, at a test's pace: a lease of 3 s, a look each 200 ms. */
const QUICK: Partial<Timing> = {
  leaseMs: 3_000,
  renewEachMs: 500,
  lookEachMs: 200,
  tickMs: 100,
  firstRetryMs: 100,
  stopWithinMs: 5_000,
};

export type Worker = {
  readonly deps: Deps;
  readonly jobs: Jobs;
  readonly remoteOf: (id: string, kind: LinkedKind) => RemoteChannel;
  stop(): Promise<void>;
};

/** What of a worker process has to do with linked phones: its sessions, its numbers, and its turns and sends. */
export async function startWorker({
  db,
  appUrl,
  exchangePort = 0,
  log = silentLog,
  timing = {},
  perProcess = 25,
  around = (take) => take,
  sends = true,
  entry = HOST_ON_EXCHANGE,
  drivers = {},
}: {
  db: Database;
  appUrl: string;
  exchangePort?: number;
  log?: Log;
  timing?: Partial<Timing>;
  perProcess?: number;
  /** To stand between the phones and what becomes of their events. */
  around?: (take: TakeEvent) => TakeEvent;
  /** Takes turns and sends by itself, as the sweep does. */
  sends?: boolean;
  /** Another program of session hosts than the one whose phones speak with the exchange. */
  entry?: string;
  drivers?: DriverSettings;
}): Promise<Worker> {
  const remotes = new Map<string, RemoteChannel>();
  const remoteOf = (id: string, kind: LinkedKind): RemoteChannel => {
    const remote = remotes.get(id) ?? remoteChannel({ id, kind, can: LINKED_CAPABILITIES[kind] });
    remotes.set(id, remote);
    return remote;
  };
  const channels = makeChannelsInUse({ db, log: silentLog, clock: systemClock }, ({ id, kind }) => {
    if (!isLinked(kind)) return undefined;
    const channel = remoteOf(id, kind);
    return { channel, canSend: channel.canSend };
  });
  await channels.refresh();
  const secrets = makeSecrets(SECRET);
  const deps: Deps = {
    db,
    clock: systemClock,
    log,
    secrets,
    publicUrl: "http://127.0.0.1:3000",
    channels: channels.all,
    sendable: channels.sendable,
    providers: new Map(),
    observe: { turnsTaken: () => undefined, sent: () => undefined, blocked: () => undefined },
  };
  const receive = makeReceive(deps, (businessId) => jobs.wake(businessId));
  const jobs = makeJobs({ ...deps, receive });
  const phones = superviseSessions(
    { ...deps, remoteOf, takeEvent: around(makeTakeEvent({ ...deps, receive })) },
    {
      entry,
      perProcess,
      databaseUrl: appUrl,
      keySecret: secrets.derive(LINKED_KEYS),
      drivers: { exchangePort: String(exchangePort), ...drivers },
      timing: { ...QUICK, ...timing },
    },
  );
  const sweeping = every(
    100,
    async () => {
      await channels.refresh();
      if (sends) for (const businessId of await jobs.whoHasWork()) await jobs.look(businessId);
    },
    (error) => log.error({ error }, "the sweep failed"),
  );
  return {
    deps,
    jobs,
    remoteOf,
    async stop() {
      await sweeping.stop();
      jobs.beginNothingMore();
      await jobs.whenIdle();
      await phones.stop();
    },
  };
}
