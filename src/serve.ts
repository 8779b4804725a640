import { join } from "node:path";
import { readBusiness } from "../db/businesses.ts";
import { businessIds } from "../db/lookups.ts";
import { LINKED_KEYS } from "./app/channels/linked-keys.ts";
import { syncNumberFacts } from "./app/channels/sync-number-facts.ts";
import { makeTakeEvent } from "./app/channels/take-event.ts";
import { reportUnknownChoices } from "./app/contact-law/report-unknown-choices.ts";
import { makeReceive, type Receive } from "./app/messages/receive.ts";
import { syncAllTemplates } from "./app/templates/sync.ts";
import { type Closing, makeClosing } from "./closing.ts";
import { cloudSettings } from "./cloud-numbers.ts";
import type { Config } from "./config.ts";
import { present } from "./domain/assert.ts";
import { every } from "./every.ts";
import { foundOnce } from "./founding.ts";
import { type Installation, openInstallation } from "./installation.ts";
import { answerBells } from "./jobs/queue.ts";
import { type JobDeps, type Jobs, makeJobs } from "./jobs/registry.ts";
import { startSweep } from "./jobs/sweep.ts";
import type { Log } from "./log.ts";
import { paths } from "./paths.ts";
import { superviseSessions } from "./sessions/supervise.ts";
import { makeUseCases } from "./use-cases.ts";
import { pruneConsoleEvents } from "./web/events/prune.ts";
import { makePump } from "./web/events/pump.ts";
import { makeMetrics } from "./web/metrics.ts";
import { makeServer } from "./web/server.ts";
import { makeSignIn } from "./web/sign-in/sign-in.ts";
import { startServer } from "./web/start-server.ts";
import { within } from "./within.ts";

/** Bells answered side by side: more would only wait for the same two cores and ten connections. */
const BELLS_AT_ONCE = 4;
/** Whoever starts it for the first time; the console lets them put their own address in its place. */
const FIRST_EMAIL = "admin@saldar.local";
/** A turn takes milliseconds and a send seconds; what has not ended by then hangs, and is cut as a kill would cut it. */
const WORK_ENDS_WITHIN_MS = 20_000;
const REFRESH_EACH_MS = 5_000;

export type Running = {
  readonly url: string;
  /** Signs the first administrator in, once. */
  readonly signInLink: string;
  readonly hasSimulator: boolean;
  stop(): Promise<void>;
};

/**
 * Everything in one process: database, founding of the businesses, workers, web. Stops in the opposite order, so that
 * what has begun is finished and the database is the last to go. What cannot be started leaves nothing running.
 */
export async function serve(
  config: Config,
  log: Log,
  { workEndsWithinMs = WORK_ENDS_WITHIN_MS }: { workEndsWithinMs?: number } = {},
): Promise<Running> {
  const closing = makeClosing();
  try {
    return { ...(await start(config, log, { closing, workEndsWithinMs })), stop: closing.close };
  } catch (error) {
    await closing.close().catch((failure: unknown) => log.error({ error: failure }, "what had started does not stop"));
    throw error;
  }
}

type Ending = { readonly closing: Closing; readonly workEndsWithinMs: number };

async function start(config: Config, log: Log, ending: Ending): Promise<Omit<Running, "stop">> {
  const { closing } = ending;
  const publicUrl = (config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`).replace(/\/$/, "");
  const metrics = makeMetrics();
  const installation = await openInstallation(config, log, { publicUrl, observe: metrics });
  closing.add(installation.close);
  const { deps } = installation;
  const receive = makeReceive(deps, (id) => jobs.wake(id));
  const founded = await foundOnce(installation, config);

  const signIn = makeSignIn({ appUrl: installation.appUrl, publicUrl, secrets: deps.secrets, log });
  closing.add(signIn.close);
  const jobs = makeJobs({ ...deps, receive });
  holdPhones(installation, config, receive, closing);
  const { isListening } = await startWork(installation.ownerUrl, { ...deps, receive }, jobs, { ...ending, config });

  const pump = makePump(deps);
  closing.add(pump.stop);
  const web = makeServer(
    {
      ...deps,
      config,
      metricsToken: config.METRICS_TOKEN,
      signIn,
      receive,
      metrics,
      pump,
      readiness: async () => ({ database: await answers(installation), migrations: true, queue: isListening() }),
      useCases: makeUseCases({ ...deps, receive }, config, { channelsChanged: installation.openChannels }),
    },
    { consoleFolder: paths.console },
  );
  const server = await startServer(web, { host: config.HOST, port: config.PORT });
  closing.add(server.stop);

  // One after the other: whoever chose no business is in the one they joined first.
  for (const businessId of founded) {
    const business = present(await deps.db.inBusiness(businessId, readBusiness), "the founded business");
    const at = deps.clock.now().toJSDate();
    await signIn.saveMember({ business, email: FIRST_EMAIL, name: "Administrador", role: "admin", at });
  }
  return {
    url: publicUrl,
    signInLink: await signIn.makeLink(FIRST_EMAIL),
    hasSimulator: config.SALDAR_MODE === "demo",
  };
}

/** Numbers that were added or taken out of use are found within five seconds, linked phones are held, and let go of after the last send. */
function holdPhones(installation: Installation, config: Config, receive: Receive, closing: Closing): void {
  const { deps, appUrl, remoteOf } = installation;
  const { log, secrets } = deps;
  const refreshing = every(REFRESH_EACH_MS, installation.openChannels, (error) =>
    log.error({ error }, "the numbers in use could not be read"),
  );
  closing.add(refreshing.stop);
  const phones = superviseSessions(
    { ...deps, remoteOf, takeEvent: makeTakeEvent({ ...deps, receive }) },
    {
      entry: paths.sessionHost,
      perProcess: config.SESSIONS_PER_PROCESS,
      databaseUrl: appUrl,
      keySecret: secrets.derive(LINKED_KEYS),
      drivers: {
        baileysSocketUrl: config.BAILEYS_SOCKET_URL,
        baileysVersion: config.BAILEYS_VERSION,
        whatsappWebFolder: join(config.SALDAR_DATA_DIR, "whatsapp-web"),
        chromiumPath: config.CHROMIUM_PATH,
      },
    },
  );
  closing.add(phones.stop);
}

/** Bells and sweep, which begin the work, and the end of what they began. */
async function startWork(
  ownerUrl: string,
  deps: JobDeps,
  jobs: Jobs,
  { closing, workEndsWithinMs, config }: Ending & { readonly config: Config },
): Promise<{ isListening(): boolean }> {
  const { log } = deps;
  const cloud = cloudSettings(config);
  const bells = await answerBells(ownerUrl, jobs.tasks, { concurrency: BELLS_AT_ONCE, log });
  const sweep = startSweep(deps, jobs, {
    hourly: () =>
      Promise.all([
        pruneConsoleEvents(deps),
        reportUnknownChoices(deps),
        // Templates are asked for by account, which a number may only learn now.
        syncNumberFacts({ ...deps, cloud }).then(() => syncAllTemplates(deps)),
      ]),
  });
  closing.add(async () => {
    jobs.beginNothingMore();
    const ended = Promise.all([sweep.stop(), bells.stop()]).then(() => jobs.whenIdle());
    if (await within(ended, workEndsWithinMs)) return;
    log.warn({}, "some work does not end and is cut: what it had not committed is done at the next start");
  });
  return bells;
}

async function answers({ deps }: Installation): Promise<boolean> {
  try {
    await businessIds(deps.db.lookups);
    return true;
  } catch (error) {
    deps.log.warn({ error }, "the database does not answer");
    return false;
  }
}
