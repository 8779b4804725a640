import { fail } from "./cli/with-installation.ts";
import type { Config } from "./config.ts";
import type { Log } from "./log.ts";
import { serve } from "./serve.ts";
import { welcome } from "./welcome.ts";

/** Serves, says where, and stops in order when asked to: what has begun is finished first. */
export async function runUntilSignal(config: Config, log: Log): Promise<void> {
  const running = await serve(config, log);
  process.stdout.write(welcome(running, config.SALDAR_MODE));

  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    running.stop().then(() => process.exit(0), fail);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}
