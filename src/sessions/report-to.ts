import type { Log } from "../log.ts";

/** What a driver's session went on from, in the worker's log. */
export const reportTo =
  (log: Log, channelId: string) =>
  (error: unknown, doing: string): void =>
    log.warn({ error, channelId, doing }, "a linked phone's session went on after a failure");
