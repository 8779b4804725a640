import { Pool } from "pg";
import type { Log } from "../src/log.ts";
import { STANDS_STILL_MS } from "./client.ts";

/** What the sign-in library is given as its database. */
export type AuthPool = Pool;

/**
 * Connections for the sign-in library alone, which works in the schema `auth` and brings its own driver. That schema belongs
 * to no business, because who signs in is asked before the business is known; nothing of a business is reachable by name.
 */
export function openAuthPool(appUrl: string, { max, log }: { max: number; log: Log }): AuthPool {
  const pool = new Pool({
    connectionString: appUrl,
    max,
    application_name: "saldar-sign-in",
    options: "-c search_path=auth",
    idle_in_transaction_session_timeout: STANDS_STILL_MS,
  });
  // A connection that the server cut, idle or in the middle of a transaction: the pool replaces it, and whoever had it hears of it by
  // their next statement. Without a listener of each the process would end.
  pool.on("error", (error) => log.warn({ error }, "an idle connection for sign-in was cut"));
  pool.on("connect", (client) =>
    client.on("error", (error) => log.warn({ error }, "a connection for sign-in was cut")),
  );
  return pool;
}
