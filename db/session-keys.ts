import type { DateTime } from "luxon";
import type { Tx } from "./client.ts";
import { rows } from "./rows.ts";

export type SealedValue = { readonly type: string; readonly id: string; readonly value: Buffer };
export type SealedReceived = { readonly sha256: string; readonly value: Buffer };

export async function readKeys(
  tx: Tx,
  businessId: string,
  { channelId, type, ids }: { readonly channelId: string; readonly type: string; readonly ids: readonly string[] },
): Promise<{ readonly id: string; readonly value: Buffer }[]> {
  return tx<{ id: string; value: Buffer }[]>`
    select id, value from session_key
    where business_id = ${businessId} and channel_id = ${channelId} and type = ${type} and id = any(${ids}::text[])`;
}

export async function putKeys(
  tx: Tx,
  businessId: string,
  { channelId, values }: { readonly channelId: string; readonly values: readonly SealedValue[] },
): Promise<void> {
  // The first login writes 812 at once.
  await tx`
    insert into session_key (business_id, channel_id, type, id, value)
    select ${businessId}, ${channelId}, r.type, r.id, decode(r.value, 'base64')
    from jsonb_to_recordset(${rows(values.map(asText))}::text::jsonb) as r(type text, id text, value text)
    on conflict (business_id, channel_id, type, id) do update set value = excluded.value, recorded_at = now()`;
}

export async function removeKeys(
  tx: Tx,
  businessId: string,
  { channelId, keys }: { readonly channelId: string; readonly keys: readonly { type: string; id: string }[] },
): Promise<void> {
  await tx`
    delete from session_key as k
    using jsonb_to_recordset(${rows(keys)}::text::jsonb) as r(type text, id text)
    where k.business_id = ${businessId} and k.channel_id = ${channelId} and k.type = r.type and k.id = r.id`;
}

export async function dropKeys(
  tx: Tx,
  businessId: string,
  { channelId, type }: { readonly channelId: string; readonly type: string },
): Promise<void> {
  await tx`delete from session_key where business_id = ${businessId} and channel_id = ${channelId} and type = ${type}`;
}

/** Returns how many there were. */
export async function dropKeysBefore(
  tx: Tx,
  businessId: string,
  { channelId, type, before }: { readonly channelId: string; readonly type: string; readonly before: DateTime },
): Promise<number> {
  const dropped = await tx`
    delete from session_key
    where business_id = ${businessId} and channel_id = ${channelId} and type = ${type} and recorded_at < ${before}`;
  return dropped.count;
}

export async function forgetKeys(tx: Tx, businessId: string, channelId: string): Promise<void> {
  await tx`delete from session_key where business_id = ${businessId} and channel_id = ${channelId}`;
}

export type Addressed = { readonly types: readonly string[]; readonly names: readonly string[] };

/** Rows of any linked phone whose id is of one of these names: `<name>`, `<name>_1.0`, `<name>@lid`, and behind a group's `<group>::<name>_1::0`. */
const addressed = (tx: Tx, businessId: string, { types, names }: Addressed) => tx`
  business_id = ${businessId} and type = any(${[...types]}::text[])
  and substring(case when type = 'sender-key' then split_part(id, '::', 2) else id end from '^[0-9]+') = any(${[...names]}::text[])`;

export async function keysAddressed(tx: Tx, businessId: string, asked: Addressed): Promise<{ value: Buffer }[]> {
  return tx<{ value: Buffer }[]>`select value from session_key where ${addressed(tx, businessId, asked)}`;
}

export async function forgetAddressed(tx: Tx, businessId: string, asked: Addressed): Promise<void> {
  await tx`delete from session_key where ${addressed(tx, businessId, asked)}`;
}

export async function forgetHashed(
  tx: Tx,
  businessId: string,
  { channelId, types, ids }: { channelId: string; types: readonly string[]; ids: readonly string[] },
): Promise<void> {
  await tx`
    delete from session_key
    where business_id = ${businessId} and channel_id = ${channelId} and type = any(${[...types]}::text[]) and id = any(${[...ids]}::text[])`;
}

/** The credentials of every linked phone, sealed. */
export async function storedCreds(tx: Tx, businessId: string): Promise<{ channelId: string; value: Buffer }[]> {
  return tx<{ channelId: string; value: Buffer }[]>`
    select channel_id, value from session_key where business_id = ${businessId} and type = 'creds'`;
}

/** The same one again is no second: WhatsApp delivers again what it thinks was lost. */
export async function putReceived(
  tx: Tx,
  businessId: string,
  { channelId, received }: { readonly channelId: string; readonly received: readonly SealedReceived[] },
): Promise<void> {
  await tx`
    insert into session_inbox (business_id, channel_id, sha256, value)
    select ${businessId}, ${channelId}, r.sha256, decode(r.value, 'base64')
    from jsonb_to_recordset(${rows(received.map(asText))}::text::jsonb) as r(sha256 text, value text)
    on conflict do nothing`;
}

/** In the order in which they came: the ratchet's transactions of one session follow one another. */
export async function readReceived(tx: Tx, businessId: string, channelId: string): Promise<SealedReceived[]> {
  return tx<SealedReceived[]>`
    select sha256, value from session_inbox
    where business_id = ${businessId} and channel_id = ${channelId} order by recorded_at, sha256`;
}

export async function removeReceived(
  tx: Tx,
  businessId: string,
  { channelId, sha256s }: { readonly channelId: string; readonly sha256s: readonly string[] },
): Promise<void> {
  await tx`
    delete from session_inbox
    where business_id = ${businessId} and channel_id = ${channelId} and sha256 = any(${sha256s}::text[])`;
}

const asText = <T extends { readonly value: Buffer }>(row: T) => ({ ...row, value: row.value.toString("base64") });
