import { mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeSocketFolder, takesSockets } from "../../../db/server/socket-folder.ts";
import { systemUser } from "../../../db/server/system-user.ts";
import { temporaryFolder } from "./running-program.ts";

const NAME = "/socket/.s.PGSQL.65535";

test("the socket's folder belongs to Postgres's user, and nobody else may enter it", async () => {
  await using home = await temporaryFolder();
  const user = await systemUser("/nowhere/at/all");
  const folder = await makeSocketFolder(home.path, user);
  expect(folder).toBe(join(home.path, "socket"));
  const { mode, uid, gid } = await stat(join(home.path, "socket"));
  expect({ mode: mode & 0o777, uid, gid }).toEqual({ mode: 0o700, uid: user.uid, gid: user.gid });
});

test("what a killed server left in the folder is gone at the next start", async () => {
  await using home = await temporaryFolder();
  const user = await systemUser("/nowhere/at/all");
  const folder = (await makeSocketFolder(home.path, user)) ?? "";
  await writeFile(join(folder, ".s.PGSQL.5432"), "");
  await writeFile(join(folder, ".s.PGSQL.5432.lock"), `${process.pid}\n`);
  expect(await makeSocketFolder(home.path, user)).toBe(folder);
  expect(await readdir(folder)).toEqual([]);
});

test("a path of 107 bytes is the longest that a socket may have; letters of two bytes count twice", async () => {
  await using folder = await temporaryFolder();
  const user = await systemUser("/nowhere/at/all");
  const left = 107 - Buffer.byteLength(`${folder.path}/${NAME}`);
  for (const [name, fits] of [
    ["a".repeat(left), true],
    ["a".repeat(left + 1), false],
    ["ñ".repeat(left), false],
  ] as const) {
    const home = join(folder.path, name);
    await mkdir(home, { mode: 0o711 });
    expect(await makeSocketFolder(home, user)).toBe(fits ? join(home, "socket") : undefined);
  }
});

test("a folder takes sockets when one made there answers; the trial leaves nothing behind", async () => {
  await using folder = await temporaryFolder();
  expect(await takesSockets(folder.path)).toBe(true);
  expect(await readdir(folder.path)).toEqual([]);
  expect(await takesSockets(join(folder.path, "absent"))).toBe(false);
});
