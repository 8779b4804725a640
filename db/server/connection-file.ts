import { join, resolve } from "node:path";
import { AppError } from "../../src/domain/errors.ts";
import { newToken } from "../../src/ids.ts";
import { readIfThere, writePrivately } from "./files.ts";
import { OWNER } from "./init-cluster.ts";

/** How the embedded server is reached. `socketFolder` is where its Unix-domain socket is, when it has one. */
export type Connection = {
  readonly password: string;
  readonly port: number;
  readonly socketFolder?: string | undefined;
};

/**
 * What the folder's last server was reached by. In a new folder: a new password, and no port yet.
 *
 * @throws {AppError} `database.cannot-run` when there is a database, and its password is lost.
 */
export async function lastConnection(home: string, cluster: string): Promise<Connection> {
  const known = await readConnection(home);
  if (known !== undefined) return known;
  if ((await readIfThere(join(cluster, "PG_VERSION"))) !== undefined) {
    throw new AppError(
      "database.cannot-run",
      `${connectionFile(home)} is missing, and with it the password of the database in ${cluster}. Put it back from a backup.`,
    );
  }
  const made = { password: newToken(), port: 0 };
  // Written before the cluster is made with it: a crash in between must not leave a database nobody can open.
  await writeConnection(home, made);
  return made;
}

/** Notes it where only our own user reads it. */
export async function writeConnection(home: string, connection: Connection): Promise<void> {
  await writePrivately(connectionFile(home), JSON.stringify(connection));
}

/**
 * The owner's address, through the socket when there is one: an empty statement costs Postgres 21 µs there and 34 µs over
 * loopback TCP, and us 48 and 59 µs (medians of five times 10,000).
 * The host and the port stay true beside it, for tools that do not read `?host=`.
 */
export function addressOf({ password, port, socketFolder }: Connection): string {
  const address = `postgres://${OWNER}:${password}@127.0.0.1:${port}/${OWNER}`;
  return socketFolder === undefined ? address : `${address}?host=${encodeURIComponent(socketFolder)}`;
}

/**
 * The address of the embedded Postgres that another Saldar process runs in this folder, for a command beside a running
 * server. Undefined when none has ever run there.
 */
export async function embeddedAddress(dataDir: string): Promise<string | undefined> {
  const known = await readConnection(resolve(dataDir, "postgres"));
  return known === undefined ? undefined : addressOf(known);
}

async function readConnection(home: string): Promise<Connection | undefined> {
  const text = await readIfThere(connectionFile(home));
  return text === undefined ? undefined : JSON.parse(text);
}

function connectionFile(home: string): string {
  return join(home, "connection.json");
}
