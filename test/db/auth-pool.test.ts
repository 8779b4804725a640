import { expect, test } from "vitest";
import { openAuthPool } from "../../db/auth-pool.ts";
import { useDatabase } from "../support/database.ts";
import { until } from "../support/until.ts";
import { silentLog } from "../support/world.ts";

const database = useDatabase();

test("a connection that is cut while somebody has it is told to them, and ends no process", async () => {
  const warned: unknown[] = [];
  const log = { ...silentLog, warn: (...said: unknown[]) => void warned.push(said) };
  const pool = openAuthPool(database.appUrl, { max: 2, log });
  const mine = await pool.connect();
  const { rows } = await mine.query<{ pid: number }>("select pg_backend_pid() as pid");
  await mine.query("begin");
  await pool.query("select pg_terminate_backend($1)", [rows[0]?.pid]);
  await until("word of it", () => warned.length > 0);
  await expect(mine.query("select 1")).rejects.toThrow();
  mine.release(true);
  expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  await pool.end();
});
