import { DateTime } from "luxon";
import { afterAll, beforeAll, expect, test } from "vitest";
import { open, type Sql } from "../../db/client.ts";
import { newId } from "../../src/ids.ts";
import { useDatabase } from "../support/database.ts";

const database = useDatabase();
let sql: Sql;
beforeAll(() => {
  sql = open(database.ownerUrl, { max: 1, name: "test" });
});
afterAll(() => sql.end());

test("lists come back as they were sent, whatever is in them", async () => {
  const texts = ["", "a,b", 'say "hi"', "back\\slash", "{brace}", "NULL", "null", " edge ", "línea\nnueva", "👍"];
  const ids = [newId(), newId()];
  const [row] = await sql<{ texts: string[]; ids: string[]; numbers: number[]; empty: string[] }[]>`
    select ${texts}::text[] as texts, ${ids}::uuid[] as ids, ${[1, 2, 32_767]}::smallint[] as numbers, ${[]}::text[] as empty`;
  expect(row).toEqual({ texts, ids, numbers: [1, 2, 32_767], empty: [] });
});

test("what the server makes of itself is read as what it is", async () => {
  const [row] = await sql`
    select array_agg(n::bigint order by n) as bigints, array_agg(n > 1 order by n) as bools, array_agg(nullif(n, 1) order by n) as integers,
      array['2026-11-18T15:00:00Z'::timestamptz] as instants, array['2026-11-18'::date] as days
    from generate_series(1, 2) n`;
  expect(row).toEqual({
    bigints: [1n, 2n],
    bools: [false, true],
    integers: [null, 2],
    instants: [DateTime.fromISO("2026-11-18T15:00:00.000Z", { zone: "utc" })],
    days: ["2026-11-18"],
  });
});

test("a thousand ids are found by a list of them", async () => {
  const ids = Array.from({ length: 1000 }, newId);
  const [row] = await sql`select count(*)::int as found from unnest(${ids}::uuid[]) i where i = any(${ids}::uuid[])`;
  expect(row).toEqual({ found: 1000 });
});
