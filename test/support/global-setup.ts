import { chmod, mkdtemp, readFile, rm, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "../../db/migrate.ts";
import { postgresClient } from "../../db/postgres-client.ts";
import { startDatabase } from "../../db/server/start-database.ts";
import { migrateQueue } from "../../src/jobs/queue.ts";

/** What each test file needs to make a database of its own. */
export type TestServer = { readonly serverUrl: string; readonly appUrl: string; readonly template: string };

declare module "vitest" {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

const TEMPLATE = "saldar_template";
const MEMORY = "/dev/shm";
/** Several times what a whole run has there at once. */
const ROOM_BYTES = 2 * 1024 ** 3;

/** One throw-away Postgres for the run, and in it one migrated database that the test files copy. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join((await hasRoomInMemory()) ? MEMORY : tmpdir(), "saldar-test-"));
  // Postgres runs as another user when the tests run as root.
  await chmod(dataDir, 0o711);
  const clear = () => rm(dataDir, { recursive: true, maxRetries: 20, retryDelay: 50 });
  const quiet = { info: () => undefined, warn: () => undefined };
  const server = await startDatabase({ dataDir, durable: false, log: quiet }).catch(async (error: unknown) => {
    await clear();
    throw error;
  });
  const stop = async (): Promise<void> => {
    await server.stop();
    await clear();
  };
  try {
    project.provide("testServer", await prepare(server.ownerUrl));
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Each database is a thousand files, made and soon removed, and of ext4 the longest part is to find numbers for them that were
 * not in use a minute ago: a copy and its removal take 200 ms of processor there, and 26 in memory. Postgres's programs may
 * have to run from there too.
 */
async function hasRoomInMemory(): Promise<boolean> {
  const { bavail, bsize } = await statfs(MEMORY).catch(() => ({ bavail: 0, bsize: 0 }));
  if (bavail * bsize < ROOM_BYTES) return false;
  const mounts = (await readFile("/proc/self/mounts", "utf8")).split("\n").map((line) => line.split(" "));
  return mounts.some(([, folder, , how]) => folder === MEMORY && !how?.split(",").includes("noexec"));
}

async function prepare(serverUrl: string): Promise<TestServer> {
  const sql = postgresClient(serverUrl, { max: 1, fetch_types: false });
  await sql`create database ${sql(TEMPLATE)}`;
  await sql.end();
  const template = new URL(serverUrl);
  template.pathname = `/${TEMPLATE}`;
  const { appUrl } = await migrate(template.href);
  await migrateQueue(template.href);
  return { serverUrl, appUrl, template: TEMPLATE };
}
