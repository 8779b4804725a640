import { setTimeout as pause } from "node:timers/promises";
import { systemClock } from "../clock.ts";
import { chance } from "../ids.ts";

export type Killer = {
  /** When each kill was, in milliseconds that never jump. */
  readonly momentsMs: readonly number[];
  /** Kills nobody any more, and hears of what did not come up again. */
  stop(): Promise<void>;
};

/** Kills at random moments; `kill` resolves when what it killed is there again. */
export function startKilling(kill: () => Promise<void>, every: { atLeastMs: number; spreadMs: number }): Killer {
  const momentsMs: number[] = [];
  const over = Promise.withResolvers<void>();
  let isOver = false;
  const done = (async () => {
    while (!isOver) {
      await Promise.race([over.promise, pause(every.atLeastMs + chance() * every.spreadMs, undefined, { ref: false })]);
      if (isOver) return;
      momentsMs.push(systemClock.elapsedMs());
      await kill();
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
