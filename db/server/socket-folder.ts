import { once } from "node:events";
import { chown, mkdir, rm } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import type { SystemUser } from "./system-user.ts";

/** A socket's path in bytes, without the zero that ends it (unix(7)). */
const LONGEST_PATH = 107;

/** Postgres names its socket after the port. */
const LONGEST_NAME = ".s.PGSQL.65535";

/**
 * Makes the folder of the server's Unix-domain socket, which nobody enters but Postgres's user (and root). It is made anew at
 * each start: a killed server leaves its socket and a file with its process id, and Postgres refuses to start when
 * somebody else of its user has that id by now. The caller holds the data folder, so nothing uses what is removed.
 *
 * @returns undefined where there can be no socket: the path is too long, or the filesystem has none (some of those that a
 *   virtual machine shares with its host).
 */
export async function makeSocketFolder(home: string, user: SystemUser): Promise<string | undefined> {
  const folder = join(home, "socket");
  await rm(folder, { recursive: true, force: true });
  if (Buffer.byteLength(join(folder, LONGEST_NAME)) > LONGEST_PATH) return undefined;
  await mkdir(folder, { mode: 0o700 });
  if (!(await takesSockets(folder))) return undefined;
  await chown(folder, user.uid, user.gid);
  return folder;
}

/** Whether a socket that is made in this folder can be connected to. */
export async function takesSockets(folder: string): Promise<boolean> {
  const path = join(folder, "probe");
  const server = createServer((guest) => guest.destroy());
  try {
    server.listen(path);
    await once(server, "listening");
    const guest = connect(path);
    await once(guest, "connect");
    guest.destroy();
    return true;
  } catch {
    // Why does not matter: the server is then reached over TCP.
    return false;
  } finally {
    server.close();
  }
}
