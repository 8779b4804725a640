import { readBusiness } from "../db/businesses.ts";
import { businessIds } from "../db/lookups.ts";
import { fillDemo } from "./app/businesses/fill-demo.ts";
import { foundDemo, foundFirst, joinNumber } from "./app/businesses/found.ts";
import { makeReceive } from "./app/messages/receive.ts";
import type { Config } from "./config.ts";
import { present } from "./domain/assert.ts";
import { type Installation, openInstallation } from "./installation.ts";
import { answerBells } from "./jobs/queue.ts";
import { makeJobs } from "./jobs/registry.ts";
import { startSweep } from "./jobs/sweep.ts";
import type { Log } from "./log.ts";
import { paths } from "./paths.ts";
import { makeUseCases } from "./use-cases.ts";
import { pruneConsoleEvents } from "./web/events/prune.ts";
import { makePump } from "./web/events/pump.ts";
import { makeMetrics } from "./web/metrics.ts";
import { makeServer } from "./web/server.ts";
import { makeSignIn } from "./web/sign-in/sign-in.ts";
import { startServer } from "./web/start-server.ts";

/** Bells answered side by side: more would only wait for the same two cores and ten connections. */
const BELLS_AT_ONCE = 4;
/** Whoever starts it for the first time; the console lets them put their own address in its place. */
const FIRST_EMAIL = "admin@saldar.local";

export type Running = {
  readonly url: string;
  /** Signs the first administrator in, once. */
  readonly signInLink: string;
  readonly hasSimulator: boolean;
  stop(): Promise<void>;
};

/**
 * Everything in one process: database, founding of the first business, workers, web. Stops in the opposite order, so that
 * what has begun is finished and the database is the last to go.
 */
export async function serve(config: Config, log: Log): Promise<Running> {
  const publicUrl = (config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`).replace(/\/$/, "");
  const metrics = makeMetrics();
  const installation = await openInstallation(config, log, { publicUrl, observe: metrics });
  const { deps } = installation;
  const receive = makeReceive(deps, (id) => jobs.wake(id));
  const businessId = await foundOnce(installation, config);

  const jobs = makeJobs({ ...deps, receive });
  const bells = await answerBells(installation.ownerUrl, jobs.tasks, { concurrency: BELLS_AT_ONCE, log });
  const sweep = startSweep(deps, jobs, { hourly: () => pruneConsoleEvents(deps) });

  const signIn = makeSignIn({ appUrl: installation.appUrl, publicUrl, secrets: deps.secrets, log });
  const pump = makePump(deps);
  const web = makeServer(
    {
      ...deps,
      config,
      metricsToken: config.METRICS_TOKEN,
      signIn,
      receive,
      metrics,
      pump,
      readiness: async () => ({ database: await answers(installation), migrations: true, queue: bells.isListening() }),
      useCases: makeUseCases({ ...deps, receive }, config),
    },
    { consoleFolder: paths.console },
  );
  const server = await startServer(web, { host: config.HOST, port: config.PORT });

  const business = present(await deps.db.inBusiness(businessId, readBusiness), "the founded business");
  await signIn.saveMember({
    business,
    email: FIRST_EMAIL,
    name: "Administrador",
    role: "admin",
    at: deps.clock.now().toJSDate(),
  });
  return {
    url: publicUrl,
    signInLink: await signIn.makeLink(FIRST_EMAIL),
    hasSimulator: config.SALDAR_MODE === "demo",
    async stop() {
      await server.stop();
      pump.stop();
      await sweep.stop();
      await bells.stop();
      await jobs.whenIdle();
      await signIn.close();
      await installation.close();
    },
  };
}

/** The business of this installation: the sample in a demo, one on the configured number otherwise. Made once. */
async function foundOnce({ deps, openChannels }: Installation, config: Config): Promise<string> {
  const [first] = await businessIds(deps.db.lookups);
  if (first !== undefined) {
    await joinNumber(deps, { businessId: first, phoneNumberId: config.whatsapp?.phoneNumberId });
    await openChannels();
    return first;
  }
  if (config.SALDAR_MODE === "demo") {
    const id = await foundDemo(deps);
    await openChannels();
    await fillDemo(deps, { businessId: id, file: paths.sampleList });
    return id;
  }
  const id = await foundFirst(deps, {
    name: config.SALDAR_BUSINESS_NAME ?? "Mi empresa",
    phoneNumberId: config.whatsapp?.phoneNumberId,
    hasStripe: config.stripe !== undefined,
  });
  await openChannels();
  return id;
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
