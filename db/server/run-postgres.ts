import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { open } from "node:fs/promises";
import { totalmem } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { AppError } from "../../src/domain/errors.ts";
import { readIfThere } from "./files.ts";
import type { PostgresPrograms } from "./postgres-programs.ts";
import { serverSettings } from "./server-settings.ts";
import type { ServerLog } from "./start-database.ts";
import type { SystemUser } from "./system-user.ts";

export type PostgresRun = {
  readonly cluster: string;
  readonly logFile: string;
  readonly socketFolder: string | undefined;
  readonly programs: PostgresPrograms;
  readonly user: SystemUser;
  readonly port: number;
  readonly durable: boolean;
  readonly log: ServerLog;
};

/** How long a running server may take to leave before it is told to drop everything (its next start then recovers). */
const STOP_WITHIN_MS = 30_000;

/** A server that died soon after its start would die again at once: it is started again this much later. */
const RESTART_AFTER_MS = 1_000;

/**
 * Runs Postgres on `cluster` until it is stopped, and starts it again when it dies. It leads a session of its own, so that
 * Ctrl-C, which goes to every process of the terminal's foreground group, reaches us and not it: it stops after we have
 * drained. It writes to a file and not to a pipe of ours, so that it survives our being killed and can be stopped in order.
 *
 * @returns "port taken" when somebody took the port in the meantime.
 * @throws {AppError} `database.cannot-run` with the end of its own log when it does not come up.
 */
export async function runPostgres(run: PostgresRun): Promise<{ stop(): Promise<void> } | "port taken"> {
  let child = await spawnPostgres(run);
  let stopping = false;
  const endWithUs = (): void => void child.kill("SIGINT");
  process.once("exit", endWithUs);
  const trouble = await untilReady(run, child);
  if (trouble !== undefined) process.off("exit", endWithUs);
  if (trouble === "port taken") return trouble;
  if (trouble !== undefined) throw cannotStart(run, trouble);

  const keepAlive = async (): Promise<void> => {
    await left(child);
    while (!stopping) {
      run.log.warn(`Postgres ended by itself (${ending(child)}); starting it again. Its log: ${run.logFile}`);
      await pause(RESTART_AFTER_MS);
      if (stopping) return;
      child = await spawnPostgres(run);
      const again = await untilReady(run, child);
      if (again !== undefined) run.log.warn(`Postgres did not come up: ${again}`);
      else if (stopping) await stopPostgres(child, run.log);
      await left(child);
    }
  };
  const watch = keepAlive();

  return {
    stop: async () => {
      stopping = true;
      process.off("exit", endWithUs);
      await stopPostgres(child, run.log);
      await watch;
    },
  };
}

async function spawnPostgres(run: PostgresRun): Promise<ChildProcess> {
  const { cluster, logFile, programs, user } = run;
  const log = await open(logFile, "w", 0o600);
  try {
    const settings = serverSettings({ ...run, memory: memoryHere() }).flatMap((setting) => ["-c", setting]);
    const child = spawn(programs.postgres, ["-D", cluster, ...settings], {
      ...user.spawn,
      cwd: "/",
      detached: true,
      stdio: ["ignore", log.fd, log.fd],
      // Nothing of ours: our settings hold secrets, and another user may be able to read them from there.
      env: { LC_ALL: "C", PATH: "/usr/bin:/bin" },
    });
    await once(child, "spawn");
    child.unref();
    return child;
  } finally {
    await log.close();
  }
}

/** In bytes: of the machine, or of the container where that has less. A container that does not say is 0 to Node. */
function memoryHere(): number {
  return Math.min(totalmem(), process.constrainedMemory() || Infinity);
}

/**
 * Waits for the line in which Postgres says that it takes connections (the eighth of postmaster.pid). There is no limit
 * while it runs: after a power cut it may have minutes of its journal to read.
 *
 * @returns undefined when ready, else why it ended.
 */
async function untilReady(run: PostgresRun, child: ChildProcess): Promise<string | undefined> {
  for (let tries = 0; !hasLeft(child); tries += 1) {
    const lines = (await readIfThere(join(run.cluster, "postmaster.pid")))?.split("\n") ?? [];
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === "ready") return undefined;
    if (tries % 500 === 499) run.log.info("Postgres is still recovering; waiting for it");
    await pause(tries < 100 ? 10 : 50);
  }
  const said = ((await readIfThere(run.logFile)) ?? "").trim();
  return said.includes("could not create any TCP/IP sockets") ? "port taken" : said.split("\n").slice(-5).join(" | ");
}

function cannotStart(run: PostgresRun, said: string): AppError {
  return new AppError(
    "database.cannot-run",
    `The embedded Postgres in ${run.cluster} does not start: ${said === "" ? "it said nothing" : said}. Correct that ` +
      "and start again, or set DATABASE_URL to a Postgres of your own.",
  );
}

/** Fast shutdown (SIGINT: rolls back what is open, writes all down), then at the limit an immediate one (SIGQUIT). */
async function stopPostgres(child: ChildProcess, log: ServerLog): Promise<void> {
  if (hasLeft(child)) return;
  child.ref();
  const limit = new AbortController();
  const late = pause(STOP_WITHIN_MS, undefined, { signal: limit.signal }).then(
    () => {
      log.warn("Postgres does not stop in 30 seconds; ending it at once, its next start recovers");
      child.kill("SIGQUIT");
    },
    () => undefined,
  );
  child.kill("SIGINT");
  await left(child);
  limit.abort();
  await late;
}

async function left(child: ChildProcess): Promise<void> {
  if (!hasLeft(child)) await once(child, "exit");
}

function hasLeft(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function ending(child: ChildProcess): string {
  return child.signalCode ?? `exit code ${child.exitCode}`;
}
