import postgres from "postgres";
import { expect, test } from "vitest";
import { useDatabase } from "../support/database.ts";

const database = useDatabase();

test("the application connects to a test's database as a role that row-level security binds", async () => {
  const sql = postgres(database.appUrl, { max: 1 });
  const [role] =
    await sql`select rolname, rolsuper, rolbypassrls, current_database() as name from pg_roles where rolname = current_user`;
  await sql.end();
  expect(role).toMatchObject({ rolname: "saldar_app", rolsuper: false, rolbypassrls: false });
});
