import type { Sql } from "postgres";
import { postgresClient } from "./postgres-client.ts";

/** What only one process does at a time on a database. Any numbers will do that nothing else of ours takes. */
const LOCKS = { migrating: 5_274_251_637, founding: 5_274_251_638 } as const;

/**
 * Runs `work` while no other process does the same on this database; the others wait for their turn. The lock belongs to a
 * connection of its own, so it goes when its holder dies, however that is. `work` may use that connection.
 */
export async function withLock<T>(
  ownerUrl: string,
  lock: keyof typeof LOCKS,
  work: (sql: Sql) => Promise<T>,
): Promise<T> {
  // Never recycled: the lock would go with it.
  const sql = postgresClient(ownerUrl, { max: 1, max_lifetime: null, fetch_types: false, onnotice: () => undefined });
  try {
    await sql`select pg_advisory_lock(${LOCKS[lock]})`;
    return await work(sql);
  } finally {
    await sql.end();
  }
}
