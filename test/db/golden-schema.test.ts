import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { open, type Sql } from "../../db/client.ts";
import { migrate } from "../../db/migrate.ts";
import { createDatabase, useDatabase } from "../support/database.ts";
import { schemaText } from "../support/schema-text.ts";

const database = useDatabase();
let owner: Sql;
beforeAll(() => {
  owner = open(database.ownerUrl, { max: 1, name: "test" });
});
afterAll(() => owner.end());

test("a migrated database is the one that was read and agreed to, to the letter", async () => {
  const golden = join(import.meta.dirname, "../golden/schema.sql");
  await expect(await schemaText(owner)).toMatchFileSnapshot(golden);
});

test("a build older than its database refuses to start, and leaves it as it is", async () => {
  await using later = await createDatabase();
  const sql = open(later.ownerUrl, { max: 1, name: "test" });
  try {
    const before = await schemaText(sql);
    await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('of a later build', 4102444800000)`;
    await expect(migrate(later.ownerUrl)).rejects.toMatchObject({ code: "database.newer-than-build" });
    expect(await schemaText(sql)).toBe(before);
  } finally {
    await sql.end();
  }
});
