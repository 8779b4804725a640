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

/** `waiting`: sends that leave later because of its messaging limit, and when the last of them does. */
export type NumberUse = ChannelState & {
  readonly reached: number;
  readonly waiting: number;
  readonly lastAt: DateTime | null;
};

/** Each number, and how many people it has reached since then. */
export async function numbersInUse(tx: Tx, businessId: string, since: DateTime): Promise<NumberUse[]> {
  return tx<NumberUse[]>`
    select h.id, h.kind, h.name, h.blocked_because, h.paused_until, h.messaging_limit,
      (select count(*)::int from reached_person r
        where r.business_id = h.business_id and r.channel_id = h.id and r.at > ${since}) as reached, w.waiting, w.last_at
    from channel h
    cross join lateral (select count(*)::int as waiting, max(o.send_at) as last_at from outbox o
      where o.business_id = h.business_id and o.placed_on = h.id and o.state = 'queued' and o.waits_because = 'messaging_limit') w
    where h.business_id = ${businessId} order by h.id`;
}
