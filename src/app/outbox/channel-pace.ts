import type { Channel } from "../../channels/channel.ts";
import { reserve } from "../../channels/pacing.ts";

/** Until when each number's rate is used up, by this process's own sends, in elapsed milliseconds. */
const paidUntilMs = new WeakMap<Channel, number>();

/**
 * Takes a place at the number's own rate and returns 0; or how long until there is one again, in whole milliseconds, and then
 * nothing is taken. `elapsedMs` is a time that never jumps: a clock that was set back would rest the number until it had
 * caught up. Kept in memory because it only smooths: with several workers each keeps its own pace, and what is too much for
 * Meta all the same comes back as error 130429, which rests the number for all of them (`restChannel`).
 */
export function waitForPlaceMs(channel: Channel, elapsedMs: number): number {
  const { sendAtMs, paidUntilMs: until } = reserve(channel.can.rate.channel, paidUntilMs.get(channel), elapsedMs);
  if (sendAtMs <= elapsedMs) paidUntilMs.set(channel, until);
  return Math.ceil(sendAtMs - elapsedMs);
}
