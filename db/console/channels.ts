import type { DateTime } from "luxon";
import type { ChannelKind } from "../../src/domain/channel-kind.ts";
import type { Tx } from "../client.ts";

export type ChannelState = {
  readonly id: string;
  readonly kind: ChannelKind;
  readonly name: string;
  readonly blockedBecause: string | null;
  readonly pausedUntil: DateTime | null;
  readonly messagingLimit: number | null;
};

export async function channelStates(tx: Tx, businessId: string): Promise<ChannelState[]> {
  return tx<ChannelState[]>`
    select id, kind, name, blocked_because, paused_until, messaging_limit from channel
    where business_id = ${businessId} order by id`;
}
