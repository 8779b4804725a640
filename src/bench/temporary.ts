import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Config, readConfig } from "../config.ts";
import { newToken } from "../ids.ts";
import { type Installation, openInstallation } from "../installation.ts";
import { makeLog } from "../log.ts";

/** A folder of its own, gone with all that is in it when `work` is done, whatever came of it. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "saldar-bench-"));
  try {
    // At uid 0 Postgres is another user, who has to pass through.
    await chmod(folder, 0o711);
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** An installation with a real database of its own, for as long as `work` takes. */
export function inTemporaryInstallation<T>(work: (installation: Installation) => Promise<T>): Promise<T> {
  return inTemporaryFolder(async (folder) => {
    const installation = await openInstallation(settingsIn(folder), makeLog("error"), {
      publicUrl: "http://127.0.0.1",
    });
    try {
      return await work(installation);
    } finally {
      await installation.close();
    }
  });
}

function settingsIn(folder: string): Config {
  return readConfig({
    SALDAR_MODE: "production",
    PUBLIC_URL: "http://127.0.0.1",
    SALDAR_DATA_DIR: join(folder, "data"),
    SALDAR_SECRET: newToken(),
  });
}
