import type { Sql } from "./client.ts";

/** Ours take milliseconds between the two; a process that does nothing but calculate, a second or two. */
const STANDING_MS = 10_000;

/**
 * Ends transactions of this role whose process stands still (frozen, swapped out, its machine asleep) between a statement's text and
 * its values, which the client sends apart where a connection has not seen the text before, and gives how many. Postgres, which ends
 * what is idle in a transaction (`IDLE_IN_TRANSACTION_MS`), counts such a statement as one that is carried out, and no limit of its
 * own reaches it: while it waits for the rest of a message it holds back what would cancel a statement (measured on Postgres 18:
 * with limits of 2 s on the statement and on idleness the locks were still held after 6). `transaction_timeout` would, and Postgres 15 and 16 have none.
 * Of sixty workers that were stopped as they had just started, four stood so.
 */
export async function endStandingTransactions(sql: Sql, { standingMs = STANDING_MS } = {}): Promise<number> {
  const ended = await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and usename = current_user and state = 'active' and wait_event = 'ClientRead'
      and state_change < now() - ${standingMs} * interval '1 millisecond'`;
  return ended.count;
}
