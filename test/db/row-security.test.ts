import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, type Database, open, type Sql } from "../../db/client.ts";
import { present } from "../../src/domain/assert.ts";
import { newId } from "../../src/ids.ts";
import { useDatabase } from "../support/database.ts";
import { anyRow, forceRows, GLOBAL, isTenant, type Table, tables } from "../support/tables.ts";

// What keeps businesses apart, tried on every table there is: a table that somebody adds is tried too.

const database = useDatabase();
const OURS = newId();
const THEIRS = newId();
let owner: Sql;
let app: Database;
let tenant: Table[];

beforeAll(async () => {
  owner = open(database.ownerUrl, { max: 1, name: "test" });
  app = connect(database.appUrl, { max: 2, name: "test" });
  tenant = (await tables(owner)).filter(isTenant);
  await forceRows(owner, tenant, THEIRS);
});
afterAll(async () => {
  await app.close();
  await owner.end();
});

test("each table belongs to one business, or is one of the few that are known to belong to none", async () => {
  const others = (await tables(owner)).filter((table) => !isTenant(table)).map(({ name }) => name);
  expect(new Set(others)).toEqual(new Set([...GLOBAL, "business"]));
  expect(tenant.length).toBeGreaterThan(30);
});

test("row-level security is on, and forced on the tables' owner too, wherever a row has a business", async () => {
  const loose = await owner<{ name: string }[]>`
    select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> all(${GLOBAL})
      and not (c.relrowsecurity and c.relforcerowsecurity
        and (select array_agg(p.polname::text) from pg_policy p where p.polrelid = c.oid) = '{one_business}')`;
  expect(loose).toEqual([]);
});

test("the business is the first column of every key, so that no row can point into another business", async () => {
  const keys = await owner<{ table: string; key: string; first: string }[]>`
    select k.conrelid::regclass::text as table, k.conname as key, a.attname as first
    from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.connamespace = 'public'::regnamespace and k.contype in ('p', 'u', 'f')
      and k.conrelid::regclass::text <> all(${[...GLOBAL, "business"]})`;
  expect(keys.filter(({ first }) => first !== "business_id")).toEqual([]);
  expect(keys.length).toBeGreaterThan(60);
});

test("every unique index begins with the business as well", async () => {
  const loose = await owner`
    select i.indexrelid::regclass::text as index from pg_index i
    join pg_class c on c.oid = i.indrelid and c.relnamespace = 'public'::regnamespace
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where i.indisunique and a.attname <> 'business_id' and c.relname <> all(${[...GLOBAL, "business"]})`;
  expect(loose).toEqual([]);
});

test("a business reads none of another's rows, in any table; the other reads its own", async () => {
  const seen = async (businessId: string): Promise<Record<string, number>> => {
    const counts = await app.inBusiness(businessId, async (tx) => {
      const all: [string, number][] = [];
      for (const { name } of tenant) {
        const [row] = await tx<{ rows: number }[]>`select count(*)::int as rows from ${tx(name)}`;
        all.push([name, present(row, "a count").rows]);
      }
      return all;
    });
    return Object.fromEntries(counts);
  };
  expect(Object.entries(await seen(OURS)).filter(([, rows]) => rows !== 0)).toEqual([]);
  expect(Object.entries(await seen(THEIRS)).filter(([, rows]) => rows !== 1)).toEqual([]);
});

test("who has said for no business reads nothing at all", async () => {
  for (const { name } of tenant) {
    expect([name, ...(await app.lookups`select count(*)::int as rows from ${app.lookups(name)}`)]).toEqual([
      name,
      { rows: 0 },
    ]);
  }
});

test("a business writes nothing into another's, in any table: a new row is refused, an old one is not found", async () => {
  const refused = async (work: () => Promise<unknown>): Promise<string> => {
    try {
      await work();
      return "done";
    } catch (error) {
      return error instanceof Error && "code" in error ? String(error.code) : String(error);
    }
  };
  for (const table of tenant) {
    const { name } = table;
    const row = anyRow(table, THEIRS);
    const names = Object.keys(row);
    const inserted = await refused(() =>
      app.inBusiness(
        OURS,
        (tx) => tx`
          insert into ${tx(name)} (${tx(names)})
          select ${tx(names)} from jsonb_populate_record(null::${tx(name)}, ${JSON.stringify(row)}::text::jsonb)`,
      ),
    );
    expect([name, "insert", inserted]).toEqual([name, "insert", "42501"]);

    const changed = await app
      .inBusiness(OURS, (tx) => tx`update ${tx(name)} set business_id = ${OURS} where business_id = ${THEIRS}`)
      .then(({ count }) => count, refusedRight);
    const deleted = await app
      .inBusiness(OURS, (tx) => tx`delete from ${tx(name)} where business_id = ${THEIRS}`)
      .then(({ count }) => count, refusedRight);
    expect([name, changed, deleted]).toEqual([name, 0, 0]);
  }
  const [left] = await owner`select count(*)::int as rows from message where business_id = ${THEIRS}`;
  expect(left).toEqual({ rows: 1 });
});

test("a business cannot give its own row to another", async () => {
  await forceRows(owner, tenant, OURS);
  for (const { name } of tenant) {
    const moved = app.inBusiness(OURS, (tx) => tx`update ${tx(name)} set business_id = ${THEIRS}`);
    await expect(moved, name).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|23001)$/) });
  }
});

test("the application can neither switch row-level security off nor become somebody whom it does not bind", async () => {
  for (const statement of [
    "alter table debtor disable row level security",
    "alter table debtor no force row level security",
    "drop policy one_business on debtor",
    "create policy all_businesses on debtor using (true)",
    "set role saldar",
    "set session authorization saldar",
    "set local session_replication_role = replica",
    "create table public.elsewhere (n int)",
  ]) {
    await expect(app.lookups.unsafe(statement), statement).rejects.toMatchObject({
      code: expect.stringMatching(/^(42501|0A000|22023)$/),
    });
  }
  // Postgres lets anybody say "off"; it then refuses to read rather than to reveal.
  await expect(
    app.inBusiness(OURS, async (tx) => {
      await tx`set local row_security = off`;
      return tx`select * from debtor`;
    }),
  ).rejects.toMatchObject({ code: "42501" });
});

/** Refused for want of the right, or by a guard: as good as nothing found. */
function refusedRight(error: unknown): number {
  if (error instanceof Error && "code" in error && (error.code === "42501" || error.code === "23001")) return 0;
  throw error;
}
