import type { DateTime } from "luxon";
import type { Tx } from "../client.ts";

export type ChannelState = {
  readonly id: string;
  readonly kind: "cloud" | "simulator";
  readonly name: string;
  readonly blockedBecause: string | null;
  readonly pausedUntil: DateTime | null;
};

export async function channelStates(tx: Tx, businessId: string): Promise<ChannelState[]> {
  return tx<
    ChannelState[]
  >`select id, kind, name, blocked_because, paused_until from channel where business_id = ${businessId} order by id`;
}
