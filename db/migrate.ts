import { fileURLToPath } from "node:url";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMissing } from "drizzle-orm/postgres-js/migrator";
import type { Sql } from "postgres";
import { assert } from "../src/domain/assert.ts";
import { AppError } from "../src/domain/errors.ts";
import { appRole } from "./app-role.ts";
import { withLock } from "./with-lock.ts";

const OUR_MIGRATIONS = fileURLToPath(new URL("migrations", import.meta.url));

export type MigrateOptions = {
  /** Address of the application's own user, where the owner may not make roles. */
  appUrl?: string | undefined;
  /** Folder of drizzle-kit's migrations; the build's own unless a test says otherwise. */
  migrationsFolder?: string;
};

/**
 * Brings a database to this build's schema, and gives the application's role its grants. Any number of processes may do
 * it at once: one works, the others wait and find it done.
 *
 * @returns the address under which the application connects: a user that row-level security binds.
 * @throws {AppError} `database.newer-than-build` before anything is changed, when a later build has migrated it;
 *   `database.role-missing` when there is no role that the application could safely use.
 */
export async function migrate(
  ownerUrl: string,
  { appUrl, migrationsFolder = OUR_MIGRATIONS }: MigrateOptions = {},
): Promise<{ appUrl: string }> {
  return withLock(ownerUrl, "migrating", async (sql) => {
    await applyMigrations(sql, migrationsFolder);
    const app = await appRole(sql, { ownerUrl, appUrl });
    await grant(sql, app.role);
    return { appUrl: app.url };
  });
}

async function applyMigrations(sql: Sql, folder: string): Promise<void> {
  const ours = readMigrationFiles({ migrationsFolder: folder }).map(({ folderMillis }) => folderMillis);
  const unknown = (await applied(sql)).filter((moment) => !ours.includes(moment));
  if (unknown.length > 0) {
    throw new AppError(
      "database.newer-than-build",
      `The database has ${unknown.length} migration(s) that this build does not know: a later Saldar has used it. Start ` +
        "that version again (or a later one), or restore the backup taken before the upgrade.",
    );
  }
  await applyMissing(drizzle(sql), { migrationsFolder: folder });
  // Drizzle looks only at the date of the last one, and silently leaves out what was written before it and merged after.
  const left = ours.length - (await applied(sql)).length;
  assert(left === 0, `${left} migration(s) in ${folder} are dated before one already applied: generate them again`);
}

/** When each applied migration was written, in epoch milliseconds: drizzle's name for it. */
async function applied(sql: Sql): Promise<number[]> {
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') as name`;
  if (table?.["name"] === null) return [];
  const rows = await sql<{ moment: string }[]>`select created_at::text as moment from drizzle.__drizzle_migrations`;
  return rows.map(({ moment }) => Number(moment));
}

/** What the role may do is said by the migrations, beside the tables, in the function `saldar_grant`. */
async function grant(sql: Sql, role: string): Promise<void> {
  const [found] = await sql`select to_regproc('public.saldar_grant') is not null as there`;
  if (found?.["there"] === true) await sql`select public.saldar_grant(${role})`;
}
