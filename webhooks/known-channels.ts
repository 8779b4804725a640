import type { Sql } from "../db/client.ts";
import { channelOf } from "../db/lookups.ts";
import type { Clock } from "../src/clock.ts";

export type KnownChannel = { readonly businessId: string; readonly channelId: string };

/** A number keeps its business for as long as it is connected; a minute of an old answer does no harm. */
const REMEMBER_MS = 60_000;

/**
 * Which business and channel a number is. Only what is known is remembered: a number connected this second is found this
 * second, and strangers' numbers fill no memory.
 */
export function makeKnownChannels({
  lookups,
  clock,
}: {
  lookups: Sql;
  clock: Clock;
}): (phoneNumberId: string) => Promise<KnownChannel | undefined> {
  const known = new Map<string, { channel: KnownChannel; untilMs: number }>();
  return async (phoneNumberId) => {
    const nowMs = clock.elapsedMs();
    const remembered = known.get(phoneNumberId);
    if (remembered && remembered.untilMs > nowMs) return remembered.channel;
    known.delete(phoneNumberId);
    const channel = await channelOf(lookups, phoneNumberId);
    if (channel) known.set(phoneNumberId, { channel, untilMs: nowMs + REMEMBER_MS });
    return channel;
  };
}
