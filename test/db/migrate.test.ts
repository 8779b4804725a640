import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Sql } from "postgres";
import { expect, test } from "vitest";
import { migrate } from "../../db/migrate.ts";
import { postgresClient } from "../../db/postgres-client.ts";
import { BrokenInvariant } from "../../src/domain/assert.ts";
import { createDatabase, useDatabase } from "../support/database.ts";

const database = useDatabase();

const GRANT = `create function saldar_grant(app_role text) returns void language plpgsql as
  $$ begin execute format('grant select on first to %I', app_role); end $$`;
const FIRST = {
  when: 1_000,
  tag: "0000_first",
  sql: `create table first (n int);\n--> statement-breakpoint\n${GRANT}`,
};
const SECOND = { when: 2_000, tag: "0001_second", sql: "create table second (n int)" };

test("the application's role is one that row-level security binds, and it has the grants of the migrations", async () => {
  const [role] = await over(
    database.appUrl,
    (sql) => sql`
      select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole,
        has_table_privilege('ledger_entry', 'insert') as may_insert, has_table_privilege('ledger_entry', 'update') as may_update
      from pg_roles where rolname = current_user`,
  );
  expect(role).toEqual({
    rolname: "saldar_app",
    rolsuper: false,
    rolbypassrls: false,
    rolcreatedb: false,
    rolcreaterole: false,
    may_insert: true,
    may_update: false,
  });
});

test("migrating again changes nothing and gives the same address", async () => {
  const again = await migrate(database.ownerUrl);
  expect(again.appUrl).toBe(database.appUrl);
});

test("an empty database is migrated, and the application may then do what the migrations grant", async () => {
  await using empty = await createDatabase({ empty: true });
  await using folder = await migrations([FIRST]);
  const { appUrl } = await migrate(empty.ownerUrl, { migrationsFolder: folder.path });
  await expect(over(appUrl, (sql) => sql`select * from first`)).resolves.toEqual([]);
  await expect(over(appUrl, (sql) => sql`insert into first values (1)`)).rejects.toMatchObject({ code: "42501" });
});

test("eight processes that migrate the same database at once all succeed, and each migration ran once", async () => {
  await using empty = await createDatabase({ empty: true });
  await using folder = await migrations([FIRST, SECOND]);
  const done = await Promise.all(
    Array.from({ length: 8 }, () => migrate(empty.ownerUrl, { migrationsFolder: folder.path })),
  );
  expect(new Set(done.map(({ appUrl }) => appUrl)).size).toBe(1);
  expect(await over(empty.ownerUrl, (sql) => sql`select id from drizzle.__drizzle_migrations`)).toHaveLength(2);
});

test("a migration that fails leaves the database as it was", async () => {
  await using empty = await createDatabase({ empty: true });
  await using folder = await migrations([FIRST, { ...SECOND, sql: "create table second (n int); select 1 / 0" }]);
  await expect(migrate(empty.ownerUrl, { migrationsFolder: folder.path })).rejects.toThrow("select 1 / 0");
  expect(await over(empty.ownerUrl, (sql) => sql`select to_regclass('first') as first`)).toEqual([{ first: null }]);
});

test("a build older than its database is refused before it changes anything", async () => {
  await using empty = await createDatabase({ empty: true });
  await using newer = await migrations([FIRST, SECOND]);
  await using older = await migrations([FIRST]);
  await migrate(empty.ownerUrl, { migrationsFolder: newer.path });
  await expect(migrate(empty.ownerUrl, { migrationsFolder: older.path })).rejects.toMatchObject({
    code: "database.newer-than-build",
    message: expect.stringMatching(/has 1 migration.*later Saldar.*backup/s),
  });
});

test("a migration dated before one already applied is our mistake, and is not left out in silence", async () => {
  await using empty = await createDatabase({ empty: true });
  await using before = await migrations([SECOND]);
  await using after = await migrations([FIRST, SECOND]);
  const late = migrate(empty.ownerUrl, { migrationsFolder: before.path });
  await late;
  await expect(migrate(empty.ownerUrl, { migrationsFolder: after.path })).rejects.toThrow(BrokenInvariant);
});

/** A folder as drizzle-kit writes it. */
async function migrations(
  all: { when: number; tag: string; sql: string }[],
): Promise<{ path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), "saldar-migrations-"));
  await mkdir(join(path, "meta"));
  const entries = all.map(({ when, tag }, idx) => ({ idx, version: "7", when, tag, breakpoints: true }));
  await writeFile(
    join(path, "meta", "_journal.json"),
    JSON.stringify({ version: "7", dialect: "postgresql", entries }),
  );
  for (const { tag, sql } of all) await writeFile(join(path, `${tag}.sql`), sql);
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}

async function over<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgresClient(url, { max: 1, fetch_types: false, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
