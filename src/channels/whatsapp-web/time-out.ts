import { setTimeout as pause } from "node:timers/promises";

/** The work's value, or `undefined` when it took longer; it goes on alone, and what becomes of it then is nobody's. */
export async function withinMs<T>(work: Promise<T>, limitMs: number): Promise<T | undefined> {
  const limit = new AbortController();
  const late = pause(limitMs, undefined, { signal: limit.signal }).catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    limit.abort();
    work.catch(() => undefined);
  }
}
