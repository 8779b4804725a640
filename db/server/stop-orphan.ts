import { readdir, readlink, realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { AppError } from "../../src/domain/errors.ts";
import { exists, readIfThere } from "./files.ts";
import type { ServerLog } from "./start-database.ts";

/** How long an orphan may take to write everything down, and then how long to drop everything. */
const ORDERLY_MS = 30_000;
const AT_ONCE_MS = 15_000;
const LOOK_EVERY_MS = 20;

/**
 * Stops the Postgres that a killed Saldar left running on `cluster`. The caller holds the folder, so whatever runs on it
 * has no master. Its data is safe: a fast shutdown writes down what was committed, and an immediate one leaves it in the
 * journal.
 *
 * A process is one of them when it calls itself postgres and works in the cluster's folder, as each of Postgres's
 * processes does; the id in postmaster.pid alone proves nothing, because it may belong to somebody else by now. Such a
 * stale file is removed once nobody works there: Postgres would take the stranger for itself and refuse to start.
 */
export async function stopOrphan(cluster: string, log: ServerLog): Promise<void> {
  if (!(await exists(cluster))) return;
  const folder = await realpath(cluster);
  const pidFile = join(folder, "postmaster.pid");
  let found = await postgresIn(folder);
  if (found.length > 0) {
    const postmaster = Number((await readIfThere(pidFile))?.split("\n")[0]);
    log.warn(`A Postgres is left from a Saldar that was killed (process ${postmaster}); stopping it`);
    // Without their postmaster the others leave by themselves.
    if (found.includes(postmaster)) signal(postmaster, "SIGINT");
    found = await untilGone(folder, ORDERLY_MS);
    for (const pid of found) signal(pid, "SIGQUIT");
    found = await untilGone(folder, AT_ONCE_MS);
  }
  if (found.length > 0) {
    throw new AppError(
      "database.cannot-run",
      `A Postgres left from an earlier run still works in ${folder} and does not stop (processes ${found.join(", ")}). ` +
        "End these processes, then start again.",
    );
  }
  await rm(pidFile, { force: true });
}

async function untilGone(folder: string, limitMs: number): Promise<number[]> {
  let found = await postgresIn(folder);
  for (let waited = 0; found.length > 0 && waited < limitMs; waited += LOOK_EVERY_MS) {
    await pause(LOOK_EVERY_MS);
    found = await postgresIn(folder);
  }
  return found;
}

async function postgresIn(folder: string): Promise<number[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const checked = await Promise.all(pids.map(async (pid) => ((await worksIn(folder, pid)) ? [Number(pid)] : [])));
  return checked.flat();
}

/** Processes that end while we look, or that we may not look at (another user's), are not ours. */
async function worksIn(folder: string, pid: string): Promise<boolean> {
  try {
    if ((await readlink(`/proc/${pid}/cwd`)) !== folder) return false;
    return (await readIfThere(`/proc/${pid}/comm`))?.trim() === "postgres";
  } catch {
    return false;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    // It ended by itself between the look and the signal.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
