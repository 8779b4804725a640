/** What was opened and is to be closed again, whether all of it came to stand or only a part. */
export type Closing = {
  /** It is closed before everything that was added earlier. */
  add(close: () => unknown): void;
  /** Closes all, the last first. What fails keeps nothing else open; a second call has nothing left to do. */
  close(): Promise<void>;
};

export function makeClosing(): Closing {
  const opened: (() => unknown)[] = [];
  return {
    add: (close) => void opened.push(close),
    async close() {
      const failures: unknown[] = [];
      for (const close of opened.splice(0).reverse()) {
        try {
          await close();
        } catch (error) {
          failures.push(error);
        }
      }
      if (failures.length === 1) throw failures[0];
      if (failures.length > 1) throw new AggregateError(failures, "not everything could be closed");
    },
  };
}
