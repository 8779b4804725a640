import { DateTime } from "luxon";
import type { ChannelIdentity } from "../src/channels/channel.ts";
import { textAt } from "./json.ts";

/** Who it is, leaving out a phone that is none: people with a username may come without one. */
export function identityOf({ phone, bsuid }: ChannelIdentity): ChannelIdentity {
  return { phone: phone !== undefined && /^\d{5,15}$/.test(phone) ? phone : undefined, bsuid };
}

/** A moment given in unix seconds, in UTC. The year 2200 bounds what a stranger can make us compute with. */
export function momentAt(value: unknown, key: string): DateTime | undefined {
  const seconds = textAt(value, key);
  if (seconds === undefined || !/^\d{1,10}$/.test(seconds) || Number(seconds) > 7_258_118_400) return undefined;
  return DateTime.fromSeconds(Number(seconds), { zone: "utc" });
}
