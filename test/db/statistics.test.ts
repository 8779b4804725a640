import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, type Database, open, type Sql } from "../../db/client.ts";
import { gatherFirstStatistics } from "../../db/statistics.ts";
import { useDatabase } from "../support/database.ts";

const database = useDatabase();
let app: Database;
let owner: Sql;
beforeAll(() => {
  owner = open(database.ownerUrl, { max: 1, name: "owner" });
  app = connect(database.appUrl, { max: 1, name: "test" });
});
afterAll(async () => {
  await app.close();
  await owner.end();
});

test("a table that has grown from nothing gets its statistics once, and an empty one none", async () => {
  await owner`create table young (id int)`;
  await owner`create table empty (id int)`;
  await owner`insert into young select generate_series(1, 2000)`;

  expect(await gatherFirstStatistics(app.lookups)).toEqual(["young"]);
  expect(await owner`select reltuples::int from pg_class where relname = 'young'`).toEqual([{ reltuples: 2000 }]);
  expect(await gatherFirstStatistics(app.lookups)).toEqual([]);
});

test("no table is sampled for what stands in its documents, sealed bytes and long texts", async () => {
  const sampled = await owner`
    select attrelid::regclass::text as relation, attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and (atttypid = 'jsonb'::regtype or attname = 'body' or attname like '%sealed')
      and attstattarget is distinct from 0`;
  expect(sampled).toEqual([]);
});
