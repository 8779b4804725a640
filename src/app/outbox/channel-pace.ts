import type { Channel } from "../../channels/channel.ts";
import { reserve } from "../../channels/pacing.ts";
import { isLinked } from "../../domain/channel-kind.ts";
import { gapMs } from "../../domain/outreach/number-health/gap.ts";
import { EVERY_MS } from "../../domain/outreach/number-health/rules.ts";
import { chance } from "../../ids.ts";

/** When each number's health lets it send again, in elapsed milliseconds. */
const restsUntilMs = new WeakMap<Channel, number>();

/** Until when each number's rate is used up, by this process's own sends, in elapsed milliseconds. */
const paidUntilMs = new WeakMap<Channel, number>();

/**
 * Takes a place at the number's own rate, and `everyMs` after its last message as its health wants it (`number-health/`), and returns 0; or how long until there is one again, in whole milliseconds, and then
 * nothing is taken. `elapsedMs` is a time that never jumps: a clock that was set back would rest the number until it had
 * caught up. Kept in memory because it only smooths: with several workers each keeps its own pace, and what is too much for
 * Meta all the same comes back as error 130429, which rests the number for all of them (`restChannel`). A linked phone's messages
 * leave from the one process that has it, so that its distance is exact.
 */
export function waitForPlaceMs(channel: Channel, elapsedMs: number, everyMs: number | null): number {
  const { sendAtMs, paidUntilMs: until } = reserve(channel.can.rate.channel, paidUntilMs.get(channel), elapsedMs);
  const at = Math.max(sendAtMs, restsUntilMs.get(channel) ?? elapsedMs);
  if (at <= elapsedMs) {
    paidUntilMs.set(channel, until);
    // A phone that was linked this minute has not been judged yet: it goes no faster for that.
    const leastMs = everyMs ?? (isLinked(channel.kind) ? EVERY_MS.linked.normal : 0);
    restsUntilMs.set(channel, elapsedMs + gapMs(channel.kind, leastMs, chance()));
  }
  return Math.ceil(at - elapsedMs);
}
