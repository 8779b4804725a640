import type { Command } from "commander";
import { readConfig } from "../config.ts";
import { makeLog } from "../log.ts";
import { runUntilSignal } from "../run-until-signal.ts";

/** `saldar start`: the same as `npm start` without building the console first. */
export function startCommand(program: Command): void {
  program
    .command("start")
    .description("Start everything in one process: database, workers, console and webhooks")
    .action(async () => {
      const config = readConfig();
      await runUntilSignal(config, makeLog(config.LOG_LEVEL));
    });
}
