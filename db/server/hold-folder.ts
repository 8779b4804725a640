import { rmSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { AppError } from "../../src/domain/errors.ts";
import { readIfThere, writePrivately } from "./files.ts";

/** SQLite's SQLITE_BUSY: somebody else has the lock. Its extended codes say more in the bits above the lowest eight. */
const BUSY = 5;
const PRIMARY_CODE = 0xff;

/**
 * Takes the folder for this process, until `release` or the end of the process.
 *
 * The lock is the kernel's, on a file: it goes when its holder dies, however that is, so there is no stale lock to
 * recognise and a reused process id deceives nobody; and it holds between containers that share a volume, where process
 * ids mean nothing. Node has no call for such a lock; an empty SQLite file is the way to one that needs nothing else.
 * A second file says who holds it, for the message only.
 *
 * @throws {AppError} `database.held-by-another`
 */
export async function holdFolder(home: string): Promise<{ release(): void }> {
  const whoFile = join(home, "held-by");
  const lock = new DatabaseSync(join(home, "lock"));
  try {
    lock.exec("pragma journal_mode = memory; begin exclusive");
  } catch (cause) {
    lock.close();
    if (!isBusy(cause)) throw cause;
    const who = (await readIfThere(whoFile))?.trim() ?? "a process that has just started";
    throw new AppError(
      "database.held-by-another",
      `Another Saldar (${who}) is using the database in ${home}. Stop that one first, or give this one a data folder of ` +
        "its own (SALDAR_DATA_DIR). To run several on the same data, give all of them one DATABASE_URL.",
      { cause },
    );
  }
  await writePrivately(whoFile, `process ${process.pid} on ${hostname()}\n`);
  return {
    release: () => {
      rmSync(whoFile, { force: true });
      lock.close();
    },
  };
}

function isBusy(error: unknown): boolean {
  if (!(error instanceof Error && "errcode" in error && typeof error.errcode === "number")) return false;
  return (error.errcode & PRIMARY_CODE) === BUSY;
}
