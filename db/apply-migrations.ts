import { once } from "node:events";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { postgresClient } from "./postgres-client.ts";

// A process's program (`migrate.ts`): drizzle's own migrator, all that is missing in one transaction. Whoever starts it holds the
// lock, says where by one message, and hears by one what failed.

export type ApplyTask = { readonly ownerUrl: string; readonly folder: string };

const [task] = await once(process, "message");
const { ownerUrl, folder }: ApplyTask = task;
const sql = postgresClient(ownerUrl, { max: 1, fetch_types: false, onnotice: () => undefined });
try {
  await migrate(drizzle(sql), { migrationsFolder: folder });
} catch (error) {
  process.send?.(error);
} finally {
  await sql.end();
  process.disconnect();
}
