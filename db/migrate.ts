import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
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
  const ours = await readMigrations(folder);
  const done = new Set(await applied(sql));
  const unknown = [...done].filter((moment) => !ours.some(({ when }) => when === moment));
  if (unknown.length > 0) {
    throw new AppError(
      "database.newer-than-build",
      `The database has ${unknown.length} migration(s) that this build does not know: a later Saldar has used it. Start ` +
        "that version again (or a later one), or restore the backup taken before the upgrade.",
    );
  }
  const missing = ours.filter(({ when }) => !done.has(when));
  // Written before the last and merged after it: a fresh database would get them in another order than this one.
  const late = missing.filter(({ when }) => when < Math.max(...done)).length;
  assert(late === 0, `${late} migration(s) in ${folder} are dated before one already applied: generate them again`);
  if (missing.length > 0) await apply(sql, missing);
}

/**
 * By hand, in the tables and with the names of drizzle's own migrator, which would bring 30 to 45 MB of memory into every server for
 * these few lines.
 */
type Migration = { readonly when: number; readonly hash: string; readonly statements: readonly string[] };

/** Drizzle-kit's, as this build has it. */
type Journal = { readonly entries: readonly { readonly tag: string; readonly when: number }[] };

async function readMigrations(folder: string): Promise<Migration[]> {
  const journal: Journal = JSON.parse(await readFile(join(folder, "meta/_journal.json"), "utf8"));
  return Promise.all(
    journal.entries.map(async ({ tag, when }) => {
      const text = await readFile(join(folder, `${tag}.sql`), "utf8");
      const hash = createHash("sha256").update(text).digest("hex");
      return { when, hash, statements: text.split("--> statement-breakpoint") };
    }),
  );
}

/** All or none. */
async function apply(sql: Sql, missing: readonly Migration[]): Promise<void> {
  await sql`create schema if not exists drizzle`;
  await sql`
    create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`;
  await sql.begin(async (tx) => {
    for (const { when, hash, statements } of missing) {
      for (const statement of statements) await tx.unsafe(statement);
      await tx`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${when})`;
    }
  });
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
