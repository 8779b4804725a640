import type { DateTime } from "luxon";
import type { ChannelKind } from "../src/domain/channel-kind.ts";
import type { BlockSource } from "../src/domain/outreach/block-source.ts";
import type { HealthDecision } from "../src/domain/outreach/number-health/decide-health.ts";
import type { Verdict } from "../src/domain/outreach/number-health/facts.ts";
import type { FAILURE_CODES } from "../src/domain/outreach/number-health/failure-class.ts";
import type { Tx } from "./client.ts";
import { document } from "./rows.ts";

/** What the database knows of one number's health. Counts are of a sample: the newest messages and people, no more than `MOST`. */
export type HealthRow = {
  readonly id: string;
  readonly kind: ChannelKind;
  readonly firstUsedAt: DateTime | null;
  readonly metaLimit: number | null;
  readonly quality: "GREEN" | "YELLOW" | "RED" | "UNKNOWN" | null;
  readonly blockedBecause: string | null;
  readonly linkState: string | null;
  readonly linkBecause: string | null;
  /** A restriction that came as the status of a message or as a word on the link, since the number was last let go on. */
  readonly failedBecause: string | null;
  readonly stoppedBy: string | null;
  readonly resumedAt: DateTime | null;
  readonly oldestSentAt: DateTime | null;
  readonly errorsInARow: number;
  readonly day: MessageCounts;
  readonly week: MessageCounts;
  readonly peopleDay: number;
  readonly people: number;
  readonly begun: number;
  readonly replied: number;
  readonly optOuts: number;
  readonly decisionId: string | null;
  readonly decided: Decided | null;
  readonly before: Decided | null;
};

type MessageCounts = {
  readonly sent: number;
  readonly undeliverable: number;
  readonly capped: number;
  readonly stops: number;
  readonly failed: number;
};

type Decided = {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly peopleADay: number | null;
  readonly everyMs: number;
  readonly at: string;
};

/** Messages and people of a number that are counted at a time: shares of so many are as good as of all. */
const MOST = { messages: 25_000, people: 5_000 } as const;

/** An unbroken run of failures is counted so far. */
const LAST_MESSAGES = 20;

export type AskedHealth = {
  /** Business time, in which people and messages are counted; and the real one, in which numbers are told of. */
  readonly now: DateTime;
  readonly realNow: DateTime;
  readonly codes: typeof FAILURE_CODES;
  readonly restrictions: readonly string[];
  /** This number and no other. */
  readonly only?: string | undefined;
};

/**
 * The health of every number in use of a business, in one statement. Messages are found by when they left: an id is as old as the plan,
 * and a list is planned for many days. The simulator has no health. 100,000 messages and 5,000 people cost 0.2 s (`test/db/number-health.test.ts`).
 */
export async function numbersHealth(
  tx: Tx,
  businessId: string,
  { now, realNow, codes, restrictions, only }: AskedHealth,
): Promise<HealthRow[]> {
  const [dayAgo, weekAgo] = [now.minus({ days: 1 }), now.minus({ days: 7 })];
  const counts = (where: ReturnType<Tx>) => tx`json_build_object(
    'sent', count(*) filter (where ${where}), 'failed', count(*) filter (where ${where} and m.code is not null),
    'undeliverable', count(*) filter (where ${where} and m.code = any(${[...codes.undeliverable]}::text[])),
    'capped', count(*) filter (where ${where} and m.code = any(${[...codes.capped]}::text[])),
    'stops', count(*) filter (where ${where} and m.code = any(${[...codes.stop]}::text[])))`;
  return tx<HealthRow[]>`
    with number as materialized (
      select h.*, (select d.at from number_decision d where d.business_id = h.business_id and d.channel_id = h.id and d.reason = 'resumed'
        order by d.at desc, d.id desc limit 1) as resumed_at
      from channel h where h.business_id = ${businessId} and h.kind <> 'simulator' and h.retired_at is null
        and ${only === undefined ? tx`true` : tx`h.id = ${only}`}
    ), newest as materialized (
      select m.* from number n cross join lateral (
        select id, channel_id, sent_at, failed_code, provider_id from message
        where business_id = ${businessId} and channel_id = n.id and direction = 'out' and sent_at > ${weekAgo}
        order by sent_at desc limit ${MOST.messages}) m
    ), sent as materialized (
      -- What was refused at once has no status: its code stands in the outbox.
      select m.channel_id, m.id, m.sent_at, m.sent_at > ${dayAgo} as is_today,
        coalesce(m.failed_code, (select coalesce(o.failure->>'code', 'none') from outbox o
          where o.business_id = ${businessId} and o.id = m.id and o.state = 'rejected' and m.provider_id is null)) as code,
        row_number() over (partition by m.channel_id order by m.sent_at desc, m.id desc) as place
      from newest m
    ), message_count as (
      select m.channel_id, ${counts(tx`m.is_today`)} as day, ${counts(tx`true`)} as week, min(m.sent_at) as oldest_sent_at,
        coalesce(min(m.place) filter (where m.code is null) - 1, count(*)) as errors,
        (array_agg(m.code order by m.sent_at desc, m.id desc) filter (where m.code = any(${[...restrictions]}::text[])
          and (n.resumed_at is null or m.sent_at > n.resumed_at)))[1] as failed_because
      from sent m join number n on n.id = m.channel_id group by m.channel_id
    )
    select h.id, h.kind, h.first_used_at, least(h.messaging_limit, h.tier_limit) as meta_limit, h.quality, h.blocked_because,
      l.state->>'state' as link_state, l.state->>'because' as link_because, h.resumed_at, h.health_decision_id as decision_id,
      ${stoppedBy(tx)} as stopped_by,
      coalesce(c.failed_because, ${toldOf(tx, realNow.minus({ days: 7 }))}) as failed_because, c.oldest_sent_at, least(coalesce(c.errors, 0), ${LAST_MESSAGES})::int as errors_in_a_row,
      coalesce(c.day, ${NOTHING}::text::json) as day, coalesce(c.week, ${NOTHING}::text::json) as week,
      p.people_day, p.people, p.begun, p.replied, p.opt_outs, ${decided(tx, tx`d.id = h.health_decision_id`)} as decided,
      ${decided(tx, tx`d.channel_id = h.id and d.verdict <> 'stopped'`)} as before
    from number h
    left join channel_link l on l.business_id = h.business_id and l.channel_id = h.id
    left join message_count c on c.channel_id = h.id
    cross join lateral (
      select count(*)::int as people, count(*) filter (where r.at > ${dayAgo})::int as people_day,
        count(*) filter (where r.at <= ${dayAgo})::int as begun,
        count(*) filter (where r.at <= ${dayAgo} and r.has_replied)::int as replied, count(*) filter (where r.has_stopped)::int as opt_outs
      from (
        select r.at, exists (select from conversation v where v.business_id = ${businessId} and v.contact_id = r.contact_id
            and v.channel_id = h.id and v.last_inbound_at >= r.at) as has_replied,
          (k.suppressed_because = 'opted_out' and k.suppressed_at >= r.at) is true or exists (select from hold o
            where o.business_id = ${businessId} and o.debtor_id = k.debtor_id and o.kind = 'opt_out' and o.lifted_at is null
              and o.placed_at >= r.at) as has_stopped
        from (select contact_id, at from reached_person
          where business_id = ${businessId} and channel_id = h.id and at > ${weekAgo} order by at desc limit ${MOST.people}) r
        join contact k on k.business_id = ${businessId} and k.id = r.contact_id
      ) r
    ) p
    order by h.id`;
}

/** The newest of what restricts a number and what lets it go on: by the ids' order, which is that of one number's locked writers. */
const stoppedBy = (tx: Tx) => tx`(
  select case when d.reason = 'restriction' then d.record->'reasons'->0->'inputs'->>'code' end from number_decision d
  where d.business_id = h.business_id and d.channel_id = h.id and d.reason in ('restriction', 'resumed')
  order by d.at desc, d.id desc limit 1)`;

/** A linked phone's restriction that WhatsApp told of, also when the link stands again: it may have passed between two looks. */
const toldOf = (tx: Tx, since: DateTime) => tx`(
  select case e.kind when 'link.restricted' then 'link.restricted' else 'link.banned' end from number_event e
  where e.business_id = h.business_id and e.channel_id = h.id and e.at > ${since} and (h.resumed_at is null or e.at > h.resumed_at)
    and (e.kind = 'link.restricted' or (e.kind = 'link.ended' and e.detail->>'because' = 'banned'))
  order by e.at desc, e.id desc limit 1)`;

const NOTHING = JSON.stringify({ sent: 0, failed: 0, undeliverable: 0, capped: 0, stops: 0 });

/** The newest decision of a number that is so. */
const decided = (tx: Tx, which: ReturnType<Tx>) => tx`(
  select json_build_object('verdict', d.verdict, 'reason', d.reason, 'peopleADay', d.people_a_day, 'everyMs', d.every_ms, 'at', d.at)
  from number_decision d where d.business_id = h.business_id and ${which} order by d.at desc, d.id desc limit 1)`;

export type NewNumberDecision = Pick<HealthDecision, "verdict" | "peopleADay" | "everyMs"> & {
  readonly id: string;
  readonly channelId: string;
  /** The name of the first rule, `none`, or `resumed`. */
  readonly reason: string;
  readonly record: unknown;
  readonly at: DateTime;
};

/** Locks a number's row, unless another decision than that one has come in the meantime: then nothing is to be written by old facts. */
export async function lockHealth(
  tx: Tx,
  businessId: string,
  { channelId, decisionId }: { channelId: string; decisionId: string | null },
): Promise<boolean> {
  const [found] = await tx<{ healthDecisionId: string | null }[]>`
    select health_decision_id from channel where business_id = ${businessId} and id = ${channelId} for no key update`;
  return found !== undefined && found.healthDecisionId === decisionId;
}

/** Keeps a decision, and from now on the number goes by it. */
export async function keepHealth(
  tx: Tx,
  businessId: string,
  { id, channelId, verdict, reason, peopleADay, everyMs, record, at }: NewNumberDecision,
): Promise<void> {
  await tx`
    insert into number_decision (business_id, id, channel_id, verdict, reason, people_a_day, every_ms, record, at)
    values (${businessId}, ${id}, ${channelId}, ${verdict}, ${reason}, ${peopleADay}, ${everyMs}, ${document(record)}::text::jsonb, ${at})`;
  await tx`
    update channel set people_a_day = ${peopleADay}, every_ms = ${everyMs}, health_decision_id = ${id}
    where business_id = ${businessId} and id = ${channelId}`;
}

/** Its age counts from the first message that it sent. */
export async function noteFirstUse(
  tx: Tx,
  businessId: string,
  { channelId, at }: { channelId: string; at: DateTime },
): Promise<void> {
  await tx`
    update channel set first_used_at = ${at} where business_id = ${businessId} and id = ${channelId} and first_used_at is null`;
}

export type StoppedNumber = {
  readonly blocks: Readonly<Partial<Record<BlockSource, string>>>;
  readonly blockedBecause: string | null;
  readonly verdict: Verdict | null;
  /** Restrictions of the last 30 days, and when the last one was. */
  readonly restrictions: number;
  readonly restrictedAt: DateTime | null;
  /** The restriction that nobody has lifted since. */
  readonly stoppedBy: string | null;
};

/** A number that a person wants to go on, locked; undefined when there is no such number. */
export async function lockStopped(
  tx: Tx,
  businessId: string,
  { channelId, since }: { channelId: string; since: DateTime },
): Promise<StoppedNumber | undefined> {
  const [found] = await tx<StoppedNumber[]>`
    select h.blocks, h.blocked_because, ${stoppedBy(tx)} as stopped_by,
      (select d.verdict from number_decision d where d.business_id = h.business_id and d.id = h.health_decision_id) as verdict,
      (select count(*)::int from number_decision d where d.business_id = h.business_id and d.channel_id = h.id
        and d.reason = 'restriction' and d.at > ${since}) as restrictions,
      (select max(d.at) from number_decision d where d.business_id = h.business_id and d.channel_id = h.id
        and d.reason = 'restriction' and d.at > ${since}) as restricted_at
    from channel h where h.business_id = ${businessId} and h.id = ${channelId} and h.kind <> 'simulator' and h.retired_at is null
    for no key update of h`;
  return found;
}

/** The decision by which a person last let it go on; undefined: none did. */
export async function lastResumed(tx: Tx, businessId: string, channelId: string): Promise<string | undefined> {
  const [found] = await tx<{ id: string }[]>`
    select id from number_decision where business_id = ${businessId} and channel_id = ${channelId} and reason = 'resumed'
    order by at desc, id desc limit 1`;
  return found?.id;
}

export type NumberDecisionRow = {
  readonly id: string;
  readonly at: DateTime;
  readonly verdict: Verdict;
  readonly peopleADay: number | null;
  readonly everyMs: number;
  readonly record: unknown;
};

/** What was decided of a number, newest first. */
export async function numberDecisions(
  tx: Tx,
  businessId: string,
  { channelId, after, limit }: { channelId: string; after: string | undefined; limit: number },
): Promise<NumberDecisionRow[]> {
  return tx<NumberDecisionRow[]>`
    select id, at, verdict, people_a_day, every_ms, record from number_decision
    where business_id = ${businessId} and channel_id = ${channelId}
      ${after === undefined ? tx`` : tx`and (at, id) < (select at, id from number_decision where business_id = ${businessId} and id = ${after})`}
    order by at desc, id desc limit ${limit}`;
}
