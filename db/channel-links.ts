import type { DateTime } from "luxon";
import type { Sql, Tx } from "./client.ts";
import { document } from "./rows.ts";

/** Where a linked phone stands, as it is kept for whoever looks. All moments are real time. */
export type StoredLink = {
  /** `LinkState` with its moments as texts, without the QR or the code. */
  readonly state: { readonly state: string; readonly because?: string; readonly told?: boolean };
  readonly secret: Uint8Array | null;
  readonly since: DateTime;
  readonly asked: LinkAsked | null;
  readonly askedBy: string | null;
  readonly linkedBy: string | null;
  readonly linkedAt: DateTime | null;
  readonly selfPhone: string | null;
  readonly selfLid: string | null;
};

/** What somebody wants done with a linked phone by the process that has it. */
export type LinkAsked = { readonly id: string } & (
  | { readonly what: "link-by-qr" }
  | { readonly what: "link-by-code"; readonly phone: string }
  | { readonly what: "unlink" }
);

const COLUMNS = (tx: Tx) => tx`state, secret, since, asked, asked_by, linked_by, linked_at, self_phone, self_lid`;

export async function readLink(tx: Tx, businessId: string, channelId: string): Promise<StoredLink | undefined> {
  const [found] = await tx<StoredLink[]>`
    select ${COLUMNS(tx)} from channel_link where business_id = ${businessId} and channel_id = ${channelId}`;
  return found;
}

/** The same, locked until the transaction ends. */
export async function lockLink(tx: Tx, businessId: string, channelId: string): Promise<StoredLink | undefined> {
  const [found] = await tx<StoredLink[]>`
    select ${COLUMNS(tx)} from channel_link where business_id = ${businessId} and channel_id = ${channelId} for no key update`;
  return found;
}

export type LinkToSave = Pick<
  StoredLink,
  "state" | "secret" | "since" | "linkedBy" | "linkedAt" | "selfPhone" | "selfLid"
>;

/** What is asked of it stays as it is. */
export async function saveLink(tx: Tx, businessId: string, channelId: string, link: LinkToSave): Promise<void> {
  await tx`
    insert into channel_link (business_id, channel_id, state, secret, since, linked_by, linked_at, self_phone, self_lid)
    values (${businessId}, ${channelId}, ${document(link.state)}::text::jsonb, ${link.secret}, ${link.since}, ${link.linkedBy},
      ${link.linkedAt}, ${link.selfPhone}, ${link.selfLid})
    on conflict (business_id, channel_id) do update set state = excluded.state, secret = excluded.secret, since = excluded.since,
      linked_by = excluded.linked_by, linked_at = excluded.linked_at, self_phone = excluded.self_phone, self_lid = excluded.self_lid`;
}

/** Asks whoever has the phone; what was asked before and not begun is forgotten for it. */
export async function putAsk(
  tx: Tx,
  businessId: string,
  { channelId, asked, askedBy, at }: { channelId: string; asked: LinkAsked; askedBy: string; at: DateTime },
): Promise<void> {
  await tx`
    insert into channel_link (business_id, channel_id, state, since, asked, asked_by)
    values (${businessId}, ${channelId}, '{"state":"unlinked"}', ${at}, ${document(asked)}::text::jsonb, ${askedBy})
    on conflict (business_id, channel_id) do update set asked = excluded.asked, asked_by = excluded.asked_by`;
}

/** Of these businesses those that ask something of one of these phones, in one statement. */
export async function businessesThatAsk(
  sql: Sql,
  { businessIds, channelIds }: { readonly businessIds: readonly string[]; readonly channelIds: readonly string[] },
): Promise<string[]> {
  const found = await sql<{ id: string }[]>`
    select id from businesses_that_ask(${[...businessIds]}::uuid[], ${[...channelIds]}::uuid[]) as asking(id)`;
  return found.map(({ id }) => id);
}

/** Takes what is asked of these, each once: whoever asked sees by it that somebody has begun. */
export async function takeAsks(
  tx: Tx,
  businessId: string,
  channelIds: readonly string[],
): Promise<{ channelId: string; asked: LinkAsked }[]> {
  return tx<{ channelId: string; asked: LinkAsked }[]>`
    with asks as (
      select channel_id, asked from channel_link
      where business_id = ${businessId} and channel_id = any(${[...channelIds]}::uuid[]) and asked is not null
      for no key update skip locked)
    update channel_link l set asked = null from asks
    where l.business_id = ${businessId} and l.channel_id = asks.channel_id
    returning l.channel_id, asks.asked`;
}

/** True when it stood there still: nobody had begun. */
export async function withdrawAsk(tx: Tx, businessId: string, channelId: string, askId: string): Promise<boolean> {
  const withdrawn = await tx`
    update channel_link set asked = null
    where business_id = ${businessId} and channel_id = ${channelId} and asked ->> 'id' = ${askId}`;
  return withdrawn.count === 1;
}

export async function isAskWaiting(tx: Tx, businessId: string, channelId: string, askId: string): Promise<boolean> {
  const found = await tx`
    select from channel_link where business_id = ${businessId} and channel_id = ${channelId} and asked ->> 'id' = ${askId}`;
  return found.count === 1;
}

/** The kind of number that this is, while it is in use. */
export async function kindInUse(tx: Tx, businessId: string, channelId: string): Promise<string | undefined> {
  const [found] = await tx<{ kind: string }[]>`
    select kind from channel where business_id = ${businessId} and id = ${channelId} and retired_at is null`;
  return found?.kind;
}

/** Up to where the chats of a linked phone were read; undefined for one whose were not. */
export async function chatsReadUpTo(tx: Tx, businessId: string, channelId: string): Promise<DateTime | undefined> {
  const [found] = await tx<{ readUpTo: DateTime | null }[]>`
    select read_up_to from channel_link where business_id = ${businessId} and channel_id = ${channelId}`;
  return found?.readUpTo ?? undefined;
}

/** All that was said before that moment is kept. Whoever keeps it asks for the lease in the same transaction. */
export async function keepChatsReadUpTo(
  tx: Tx,
  businessId: string,
  { channelId, moment }: { channelId: string; moment: DateTime },
): Promise<void> {
  await tx`
    update channel_link set read_up_to = ${moment} where business_id = ${businessId} and channel_id = ${channelId}`;
}

/** The first time that it is linked, the number and the day from which it is in use become known. */
export async function noteLinked(
  tx: Tx,
  businessId: string,
  { channelId, phone, at }: { channelId: string; phone: string | null; at: DateTime },
): Promise<void> {
  await tx`
    update channel set phone = coalesce(phone, ${phone}), first_used_at = coalesce(first_used_at, ${at})
    where business_id = ${businessId} and id = ${channelId}`;
}
