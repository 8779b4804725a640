import { execFile } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { temporaryFiles } from "../support/temporary-files.ts";

const ROOT = join(import.meta.dirname, "../..");

/**
 * The console as it is delivered, built into a folder of its own, which the caller removes. In a process of its own: a test
 * runner's environment makes React bring its development half.
 */
export async function buildConsole(): Promise<string> {
  const folder = await mkdtemp(join(temporaryFiles(), "saldar-built-"));
  const vite = join(ROOT, "node_modules/vite/bin/vite.js");
  const build = ["build", join(ROOT, "src/console"), "--outDir", folder, "--emptyOutDir", "--logLevel", "error"];
  await promisify(execFile)(process.execPath, [vite, ...build], { env: { NODE_ENV: "production" } });
  return folder;
}
