import { AppError } from "../../src/domain/errors.ts";
import { postgresClient, socketFolderOf } from "../postgres-client.ts";
import { codeOf } from "./files.ts";

/** The oldest Postgres that has what the schema uses (`nulls not distinct`, security-invoker views). */
const OLDEST_MAJOR = 15;

/** What stands behind the usual refusals, for somebody who set an address and reads the message at two in the morning. */
const CAUSES: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens there: start the server, or correct the host and port",
  ENOENT: "no Postgres has its socket there: start the server, or correct the folder and port",
  EACCES: "this user may not open the socket there: let it, or use the server's host and port",
  ENOTFOUND: "no machine has that name: correct the host",
  EAI_AGAIN: "the name could not be looked up: correct the host, or the machine's DNS",
  CONNECT_TIMEOUT: "no answer in 10 seconds: correct the host, or open the way to it",
  "28P01": "it refused the user or the password: correct them",
  "28000": "it refused the user: correct the user, or the server's pg_hba.conf",
  "3D000": "it has no database of that name: create it, or correct the name",
  "57P03": "it is still starting: wait a moment and start again",
  "53300": "it has no connection left: raise max_connections, or close some",
};

/**
 * Asks the server at `url` for its version.
 *
 * @throws {AppError} `database.unavailable` when it does not answer; `database.cannot-run` when it is older than 15.
 */
export async function checkServer(url: string): Promise<void> {
  refuseOld(await versionOf(url), withoutPassword(url));
}

/** `version` as Postgres counts it: 150003 is 15.3. */
export function refuseOld(version: number, address: string): void {
  const major = Math.floor(version / 10_000);
  if (major >= OLDEST_MAJOR) return;
  throw new AppError(
    "database.cannot-run",
    `The Postgres at ${address} is version ${major}; Saldar needs ${OLDEST_MAJOR} or later. Upgrade that server, or ` +
      "leave DATABASE_URL empty to use the embedded one.",
  );
}

async function versionOf(url: string): Promise<number> {
  try {
    const sql = postgresClient(url, { max: 1, fetch_types: false, connect_timeout: 10, onnotice: () => undefined });
    try {
      const [row] = await sql<{ version: number }[]>`select current_setting('server_version_num')::int as version`;
      return row?.version ?? 0;
    } finally {
      await sql.end({ timeout: 5 });
    }
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : "it cannot be read";
    throw new AppError(
      "database.unavailable",
      `The database at ${withoutPassword(url)} does not answer: ${CAUSES[codeOf(cause) ?? ""] ?? said}. DATABASE_URL must be ` +
        "like postgres://user:password@host:5432/name; leave it empty to use the embedded Postgres.",
      { cause },
    );
  }
}

/** The address as a log may show it. */
function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return "an address that cannot be read";
  const parsed = new URL(url);
  const folder = socketFolderOf(url);
  const place = folder === undefined ? "" : ` through the socket in ${folder}`;
  return `${parsed.username === "" ? "" : `${parsed.username}@`}${parsed.host}${parsed.pathname}${place}`;
}
