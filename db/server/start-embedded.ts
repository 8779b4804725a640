import { mkdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { AppError } from "../../src/domain/errors.ts";
import { newRandomId } from "../../src/ids.ts";
import { postgresClient } from "../postgres-client.ts";
import { addressOf, lastConnection, writeConnection } from "./connection-file.ts";
import { codeOf, writePrivately } from "./files.ts";
import { freePort } from "./free-port.ts";
import { holdFolder } from "./hold-folder.ts";
import { initCluster, OWNER } from "./init-cluster.ts";
import { postgresPrograms } from "./postgres-programs.ts";
import { type PostgresRun, runPostgres } from "./run-postgres.ts";
import { makeSocketFolder } from "./socket-folder.ts";
import type { DatabaseServer, ServerLog } from "./start-database.ts";
import { stopOrphan } from "./stop-orphan.ts";
import { closedFolder, type SystemUser, systemUser } from "./system-user.ts";

type Embedded = { dataDir: string; log: ServerLog; durable: boolean };

/** How often a port that was free a moment ago may be snatched before we give up. */
const PORT_TRIES = 5;

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "this user may not write there",
  EPERM: "this user may not write there",
  EROFS: "it is read-only",
  ENOSPC: "the disk is full",
  ENOTDIR: "a part of its path is a file",
  EEXIST: "there is a file of that name",
};

/**
 * Starts the embedded Postgres in `<dataDir>/postgres`, which holds its cluster (`cluster`), its port and the owner's
 * password (`connection.json`, mode 0600), its socket (`socket`, mode 0700), its log, and the lock that keeps a second
 * Saldar out. It listens on the loopback address as well: for tools beside it, and where there can be no socket.
 */
export async function startEmbedded({ dataDir, log, durable }: Embedded): Promise<DatabaseServer> {
  const home = resolve(dataDir, "postgres");
  const cluster = join(home, "cluster");
  makeHome(home);
  const user = await systemUser(cluster);
  await checkReach(home, user);
  const held = await holdFolder(home);
  const undo: (() => Promise<void>)[] = [async () => held.release()];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    await stopOrphan(cluster, log);
    const programs = await postgresPrograms(home, user);
    const { password, port } = await lastConnection(home, cluster);
    await initCluster({ home, cluster, programs, user, durable }, password);
    const socketFolder = await makeSocketFolder(home, user);
    const run = { cluster, logFile: join(home, "log"), socketFolder, programs, user, durable, log };
    const server = await runOnFreePort(run, port);
    undo.push(server.stop);
    const connection = { password, port: server.port, socketFolder };
    await writeConnection(home, connection);
    const ownerUrl = addressOf(connection);
    await makeDatabase(ownerUrl);
    const where = `127.0.0.1:${server.port}${socketFolder === undefined ? "" : ` and in ${socketFolder}`}`;
    log.info(`Postgres ${programs.major} runs in ${cluster} as ${user.name}, on ${where}`);
    return { ownerUrl, kind: "embedded", stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Makes the folder. Others may pass through it: at uid 0 Postgres is another user. What is inside keeps its own modes. It is
 * made with that mode, whatever the umask says, and not given it after: another start would find it closed in between.
 */
function makeHome(home: string): void {
  const before = process.umask(0o066);
  try {
    mkdirSync(home, { recursive: true, mode: 0o711 });
  } catch (cause) {
    throw cannotUse(home, cause);
  } finally {
    process.umask(before);
  }
}

/** A folder we cannot write to, or Postgres's user cannot enter, is refused now and in words, not by Postgres's riddle. */
async function checkReach(home: string, user: SystemUser): Promise<void> {
  const closed = await closedFolder(home, user);
  if (closed !== undefined) {
    throw new AppError(
      "database.cannot-run",
      `The data folder ${home} cannot be used: Postgres runs as ${user.name}, who may not enter ${closed}. Open it ` +
        `(chmod o+x ${closed}), or set SALDAR_DATA_DIR to a folder elsewhere, such as /var/lib/saldar.`,
    );
  }
  try {
    // A name of its own: of two starts at once, one would remove what the other is about to.
    const probe = join(home, `probe-${newRandomId()}`);
    await writePrivately(probe, "");
    await rm(probe);
  } catch (cause) {
    throw cannotUse(home, cause);
  }
}

function cannotUse(home: string, cause: unknown): AppError {
  const code = codeOf(cause);
  const why = code === undefined ? String(cause) : (REASONS[code] ?? code);
  return new AppError(
    "database.cannot-run",
    `The data folder ${home} cannot be used: ${why}. Give this user the folder (chown), set SALDAR_DATA_DIR to another ` +
      "one, or set DATABASE_URL to a Postgres of your own.",
    { cause },
  );
}

async function runOnFreePort(
  run: Omit<PostgresRun, "port">,
  wanted: number,
): Promise<{ port: number; stop(): Promise<void> }> {
  for (let tries = 0; tries < PORT_TRIES; tries += 1) {
    const port = await freePort(tries === 0 ? wanted : 0);
    const server = await runPostgres({ ...run, port });
    if (server !== "port taken") return { port, stop: server.stop };
  }
  throw new AppError("database.cannot-run", "No port on 127.0.0.1 stays free for the embedded Postgres. Start again.");
}

/** initdb makes `postgres` only; ours has a name of its own. */
async function makeDatabase(ownerUrl: string): Promise<void> {
  const maintenance = new URL(ownerUrl);
  maintenance.pathname = "/postgres";
  const sql = postgresClient(maintenance.href, { max: 1, fetch_types: false, onnotice: () => undefined });
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${OWNER}`;
    if (found === undefined) await sql`create database ${sql(OWNER)}`;
  } finally {
    await sql.end();
  }
}
