import { systemClock } from "../clock.ts";
import { chance } from "../ids.ts";
import type { ServerProcess } from "./server-process.ts";

export type Killer = {
  /** When each kill was, in milliseconds that never jump. */
  readonly momentsMs: readonly number[];
  /** Kills nobody any more, and hears of a server that did not come up again. */
  stop(): Promise<void>;
};

/** Kills the server at random moments and starts it again at once, on the same data. */
export function startKilling(server: ServerProcess, every: { atLeastMs: number; spreadMs: number }): Killer {
  const momentsMs: number[] = [];
  const over = Promise.withResolvers<void>();
  let isOver = false;
  const done = (async () => {
    while (!isOver) {
      await Promise.race([over.promise, pause(every.atLeastMs + chance() * every.spreadMs)]);
      if (isOver) return;
      momentsMs.push(systemClock.elapsedMs());
      await server.kill();
      await server.start();
    }
  })();
  // Until somebody stops it nobody listens.
  done.catch(() => undefined);
  return {
    momentsMs,
    stop: () => {
      isOver = true;
      over.resolve();
      return done;
    },
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
