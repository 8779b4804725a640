import type { Command } from "commander";
import { readConfig } from "../config.ts";
import { makeLog } from "../log.ts";

/** `saldar start`: the same as `npm start` without building the console first. */
export function startCommand(program: Command): void {
  program
    .command("start")
    .description("Start everything in one process: database, workers, console and webhooks")
    .action(async () => {
      const config = readConfig();
      const { runUntilSignal } = await import("../run-until-signal.ts");
      await runUntilSignal(config, makeLog(config.LOG_LEVEL));
    });
}
