import { chmod, mkdir, realpath, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startDatabase } from "../../../db/server/start-database.ts";
import { closedFolder, systemUser } from "../../../db/server/system-user.ts";
import { clusterOf, QUIET, runProgram, temporaryFolder, withServer } from "./running-program.ts";

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
/** Who runs the programs that must not be root: another user when we are root, else we ourselves. */
const ordinary = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
const ordinaryUid = isRoot ? NOBODY : process.getuid?.();
/** A repository under /root cannot be run by another user: there, those tests have nobody to play the part. */
const canBeOrdinary = !isRoot || (await closedFolder(await realpath(process.cwd()), userOf(NOBODY))) === undefined;

function userOf(uid: number) {
  return { name: `user ${uid}`, uid, gid: uid, spawn: {} };
}

test.runIf(canBeOrdinary)("an ordinary user runs the database as itself", async () => {
  await using folder = await temporaryFolder(ordinaryUid);
  const program = runProgram(folder.path, ordinary);
  expect(await program.said()).toMatchObject({ ownerUrl: expect.stringContaining("postgres://") });
  expect((await stat(clusterOf(folder.path))).uid).toBe(ordinaryUid);
  program.child.kill("SIGTERM");
  expect(await program.said()).toEqual({ answer: "still there" });
});

test.runIf(canBeOrdinary)("an ordinary user's data folder that is read-only is refused, with what to do", async () => {
  await using folder = await temporaryFolder(ordinaryUid);
  await chmod(folder.path, 0o555);
  const program = runProgram(folder.path, ordinary);
  expect(await program.said()).toMatchObject({
    code: "database.cannot-run",
    message: expect.stringMatching(/may not write there.*SALDAR_DATA_DIR.*DATABASE_URL/s),
  });
});

test.runIf(isRoot && canBeOrdinary)("an ordinary user is refused a folder that root made, in words", async () => {
  await using folder = await temporaryFolder();
  await withServer(folder.path, (sql) => sql`select 1`);
  const program = runProgram(folder.path, ordinary);
  expect(await program.said()).toMatchObject({
    code: "database.cannot-run",
    message: expect.stringMatching(/belongs to user \d+.*chown/s),
  });
});

test.runIf(isRoot && canBeOrdinary)("root goes on as the user who made the cluster", async () => {
  await using folder = await temporaryFolder(NOBODY);
  const program = runProgram(folder.path, ordinary);
  await program.said();
  program.child.kill("SIGTERM");
  await program.said();
  expect(await withServer(folder.path, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
  expect((await stat(clusterOf(folder.path))).uid).toBe(NOBODY);
});

test.runIf(isRoot)("as root, a data folder behind a closed one is refused by the name of the closed one", async () => {
  await using folder = await temporaryFolder();
  const closed = join(folder.path, "private");
  await mkdir(closed, { mode: 0o700 });
  await expect(startDatabase({ dataDir: join(closed, "data"), log: QUIET })).rejects.toMatchObject({
    code: "database.cannot-run",
    message: expect.stringMatching(new RegExp(`may not enter ${closed}\\. Open it \\(chmod o\\+x ${closed}\\)`)),
  });
});

test.runIf(isRoot)(
  "as root, whatever the umask is, a folder made for the database can be entered by its user",
  async () => {
    await using folder = await temporaryFolder();
    const before = process.umask(0o077);
    try {
      expect(await withServer(join(folder.path, "a", "b"), (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
      // Those who come a moment later see it open too: it never was closed.
      const together = await Promise.allSettled(
        Array.from({ length: 5 }, () => startDatabase({ dataDir: join(folder.path, "c", "d"), log: QUIET })),
      );
      const outcomes = together.map((one) => (one.status === "rejected" ? one.reason.code : "started"));
      for (const one of together) if (one.status === "fulfilled") await one.value.stop();
      expect(outcomes.sort()).toEqual([...Array(4).fill("database.held-by-another"), "started"]);
    } finally {
      process.umask(before);
    }
  },
);

test("a data folder that is a file is refused in words", async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, "data");
  await writeFile(file, "");
  await expect(startDatabase({ dataDir: file, log: QUIET })).rejects.toMatchObject({
    code: "database.cannot-run",
    message: expect.stringContaining("a part of its path is a file"),
  });
});

test("a folder is closed to a user by the mode that concerns that user: owner, group or others", async () => {
  await using folder = await temporaryFolder();
  const { uid, gid } = await stat(folder.path);
  const stranger = userOf(NOBODY - 1);
  const entries: [number, { uid: number; gid: number }, boolean][] = [
    [0o711, stranger, false],
    [0o700, stranger, true],
    [0o710, { uid: stranger.uid, gid }, false],
    [0o701, { uid: stranger.uid, gid }, gid !== stranger.gid],
  ];
  for (const [mode, who, closed] of entries) {
    await chmod(folder.path, mode);
    expect(await closedFolder(folder.path, { ...stranger, ...who })).toBe(closed ? folder.path : undefined);
  }
  expect(await closedFolder(folder.path, userOf(uid))).toBeUndefined();
});

test("Postgres never runs as root", async () => {
  const user = await systemUser("/nowhere/at/all");
  expect(user.uid).not.toBe(0);
  expect(user.spawn).toEqual(isRoot ? { uid: user.uid, gid: user.gid } : {});
});
