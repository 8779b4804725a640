import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type { Sql } from "postgres";
import { assert } from "../src/domain/assert.ts";
import { AppError } from "../src/domain/errors.ts";
import { appRole } from "./app-role.ts";
import type { ApplyTask } from "./apply-migrations.ts";
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
    await applyMigrations(sql, { ownerUrl, folder: migrationsFolder });
    const app = await appRole(sql, { ownerUrl, appUrl });
    await grant(sql, app.role);
    return { appUrl: app.url };
  });
}

async function applyMigrations(sql: Sql, { ownerUrl, folder }: { ownerUrl: string; folder: string }): Promise<void> {
  const ours = readMigrationFiles({ migrationsFolder: folder }).map(({ folderMillis }) => folderMillis);
  const done = new Set(await applied(sql));
  const unknown = [...done].filter((moment) => !ours.includes(moment));
  if (unknown.length > 0) {
    throw new AppError(
      "database.newer-than-build",
      `The database has ${unknown.length} migration(s) that this build does not know: a later Saldar has used it. Start ` +
        "that version again (or a later one), or restore the backup taken before the upgrade.",
    );
  }
  if (ours.length === done.size) return;
  await applyAside({ ownerUrl, folder });
  // Drizzle looks only at the date of the last one, and silently leaves out what was written before it and merged after.
  const left = ours.length - (await applied(sql)).length;
  assert(left === 0, `${left} migration(s) in ${folder} are dated before one already applied: generate them again`);
}

/**
 * In a process that ends with it: what drizzle needs for this kept 45 to 60 MB in every server as long as it ran, on a thread of its own
 * too. @throws what failed there.
 */
async function applyAside(task: ApplyTask): Promise<void> {
  const program = fileURLToPath(new URL("apply-migrations.ts", import.meta.url));
  const child = fork(program, { serialization: "advanced", execArgv: [] });
  const ended = once(child, "exit");
  const told: { failure?: unknown } = {};
  child.on("message", (failure) => Object.assign(told, { failure }));
  child.send(task);
  const [code] = await ended;
  if (told.failure !== undefined) throw told.failure;
  assert(code === 0, `applying migrations ended with ${code} and said nothing`);
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
