import { setTimeout as pause } from "node:timers/promises";

/** Waits for `work`, at most so many milliseconds of real time: false when it had not ended by then, and goes on alone. */
export async function within(work: Promise<unknown>, limitMs: number): Promise<boolean> {
  const limit = new AbortController();
  // Aborted when `work` was first: nobody waits for it any more.
  const late = pause(limitMs, false, { signal: limit.signal }).catch(() => false);
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    limit.abort();
  }
}
