import type { DateTime } from "luxon";
import type { ChannelKind } from "../src/domain/channel-kind.ts";
import type { Sql, Tx } from "./client.ts";

export type StoredChannel = {
  readonly id: string;
  readonly kind: ChannelKind;
  readonly name: string;
  readonly routingKey: string;
  readonly blockedBecause: string | null;
  readonly messagingLimit: number | null;
  readonly tierLimit: number | null;
  readonly peopleADay: number | null;
};

/** The number this business writes through to who knows none of its numbers: the first that can be used, else its first. */
export async function channelFor(tx: Tx, businessId: string): Promise<StoredChannel | undefined> {
  const [first] = await usableChannels(tx, businessId);
  return first ?? (await channelsOf(tx, businessId))[0];
}

/** Those that are not blocked, stopped or taken out of use, in order. One that only rests for some seconds is among them. */
export async function usableChannels(tx: Tx, businessId: string): Promise<StoredChannel[]> {
  return tx<StoredChannel[]>`
    select id, kind, name, routing_key, blocked_because, messaging_limit, tier_limit, people_a_day from channel
    where business_id = ${businessId} and blocked_because is null and retired_at is null order by id`;
}

/** A number that somebody has had a conversation on. */
export type KnownOnRow = { readonly channelId: string; readonly hasWritten: boolean; readonly lastAt: DateTime };

/** The numbers that each of these contacts, or debtors, knows from a conversation. */
export async function numbersKnownBy(
  tx: Tx,
  businessId: string,
  who: { contactIds: readonly string[] } | { debtorIds: readonly string[] },
): Promise<Map<string, KnownOnRow[]>> {
  const key = "contactIds" in who ? tx`contact_id` : tx`debtor_id`;
  const ids = "contactIds" in who ? who.contactIds : who.debtorIds;
  const found = await tx<(KnownOnRow & { who: string })[]>`
    select ${key} as who, channel_id, bool_or(last_inbound_at is not null) as has_written, max(opened_at) as last_at from conversation
    where business_id = ${businessId} and ${key} = any(${[...ids]}::uuid[]) group by ${key}, channel_id`;
  return Map.groupBy(found, (row) => row.who);
}

/** Of these contacts those who have written to that number, as `channel contact`. */
export async function warmContacts(
  tx: Tx,
  businessId: string,
  { channelIds, contactIds }: { channelIds: readonly string[]; contactIds: readonly string[] },
): Promise<Set<string>> {
  const found = await tx<{ channelId: string; contactId: string }[]>`
    select distinct channel_id, contact_id from conversation
    where business_id = ${businessId} and contact_id = any(${[...contactIds]}::uuid[]) and channel_id = any(${[...channelIds]}::uuid[])
      and last_inbound_at is not null`;
  return new Set(found.map(({ channelId, contactId }) => `${channelId} ${contactId}`));
}

/** Those in use: none that was retired. */
export async function channelsOf(tx: Tx, businessId: string): Promise<StoredChannel[]> {
  return tx<StoredChannel[]>`
    select id, kind, name, routing_key, blocked_because, messaging_limit, tier_limit, people_a_day from channel
    where business_id = ${businessId} and retired_at is null order by id`;
}

/** What a process needs to write through a number. */
export type ChannelToOpen = {
  readonly id: string;
  readonly kind: ChannelKind;
  readonly routingKey: string;
  /** Sealed; null: those of the settings. */
  readonly credentials: Buffer | null;
  /** Another with every change of these, and no secret (`hasCredentials`); null without any. */
  readonly credentialsMark: string | null;
  readonly messagesPerSecond: number | null;
};

/** In SQL, of a row of `channel`: another text with each change of its secrets, since sealing the same ones again makes others of them. */
const credentialsMark = (tx: Tx) => tx`encode(sha256(credentials), 'hex')`;

/** Whether the number's secrets are still these. Locks the number, so that nobody changes them before the transaction ends. */
export async function hasCredentials(
  tx: Tx,
  businessId: string,
  { channelId, mark }: { channelId: string; mark: string | null },
): Promise<boolean> {
  const [found] = await tx<{ isSame: boolean }[]>`
    select ${credentialsMark(tx)} is not distinct from ${mark}::text as is_same from channel
    where business_id = ${businessId} and id = ${channelId} for no key update`;
  return found?.isSame ?? false;
}

/** Of every business what its numbers are by now, in one statement: another text as soon as one of `channelsToOpen` is another. */
export async function numbersOfBusinesses(sql: Sql): Promise<Map<string, string>> {
  const found = await sql<{ businessId: string; numbers: string | null }[]>`select * from businesses_with_numbers()`;
  return new Map(found.map(({ businessId, numbers }) => [businessId, numbers ?? ""]));
}

export async function channelsToOpen(tx: Tx, businessId: string): Promise<ChannelToOpen[]> {
  return tx<ChannelToOpen[]>`
    select id, kind, routing_key, credentials, ${credentialsMark(tx)} as credentials_mark, messages_per_second from channel
    where business_id = ${businessId} and retired_at is null order by id`;
}
