import type { DateTime } from "luxon";
import type { ChannelKind } from "../../src/domain/channel-kind.ts";
import type { Tx } from "../client.ts";

// What the console shows of the numbers of a business. Each question is asked once for all of them, or for the one that is named.

export type NumberRow = {
  readonly id: string;
  readonly kind: ChannelKind;
  readonly name: string;
  readonly routingKey: string;
  readonly phone: string | null;
  readonly wabaId: string | null;
  readonly hasOwnCredentials: boolean;
  readonly blockedBecause: string | null;
  readonly pausedUntil: DateTime | null;
  readonly messagingLimit: number | null;
  readonly quality: "GREEN" | "YELLOW" | "RED" | "UNKNOWN" | null;
  readonly tierLimit: number | null;
  readonly messagesPerSecond: number | null;
  readonly learntAt: DateTime | null;
  readonly firstUsedAt: DateTime | null;
  readonly retiredAt: DateTime | null;
  /** How many it has written to outside WhatsApp's service window since then. */
  readonly reached: number;
  /** Sends that leave later because of its messaging limit, and when the last of them does. */
  readonly waiting: number;
  readonly lastAt: DateTime | null;
  /** The newest decision on its health. */
  readonly verdict: "warming-up" | "normal" | "slowed" | "stopped" | null;
  readonly reason: string | null;
  readonly peopleADay: number | null;
  readonly everyMs: number | null;
  /** What that decision's first reason was judged by. */
  readonly inputs: Readonly<Record<string, number | string | null>>;
  readonly decidedAt: DateTime | null;
};

/** The numbers, in the order in which they were made, those that were retired after the others; or the one of that id. */
export async function numberRows(
  tx: Tx,
  businessId: string,
  { since, only }: { since: DateTime; only?: string | undefined },
): Promise<NumberRow[]> {
  return tx<NumberRow[]>`
    select h.id, h.kind, h.name, h.routing_key, h.phone, h.waba_id, h.credentials is not null as has_own_credentials,
      h.blocked_because, h.paused_until, h.messaging_limit, h.quality, h.tier_limit, h.messages_per_second, h.learnt_at,
      h.first_used_at, h.retired_at,
      (select count(*)::int from reached_person r
        where r.business_id = h.business_id and r.channel_id = h.id and r.at > ${since}) as reached, w.waiting, w.last_at,
      d.verdict, d.reason, d.people_a_day, d.every_ms, d.at as decided_at,
      coalesce(d.record #> '{reasons,0,inputs}', '{}') as inputs
    from channel h
    cross join lateral (select count(*)::int as waiting, max(o.send_at) as last_at from outbox o
      where o.business_id = h.business_id and o.placed_on = h.id and o.state = 'queued' and o.waits_because is not null) w
    left join lateral (select n.verdict, n.reason, n.people_a_day, n.every_ms, n.at, n.record from number_decision n
      where n.business_id = h.business_id and n.channel_id = h.id order by n.at desc, n.id desc limit 1) d on true
    where h.business_id = ${businessId} ${only === undefined ? tx`` : tx`and h.id = ${only}`}
    order by h.retired_at is not null, h.id`;
}

/** Figures of one number since two moments: each of them twice, the later first. */
export type FiguresRow = { readonly channelId: string } & Readonly<Record<`${"day" | "week"}${Figure}`, number>>;
type Figure = "Sent" | "Delivered" | "Read" | "Failed" | "People" | "Replied" | "Blocked";

/**
 * What became of what each number sent. Only messages since `week` are read, through the index of what was sent
 * (`message_sent_through`). `unreachable`: codes by which WhatsApp says that this person is not to be had through the number.
 */
export async function numberFigures(
  tx: Tx,
  businessId: string,
  { day, week, unreachable, only }: FigureSpans,
): Promise<FiguresRow[]> {
  return tx<FiguresRow[]>`
    with sent as (
      select m.channel_id, m.conversation_id, m.sent_at, m.status_rank, m.sent_at >= ${day} as is_of_day,
        m.provider_id is not null or m.status_rank > 0 as is_taken,
        m.status_rank = 2 or (m.provider_id is null and o.state = 'rejected') as is_failed,
        coalesce(m.failed_code, o.failure ->> 'code') = any(${[...unreachable]}::text[]) as is_unreachable
      from message m
      -- Only what WhatsApp did not take is looked up: what it did is settled by its statuses.
      left join outbox o on m.provider_id is null and o.business_id = m.business_id and o.id = m.id
      where m.business_id = ${businessId} and m.direction = 'out' and m.sent_at >= ${week}
        and ${only === undefined ? tx`m.channel_id in (select id from channel where business_id = ${businessId})` : tx`m.channel_id = ${only}`}
    ), talk as (
      select channel_id, conversation_id,
        count(*) filter (where is_taken) as week_sent, count(*) filter (where is_taken and is_of_day) as day_sent,
        count(*) filter (where status_rank >= 3) as week_delivered, count(*) filter (where status_rank >= 3 and is_of_day) as day_delivered,
        count(*) filter (where status_rank >= 4) as week_read, count(*) filter (where status_rank >= 4 and is_of_day) as day_read,
        count(*) filter (where is_failed) as week_failed, count(*) filter (where is_failed and is_of_day) as day_failed,
        bool_or(is_failed and is_unreachable) as week_blocked, bool_or(is_failed and is_unreachable and is_of_day) as day_blocked,
        min(sent_at) as week_first, min(sent_at) filter (where is_of_day) as day_first
      from sent group by channel_id, conversation_id
    )
    select t.channel_id,
      sum(week_sent)::int as week_sent, sum(day_sent)::int as day_sent,
      sum(week_delivered)::int as week_delivered, sum(day_delivered)::int as day_delivered,
      sum(week_read)::int as week_read, sum(day_read)::int as day_read,
      sum(week_failed)::int as week_failed, sum(day_failed)::int as day_failed,
      count(distinct c.contact_id)::int as week_people,
      count(distinct c.contact_id) filter (where day_first is not null)::int as day_people,
      count(distinct c.contact_id) filter (where c.last_inbound_at > week_first)::int as week_replied,
      count(distinct c.contact_id) filter (where c.last_inbound_at > day_first)::int as day_replied,
      count(distinct c.contact_id) filter (where week_blocked)::int as week_blocked,
      count(distinct c.contact_id) filter (where day_blocked)::int as day_blocked
    from talk t join conversation c on c.business_id = ${businessId} and c.id = t.conversation_id
    group by t.channel_id`;
}

export type FigureSpans = {
  readonly day: DateTime;
  readonly week: DateTime;
  readonly unreachable: readonly string[];
  readonly only?: string | undefined;
};

/** What was billed since then, a row a number and currency. `unpriced`: how many of them the rate card has no price for. */
export type CostRow = {
  readonly channelId: string;
  readonly currency: string;
  readonly micros: bigint;
  readonly unpriced: number;
};

export async function numberCosts(
  tx: Tx,
  businessId: string,
  { since, only }: { since: DateTime; only?: string | undefined },
): Promise<CostRow[]> {
  const found = await tx<(Omit<CostRow, "micros"> & { micros: string })[]>`
    select channel_id, currency, coalesce(sum(micros), 0)::text as micros,
      count(*) filter (where micros is null)::int as unpriced
    from message_cost
    where business_id = ${businessId} and billable and at >= ${since}
      and ${only === undefined ? tx`channel_id in (select id from channel where business_id = ${businessId})` : tx`channel_id = ${only}`}
    group by channel_id, currency order by channel_id, currency`;
  return found.map((row) => ({ ...row, micros: BigInt(row.micros) }));
}

/** Why a message has not left, as far as the message itself tells; whether its number can send at all is the number's to say. */
export type QueueRow = {
  readonly channelId: string;
  readonly because: "leaving" | "not-yet" | "messaging-limit" | "number-health" | "patience" | "unknown" | "due";
  readonly count: number;
  readonly next: DateTime | null;
};

/** What waits to be sent through each number, by reason. `now` is business time. */
export async function numberQueue(
  tx: Tx,
  businessId: string,
  { now, realNow, only }: { now: DateTime; realNow: DateTime; only?: string | undefined },
): Promise<QueueRow[]> {
  return tx<QueueRow[]>`
    select c.channel_id, w.because, count(*)::int as count, min(o.send_at) filter (where o.send_at > ${now}) as next
    from outbox o
    join conversation c on c.business_id = o.business_id and c.id = o.conversation_id
    cross join lateral (select case
      when o.state = 'unknown' then 'unknown'
      when o.state = 'sending' then 'leaving'
      when o.send_at > ${now} and o.waits_because is not null then replace(o.waits_because, '_', '-')
      when o.send_at > ${now} then 'not-yet'
      when o.retry_at > ${realNow} then 'patience'
      else 'due' end as because) w
    where o.business_id = ${businessId} and o.state in ('queued', 'sending', 'unknown')
      ${only === undefined ? tx`` : tx`and c.channel_id = ${only}`}
    group by c.channel_id, w.because order by c.channel_id, count(*) desc, w.because`;
}
