import { getMigrations } from "better-auth/db/migration";
import { afterAll, expect, test } from "vitest";
import { openAuthPool } from "../../../db/auth-pool.ts";
import { ROLES } from "../../../src/domain/member-role.ts";
import { makeAuth } from "../../../src/web/sign-in/auth.ts";
import { useDatabase } from "../../support/database.ts";
import { silentLog } from "../../support/world.ts";

const database = useDatabase();
const pools: { end(): Promise<void> }[] = [];
afterAll(() => Promise.all(pools.map((pool) => pool.end())));

const open = (url: string) => {
  const pool = openAuthPool(url, { max: 2, log: silentLog });
  pools.push(pool);
  return pool;
};

test("the migration makes exactly the tables, columns and indexes that the sign-in library asks for", async () => {
  const pool = open(database.appUrl);
  const auth = makeAuth({
    pool,
    publicUrl: "http://127.0.0.1:1",
    secret: "x".repeat(40),
    log: silentLog,
    onLink: () => undefined,
  });
  const { toBeCreated, toBeAdded, toBeAddedIndexes, schemaProblems, unsafeChanges } = await getMigrations(auth.options);
  expect({ toBeCreated, toBeAdded, toBeAddedIndexes, schemaProblems, unsafeChanges }).toEqual({
    toBeCreated: [],
    toBeAdded: [],
    toBeAddedIndexes: [],
    schemaProblems: [],
    unsafeChanges: [],
  });
});

test("the table of memberships takes the four roles and no other, and one a person and business", async () => {
  const pool = open(database.ownerUrl);
  await pool.query(`insert into "user" (id, name, email, "emailVerified") values ('u', 'x', 'x@example.test', true)`);
  await pool.query(`insert into organization (id, name, slug, "createdAt") values ('o', 'x', 'x', now())`);
  const join = (id: string, role: string) =>
    pool.query(
      `insert into member (id, "organizationId", "userId", role, "createdAt") values ($1, 'o', 'u', $2, now())`,
      [id, role],
    );
  for (const role of ROLES) {
    await join(role, role);
    await expect(join("second", role)).rejects.toThrow(/member_once/);
    await pool.query("delete from member");
  }
  await expect(join("a", "owner")).rejects.toThrow(/member_role_known/);
});
