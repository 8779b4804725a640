import { Logger, type Runner, run, runMigrations } from "graphile-worker";
import { Pool } from "pg";
import { z } from "zod";
import type { Log } from "../log.ts";

/**
 * The only file that knows graphile-worker. The queue is the bell, not the order: a job says "look" for one
 * business, and our own rows hold what is to be done and when. A bell that is lost costs a second, until the next sweep.
 */
export type Bells = {
  /** Whether bells are being heard at this moment. */
  isListening(): boolean;
  /** Finishes what is running, takes nothing new. */
  stop(): Promise<void>;
};

/** Each task's name and what it does for one business. */
export type BellTasks = Readonly<Record<string, (businessId: string) => Promise<void>>>;

const Payload = z.object({ businessId: z.uuid() });

/** Makes or updates the queue's own tables. Needs the owner of the database, as the worker does. */
export async function migrateQueue(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, logger: silent, noPreparedStatements: false });
}

/** Listens for bells and answers up to `concurrency` at once. A failure is tried again by the queue, with back-off. */
export async function answerBells(
  ownerUrl: string,
  tasks: BellTasks,
  { concurrency, log }: { concurrency: number; log: Log },
): Promise<Bells> {
  // A pool of our own: graphile 0.18 stops listening to its pool's errors before its connections are closed, and one that the
  // database cuts in between would end the process in the middle of its stop.
  const pool = new Pool({ connectionString: ownerUrl, max: concurrency + 2, application_name: "saldar-queue" });
  const cut = (error: unknown): void => log.debug({ error }, "a connection of the queue was cut");
  pool.on("error", cut);
  pool.on("connect", (client) => client.on("error", cut));
  const runner: Runner = await run({
    pgPool: pool,
    concurrency,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: forward(log),
    taskList: Object.fromEntries(
      Object.entries(tasks).map(([name, task]) => [
        name,
        (payload: unknown) => task(Payload.parse(payload).businessId),
      ]),
    ),
  });
  let isListening = true;
  runner.promise.then(
    () => {
      isListening = false;
    },
    (error: unknown) => {
      isListening = false;
      log.error({ error }, "the queue stopped: bells are not heard, and the sweep does their work");
    },
  );
  return {
    isListening: () => isListening,
    async stop() {
      await runner.stop();
      await pool.end();
    },
  };
}

/** Graphile's own lines are kept when they warn; its information would be a line a job. */
const forward = (log: Log): Logger =>
  new Logger(() => (level, message) => {
    if (level === "error") log.error({ from: "queue" }, message);
    if (level === "warning") log.warn({ from: "queue" }, message);
  });

const silent = new Logger(() => () => undefined);
