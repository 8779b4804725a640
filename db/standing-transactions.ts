import { type Sql, STANDS_STILL_MS } from "./client.ts";

/** A connection that was ended, as the server knows it. */
export type Ended = { readonly pid: number; readonly applicationName: string };

/**
 * Ends the connections of this role whose process stands still (frozen, swapped out, its machine asleep) in the middle of a statement:
 * between its text and its values, which the client sends apart where a connection has not seen the text before, or while it receives
 * a result that is larger than the buffers on the way. Postgres counts such a statement as one that is carried out, so that
 * `idle_in_transaction_session_timeout` does not see it, and inside a message it holds back what would cancel a statement (measured on
 * Postgres 18: with limits of 2 s on both, the rows were still locked after 6). `transaction_timeout` would end it; Postgres 15 and
 * 16 have none. Of sixty workers that were frozen just after their start, four stood so.
 *
 * `afterMs` counts from the statement's beginning, which is all that the server tells: none of ours takes so long.
 */
export function endStandingTransactions(sql: Sql, { afterMs = STANDS_STILL_MS } = {}): Promise<readonly Ended[]> {
  // Materialized: among the conditions of one query, ending them could come before those that another table decides.
  return sql<Ended[]>`
    with standing as materialized (
      select pid, application_name from pg_stat_activity
      where datname = current_database() and usename = current_user and state = 'active'
        and wait_event in ('ClientRead', 'ClientWrite') and state_change < now() - ${afterMs} * interval '1 millisecond')
    select pid, application_name from standing where pg_terminate_backend(pid)`;
}
