import { AppError } from "../../src/domain/errors.ts";
import { checkServer } from "./check-server.ts";
import { embeddedAddress } from "./connection-file.ts";
import { startEmbedded } from "./start-embedded.ts";

/** A Postgres that answers. `ownerUrl` names the owner of the schema: migrations and the queue's worker use it. */
export type DatabaseServer = {
  readonly ownerUrl: string;
  readonly kind: "external" | "embedded";
  /** Stops the server we started, after its clients have left; does nothing to one that is not ours. */
  stop(): Promise<void>;
};

/** Where the server says what an operator should know. pino's logger fits. */
export type ServerLog = { info(message: string): void; warn(message: string): void };

export type DatabaseOptions = {
  /** The operator's own Postgres, as a `postgres://` address. */
  databaseUrl?: string | undefined;
  /** Folder of the embedded server, used when there is no address: its cluster lives in `<dataDir>/postgres`. */
  dataDir: string;
  log: ServerLog;
  /** Whether a commit waits for the disk. False is for tests only: a power cut would then lose or break the data. */
  durable?: boolean;
  /** A command beside a running server uses that server's database; a second server is refused. */
  join?: boolean;
};

/**
 * A real Postgres in all cases: the operator's, when its address is given, else one of our own under `dataDir`.
 *
 * @throws {AppError} `database.unavailable` when the given server does not answer; `database.cannot-run` when it is too
 * old, or when Postgres cannot run here; `database.held-by-another` when another process uses the folder.
 */
export async function startDatabase({
  databaseUrl,
  dataDir,
  log,
  durable = true,
  join = false,
}: DatabaseOptions): Promise<DatabaseServer> {
  if (databaseUrl !== undefined) return useServer(databaseUrl);
  try {
    return await startEmbedded({ dataDir, log, durable });
  } catch (error) {
    const isHeld = error instanceof AppError && error.code === "database.held-by-another";
    const running = join && isHeld ? await embeddedAddress(dataDir) : undefined;
    if (running === undefined) throw error;
    return useServer(running);
  }
}

async function useServer(ownerUrl: string): Promise<DatabaseServer> {
  await checkServer(ownerUrl);
  return { ownerUrl, kind: "external", stop: async () => undefined };
}
