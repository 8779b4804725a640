import { expect, inject, test } from "vitest";
import { insertBusiness, insertChannel } from "../../db/businesses.ts";
import { connect } from "../../db/client.ts";
import { postgresClient } from "../../db/postgres-client.ts";
import { freePort } from "../../db/server/free-port.ts";
import { readConfig } from "../../src/config.ts";
import { newId } from "../../src/ids.ts";
import { serve } from "../../src/serve.ts";
import { createDatabase, type TestDatabase } from "../support/database.ts";
import { until } from "../support/until.ts";
import { sampleBusiness, silentLog } from "../support/world.ts";

const BUSINESSES = 40;
/** Looked into each second, as many made 450 a second. What is left is one process's own beat, and none of it is a business's. */
const MOST_A_SECOND = 15;
const WINDOW_MS = 4_000;

async function addBusinesses({ appUrl }: TestDatabase): Promise<void> {
  const db = connect(appUrl, { max: 2, name: "test" });
  for (let number = 0; number < BUSINESSES; number += 1) {
    const business = sampleBusiness();
    await db.inBusiness(business.id, async (tx) => {
      await insertBusiness(tx, business);
      await insertChannel(tx, business.id, { id: newId(), kind: "cloud", name: "A", routingKey: `number-${number}` });
    });
  }
  await db.close();
}

test("a process asks the database no more for forty businesses at rest than for none", async () => {
  await using database = await createDatabase();
  await addBusinesses(database);
  const config = readConfig({
    SALDAR_MODE: "production",
    PUBLIC_URL: "http://127.0.0.1",
    DATABASE_URL: database.ownerUrl,
    DATABASE_APP_URL: database.appUrl,
    SALDAR_SECRET: "a secret that only these tests know and nobody else",
    PORT: String(await freePort(0)),
  });
  const running = await serve(config, silentLog);
  // Beside it, so that asking is not counted.
  const beside = postgresClient(inject("testServer").serverUrl, { max: 1, fetch_types: false });
  const name = new URL(database.ownerUrl).pathname.slice(1);
  const transactions = async (): Promise<number> => {
    const [row] = await beside<{ count: number }[]>`
      select (xact_commit + xact_rollback)::int as count from pg_stat_database where datname = ${name}`;
    return row?.count ?? 0;
  };
  const perSecond = async (): Promise<number> => {
    const [before, fromMs] = [await transactions(), performance.now()];
    await until("a window to go by", () => performance.now() - fromMs >= WINDOW_MS);
    return ((await transactions()) - before) / ((performance.now() - fromMs) / 1000);
  };
  // Each number's health is judged once at the start: that is not rest yet.
  const owner = postgresClient(database.ownerUrl, { max: 1, fetch_types: false });
  await until(
    "each number to be judged",
    async () => (await owner`select from number_decision`).length === BUSINESSES,
    {
      withinMs: 60_000,
    },
  );
  await owner.end();
  await expect.poll(perSecond, { timeout: 60_000 }).toBeLessThan(MOST_A_SECOND);
  await beside.end();
  await running.stop();
}, 120_000);
