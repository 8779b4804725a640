import { readConfig } from "../config.ts";
import { AppError } from "../domain/errors.ts";
import type { Installation } from "../installation.ts";
import { makeLog } from "../log.ts";

/**
 * Opens the installation that the settings name, does one piece of work with it, and closes it whatever came of it.
 * Beside a running server it works on that server's database.
 */
export async function withInstallation(work: (installation: Installation) => Promise<void>): Promise<void> {
  const config = readConfig();
  // Only now: `--help` answers without loading the database, the law and the rest.
  const { openInstallation } = await import("../installation.ts");
  const publicUrl = config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`;
  const installation = await openInstallation(
    config,
    makeLog(config.LOG_LEVEL === "info" ? "warn" : config.LOG_LEVEL),
    { publicUrl, join: true },
  );
  try {
    await work(installation);
  } finally {
    await installation.close();
  }
}

/** What the operator can put right is said in words; a stack is for our own bugs. */
export function fail(error: unknown): never {
  const words =
    error instanceof AppError
      ? `${error.message} (${error.code})`
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error);
  process.stderr.write(`saldar: ${words}\n`);
  process.exit(1);
}
