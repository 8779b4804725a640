import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import { AppError } from "../../src/domain/errors.ts";
import { exists, readIfThere } from "./files.ts";

/** The user Postgres runs as. `spawn` is what child_process needs to become that user: nothing, when we already are. */
export type SystemUser = {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  readonly spawn: { uid: number; gid: number } | Record<string, never>;
};

/**
 * Postgres refuses to run as root, so at uid 0 it runs as another user: the one who owns the cluster already, else
 * `postgres`, else `nobody`. As anyone else it runs as we do, and the cluster must be ours.
 *
 * @throws {AppError} `database.cannot-run` when there is no such user, or the cluster belongs to somebody else.
 */
export async function systemUser(cluster: string): Promise<SystemUser> {
  const [ourUid, ourGid] = [process.getuid?.() ?? -1, process.getgid?.() ?? -1];
  const owner = await ownerOf(cluster);
  const users = await knownUsers();
  if (ourUid !== 0) {
    const name = users.find(({ uid }) => uid === ourUid)?.name ?? `user ${ourUid}`;
    if (owner === undefined || owner.uid === ourUid) return { name, uid: ourUid, gid: ourGid, spawn: {} };
    throw new AppError(
      "database.cannot-run",
      `The database in ${cluster} belongs to user ${owner.uid}, and Saldar runs as ${name}. Run it as the user who made ` +
        `the folder (or as root), or give the folder away with chown -R ${ourUid} ${cluster}.`,
    );
  }
  const chosen =
    owner !== undefined && owner.uid !== 0
      ? { name: users.find(({ uid }) => uid === owner.uid)?.name ?? `user ${owner.uid}`, ...owner }
      : (users.find(({ name }) => name === "postgres") ?? users.find(({ name }) => name === "nobody"));
  if (chosen !== undefined) return { ...chosen, spawn: { uid: chosen.uid, gid: chosen.gid } };
  throw new AppError(
    "database.cannot-run",
    "Postgres does not run as root, and this machine has neither a user postgres nor nobody. Create one " +
      "(useradd --system postgres), run Saldar as an ordinary user, or set DATABASE_URL to a Postgres of your own.",
  );
}

/** The folder on the way to `path` (or `path` itself) that `user` may not enter, by its mode; undefined when none. */
export async function closedFolder(path: string, user: SystemUser): Promise<string | undefined> {
  if (user.uid === 0) return undefined;
  const above = dirname(path) === path ? undefined : await closedFolder(dirname(path), user);
  if (above !== undefined) return above;
  const { mode, uid, gid } = await stat(path);
  const mayEnter = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  return (mode & mayEnter) === 0 ? path : undefined;
}

async function ownerOf(path: string): Promise<{ uid: number; gid: number } | undefined> {
  if (!(await exists(path))) return undefined;
  const { uid, gid } = await stat(path);
  return { uid, gid };
}

/** /etc/passwd: name, password, uid, gid, … (passwd(5)). A machine without one has no users we could become. */
async function knownUsers(): Promise<{ name: string; uid: number; gid: number }[]> {
  const text = (await readIfThere("/etc/passwd")) ?? "";
  return text.split("\n").flatMap((line) => {
    const [name, , uid, gid] = line.split(":");
    return name === undefined || uid === undefined || gid === undefined
      ? []
      : [{ name, uid: Number(uid), gid: Number(gid) }];
  });
}
