import { Pool } from "pg";
import { expect, inject, test } from "vitest";
import { postgresClient, socketFolderOf } from "../../db/postgres-client.ts";

/** What the server says of who calls: null through a socket. */
const CALLER = "select inet_client_addr() as caller, current_setting('application_name') as name";

async function callOver(url: string): Promise<unknown> {
  const sql = postgresClient(url, { max: 1, fetch_types: false });
  try {
    return [...(await sql.unsafe(CALLER))];
  } finally {
    await sql.end();
  }
}

function changed(change: Partial<URL>): string {
  return Object.assign(new URL(inject("testServer").serverUrl), change).href;
}

test("an address that names a socket's folder is called through the socket, by both drivers", async () => {
  const { serverUrl } = inject("testServer");
  expect(await callOver(serverUrl)).toEqual([{ caller: null, name: "postgres.js" }]);

  const pool = new Pool({ connectionString: serverUrl, application_name: "pg" });
  const { rows } = await pool.query(CALLER);
  await pool.end();
  expect(rows).toEqual([{ caller: null, name: "pg" }]);
});

test("the same address without the folder is called over TCP: the host and the port beside it are true", async () => {
  expect(await callOver(changed({ search: "" }))).toEqual([{ caller: "127.0.0.1", name: "postgres.js" }]);
});

test("an operator's own address may name a socket and say more", async () => {
  const folder = encodeURIComponent(socketFolderOf(inject("testServer").serverUrl) ?? "");
  const said = `?application_name=their%20own&host=${folder}&connect_timeout=5`;
  expect(await callOver(changed({ hostname: "localhost", search: said }))).toEqual([
    { caller: null, name: "their own" },
  ]);
});

test("only a folder is a socket's: a machine's name and what is no address are left as they are", () => {
  expect(socketFolderOf("postgres://me@localhost/name?host=/var/run/postgresql")).toBe("/var/run/postgresql");
  expect(socketFolderOf("postgres:///name?host=%2Fsrv%2Fa%20b")).toBe("/srv/a b");
  expect(socketFolderOf("postgres://me@localhost/name?host=db.example.test")).toBeUndefined();
  expect(socketFolderOf("postgres://me@localhost:5432/name")).toBeUndefined();
  expect(socketFolderOf("not an address")).toBeUndefined();
});
