import type { Sql } from "postgres";
import { expect, test } from "vitest";
import { appRole } from "../../db/app-role.ts";
import { postgresClient } from "../../db/postgres-client.ts";
import { startDatabase } from "../../db/server/start-database.ts";
import { createDatabase, useDatabase } from "../support/database.ts";
import { QUIET, temporaryFolder } from "./server/running-program.ts";

const database = useDatabase();

test("every process derives the same password from the owner's, which it does not show", async () => {
  const [first, second] = await Promise.all([role(database.ownerUrl), role(database.ownerUrl)]);
  expect(first).toEqual(second);
  const owner = new URL(database.ownerUrl).password;
  expect(first.url).not.toContain(owner);
  expect(new URL(first.url).password.length).toBeGreaterThanOrEqual(40);
});

test("twelve databases of one new server make the one role at once", async () => {
  await using folder = await temporaryFolder();
  const server = await startDatabase({ dataDir: folder.path, log: QUIET, durable: false });
  try {
    const names = Array.from({ length: 12 }, (_, index) => `business_${index}`);
    await over(server.ownerUrl, async (sql) => {
      for (const name of names) await sql`create database ${sql(name)}`;
    });
    const urls = names.map((name) => Object.assign(new URL(server.ownerUrl), { pathname: `/${name}` }).href);
    const made = await Promise.all(urls.map((url) => role(url)));
    expect(new Set(made.map(({ url }) => new URL(url).password)).size).toBe(1);
    await over(server.ownerUrl, (sql) => sql.unsafe("alter role saldar_app password 'changed by hand'"));
    await Promise.all(urls.map((url) => role(url)));
    for (const { url } of made) expect(await over(url, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
  } finally {
    await server.stop();
  }
});

test("the password is kept for one owner: another owner's Saldar on the same server is refused, in words", async () => {
  await using other = await createDatabase({ empty: true });
  const owner = await login(database.ownerUrl, "another_owner", "createrole");
  await over(database.ownerUrl, (sql) =>
    sql.unsafe(`grant all on database ${nameOf(other.ownerUrl)} to another_owner`),
  );
  await expect(role(on(owner, other.ownerUrl))).rejects.toMatchObject({
    code: "database.role-missing",
    message: expect.stringMatching(/belongs to another Saldar.*DATABASE_APP_URL/s),
  });
});

test("an owner who may not make roles is told what an administrator should run", async () => {
  await using folder = await temporaryFolder();
  const server = await startDatabase({ dataDir: folder.path, log: QUIET, durable: false });
  try {
    const owner = await login(server.ownerUrl, "plain_owner", "nocreaterole");
    await expect(role(owner)).rejects.toMatchObject({
      code: "database.role-missing",
      message: expect.stringMatching(/may not make roles.*create role .* nobypassrls; and set DATABASE_APP_URL/s),
    });
  } finally {
    await server.stop();
  }
});

test("an owner who may make roles and no more can make the application's", async () => {
  await using folder = await temporaryFolder();
  const server = await startDatabase({ dataDir: folder.path, log: QUIET, durable: false });
  try {
    const owner = await login(server.ownerUrl, "modest_owner", "createrole");
    expect(await role(owner)).toMatchObject({ role: "saldar_app" });
  } finally {
    await server.stop();
  }
});

test("a user that is given is used when row-level security binds it, and refused when it does not", async () => {
  const bound = await login(database.ownerUrl, "given_bound", "nobypassrls");
  expect(await role(database.ownerUrl, bound)).toEqual({ role: "given_bound", url: bound });

  const bypassing = await login(database.ownerUrl, "given_bypassing", "bypassrls");
  const superuser = await login(database.ownerUrl, "given_superuser", "superuser");
  const member = await login(database.ownerUrl, "given_member", "in role saldar");
  const wrong = Object.assign(new URL(bound), { password: "wrong" }).href;
  const cases: [string, RegExp][] = [
    [bypassing, /does not bind the role given_bypassing/],
    [superuser, /does not bind the role given_superuser/],
    [member, /given_member is, or may become, the owner/],
    [database.ownerUrl, /does not bind the role saldar/],
    [wrong, /does not open the database/],
  ];
  for (const [url, words] of cases) {
    await expect(role(database.ownerUrl, url)).rejects.toMatchObject({
      code: "database.role-missing",
      message: expect.stringMatching(words),
    });
  }
});

test("an address that opens another database than the owner's is refused", async () => {
  await using other = await createDatabase({ empty: true });
  await expect(role(database.ownerUrl, on(database.appUrl, other.ownerUrl))).rejects.toMatchObject({
    code: "database.role-missing",
    message: expect.stringContaining("name different databases"),
  });
});

function role(ownerUrl: string, appUrl?: string) {
  return over(ownerUrl, (sql) => appRole(sql, { ownerUrl, appUrl }));
}

/** A new user of the server, and the address under which it opens the same database. */
async function login(ownerUrl: string, name: string, attributes: string): Promise<string> {
  await over(ownerUrl, (sql) => sql.unsafe(`create role ${name} login password 'made-for-a-test' ${attributes}`));
  return Object.assign(new URL(ownerUrl), { username: name, password: "made-for-a-test" }).href;
}

function on(url: string, databaseUrl: string): string {
  return Object.assign(new URL(url), { pathname: `/${nameOf(databaseUrl)}` }).href;
}

function nameOf(url: string): string {
  return new URL(url).pathname.slice(1);
}

async function over<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgresClient(url, { max: 1, fetch_types: false, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
