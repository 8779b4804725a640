import type { ChannelKind } from "../src/domain/channel-kind.ts";
import type { Tx } from "./client.ts";

export type StoredChannel = {
  readonly id: string;
  readonly kind: ChannelKind;
  readonly name: string;
  readonly routingKey: string;
  readonly blockedBecause: string | null;
  /** The one that holds: the least of what an administrator, Meta and the governor of its health say. Null: none. */
  readonly messagingLimit: number | null;
};

/** The channel this business writes through: its first that is in use. */
export async function channelFor(tx: Tx, businessId: string): Promise<StoredChannel | undefined> {
  const [first] = await channelsOf(tx, businessId);
  return first;
}

/** Those in use: none that was retired. */
export async function channelsOf(tx: Tx, businessId: string): Promise<StoredChannel[]> {
  return tx<StoredChannel[]>`
    select id, kind, name, routing_key, blocked_because,
      least(messaging_limit, tier_limit, people_a_day) as messaging_limit
    from channel where business_id = ${businessId} and retired_at is null order by id`;
}

/** What a process needs to write through a number. */
export type ChannelToOpen = {
  readonly id: string;
  readonly kind: ChannelKind;
  readonly routingKey: string;
  /** Sealed; null: those of the settings. */
  readonly credentials: Buffer | null;
  readonly messagesPerSecond: number | null;
};

export async function channelsToOpen(tx: Tx, businessId: string): Promise<ChannelToOpen[]> {
  return tx<ChannelToOpen[]>`
    select id, kind, routing_key, credentials, messages_per_second from channel
    where business_id = ${businessId} and retired_at is null order by id`;
}

/** Lets every number try again. What waited for a blocked one leaves then. */
export async function unblockChannels(tx: Tx, businessId: string): Promise<void> {
  await tx`update channel set blocked_because = null where business_id = ${businessId} and blocked_because is not null`;
}
