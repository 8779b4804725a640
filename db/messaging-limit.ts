import type { DateTime } from "luxon";
import { LIMIT_HOURS } from "../src/domain/outreach/messaging-limit.ts";
import type { Tx } from "./client.ts";
import { rows } from "./rows.ts";

/** Which of a number's limits is the least: Meta's or what somebody set, or what the number's health allows. */
export type LimitWord = "messaging_limit" | "number_health";
export type NumberLimit = { readonly people: number; readonly because: LimitWord };

/**
 * The limits of those of these numbers that have one: the least of what an administrator set, what Meta last told and what its health
 * allows. `least` passes over null, which is no limit. Their rows are locked until the transaction ends: whoever counts people, gives
 * places or changes a limit does so one after the other, and sees what the one before has written.
 */
export async function lockLimits(
  tx: Tx,
  businessId: string,
  channelIds: readonly string[],
): Promise<Map<string, NumberLimit>> {
  const limited = await tx<(NumberLimit & { id: string })[]>`
    select id, least(messaging_limit, tier_limit, people_a_day) as people,
      case when coalesce(people_a_day < least(messaging_limit, tier_limit), people_a_day is not null) then 'number_health'
        else 'messaging_limit' end as because
    from channel
    where business_id = ${businessId} and id = any(${channelIds}::uuid[])
      and coalesce(messaging_limit, tier_limit, people_a_day) is not null
    order by id for no key update`;
  return new Map(limited.map(({ id, people, because }) => [id, { people, because }]));
}

/** Conversations before numbers: a turn that holds one of these may be asking for the number's row. After a number none is locked. */
export async function lockTheirConversations(tx: Tx, businessId: string, ids: readonly string[]): Promise<void> {
  await tx`
    select from conversation where business_id = ${businessId} and id = any(${ids}::uuid[]) order by id for no key update`;
}

/** How many people this number has reached since then, counted up to `most` and no further; and which of these it has. */
export async function reachedSince(
  tx: Tx,
  businessId: string,
  {
    channelId,
    contactIds,
    since,
    most,
  }: { channelId: string; contactIds: readonly string[]; since: DateTime; most: number },
): Promise<{ people: number; known: Set<string> }> {
  const [found] = await tx<{ people: number; contactIds: string[] }[]>`
    select
      (select count(*)::int from (select from reached_person
        where business_id = ${businessId} and channel_id = ${channelId} and at > ${since} limit ${most}) counted) as people,
      array(select contact_id::text from reached_person
        where business_id = ${businessId} and channel_id = ${channelId} and contact_id = any(${contactIds}::uuid[])
          and at > ${since}) as contact_ids`;
  return { people: found?.people ?? 0, known: new Set(found?.contactIds) };
}

/** When the first of those whom the number has reached since then were reached, earliest first. */
export async function firstReached(
  tx: Tx,
  businessId: string,
  { channelId, since, limit }: { channelId: string; since: DateTime; limit: number },
): Promise<DateTime[]> {
  const found = await tx<{ at: DateTime }[]>`
    select at from reached_person where business_id = ${businessId} and channel_id = ${channelId} and at > ${since}
    order by at limit ${limit}`;
  return found.map(({ at }) => at);
}

/** They are written to now, outside WhatsApp's 24 hours. */
export async function markReached(
  tx: Tx,
  businessId: string,
  reached: readonly { channelId: string; contactId: string; at: DateTime }[],
): Promise<void> {
  if (reached.length === 0) return;
  await tx`
    insert into reached_person (business_id, channel_id, contact_id, at)
    select distinct on (r."channelId", r."contactId") ${businessId}::uuid, r."channelId", r."contactId", r.at
    from jsonb_to_recordset(${rows(reached)}::text::jsonb) as r("channelId" uuid, "contactId" uuid, at timestamptz)
    on conflict (business_id, channel_id, contact_id) do update set at = greatest(reached_person.at, excluded.at)`;
}

/** What has a place under a number's limit; what is being moved now gives its own up first. */
export type OnNumber = { readonly channelId: string; readonly moving: readonly string[] };

/**
 * Of these windows the first whose last slot nobody has, by its place in the list: places are given in order, so one whose last
 * slot is taken is full. One look at the index a window, however many wait in it.
 */
export async function firstWithRoom(
  tx: Tx,
  businessId: string,
  { channelId, moving }: OnNumber,
  windows: readonly { lastSlot: DateTime; end: DateTime }[],
): Promise<number | undefined> {
  const [found] = await tx<{ place: number }[]>`
    select w.place::int as place
    from jsonb_to_recordset(${rows(windows.map((window, place) => ({ ...window, place })))}::text::jsonb)
      as w(place integer, "lastSlot" timestamptz, "end" timestamptz)
    where not exists (select from outbox o
      where o.business_id = ${businessId} and o.placed_on = ${channelId} and o.state = 'queued'
        and o.send_at >= w."lastSlot" and o.send_at <= w."end" and o.id <> all(${moving}::uuid[]))
    order by w.place limit 1`;
  return found?.place;
}

export type WindowAsked = {
  readonly opens: DateTime;
  readonly end: DateTime;
  readonly limit: number;
  readonly count: number;
};

/**
 * How many have a place in a window or left in it, and, for each of the next `count`, the one that comes `limit` before it in the
 * 24 hours before the window: latest first.
 */
export async function takenIn(
  tx: Tx,
  businessId: string,
  { channelId, moving }: OnNumber,
  { opens, end, limit, count }: WindowAsked,
): Promise<{ within: number; dayBefore: DateTime[] }> {
  const since = opens.minus({ hours: LIMIT_HOURS });
  const found = await tx<{ within: number; at: DateTime | null }[]>`
    with place as materialized (
      select send_at as at from outbox
      where business_id = ${businessId} and placed_on = ${channelId} and state = 'queued'
        and send_at > ${since} and send_at <= ${end} and id <> all(${moving}::uuid[])
      union all
      select at from reached_person
      where business_id = ${businessId} and channel_id = ${channelId} and at > ${since} and at <= ${end}
    ), inside as (select count(*)::int as within from place where at >= ${opens})
    select inside.within, before.at from inside left join lateral (
      select at from place where at < ${opens} order by at desc
      offset greatest(${limit}::int - inside.within - ${count}::int, 0) limit least(${count}::int, greatest(${limit}::int - inside.within, 0))
    ) before on true`;
  return { within: found[0]?.within ?? 0, dayBefore: found.flatMap(({ at }) => at ?? []) };
}

/** How many have a place from one moment to another, both included, or left then. */
export async function placedBetween(
  tx: Tx,
  businessId: string,
  { channelId, moving }: OnNumber,
  { from, to }: { from: DateTime; to: DateTime },
): Promise<number> {
  const [found] = await tx<{ count: number }[]>`
    select ((select count(*) from outbox
      where business_id = ${businessId} and placed_on = ${channelId} and state = 'queued'
        and send_at >= ${from} and send_at <= ${to} and id <> all(${moving}::uuid[]))
      + (select count(*) from reached_person
      where business_id = ${businessId} and channel_id = ${channelId} and at >= ${from} and at <= ${to}))::int as count`;
  return found?.count ?? 0;
}

/** The moments of all whom a number has reached since then and of all that have a place on it, in order: for a dry run. */
export async function allTaken(
  tx: Tx,
  businessId: string,
  { channelId, since }: { channelId: string; since: DateTime },
): Promise<DateTime[]> {
  const found = await tx<{ at: DateTime }[]>`
    select send_at as at from outbox
    where business_id = ${businessId} and placed_on = ${channelId} and state = 'queued' and send_at > ${since}
    union all
    select at from reached_person where business_id = ${businessId} and channel_id = ${channelId} and at > ${since}
    order by at`;
  return found.map(({ at }) => at);
}

/** The limit of this number, locked; undefined when there is no such number. */
export async function lockLimit(
  tx: Tx,
  businessId: string,
  channelId: string,
): Promise<{ messagingLimit: number | null } | undefined> {
  const [found] = await tx<{ messagingLimit: number | null }[]>`
    select messaging_limit from channel where business_id = ${businessId} and id = ${channelId} for no key update`;
  return found;
}

export async function saveLimit(
  tx: Tx,
  businessId: string,
  { channelId, limit }: { channelId: string; limit: number | null },
): Promise<void> {
  await tx`update channel set messaging_limit = ${limit} where business_id = ${businessId} and id = ${channelId}`;
}

/**
 * Frees the places under this number's limit, and names what had them or still waits for one, in the order in which it was written.
 * Each still waits for its moment. What a process is deciding on just then is passed over: it decides by the limit as it is by then.
 */
export async function freePlaces(tx: Tx, businessId: string, channelId: string): Promise<string[]> {
  const freed = await tx<{ id: string }[]>`
    with waiting as (
      select o.id from outbox o join conversation c on c.business_id = o.business_id and c.id = o.conversation_id
      where o.business_id = ${businessId} and c.channel_id = ${channelId} and o.state = 'queued'
        and (o.placed_on = ${channelId} or o.waits_because = 'messaging_limit')
      order by o.id for no key update of o skip locked
    )
    update outbox o set placed_on = null from waiting w where o.business_id = ${businessId} and o.id = w.id
    returning o.id`;
  return freed.map(({ id }) => id).toSorted();
}

/** Of these what waits without a place, locked: what somebody else has in this moment is passed over, and not waited for. */
export async function lockUnplaced(
  tx: Tx,
  businessId: string,
  ids: readonly string[],
): Promise<{ id: string; conversationId: string }[]> {
  return tx<{ id: string; conversationId: string }[]>`
    select id, conversation_id from outbox
    where business_id = ${businessId} and id = any(${ids}::uuid[]) and state = 'queued' and placed_on is null
    order by id for no key update skip locked`;
}
