import type { Sql } from "../../db/client.ts";

/** Until this work waits for a lock that somebody else has, or is over: where it must not wait, it is over. `beside`: others that wait already. */
export async function untilItWaits(owner: Sql, work: Promise<unknown>, { beside = 0 } = {}): Promise<void> {
  let isOver = false;
  const end = () => {
    isOver = true;
  };
  work.then(end, end);
  while (!isOver) {
    const waiting = await owner`
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    if (waiting.length > beside) return;
  }
}
