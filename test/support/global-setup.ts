import { chmod, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "../../db/migrate.ts";
import { postgresClient } from "../../db/postgres-client.ts";
import { startDatabase } from "../../db/server/start-database.ts";
import { migrateQueue } from "../../src/jobs/queue.ts";
import { temporaryFiles } from "./temporary-files.ts";

/** What each test file needs to make a database of its own. */
export type TestServer = { readonly serverUrl: string; readonly appUrl: string; readonly template: string };

declare module "vitest" {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

const TEMPLATE = "saldar_template";

/** One throw-away Postgres for the run, and in it one migrated database that the test files copy. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(temporaryFiles(), "saldar-test-"));
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
