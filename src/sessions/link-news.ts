import type { Log } from "../log.ts";
import { within } from "../within.ts";

/** Where linked phones stand, kept in the order in which it is told of each. */
export type LinkNews = {
  /** Rejects as `take` does. */
  add(channelId: string, take: () => Promise<void>): Promise<void>;
  /** All that was added was taken, or failed. */
  whenTaken(): Promise<void>;
};

/** Far longer than a commit that has to wait for a row: one that takes longer hangs, and what comes after it matters more. */
const MOST_WAIT_MS = 60_000;

/**
 * Of two news that are told a moment apart, the first may have to be tried again or wait for a row, and would undo the second. A
 * session that is closed and opened anew has both on their way; also where another takes its place, as after a lease that was lost.
 */
export function makeLinkNews(log: Log, mostWaitMs = MOST_WAIT_MS): LinkNews {
  const last = new Map<string, Promise<void>>();
  const afterLast = async (channelId: string, take: () => Promise<void>): Promise<void> => {
    const before = last.get(channelId);
    if (before !== undefined && !(await within(before, mostWaitMs)))
      log.warn({ channelId }, "where a linked phone stood takes long to be kept: what came after it is kept first");
    return take();
  };
  return {
    add(channelId, take) {
      const taken = afterLast(channelId, take);
      const forget = (): void => {
        if (last.get(channelId) === settled) last.delete(channelId);
      };
      const settled = taken.then(forget, forget);
      last.set(channelId, settled);
      return taken;
    },
    async whenTaken() {
      await Promise.all(last.values());
    },
  };
}
