/** Something done again and again by itself. */
export type Repeating = {
  /** Begins no more, and waits for the one that is under way. */
  stop(): Promise<void>;
};

/** Does `work` at once and then each `everyMs`, never twice at a time. What fails is told to `failed`, and tried again the next time. */
export function every(everyMs: number, work: () => Promise<void>, failed: (error: unknown) => void): Repeating {
  let running: Promise<void> | undefined;
  const tick = (): void => {
    running ??= work()
      .catch(failed)
      .finally(() => {
        running = undefined;
      });
  };
  tick();
  const timer = setInterval(tick, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
