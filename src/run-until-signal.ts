import { constants } from "node:os";
import { systemClock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { Log } from "./log.ts";
import { serve } from "./serve.ts";
import { ENDED_AT_ONCE, STOPPING, welcome } from "./welcome.ts";

/** One press of Ctrl-C comes twice under npm: from the terminal, and passed on by npm, which the terminal told too. */
const SAME_PRESS_MS = 1_000;

/** Serves, says where, and stops in order when asked to: what has begun is finished first. Asked again, it ends at once. */
export async function runUntilSignal(config: Config, log: Log): Promise<void> {
  const stop = listenForStop();
  try {
    const running = await serve(config, log);
    if (!stop.isAsked()) process.stdout.write(welcome(running, config.SALDAR_MODE));
    await stop.asked;
    await running.stop();
  } catch (error) {
    // Ctrl-C reaches a program we had just begun as well, such as the one that makes the database.
    if (!stop.isAsked()) throw error;
    log.warn({ error }, "stopped in the middle of something");
    process.exit(1);
  }
  process.exit(0);
}

/** The first signal asks; one more ends the process, with the code by which a shell knows what ended it. */
function listenForStop(): { readonly asked: Promise<void>; isAsked(): boolean } {
  const { promise: asked, resolve } = Promise.withResolvers<void>();
  let askedAtMs: number | undefined;
  const hear = (signal: "SIGINT" | "SIGTERM"): void => {
    const nowMs = systemClock.elapsedMs();
    if (askedAtMs === undefined) {
      askedAtMs = nowMs;
      process.stdout.write(STOPPING);
      resolve();
    } else if (nowMs - askedAtMs >= SAME_PRESS_MS) {
      process.stderr.write(ENDED_AT_ONCE);
      process.exit(128 + constants.signals[signal]);
    }
  };
  process.on("SIGINT", hear);
  process.on("SIGTERM", hear);
  return { asked, isAsked: () => askedAtMs !== undefined };
}
