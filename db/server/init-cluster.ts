import { execFile } from "node:child_process";
import { chown, mkdir, open, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { AppError } from "../../src/domain/errors.ts";
import { newRandomId } from "../../src/ids.ts";
import { exists, readIfThere } from "./files.ts";
import type { PostgresPrograms } from "./postgres-programs.ts";
import type { SystemUser } from "./system-user.ts";

/** The owner's name in an embedded server, and the name of the database. */
export const OWNER = "saldar";

/** An initdb whose Saldar was killed may still be writing there: it ends when its files go, and we try again. */
const CLEAR_AWAY = { recursive: true, force: true, maxRetries: 20, retryDelay: 50 };

type Init = { home: string; cluster: string; programs: PostgresPrograms; user: SystemUser; durable: boolean };

/**
 * Makes the cluster if there is none: built under another name and renamed when it is whole, so that a crash on the way
 * leaves no half-made folder to start from.
 *
 * @throws {AppError} `database.cannot-run` when it cannot be made, or is of another major version than our programs.
 */
export async function initCluster({ home, cluster, programs, user, durable }: Init, password: string): Promise<void> {
  const version = await readIfThere(join(cluster, "PG_VERSION"));
  if (version !== undefined) return checkMajor(version.trim(), programs.major, cluster);
  if (await exists(cluster)) {
    throw new AppError(
      "database.cannot-run",
      `${cluster} is there but holds no database. Put back what belongs there, or move it away to begin with an empty one.`,
    );
  }
  for (const name of await readdir(home)) {
    if (name.startsWith("unfinished-")) await rm(join(home, name), CLEAR_AWAY);
  }
  const workshop = join(home, `unfinished-${newRandomId()}`);
  await mkdir(workshop, { mode: 0o700 });
  const passwordFile = join(workshop, "password");
  await writeFile(passwordFile, password, { mode: 0o600 });
  await chown(passwordFile, user.uid, user.gid);
  await chown(workshop, user.uid, user.gid);
  await initdb({ programs, user, durable }, join(workshop, "cluster"), passwordFile);
  await rename(join(workshop, "cluster"), cluster);
  await rm(workshop, { recursive: true });
  await flushFolder(home);
}

async function initdb(
  { programs, user, durable }: Pick<Init, "programs" | "user" | "durable">,
  folder: string,
  passwordFile: string,
): Promise<void> {
  const options = [
    `--pgdata=${folder}`,
    `--username=${OWNER}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    // Postgres's own collation: an upgrade of the system's C library then cannot reorder text under an index.
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    ...(durable ? [] : ["--no-sync"]),
  ];
  try {
    await promisify(execFile)(programs.initdb, options, {
      ...user.spawn,
      cwd: "/",
      env: { LC_ALL: "C", PATH: "/usr/bin:/bin" },
    });
  } catch (cause) {
    const said = cause instanceof Error && "stderr" in cause ? String(cause.stderr).trim() : "";
    // initdb looks its user up by name; a container started with a bare number has none.
    const advice = said.includes("could not look up effective user ID")
      ? "Give that user a line in /etc/passwd, run Saldar as another user,"
      : "Correct that (is the disk full?) and start again,";
    throw new AppError(
      "database.cannot-run",
      `The embedded database cannot be made as ${user.name}: ${said}. ${advice} or set DATABASE_URL to a Postgres of your own.`,
      { cause },
    );
  }
}

function checkMajor(found: string, ours: string, cluster: string): void {
  if (found === ours) return;
  throw new AppError(
    "database.cannot-run",
    `The database in ${cluster} was made by Postgres ${found}, and this Saldar brings ${ours}. Take a backup with the ` +
      "Saldar that made it and restore it with this one, or move the folder away to begin with an empty database.",
  );
}

/** A rename is safe from a power cut once its folder is on the disk. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
