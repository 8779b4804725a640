import { mkdir, readFile, readlink, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { AppError } from "../../domain/errors.ts";
import { commandOf, processOf } from "./processes.ts";

const LOCKS = ["SingletonLock", "SingletonCookie", "SingletonSocket"];
const END_WITHIN_MS = 10_000;

/** One number's folder: Chromium's profile with its keys, who has it open, and whether a phone was ever linked there. */
export type Profile = {
  /** What whatsapp-web.js calls `dataPath`; it adds the next two words itself. */
  readonly folder: string;
  readonly clientId: string;
  readonly path: string;
  /** Ends what a killed process left behind, and takes the profile. @throws {AppError} when a process that lives has it. */
  claim(): Promise<void>;
  /** Says which Chromium has it, for whoever comes after us. */
  heldBy(chromium: number): Promise<void>;
  release(): Promise<void>;
  isLinked(): Promise<boolean>;
  setLinked(): Promise<void>;
  /** Forgets the phone and all its keys. */
  wipe(): Promise<void>;
};

export function profileIn(root: string, channelId: string): Profile {
  const folder = resolve(root);
  const path = join(folder, `session-${channelId}`);
  const owner = join(folder, `${channelId}.owner.json`);
  const linked = join(folder, `${channelId}.linked`);
  return {
    folder,
    clientId: channelId,
    path,
    async claim() {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await refuseIfHeld(owner);
      await endOrphan(path);
      await Promise.all(LOCKS.map((lock) => rm(join(path, lock), { force: true })));
    },
    async heldBy(chromium) {
      await writeFile(owner, JSON.stringify({ ...(await identify(process.pid)), chromium }), { mode: 0o600 });
    },
    release: () => rm(owner, { force: true }),
    isLinked: () => exists(linked),
    setLinked: () => writeFile(linked, "", { mode: 0o600 }),
    async wipe() {
      await rm(linked, { force: true });
      // Chromium's helpers may write for a moment after it has ended.
      await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

const Owner = z.object({ pid: z.int(), startedAt: z.string(), chromium: z.int() });

/** A process id comes back in time; with the moment of its start it does not. */
async function identify(pid: number): Promise<{ pid: number; startedAt: string }> {
  return { pid, startedAt: (await processOf(pid))?.startedAt ?? "" };
}

async function refuseIfHeld(owner: string): Promise<void> {
  const text = await readFile(owner, "utf8").catch(() => undefined);
  const { success, data } = Owner.safeParse(text === undefined ? undefined : parsed(text));
  if (!success || data.pid === process.pid) return;
  const lives = await processOf(data.pid);
  if (lives?.startedAt !== data.startedAt) return;
  throw new AppError("channel.unavailable", `process ${data.pid} has this number open: two would throw each other out`);
}

/**
 * The lock is a link to `host-pid`. The process is ended only when it runs on this machine and with this very profile: any other
 * that has the id now is not ours. A lock of another host name is an earlier container's, for who may open a session is settled
 * before, by its lease in the database.
 */
async function endOrphan(path: string): Promise<void> {
  const lock = await readlink(join(path, "SingletonLock")).catch(() => "");
  const [, host, id] = /^(.*)-(\d+)$/.exec(lock) ?? [];
  if (host !== hostname()) return;
  const orphan = await processOf(Number(id));
  if (orphan === undefined || !(await commandOf(orphan.pid)).includes(` --user-data-dir=${path} `)) return;
  await end(orphan.pid, "SIGTERM");
  if (await endsWithin(orphan, END_WITHIN_MS)) return;
  await end(orphan.pid, "SIGKILL");
  if (await endsWithin(orphan, END_WITHIN_MS)) return;
  throw new AppError("channel.unavailable", `Chromium ${orphan.pid} of an earlier start does not end`);
}

/** Ends a Chromium whole: its helpers are in its group when it leads one. */
export async function end(pid: number, signal: "SIGTERM" | "SIGKILL"): Promise<void> {
  const found = await processOf(pid);
  if (found === undefined) return;
  try {
    process.kill(found.group === pid ? -pid : pid, signal);
  } catch (error) {
    // It ended by itself in between.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

async function endsWithin({ pid, startedAt }: { pid: number; startedAt: string }, limitMs: number): Promise<boolean> {
  const stepMs = 50;
  for (let waited = 0; waited < limitMs; waited += stepMs) {
    if ((await processOf(pid))?.startedAt !== startedAt) return true;
    await pause(stepMs);
  }
  return false;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Cut off while it was written: its writer is dead.
    return undefined;
  }
}

async function exists(path: string): Promise<boolean> {
  return readFile(path).then(
    () => true,
    () => false,
  );
}
