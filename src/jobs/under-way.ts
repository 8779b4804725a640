import type { Log } from "../log.ts";

/** What jobs have begun and nobody waits for by name: a stop does. */
export type UnderWay = {
  /** The same promise, which a stop waits for from now on. */
  track<T>(work: Promise<T>): Promise<T>;
  /** Goes on by itself; what fails is logged, and done again by the next look. */
  inBackground(work: Promise<unknown>): void;
  /** False once nothing may be begun any more. */
  goesOn(): boolean;
  beginNothingMore(): void;
  /** Resolves when all has ended, and nothing more follows from it. */
  whenIdle(): Promise<void>;
};

export function makeUnderWay(log: Pick<Log, "error">): UnderWay {
  const running = new Set<Promise<unknown>>();
  let isEnding = false;
  const track = <T>(work: Promise<T>): Promise<T> => {
    running.add(work);
    const done = () => running.delete(work);
    work.then(done, done);
    return work;
  };
  return {
    track,
    inBackground(work) {
      track(work).catch((error: unknown) => log.error({ error }, "a turn or a send failed; the sweep looks again"));
    },
    goesOn: () => !isEnding,
    beginNothingMore() {
      isEnding = true;
    },
    async whenIdle() {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}
