import { execFile } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Sql } from "postgres";
import { expect, test, vi } from "vitest";
import { embeddedAddress } from "../../../db/server/connection-file.ts";
import { startDatabase } from "../../../db/server/start-database.ts";
import { closedFolder } from "../../../db/server/system-user.ts";
import {
  clusterOf,
  isAlive,
  kill,
  postmasterPid,
  QUIET,
  runProgram,
  temporaryFolder,
  withConnection,
  withServer,
} from "./running-program.ts";

const STRANGER = 65_533;
const isRoot = process.getuid?.() === 0;
const stranger = { name: "a stranger", uid: STRANGER, gid: STRANGER, spawn: {} };
/** A Node under /root cannot be run by another user: there, nobody can play the stranger. */
const hasStranger = isRoot && (await closedFolder(await realpath(process.execPath), stranger)) === undefined;

function socketFolder(dataDir: string): string {
  return join(dataDir, "postgres", "socket");
}

/** Where the server keeps its data, and from where it is asked: null through a socket. */
async function whereFrom(sql: Sql): Promise<unknown> {
  const [row] = await sql`select current_setting('data_directory') as cluster, inet_client_addr() as caller`;
  return row;
}

test("the embedded database is reached through its socket, whatever letters the data folder's name has", async () => {
  await using folder = await temporaryFolder();
  const dataDir = join(folder.path, `a "b", 'ñ' + %41`);
  expect(await withServer(dataDir, whereFrom)).toEqual({ cluster: clusterOf(dataDir), caller: null });
});

test("where the path is too long for a socket, the database is reached over TCP", async () => {
  await using folder = await temporaryFolder();
  const dataDir = join(folder.path, "a".repeat(100));
  await withServer(dataDir, async (sql, url) => {
    expect(await whereFrom(sql)).toEqual({ cluster: clusterOf(dataDir), caller: "127.0.0.1" });
    expect(new URL(url).search).toBe("");
    expect(await embeddedAddress(dataDir)).toBe(url);
  });
});

test("a socket left by a program and a Postgres that were both killed does not hold the next start up", async () => {
  await using folder = await temporaryFolder();
  const program = runProgram(folder.path);
  const { ownerUrl = "" } = await program.said();
  await withConnection(ownerUrl, (sql) => sql`create table kept as select 7 as number`);
  const postmaster = await postmasterPid(folder.path);
  await kill(program);
  process.kill(postmaster, "SIGKILL");
  await vi.waitFor(() => expect(isAlive(postmaster)).toBe(false));
  expect(await readdir(socketFolder(folder.path))).toHaveLength(2);
  await expect(withConnection(ownerUrl, (sql) => sql`select 1`)).rejects.toMatchObject({ code: "ECONNREFUSED" });

  await withServer(folder.path, async (sql, url) => {
    expect(url).toBe(ownerUrl);
    expect(await whereFrom(sql)).toMatchObject({ caller: null });
    expect(await sql`select number from kept`).toEqual([{ number: 7 }]);
  });
  expect(await readdir(socketFolder(folder.path))).toEqual([]);
});

test("two databases side by side do not meet, and each has its own socket", async () => {
  await using folder = await temporaryFolder();
  const [one, two] = [join(folder.path, "one"), join(folder.path, "two")];
  await withServer(one, (first) =>
    withServer(two, async (second) => {
      expect(await whereFrom(first)).toEqual({ cluster: clusterOf(one), caller: null });
      expect(await whereFrom(second)).toEqual({ cluster: clusterOf(two), caller: null });
    }),
  );
});

test("a command beside a running server reaches it through the same socket, and over TCP where it cannot read that", async () => {
  await using folder = await temporaryFolder();
  const program = runProgram(folder.path);
  const { ownerUrl } = await program.said();
  const beside = await startDatabase({ dataDir: folder.path, log: QUIET, join: true });
  expect(beside).toMatchObject({ kind: "external", ownerUrl });
  expect(await withConnection(beside.ownerUrl, whereFrom)).toMatchObject({ caller: null });
  const overTcp = Object.assign(new URL(beside.ownerUrl), { search: "" }).href;
  expect(await withConnection(overTcp, whereFrom)).toEqual({ cluster: clusterOf(folder.path), caller: "127.0.0.1" });
  const gone = once(program.child, "exit");
  program.child.kill("SIGTERM");
  await gone;
});

test("the log says both ways to the database", async () => {
  await using folder = await temporaryFolder();
  const said: string[] = [];
  const log = { info: (message: string) => void said.push(message), warn: () => undefined };
  const server = await startDatabase({ dataDir: folder.path, log, durable: false });
  await server.stop();
  expect(said).toEqual([
    expect.stringContaining(`on ${new URL(server.ownerUrl).host} and in ${socketFolder(folder.path)}`),
  ]);
});

test("the socket asks for the password as well", async () => {
  await using folder = await temporaryFolder();
  await withServer(folder.path, async (_sql, url) => {
    const wrong = Object.assign(new URL(url), { password: "guess" }).href;
    await expect(withConnection(wrong, (sql) => sql`select 1`)).rejects.toMatchObject({ code: "28P01" });
  });
  const rules = await readFile(join(clusterOf(folder.path), "pg_hba.conf"), "utf8");
  expect(rules.match(/^local.*$/gm)?.filter((rule) => !rule.endsWith("scram-sha-256"))).toEqual([]);
});

test.runIf(hasStranger)("another user of the machine cannot even call the socket", async () => {
  await using folder = await temporaryFolder();
  await withServer(folder.path, async (_sql, url) => {
    const path = join(socketFolder(folder.path), `.s.PGSQL.${new URL(url).port}`);
    expect((await stat(path)).isSocket()).toBe(true);
    const call = `require("node:net").connect(${JSON.stringify(path)}).on("error", (error) => process.stdout.write(error.code))`;
    const { stdout } = await promisify(execFile)(process.execPath, ["-e", call], {
      uid: STRANGER,
      gid: STRANGER,
      cwd: "/",
      timeout: 10_000,
    });
    expect(stdout).toBe("EACCES");
  });
});
