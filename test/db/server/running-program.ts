import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { chmod, chown, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Sql } from "postgres";
import { z } from "zod";
import { postgresClient } from "../../../db/postgres-client.ts";
import { startDatabase } from "../../../db/server/start-database.ts";

export const QUIET = { info: () => undefined, warn: () => undefined };

const Line = z.object({
  ownerUrl: z.string().optional(),
  code: z.string().optional(),
  message: z.string().optional(),
  answer: z.string().optional(),
});

/** A real process that runs program.ts; `said` is its next line. */
export type RunningProgram = { child: ChildProcess; pid: number; said(): Promise<z.infer<typeof Line>> };

/** Starts program.ts on a data folder, in a process group of its own. At uid 0 it may become another user. */
export function runProgram(dataDir: string, user: { uid?: number; gid?: number } = {}): RunningProgram {
  const program = fileURLToPath(new URL("program.ts", import.meta.url));
  const child = spawn(process.execPath, [program, dataDir], {
    ...user,
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const said = async () => Line.parse(JSON.parse((await lines.next()).value ?? "{}"));
  return { child, pid: child.pid ?? 0, said };
}

/** Kills a program as the system would: no handler runs. Waits until it is gone. */
export async function kill({ child }: RunningProgram): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

/** A folder that another user can reach, as /var/lib is and a home often is not; removed with what runs in it. */
export async function temporaryFolder(owner?: number): Promise<{ path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), "saldar-server-"));
  await chmod(path, 0o711);
  if (owner !== undefined) await chown(path, owner, owner);
  return {
    path,
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }),
  };
}

/** Starts the server in this process, does `work` over one connection, and stops it. */
export async function withServer<T>(dataDir: string, work: (sql: Sql, ownerUrl: string) => Promise<T>): Promise<T> {
  const server = await startDatabase({ dataDir, log: QUIET, durable: false });
  try {
    return await withConnection(server.ownerUrl, (sql) => work(sql, server.ownerUrl));
  } finally {
    await server.stop();
  }
}

export async function withConnection<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgresClient(url, { max: 1, fetch_types: false, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

export function clusterOf(dataDir: string): string {
  return join(dataDir, "postgres", "cluster");
}

export async function postmasterPid(dataDir: string): Promise<number> {
  return Number((await readFile(join(clusterOf(dataDir), "postmaster.pid"), "utf8")).split("\n")[0]);
}

/** Whether a process runs. One that has ended and that nobody has asked about (state Z, proc(5)) does not. */
export function isAlive(pid: number): boolean {
  const status = `/proc/${pid}/status`;
  return existsSync(status) && !/^State:\s+Z/m.test(readFileSync(status, "utf8"));
}
