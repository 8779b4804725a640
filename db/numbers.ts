import type { DateTime } from "luxon";
import type { ChannelKind } from "../src/domain/channel-kind.ts";
import type { Tx } from "./client.ts";
import { liftBlocks } from "./number-blocks.ts";

export type NumberQuality = "GREEN" | "YELLOW" | "RED" | "UNKNOWN";

/** A number with all that is known of it, its secrets sealed. */
export type NumberRow = {
  readonly id: string;
  readonly kind: ChannelKind;
  readonly name: string;
  /** Meta's phone_number_id, of a Cloud API number. */
  readonly routingKey: string;
  readonly phone: string | null;
  readonly verifiedName: string | null;
  readonly wabaId: string | null;
  /** Null: those of the settings, or none any more. */
  readonly credentials: Buffer | null;
  readonly blockedBecause: string | null;
  readonly pausedUntil: DateTime | null;
  readonly messagingLimit: number | null;
  readonly tierLimit: number | null;
  readonly effectiveLimit: number | null;
  readonly quality: NumberQuality | null;
  readonly messagesPerSecond: number | null;
  readonly learntAt: DateTime | null;
  readonly firstUsedAt: DateTime | null;
  readonly retiredAt: DateTime | null;
};

/** Cloud API numbers, those in use first. */
export async function cloudNumbersOf(tx: Tx, businessId: string): Promise<NumberRow[]> {
  return tx<NumberRow[]>`
    select ${columns(tx)} from channel where business_id = ${businessId} and kind = 'cloud'
    order by retired_at nulls first, id`;
}

export async function numberOf(tx: Tx, businessId: string, id: string): Promise<NumberRow | undefined> {
  const [found] = await tx<NumberRow[]>`
    select ${columns(tx)} from channel where business_id = ${businessId} and id = ${id}`;
  return found;
}

/** Also one that was retired. */
export async function numberByKey(tx: Tx, businessId: string, routingKey: string): Promise<NumberRow | undefined> {
  const [found] = await tx<NumberRow[]>`
    select ${columns(tx)} from channel where business_id = ${businessId} and routing_key = ${routingKey}`;
  return found;
}

const columns = (tx: Tx) => tx`
  id, kind, name, routing_key, phone, verified_name, waba_id, credentials, blocked_because, paused_until, messaging_limit, tier_limit,
  least(messaging_limit, tier_limit, people_a_day) as effective_limit, quality, messages_per_second, learnt_at, first_used_at, retired_at`;

/** So that of two who change one number the second sees what the first did. */
export async function lockNumber(tx: Tx, businessId: string, id: string): Promise<NumberRow | undefined> {
  await tx`select from channel where business_id = ${businessId} and id = ${id} for no key update`;
  return numberOf(tx, businessId, id);
}

export type JoinedNumber = {
  readonly id: string;
  readonly name: string;
  readonly routingKey: string;
  readonly wabaId: string;
  readonly credentials: Buffer;
  /** Where Meta told no limit, and only then. */
  readonly messagingLimit: number | null;
};

/**
 * A number of the business's own secrets, or one that was retired, back again with its past. @throws when another business has it
 * (`23505`), or the business is a demo.
 */
export async function joinCloudNumber(tx: Tx, businessId: string, number: JoinedNumber): Promise<void> {
  const { id, name, routingKey, wabaId, credentials, messagingLimit } = number;
  await tx`
    insert into channel (business_id, id, kind, name, routing_key, waba_id, credentials, messaging_limit)
    values (${businessId}, ${id}, 'cloud', ${name}, ${routingKey}, ${wabaId}, ${credentials}, ${messagingLimit})
    on conflict (business_id, id) do update set name = excluded.name, waba_id = excluded.waba_id, credentials = excluded.credentials,
      retired_at = null, paused_until = null`;
  await liftBlocks(tx, businessId, { channelId: id, sources: ["credentials", "refused"] });
  await tx`select route_channel(${routingKey}, ${id})`;
}

export async function saveCredentials(
  tx: Tx,
  businessId: string,
  { id, credentials }: { id: string; credentials: Buffer },
): Promise<void> {
  await tx`
    update channel set credentials = ${credentials} where business_id = ${businessId} and id = ${id}`;
}

/**
 * Its secrets and its route go, a linked phone's keys with them; what it was to fetch cannot be had any more. Its past stays. After `endLease`:
 * whoever still has the session may write no key any more.
 */
export async function retireChannel(
  tx: Tx,
  businessId: string,
  { id, at }: { id: string; at: DateTime },
): Promise<void> {
  await tx`update channel set retired_at = ${at}, credentials = null where business_id = ${businessId} and id = ${id}`;
  await tx`select unroute_channel(${id})`;
  await tx`delete from session_key where business_id = ${businessId} and channel_id = ${id}`;
  await tx`delete from session_inbox where business_id = ${businessId} and channel_id = ${id}`;
  await tx`
    update message_file set state = 'gone', retry_at = null, because = 'the number was retired'
    where business_id = ${businessId} and channel_id = ${id} and state = 'wanted'`;
}

/** What is absent stays as it was. A null limit is none. */
export type NumberFacts = {
  readonly phone?: string | undefined;
  readonly verifiedName?: string | undefined;
  readonly wabaId?: string | undefined;
  readonly quality?: NumberQuality | undefined;
  readonly tierLimit?: number | null | undefined;
  readonly messagesPerSecond?: number | undefined;
};

/**
 * Keeps what Meta told of a number, and whether the limit that holds became another one by it. What was learnt later is not
 * overwritten by what Meta said before: webhooks come in no order.
 */
export async function saveNumberFacts(
  tx: Tx,
  businessId: string,
  { id, facts, at }: { id: string; facts: NumberFacts; at: DateTime },
): Promise<{ limitChanged: boolean }> {
  const [before] = await tx<{ limit: number | null; isNewer: boolean }[]>`
    select least(messaging_limit, tier_limit, people_a_day) as limit, coalesce(learnt_at > ${at}, false) as is_newer
    from channel where business_id = ${businessId} and id = ${id} for no key update`;
  if (!before || before.isNewer) return { limitChanged: false };
  const tellsLimit = facts.tierLimit !== undefined;
  const [after] = await tx<{ limit: number | null }[]>`
    update channel set
      phone = coalesce(${facts.phone ?? null}, phone),
      verified_name = coalesce(${facts.verifiedName ?? null}, verified_name),
      waba_id = coalesce(${facts.wabaId ?? null}, waba_id),
      quality = coalesce(${facts.quality ?? null}, quality),
      messages_per_second = coalesce(${facts.messagesPerSecond ?? null}, messages_per_second),
      tier_limit = case when ${tellsLimit} then ${facts.tierLimit ?? null}::integer else tier_limit end,
      learnt_at = ${at}
    where business_id = ${businessId} and id = ${id}
    returning least(messaging_limit, tier_limit, people_a_day) as limit`;
  return { limitChanged: after !== undefined && after.limit !== before.limit };
}

/** The number of the settings comes without its account: what Meta says of its token may name it, else its first webhook does. */
export async function learnAccount(
  tx: Tx,
  businessId: string,
  { id, wabaId }: { id: string; wabaId: string },
): Promise<void> {
  await tx`
    update channel set waba_id = ${wabaId} where business_id = ${businessId} and id = ${id} and kind = 'cloud' and waba_id is null`;
}

/** What a webhook's door has to know of a number before it believes anything. */
export async function numberForWebhook(
  tx: Tx,
  businessId: string,
  id: string,
): Promise<Pick<NumberRow, "credentials" | "retiredAt"> | undefined> {
  const [found] = await tx<Pick<NumberRow, "credentials" | "retiredAt">[]>`
    select credentials, retired_at from channel where business_id = ${businessId} and id = ${id}`;
  return found;
}

/** Numbers in use of a business that a change of an account is about: not surely, while a number does not know its account. */
export async function numbersOfAccount(
  tx: Tx,
  businessId: string,
  { wabaId, displayPhone }: { wabaId: string; displayPhone: string | undefined },
): Promise<{ id: string; routingKey: string; isSure: boolean }[]> {
  return tx<{ id: string; routingKey: string; isSure: boolean }[]>`
    select id, routing_key, waba_id is not null as is_sure from channel
    where business_id = ${businessId} and kind = 'cloud' and retired_at is null
      -- The number of the settings does not know its account until Meta has told it.
      and (waba_id is null or waba_id = ${wabaId})
      and (${displayPhone ?? null}::text is null or phone is null or phone = ${displayPhone ?? null})
    order by id`;
}
