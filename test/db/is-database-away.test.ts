import { expect, inject, test } from "vitest";
import { isDatabaseAway } from "../../db/is-database-away.ts";
import { postgresClient } from "../../db/postgres-client.ts";

function coded(code: string): Error {
  return Object.assign(new Error("refused"), { code });
}

test("a database that cannot be reached, or was lost on the way, is away", async () => {
  const { serverUrl } = inject("testServer");
  for (const search of ["?host=/no/such/folder", "?host=/dev/null"]) {
    const sql = postgresClient(Object.assign(new URL(serverUrl), { search }).href, { max: 1, fetch_types: false });
    const refusal: unknown = await sql`select 1`.catch((error: unknown) => error);
    await sql.end();
    expect(isDatabaseAway(refusal)).toBe(true);
  }
  const codes = [
    "ECONNREFUSED",
    "ECONNRESET",
    "EPIPE",
    "CONNECTION_CLOSED",
    "CONNECT_TIMEOUT",
    "08006",
    "57P01",
    "53300",
  ];
  expect(codes.filter((code) => !isDatabaseAway(coded(code)))).toEqual([]);
});

test("what the database refuses, and a file that is missing, are no absence of it", async () => {
  const codes = ["23505", "40001", "42501", "57014", "ENOENT", "EACCES"];
  expect(codes.filter((code) => isDatabaseAway(coded(code)))).toEqual([]);
  expect(isDatabaseAway(new Error("ECONNREFUSED"))).toBe(false);
  expect(isDatabaseAway("ECONNREFUSED")).toBe(false);
});
