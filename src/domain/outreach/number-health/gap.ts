import { type ChannelKind, isLinked } from "../../channel-kind.ts";

/** A person does not write every three seconds to the millisecond: from the shortest gap up to 8/3 of it, so 3 to 8 seconds. */
const LONGEST = 8 / 3;

/**
 * Milliseconds from one message of a number to its next: never less than its health allows. Of a linked phone, whose pace WhatsApp
 * watches, it is drawn by `chance` (0 to 1).
 */
export function gapMs(kind: ChannelKind, everyMs: number, chance: number): number {
  return isLinked(kind) ? Math.round(everyMs * (1 + (LONGEST - 1) * chance)) : everyMs;
}
