import type { DateTime } from "luxon";
import { isThirdParty, type ListedAs } from "../src/domain/contact-law/role-of.ts";
import type { Tx } from "./client.ts";
import { isStanding } from "./join-contacts.ts";
import { rows } from "./rows.ts";

/** What of a webhook was for this channel. */
export type KeptDelivery = {
  readonly id: string;
  readonly channelId: string;
  readonly body: string;
  readonly receivedAt: DateTime;
};

export async function keepDeliveries(tx: Tx, businessId: string, deliveries: readonly KeptDelivery[]): Promise<void> {
  await tx`
    insert into channel_delivery (business_id, id, channel_id, body, received_at)
    select ${businessId}, r.id, r."channelId", r.body, r."receivedAt"
    from jsonb_to_recordset(${rows(deliveries)}::text::jsonb) as r(id uuid, "channelId" uuid, body text, "receivedAt" timestamptz)`;
}

export type ContactIdentity = {
  readonly id: string;
  readonly waKey: string;
  readonly waId: string | null;
  readonly bsuid: string | null;
  readonly lid: string | null;
  readonly name: string | null;
};
export type KnownContact = {
  readonly id: string;
  readonly waKey: string;
  readonly waId: string | null;
  readonly bsuid: string | null;
  readonly lid: string | null;
  /** Null for a stranger, and for a third party: what they write is no word of the debtor's, nor are they asked to prove they are. */
  readonly debtorId: string | null;
  readonly language: string | null;
  /** The one that is open with this contact on that channel. */
  readonly conversationId: string | null;
};

/**
 * Contacts of these numbers or ids, whichever matches. Looked up one by one (`lateral … limit 1`): asked for all of them at
 * once, Postgres reads every contact of the business for as long as it believes that there are few.
 */
export async function findContacts(
  tx: Tx,
  businessId: string,
  channelId: string,
  { keys, bsuids, lids = [] }: { keys: readonly string[]; bsuids: readonly string[]; lids?: readonly string[] },
): Promise<KnownContact[]> {
  const found = await tx<(KnownContact & ListedAs)[]>`
    select c.id, c.wa_key, c.wa_id, c.bsuid, c.lid, c.debtor_id, d.language, o.id as conversation_id, c.role as contact_role,
      c.name as contact_name, d.kind as debtor_kind, d.name as debtor_name
    from (
      select n.* from unnest(${keys}::text[]) as k(key)
        cross join lateral (select * from contact where business_id = ${businessId} and wa_key = k.key limit 1) n
      union
      select n.* from unnest(${bsuids}::text[]) as b(bsuid)
        cross join lateral (select * from contact where business_id = ${businessId} and bsuid = b.bsuid order by id limit 1) n
      union
      select n.* from unnest(${lids}::text[]) as l(lid)
        cross join lateral (select * from contact where business_id = ${businessId} and lid = l.lid order by id limit 1) n
    ) c
    left join debtor d on d.business_id = ${businessId} and d.id = c.debtor_id
    left join lateral (select id from conversation
      where business_id = ${businessId} and channel_id = ${channelId} and contact_id = c.id and closed_at is null limit 1) o on true`;
  return found.map(({ contactRole, contactName, debtorKind, debtorName, debtorId, ...contact }) => {
    return {
      ...contact,
      debtorId: isThirdParty({ contactRole, contactName, debtorKind, debtorName }) ? null : debtorId,
    };
  });
}

/** Strangers become contacts of nobody. A number that two deliveries bring at once is made once. */
export async function insertStrangers(
  tx: Tx,
  businessId: string,
  identities: readonly ContactIdentity[],
): Promise<void> {
  await tx`
    insert into contact (business_id, id, wa_key, wa_id, bsuid, lid, name, phone)
    select ${businessId}, r.id, r."waKey", r."waId", r.bsuid, r.lid, r.name, '+' || r."waId"
    from jsonb_to_recordset(${rows(identities)}::text::jsonb) as r(id uuid, "waKey" text, "waId" text, bsuid text, lid text, name text)
    order by r."waKey"
    on conflict (business_id, wa_key) do nothing`;
}

/** Keeps what WhatsApp newly says about a contact it knows: its spelling of the number, its business-scoped id, its hidden one. */
export async function learnIdentities(
  tx: Tx,
  businessId: string,
  learnt: readonly { id: string; waId: string | null; bsuid: string | null; lid: string | null }[],
): Promise<void> {
  if (learnt.length === 0) return;
  await tx`
    update contact c set wa_id = coalesce(r."waId", c.wa_id), bsuid = coalesce(r.bsuid, c.bsuid), lid = coalesce(r.lid, c.lid)
    from jsonb_to_recordset(${rows(learnt)}::text::jsonb) as r(id uuid, "waId" text, bsuid text, lid text)
    where c.business_id = ${businessId} and c.id = r.id and ${isStanding(tx)}`;
}

/** The ids of the conversations that are open with these contacts on that channel. */
export async function findOpenConversations(
  tx: Tx,
  businessId: string,
  channelId: string,
  contactIds: readonly string[],
): Promise<string[]> {
  const open = await tx<{ id: string }[]>`
    select id from conversation
    where business_id = ${businessId} and channel_id = ${channelId} and contact_id = any(${contactIds}::uuid[]) and closed_at is null`;
  return open.map(({ id }) => id);
}

export type NewConversation = {
  readonly id: string;
  readonly channelId: string;
  readonly contactId: string;
  readonly debtorId: string | null;
  readonly flow: string;
  readonly flowVersion: number;
  readonly state: string;
  readonly context: unknown;
  readonly language: string;
  readonly openedAt: DateTime;
};

/**
 * One open conversation a contact and channel: whoever comes second finds the first one's. What the last one still owes to the pace at
 * which this person may be written to, the new one owes. Contacts are locked, so that none is joined to another in this moment; one
 * that has been gets no conversation. Gives the contacts that stand.
 *
 * Debtors come first, which each new row would lock in any case: a stop holds the debtor and then wants the contact (`recordStop`). A
 * join holds the contact and then wants its conversations (`joinIdentities`): whoever holds any passes over the contacts that somebody
 * else has, and comes again.
 */
export async function insertConversations(
  tx: Tx,
  businessId: string,
  conversations: readonly NewConversation[],
  { held = "wait" }: { held?: "wait" | "pass over" } = {},
): Promise<Set<string>> {
  const contactIds = [...new Set(conversations.map(({ contactId }) => contactId))];
  const debtorIds = [...new Set(conversations.flatMap(({ debtorId }) => debtorId ?? []))];
  const [, found] = await Promise.all([
    debtorIds.length > 0 &&
      tx`select from debtor where business_id = ${businessId} and id = any(${debtorIds}::uuid[]) order by id for key share`,
    tx<{ id: string }[]>`
    with standing as materialized (
      select id from contact where business_id = ${businessId} and id = any(${contactIds}::uuid[]) and ${isStanding(tx)}
      order by id for no key update ${held === "wait" ? tx`` : tx`skip locked`}
    ), made as (
    insert into conversation (business_id, id, channel_id, contact_id, debtor_id, flow, flow_version, state, context, language, opened_at,
      paced_until_ms, burst_from_ms)
    select ${businessId}, r.id, r."channelId", r."contactId", r."debtorId", r.flow, r."flowVersion", r.state, r.context, r.language, r."openedAt",
      last.paced_until_ms, last.burst_from_ms
    from jsonb_to_recordset(${rows(conversations)}::text::jsonb) as r(id uuid, "channelId" uuid, "contactId" uuid, "debtorId" uuid,
      flow text, "flowVersion" integer, state text, context jsonb, language text, "openedAt" timestamptz)
    join standing s on s.id = r."contactId"
    left join lateral (
      select p.paced_until_ms, p.burst_from_ms from conversation p
      where p.business_id = ${businessId} and p.contact_id = r."contactId" and p.channel_id = r."channelId" and p.paced_until_ms is not null
      order by p.paced_until_ms desc limit 1) last on true
    order by r."contactId"
    on conflict (business_id, channel_id, contact_id) where closed_at is null do nothing
    )
    select id from standing`,
  ]);
  return new Set(found.map(({ id }) => id));
}

export type NewInbound = {
  readonly id: string;
  /** The one that was found open; null: the one that is open by now with this contact on this channel. */
  readonly conversationId: string | null;
  readonly contactId: string;
  readonly channelId: string;
  readonly kind: string;
  readonly body: string;
  readonly detail: unknown;
  readonly providerId: string;
  readonly sentAt: DateTime;
  readonly cardNumberDropped: boolean;
};

/** Which of these messages, by the channel's own ids, are here already. */
export async function knownMessages(
  tx: Tx,
  businessId: string,
  channelId: string,
  providerIds: readonly string[],
): Promise<Set<string>> {
  const known = await tx<{ providerId: string }[]>`
    select m.provider_id from unnest(${providerIds}::text[]) as told(id)
    cross join lateral (select provider_id from message
      where business_id = ${businessId} and channel_id = ${channelId} and provider_id = told.id limit 1) m`;
  return new Set(known.map(({ providerId }) => providerId));
}

/** Each message once, by the channel's own id. */
export async function insertInbound(tx: Tx, businessId: string, messages: readonly NewInbound[]): Promise<void> {
  await tx`
    insert into message (business_id, id, conversation_id, channel_id, direction, author, kind, body, detail, provider_id, sent_at, card_number_dropped)
    select ${businessId}, r.id,
      coalesce(r."conversationId", (select o.id from conversation o
        where o.business_id = ${businessId} and o.channel_id = r."channelId" and o.contact_id = r."contactId" and o.closed_at is null)),
      r."channelId", 'in', 'debtor', r.kind, r.body, r.detail, r."providerId", r."sentAt", r."cardNumberDropped"
    from jsonb_to_recordset(${rows(messages)}::text::jsonb) as r(id uuid, "conversationId" uuid, "contactId" uuid, "channelId" uuid, kind text,
      body text, detail jsonb, "providerId" text, "sentAt" timestamptz, "cardNumberDropped" boolean)
    order by r."providerId"
    on conflict (business_id, channel_id, provider_id) do nothing`;
}

export type NewStatus = {
  readonly channelId: string;
  readonly providerId: string;
  /** What stands in its place where the message's words were erased. */
  readonly erasedId: string;
  readonly status: string;
  readonly rank: number;
  readonly code: string | null;
  readonly outboxId: string | null;
  readonly at: DateTime;
};

/**
 * Keeps each status once and lifts the message to the highest rank told so far: it never goes down, whatever the order.
 * A status that echoes our outbox id also settles a send of which we did not know whether it had arrived, also when it was
 * about to be sent again; one that we started is then a contact before the law, which a killed process could not count.
 * Returns what it touched.
 */
export async function recordStatuses(
  tx: Tx,
  businessId: string,
  statuses: readonly NewStatus[],
): Promise<TouchedMessage[]> {
  const list = rows(statuses);
  const told = await tx<{ providerId: string; status: string }[]>`
    insert into message_status (business_id, channel_id, provider_id, status, code, outbox_id, at)
    select ${businessId}, r."channelId", coalesce((select m.provider_id from message m
      where m.business_id = ${businessId} and m.channel_id = r."channelId" and m.provider_id = r."erasedId"), r."providerId"),
      r.status, r.code, r."outboxId", r.at
    from jsonb_to_recordset(${list}::text::jsonb) as r("channelId" uuid, "providerId" text, "erasedId" text, status text, code text, "outboxId" uuid, at timestamptz)
    order by r."providerId", r.status
    on conflict do nothing
    returning provider_id, status`;
  await tx`
    with settled as (
      update outbox o set state = 'accepted', provider_id = s."providerId", lease_until = null, retry_at = null
      from (select distinct on ("outboxId") "outboxId", "providerId", at
        from jsonb_to_recordset(${list}::text::jsonb) as r("outboxId" uuid, "providerId" text, at timestamptz)
        where "outboxId" is not null order by "outboxId", at) s
      where o.business_id = ${businessId} and o.id = s."outboxId"
        and (o.state in ('sending', 'unknown') or (o.state = 'queued' and o.attempts > 0))
      returning o.id, o.conversation_id, o.trigger, s.at
    )
    insert into contact_made (business_id, debtor_id, outbox_id, channel, at)
    select ${businessId}, c.debtor_id, s.id, 'whatsapp', s.at + b.clock_offset_ms * interval '1 millisecond'
    from settled s
    join conversation c on c.business_id = ${businessId} and c.id = s.conversation_id
    join business b on b.id = ${businessId}
    where s.trigger = 'proactive' and c.debtor_id is not null
    on conflict do nothing`;
  const touched = await tx<Omit<TouchedMessage, "hasNewlyFailed">[]>`
    update message m set
      provider_id = coalesce(m.provider_id, s."providerId"),
      status_rank = greatest(m.status_rank, s.rank),
      failed_code = coalesce(s.code, m.failed_code)
    from (select "providerId", "channelId", max("outboxId"::text)::uuid as "outboxId", max(rank) as rank, max(code) filter (where status = 'failed') as code
      from jsonb_to_recordset(${list}::text::jsonb) as r("providerId" text, "channelId" uuid, "outboxId" uuid, rank smallint, code text, status text)
      group by "providerId", "channelId") s
    where m.business_id = ${businessId} and m.direction = 'out'
      and (m.id = s."outboxId" or (m.channel_id = s."channelId" and m.provider_id = s."providerId"))
    returning m.id, m.conversation_id, m.provider_id, m.status_rank`;
  const failed = new Set(told.flatMap(({ providerId, status }) => (status === "failed" ? [providerId] : [])));
  return touched.map((one) => ({ ...one, hasNewlyFailed: failed.has(one.providerId) }));
}

export type TouchedMessage = {
  readonly id: string;
  readonly conversationId: string;
  readonly providerId: string;
  /** Of the best status known now. */
  readonly statusRank: number;
  /** One of these statuses says that it failed, and none before did. */
  readonly hasNewlyFailed: boolean;
};

/** Says "look" to the workers, when this transaction commits and only then. */
export async function ringBell(tx: Tx, task: string, businessId: string): Promise<void> {
  await tx`select ring(${task}, ${businessId}::uuid)`;
}

/** What the console shows next. */
export async function tellConsole(
  tx: Tx,
  businessId: string,
  events: readonly { kind: string; subjectId: string | null; payload?: unknown }[],
): Promise<void> {
  if (events.length === 0) return;
  await tx`
    insert into console_event (business_id, kind, subject_id, payload)
    select ${businessId}, r.kind, r."subjectId", coalesce(r.payload, '{}')
    from jsonb_to_recordset(${rows(events)}::text::jsonb) as r(kind text, "subjectId" uuid, payload jsonb)`;
}
