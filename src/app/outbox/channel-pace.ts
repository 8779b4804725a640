import type { Channel } from "../../channels/channel.ts";
import { reserve } from "../../channels/pacing.ts";

/** Until when each number's rate is used up, by this process's own sends. */
const paidUntilMs = new WeakMap<Channel, number>();

/**
 * Takes a place at the number's own rate: now, or the moment at which there is one again, and then nothing is taken. Kept
 * in memory because it only smooths: with several workers each keeps its own pace, and what is too much for Meta all the
 * same comes back as error 130429, which rests the number for all of them (`restChannel`).
 */
export function placeAtChannelRate(channel: Channel, nowMs: number): number {
  const { sendAtMs, paidUntilMs: until } = reserve(channel.can.rate.channel, paidUntilMs.get(channel), nowMs);
  if (sendAtMs <= nowMs) paidUntilMs.set(channel, until);
  return Math.ceil(sendAtMs);
}
