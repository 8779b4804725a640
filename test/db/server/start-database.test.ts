import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, inject, test, vi } from "vitest";
import { startDatabase } from "../../../db/server/start-database.ts";
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

test("an embedded database keeps its data, its address and its password from one start to the next", async () => {
  await using folder = await temporaryFolder();
  const first = await withServer(folder.path, async (sql, url) => {
    await sql`create table kept as select 7 as number`;
    return url;
  });
  const second = await withServer(folder.path, async (sql, url) => {
    expect(await sql`select number from kept`).toEqual([{ number: 7 }]);
    return url;
  });
  expect(second).toBe(first);
});

test("unless told otherwise a commit waits for the disk, and only the socket and the loopback address listen", async () => {
  await using folder = await temporaryFolder();
  const server = await startDatabase({ dataDir: folder.path, log: QUIET });
  const [row] = await withConnection(
    server.ownerUrl,
    (sql) => sql`
      select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
        current_setting('full_page_writes') as pages, current_setting('listen_addresses') as addresses,
        current_setting('unix_socket_directories') as sockets`,
  );
  await server.stop();
  const sockets = `"${join(folder.path, "postgres", "socket")}"`;
  expect(row).toEqual({ fsync: "on", commit: "on", pages: "on", addresses: "127.0.0.1", sockets });
});

test("the password is random, asked for, and in a file that only its owner may read", async () => {
  await using folder = await temporaryFolder();
  await withServer(folder.path, async (_sql, url) => {
    const wrong = new URL(url);
    wrong.password = "guess";
    await expect(withConnection(wrong.href, (sql) => sql`select 1`)).rejects.toMatchObject({ code: "28P01" });
    expect(new URL(url).password.length).toBeGreaterThanOrEqual(40);
  });
  const { mode } = await stat(join(folder.path, "postgres", "connection.json"));
  expect(mode & 0o777).toBe(0o600);
});

test("a statement that is refused leaves nothing of its values in the server's log", async () => {
  await using folder = await temporaryFolder();
  await withServer(folder.path, async (sql) => {
    await sql`create table person (phone text primary key)`;
    await sql`insert into person values ('+573005550107')`;
    await expect(sql`insert into person values ('+573005550107')`).rejects.toMatchObject({ code: "23505" });
    await expect(sql`select 'Debora Muestra'::int`).rejects.toMatchObject({ code: "22P02" });
  });
  const log = await readFile(join(folder.path, "postgres", "log"), "utf8");
  expect(log).toContain("ready to accept connections");
  expect(log).not.toMatch(/573005550107|Debora/);
});

test("a program killed outright leaves a Postgres behind: the next start stops it and finds all that was committed", async () => {
  await using folder = await temporaryFolder();
  const program = runProgram(folder.path);
  const { ownerUrl = "" } = await program.said();
  await withConnection(ownerUrl, (sql) => sql`create table kept as select 7 as number`);
  const orphan = await postmasterPid(folder.path);
  await kill(program);
  expect(isAlive(orphan)).toBe(true);

  await withServer(folder.path, async (sql) => {
    expect(await sql`select number from kept`).toEqual([{ number: 7 }]);
    expect(isAlive(orphan)).toBe(false);
  });
});

test("an orphan with a statement under way is stopped too, and what was not committed is gone", async () => {
  await using folder = await temporaryFolder();
  const program = runProgram(folder.path);
  const { ownerUrl = "" } = await program.said();
  await withConnection(ownerUrl, (sql) => sql`create table kept (number int)`);
  const cut = withConnection(ownerUrl, (sql) => sql.unsafe("begin; insert into kept values (1); select pg_sleep(600)"));
  const cutShort = expect(cut).rejects.toThrow();
  await withConnection(ownerUrl, (sql) =>
    vi.waitFor(async () =>
      expect(await sql`select 1 from pg_stat_activity where wait_event = 'PgSleep'`).toHaveLength(1),
    ),
  );
  await kill(program);

  expect([...(await withServer(folder.path, (sql) => sql`select number from kept`))]).toEqual([]);
  await cutShort;
});

test("a second process is refused while the first is alive, in words that say which one it is", async () => {
  await using folder = await temporaryFolder();
  const program = runProgram(folder.path);
  const { ownerUrl = "" } = await program.said();
  await expect(startDatabase({ dataDir: folder.path, log: QUIET })).rejects.toMatchObject({
    code: "database.held-by-another",
    message: expect.stringContaining(`process ${program.pid}`),
  });
  expect(await withConnection(ownerUrl, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
  program.child.kill("SIGTERM");
  expect(await program.said()).toEqual({ answer: "still there" });
});

test("whoever comes while it is held is told so, also when forty come in the same moment", async () => {
  await using folder = await temporaryFolder();
  await withServer(folder.path, async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 40 }, () => startDatabase({ dataDir: folder.path, log: QUIET })),
    );
    const told = outcomes.map((outcome) => (outcome.status === "rejected" ? outcome.reason.code : "started"));
    expect(told).toEqual(Array(40).fill("database.held-by-another"));
    expect((await readdir(join(folder.path, "postgres"))).filter((name) => name.startsWith("probe"))).toEqual([]);
  });
});

test("of ten processes that start at once, one gets the database and nine are refused", async () => {
  await using folder = await temporaryFolder();
  const outcomes = await Promise.allSettled(
    Array.from({ length: 10 }, () => startDatabase({ dataDir: folder.path, log: QUIET })),
  );
  const started = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
  const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
  for (const server of started) await server.stop();
  expect(started).toHaveLength(1);
  expect(refused.map(({ code }) => code)).toEqual(Array(9).fill("database.held-by-another"));
});

test("Ctrl-C reaches the program and not its database, which stops after the program has drained", async () => {
  await using folder = await temporaryFolder();
  const program = runProgram(folder.path);
  await program.said();
  const postmaster = await postmasterPid(folder.path);
  const gone = once(program.child, "exit");
  // A terminal sends Ctrl-C to the whole foreground group; `-pid` does the same.
  process.kill(-program.pid, "SIGINT");
  expect(await program.said()).toEqual({ answer: "still there" });
  expect(await gone).toEqual([0, null]);
  expect(isAlive(postmaster)).toBe(false);
});

test("a process id that somebody else has by now does not hold the start up, and that process is left alone", async () => {
  await using folder = await temporaryFolder();
  await withServer(folder.path, (sql) => sql`create table kept as select 7 as number`);
  const { uid, gid } = await stat(clusterOf(folder.path));
  const stranger = spawn("sleep", ["600"], { ...(process.getuid?.() === 0 ? { uid, gid } : {}), stdio: "ignore" });
  const gone = once(stranger, "exit");
  const stale = `${stranger.pid}\n${clusterOf(folder.path)}\n1700000000\n5432\n\n127.0.0.1\n     1     1\nready   \n`;
  await writeFile(join(clusterOf(folder.path), "postmaster.pid"), stale);

  await withServer(folder.path, async (sql) => {
    expect(await sql`select number from kept`).toEqual([{ number: 7 }]);
    expect(isAlive(stranger.pid ?? 0)).toBe(true);
  });
  stranger.kill();
  await gone;
});

test("a program killed while the first database is being made leaves nothing that stops the next start", async () => {
  await using folder = await temporaryFolder();
  const program = runProgram(folder.path);
  const home = join(folder.path, "postgres");
  await vi.waitFor(async () => expect(await stat(join(home, "held-by"))).toBeDefined(), {
    timeout: 20_000,
    interval: 5,
  });
  await vi.waitFor(async () => expect(await unfinished(home)).toHaveLength(1), { timeout: 20_000, interval: 5 });
  await kill(program);
  await expect(stat(clusterOf(folder.path))).rejects.toMatchObject({ code: "ENOENT" });

  expect(await withServer(folder.path, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
  expect(await unfinished(home)).toEqual([]);
});

test("when somebody took its port, the database takes another and keeps it", async () => {
  await using folder = await temporaryFolder();
  const first = await withServer(folder.path, async (_sql, url) => new URL(url).port);
  const intruder = createServer().listen(Number(first), "127.0.0.1");
  await once(intruder, "listening");
  const second = await withServer(folder.path, async (_sql, url) => new URL(url).port);
  const third = await withServer(folder.path, async (_sql, url) => new URL(url).port);
  intruder.close();
  expect(second).not.toBe(first);
  expect(third).toBe(second);
});

test("a Postgres that dies is started again at the same address, with all that was committed", async () => {
  await using folder = await temporaryFolder();
  await withServer(folder.path, async (sql, url) => {
    await sql`create table kept as select 7 as number`;
    const dead = await postmasterPid(folder.path);
    process.kill(dead, "SIGKILL");
    const row = await vi.waitFor(() => withConnection(url, (again) => again`select number from kept`), {
      timeout: 20_000,
      interval: 100,
    });
    expect(row).toEqual([{ number: 7 }]);
    expect(await postmasterPid(folder.path)).not.toBe(dead);
  });
});

test("a database of another major version is refused before anything touches it", async () => {
  await using folder = await temporaryFolder();
  await withServer(folder.path, (sql) => sql`select 1`);
  await writeFile(join(clusterOf(folder.path), "PG_VERSION"), "16\n");
  await expect(startDatabase({ dataDir: folder.path, log: QUIET })).rejects.toMatchObject({
    code: "database.cannot-run",
    message: expect.stringMatching(/made by Postgres 16, and this Saldar brings 18.*backup/s),
  });
});

test("an address that is given is used, and its server is left running", async () => {
  const { serverUrl } = inject("testServer");
  const server = await startDatabase({ databaseUrl: serverUrl, dataDir: "/nowhere", log: QUIET });
  expect(server).toMatchObject({ kind: "external", ownerUrl: serverUrl });
  await server.stop();
  expect(await withConnection(serverUrl, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
});

async function unfinished(home: string): Promise<string[]> {
  return (await readdir(home)).filter((name) => name.startsWith("unfinished-"));
}
