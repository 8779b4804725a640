import type { DateTime } from "luxon";
import type { TemplateCategory, TemplateQuality } from "../src/domain/template.ts";
import type { Tx } from "./client.ts";
import { rows } from "./rows.ts";

export type TemplateRow = {
  readonly id: string;
  readonly wabaId: string;
  readonly name: string;
  readonly language: string;
  readonly metaId: string | null;
  readonly category: TemplateCategory;
  readonly status: string;
  readonly quality: TemplateQuality;
  readonly components: readonly unknown[];
  readonly variables: number;
  readonly timeToLiveSeconds: number | null;
  readonly because: string | null;
  readonly pausedBecause: string | null;
  readonly syncedAt: DateTime;
};

const columns = (tx: Tx) => tx`id, waba_id, name, language, meta_id, category, status, quality, components, variables,
  time_to_live_seconds, because, paused_because, synced_at`;

/** All templates that are known of this business's accounts. */
export async function templatesOf(tx: Tx, businessId: string): Promise<TemplateRow[]> {
  return tx<TemplateRow[]>`
    select ${columns(tx)} from template where business_id = ${businessId} order by waba_id, name, language`;
}

/** Those of one account, locked in one order: what is learnt of them by two ways at once is written one after the other. */
export async function lockTemplates(tx: Tx, businessId: string, wabaId: string): Promise<TemplateRow[]> {
  return tx<TemplateRow[]>`
    select ${columns(tx)} from template where business_id = ${businessId} and waba_id = ${wabaId}
    order by name, language for no key update`;
}

export async function lockTemplate(tx: Tx, businessId: string, id: string): Promise<TemplateRow | undefined> {
  const [row] = await tx<TemplateRow[]>`
    select ${columns(tx)} from template where business_id = ${businessId} and id = ${id} for no key update`;
  return row;
}

/** Writes these as they are now: a new one, or in the place of what was known under its account, name and language. */
export async function saveTemplates(tx: Tx, businessId: string, templates: readonly TemplateRow[]): Promise<void> {
  if (templates.length === 0) return;
  await tx`
    insert into template (business_id, id, waba_id, name, language, meta_id, category, status, quality, components, variables,
      time_to_live_seconds, because, paused_because, synced_at)
    select ${businessId}, r.id, r."wabaId", r.name, r.language, r."metaId", r.category, r.status, r.quality, r.components, r.variables,
      r."timeToLiveSeconds", r.because, r."pausedBecause", r."syncedAt"
    from jsonb_to_recordset(${rows(templates)}::text::jsonb) as r(id uuid, "wabaId" text, name text, language text, "metaId" text,
      category text, status text, quality text, components jsonb, variables smallint, "timeToLiveSeconds" integer, because text,
      "pausedBecause" text, "syncedAt" timestamptz)
    order by r.name, r.language
    on conflict (business_id, waba_id, name, language) do update set meta_id = excluded.meta_id, category = excluded.category,
      status = excluded.status, quality = excluded.quality, components = excluded.components, variables = excluded.variables,
      time_to_live_seconds = excluded.time_to_live_seconds, because = excluded.because, paused_because = excluded.paused_because,
      synced_at = excluded.synced_at`;
}

/** What decides whether a template may be sent: by the number it leaves through. */
export type SendableTemplate = {
  readonly channelId: string;
  readonly name: string;
  readonly language: string;
  readonly status: string;
  readonly category: TemplateCategory;
  readonly variables: number;
  readonly quickReplies: number;
  readonly pausedBecause: string | null;
};

/** What is known of these templates, for each number whose account has them. */
export async function sendableTemplates(
  tx: Tx,
  businessId: string,
  { channelIds, names }: { channelIds: readonly string[]; names: readonly string[] },
): Promise<SendableTemplate[]> {
  return tx<SendableTemplate[]>`
    select h.id as channel_id, t.name, t.language, t.status, t.category, t.variables, t.paused_because,
      (select count(*)::int from jsonb_array_elements(t.components) p
        cross join jsonb_array_elements(case when p->>'type' = 'BUTTONS' then p->'buttons' else '[]' end) b
        where b->>'type' = 'QUICK_REPLY') as quick_replies
    from channel h join template t on t.business_id = h.business_id and t.waba_id = h.waba_id
    where h.business_id = ${businessId} and h.id = any(${channelIds}::uuid[]) and t.name = any(${names}::text[])`;
}

/** The templates behind these sends, as they were written out, locked; a send without a known one is left out. */
export async function templatesBehind(
  tx: Tx,
  businessId: string,
  outboxIds: readonly string[],
): Promise<{ outboxId: string; templateId: string }[]> {
  return tx<{ outboxId: string; templateId: string }[]>`
    select m.id as outbox_id, t.id as template_id
    from message m
    join channel h on h.business_id = m.business_id and h.id = m.channel_id
    join template t on t.business_id = m.business_id and t.waba_id = h.waba_id
      and t.name = m.detail->>'template' and t.language = m.detail->>'language'
    where m.business_id = ${businessId} and m.id = any(${outboxIds}::uuid[])
    order by t.id, m.id for no key update of t`;
}

/**
 * Not while its template may not be sent: it waits for a change of that, which frees it, or is looked at again then. Returns the
 * conversations of those that had not waited for it before.
 */
export async function waitForTemplates(
  tx: Tx,
  businessId: string,
  { ids, retryAt }: { ids: readonly string[]; retryAt: DateTime },
): Promise<string[]> {
  if (ids.length === 0) return [];
  const waiting = await tx<{ conversationId: string; isNew: boolean }[]>`
    update outbox o set state = 'queued', retry_at = ${retryAt}, waits_because = 'template'
    from (select id, waits_because from outbox where business_id = ${businessId} and id = any(${ids}::uuid[])) p
    where o.business_id = ${businessId} and o.id = p.id and o.state in ('queued', 'rejected')
    returning o.conversation_id, p.waits_because is distinct from 'template' as is_new`;
  return waiting.flatMap(({ conversationId, isNew }) => (isNew ? [conversationId] : []));
}

/** Something changed for a template: what waits for one is looked at now. Returns how many. */
export async function freeTemplateWaits(tx: Tx, businessId: string): Promise<number> {
  const freed = await tx`
    with waiting as (
      select id from outbox where business_id = ${businessId} and state = 'queued' and waits_because = 'template'
      order by id for no key update skip locked
    )
    update outbox o set retry_at = null from waiting w where o.business_id = ${businessId} and o.id = w.id`;
  return freed.count;
}

/** How many messages wait for a template. Which, each says in its conversation. */
export async function countTemplateWaits(tx: Tx, businessId: string): Promise<number> {
  const [row] = await tx<{ waiting: number }[]>`
    select count(*)::int as waiting from outbox
    where business_id = ${businessId} and state = 'queued' and waits_because = 'template'`;
  return row?.waiting ?? 0;
}

export type TemplateAccount = { readonly channelId: string; readonly wabaId: string; readonly name: string };

/** One number of each account that templates lie in, and the first of each: any of an account's numbers may manage them. */
export async function templateAccounts(tx: Tx, businessId: string): Promise<TemplateAccount[]> {
  return tx<TemplateAccount[]>`
    select distinct on (waba_id) id as channel_id, waba_id, name from channel
    where business_id = ${businessId} and waba_id is not null and retired_at is null
    order by waba_id, id`;
}
