import { endStandingTransactions } from "../../db/standing-transactions.ts";
import type { World } from "./world.ts";

/** What a frozen process holds is taken back after a minute: by the database between two statements, by a sweep within one. Here after 3 s. */
export async function endWhatStandsStill({ db, owner }: Pick<World, "db" | "owner">): Promise<void> {
  await endStandingTransactions(db.lookups, { afterMs: 3_000 });
  await owner`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and state = 'idle in transaction' and state_change < now() - interval '3 seconds'`;
}
