import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { postgresClient } from "../db/postgres-client.ts";
import { freePort } from "../db/server/free-port.ts";
import { startDatabase } from "../db/server/start-database.ts";
import { readConfig } from "../src/config.ts";
import { serve } from "../src/serve.ts";
import { clusterOf, QUIET, temporaryFolder } from "./db/server/running-program.ts";
import { createDatabase, type TestDatabase } from "./support/database.ts";
import { collectingLog, silentLog } from "./support/world.ts";

const SECRET = "a secret that only these tests know and nobody else";

async function takenPort(): Promise<{ port: number } & AsyncDisposable> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    port,
    [Symbol.asyncDispose]: async () => {
      server.close();
      await once(server, "close");
    },
  };
}

/** How many connections there are to the database, but for the one that asks. */
async function connectionsTo({ ownerUrl }: TestDatabase): Promise<number> {
  const sql = postgresClient(ownerUrl, { max: 1, fetch_types: false });
  try {
    const [row] = await sql<{ count: number }[]>`
      select count(*)::int as count from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
    return row?.count ?? 0;
  } finally {
    await sql.end();
  }
}

test("a start that finds its port taken says so, and leaves neither a database running nor its folder held", async () => {
  await using folder = await temporaryFolder();
  await using taken = await takenPort();
  const config = readConfig({ SALDAR_DATA_DIR: folder.path, PORT: String(taken.port) });
  await expect(serve(config, silentLog)).rejects.toMatchObject({
    code: "config.invalid",
    message: expect.stringContaining(`Port ${taken.port} is taken`),
  });
  expect(await readdir(clusterOf(folder.path))).not.toContain("postmaster.pid");
  const again = await startDatabase({ dataDir: folder.path, log: QUIET });
  await again.stop();
});

test("a start that finds its port taken leaves no connection to the operator's database", async () => {
  await using database = await createDatabase();
  await using taken = await takenPort();
  const config = readConfig({
    DATABASE_URL: database.ownerUrl,
    DATABASE_APP_URL: database.appUrl,
    SALDAR_SECRET: SECRET,
    PORT: String(taken.port),
  });
  await expect(serve(config, silentLog)).rejects.toMatchObject({ code: "config.invalid" });
  await expect.poll(() => connectionsTo(database)).toBe(0);
});

test("work that does not end is cut at its limit, is told of, and holds up no stop", async () => {
  await using database = await createDatabase();
  const log = collectingLog();
  const config = readConfig({
    DATABASE_URL: database.ownerUrl,
    DATABASE_APP_URL: database.appUrl,
    SALDAR_SECRET: SECRET,
    PORT: String(await freePort(0)),
  });
  const running = await serve(config, log, { workEndsWithinMs: 200 });
  // Whoever looks for something to do waits here until we let go.
  const holder = postgresClient(database.ownerUrl, { max: 1, fetch_types: false });
  await holder.unsafe("begin; lock table outbox in access exclusive mode");
  const owner = postgresClient(database.ownerUrl, { max: 1, fetch_types: false });
  await expect
    .poll(() => owner`select 1 from pg_locks where not granted`.then((rows) => rows.length), { timeout: 20_000 })
    .toBeGreaterThan(0);
  await running.stop();
  expect(log.complaints[0]).toContain("some work does not end and is cut");
  await holder.end();
  await owner.end();
  // Let go, what was cut ends by itself and closes what it had open.
  await expect.poll(() => connectionsTo(database), { timeout: 20_000 }).toBe(0);
});
