import { fail } from "./cli/with-installation.ts";
import { readConfig } from "./config.ts";
import { makeLog } from "./log.ts";
import { runUntilSignal } from "./run-until-signal.ts";

/** Reads the settings and starts everything. */
async function main(): Promise<void> {
  const config = readConfig();
  await runUntilSignal(config, makeLog(config.LOG_LEVEL));
}

main().catch(fail);
