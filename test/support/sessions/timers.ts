import type { After } from "../../../src/channels/baileys/after.ts";

export type Timers = {
  readonly after: After;
  /** Lets the oldest timer of this length go off; waits until there is one. */
  fire(from: number, to?: number): Promise<void>;
  /** How long the waits are that are running. */
  waits(): readonly number[];
};

/** Timers that go off when a test says so: nothing waits for time to pass. What is due at once goes off at once. */
export function handTimers(): Timers {
  const running = new Set<{ ms: number; run: () => void }>();
  const looking = new Set<() => void>();
  return {
    after(ms, run) {
      if (ms <= 0) {
        const now = setImmediate(run);
        return () => clearImmediate(now);
      }
      const timer = { ms, run };
      running.add(timer);
      for (const look of looking) look();
      return () => running.delete(timer);
    },
    fire: (from, to = from) =>
      new Promise((done) => {
        const look = () => {
          const due = [...running].find(({ ms }) => ms >= from && ms <= to);
          if (!due) return;
          looking.delete(look);
          running.delete(due);
          // Never from within the call that set it.
          queueMicrotask(() => {
            due.run();
            done();
          });
        };
        looking.add(look);
        look();
      }),
    waits: () => [...running].map(({ ms }) => ms),
  };
}
