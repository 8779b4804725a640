import type { Tx } from "../client.ts";
import { rows } from "../rows.ts";
import { talksOf } from "../talks-of.ts";

/** A message's id by WhatsApp, in which the person's number stands, and the keyed hash that takes its place. */
export type HashedId = { readonly channelId: string; readonly providerId: string; readonly hash: string };

/** How a hash is told from an id of WhatsApp's. */
export const HASHED = "erased:";

/** Conversations of the debtor; with `since`, only those that were there when their erasure was recorded. */
export type Talks = { readonly debtorId: string; readonly since?: string | undefined };

export async function talkIds(tx: Tx, businessId: string, { debtorId, since }: Talks): Promise<string[]> {
  const talks = await tx<{ id: string }[]>`
    select id from conversation where business_id = ${businessId} and id in ${talksOf(tx, businessId, [debtorId])}
      ${since === undefined ? tx`` : tx`and recorded_at <= ${since}::text::timestamptz`}`;
  return talks.map(({ id }) => id);
}

/** What still stands of one message or send, locked. */
type Told = { readonly id: string; readonly channelId: string; readonly providerId: string | null };

export type Emptied = { readonly messages: number; readonly notes: number; readonly pictures: number };

/**
 * Everything that was said in these conversations, which the caller has locked: who said when and what became of it stays, and
 * no word of it. A row that somebody else holds is passed over and not waited for: who is preparing a send holds it and waits
 * for these conversations. It is found by the next pass (`leftIn`). `hashOf` says what takes the place of an id of WhatsApp's;
 * returns those that it was asked for.
 */
export async function emptyTalks(
  tx: Tx,
  businessId: string,
  { ids, hashOf }: { ids: readonly string[]; hashOf: (providerId: string) => string },
): Promise<Emptied & { readonly hashed: HashedId[] }> {
  const talks = [...ids];
  const messages = await tx<Told[]>`
    select id, channel_id, provider_id from message m
    where business_id = ${businessId} and conversation_id = any(${talks}::uuid[]) and ${messageSpeaks(tx)}
    order by id for no key update skip locked`;
  const sends = await tx<Told[]>`
    select o.id, c.channel_id, o.provider_id from outbox o
    join conversation c on c.business_id = o.business_id and c.id = o.conversation_id
    where o.business_id = ${businessId} and o.conversation_id = any(${talks}::uuid[]) and ${sendSpeaks(tx)}
    order by o.id for no key update of o skip locked`;
  const hash = (id: string | null) => (id === null || id.startsWith(HASHED) ? id : hashOf(id));
  const hashesOf = (told: readonly Told[]) => rows(told.map(({ id, providerId }) => ({ id, hash: hash(providerId) })));
  await tx`
    update message m set body = '', detail = null, provider_id = r.hash,
      turn = case direction when 'in' then coalesce(turn, 0) else turn end
    from jsonb_to_recordset(${hashesOf(messages)}::text::jsonb) as r(id uuid, hash text)
    where m.business_id = ${businessId} and m.id = r.id`;
  await tx`
    update outbox o set payload = payload - 'text' - 'file', provider_id = r.hash
    from jsonb_to_recordset(${hashesOf(sends)}::text::jsonb) as r(id uuid, hash text)
    where o.business_id = ${businessId} and o.id = r.id`;
  const { count: notes } =
    await tx`delete from note where business_id = ${businessId} and conversation_id = any(${talks}::uuid[])`;
  const { count: pictures } = await tx`
    update payment_proof set bytes = null, mime = coalesce(mime, 'application/octet-stream')
    where business_id = ${businessId} and conversation_id = any(${talks}::uuid[])
      and (bytes is not null or (mime is null and message_id is not null))`;
  await tx`
    delete from message_file f using message m
    where f.business_id = ${businessId} and m.business_id = ${businessId} and m.id = f.message_id
      and m.conversation_id = any(${talks}::uuid[])`;
  await tx`delete from message_file where business_id = ${businessId} and conversation_id = any(${talks}::uuid[])`;
  // What a language model was asked about them, and what it quoted; an answer that is still to come is not kept.
  await tx`
    update second_opinion o set text = '', text_hash = '', verdict = null, opinion = null, outcome = coalesce(o.outcome, 'overtaken')
    from message m
    where o.business_id = ${businessId} and m.business_id = ${businessId} and m.id = o.message_id
      and m.conversation_id = any(${talks}::uuid[]) and (o.text <> '' or o.verdict is not null or o.opinion is not null)`;
  await tx`
    update conversation_event set meaning = null
    where business_id = ${businessId} and conversation_id = any(${talks}::uuid[]) and meaning is not null and meaning <> 'null'`;
  const quoted = tx`business_id = ${businessId} and message_id in (select id from message
    where business_id = ${businessId} and conversation_id = any(${talks}::uuid[]) and direction = 'in')`;
  await tx`
    update message_reading set evidence = '', intents = '[]', words = null
    where ${quoted} and (evidence <> '' or intents <> '[]' or words is not null)`;
  await tx`update reading_correction set words = null where ${quoted} and words is not null`;
  const hashed = [...messages, ...sends].flatMap(({ channelId, providerId }) =>
    providerId === null || providerId.startsWith(HASHED) ? [] : [{ channelId, providerId, hash: hashOf(providerId) }],
  );
  return { messages: messages.length, notes, pictures, hashed };
}

const messageSpeaks = (tx: Tx) => tx`(m.body <> '' or m.detail is not null or (m.direction = 'in' and m.turn is null)
  or m.provider_id not like ${`${HASHED}%`})`;

const sendSpeaks = (tx: Tx) => tx`(o.payload ? 'text' or o.provider_id not like ${`${HASHED}%`})`;

/** Of what was agreed our own words stay, which name the terms, and which message was the yes; the debtor's words do not. */
export async function emptyAcceptances(tx: Tx, businessId: string, debtorId: string): Promise<void> {
  await tx`
    update plan p set acceptance = jsonb_set(acceptance, '{yes}',
      (select coalesce(jsonb_agg(said - 'body' order by place), '[]') from jsonb_array_elements(p.acceptance -> 'yes') with ordinality as y(said, place)))
    where business_id = ${businessId} and debtor_id = ${debtorId} and jsonb_path_exists(acceptance, '$.yes[*].body')`;
}

/** Ids of WhatsApp's in what it told about these messages: the one change that this table lets through. */
export async function hashStatuses(tx: Tx, businessId: string, hashed: readonly HashedId[]): Promise<void> {
  await tx`
    update message_status s set provider_id = r.hash
    from jsonb_to_recordset(${rows(hashed)}::text::jsonb) as r("channelId" uuid, "providerId" text, hash text)
    where s.business_id = ${businessId} and s.channel_id = r."channelId" and s.provider_id = r."providerId"
      and not exists (select from message_status told where told.business_id = s.business_id and told.channel_id = s.channel_id
        and told.provider_id = r.hash and told.status = s.status)`;
}

/** Ids under which a send that was tried again was known before, by what WhatsApp told about it: reads all statuses, where there is one. */
export async function idsOfEarlierTries(
  tx: Tx,
  businessId: string,
  conversationIds: readonly string[],
): Promise<Pick<HashedId, "channelId" | "providerId">[]> {
  const retried = await tx<{ id: string }[]>`
    select id from outbox
    where business_id = ${businessId} and conversation_id = any(${[...conversationIds]}::uuid[]) and attempts > 1`;
  if (retried.length === 0) return [];
  return tx<{ channelId: string; providerId: string }[]>`
    select distinct channel_id, provider_id from message_status
    where business_id = ${businessId} and outbox_id = any(${retried.map(({ id }) => id)}::uuid[])
      and provider_id not like ${`${HASHED}%`}`;
}

/** Something still stands in these conversations, or is on its way from them. */
export async function leftIn(tx: Tx, businessId: string, conversationIds: readonly string[]): Promise<boolean> {
  const talks = [...conversationIds];
  const [left] = await tx<{ isLeft: boolean }[]>`
    select exists (select from message m
        where m.business_id = ${businessId} and m.conversation_id = any(${talks}::uuid[]) and ${messageSpeaks(tx)})
      or exists (select from outbox o
        where o.business_id = ${businessId} and o.conversation_id = any(${talks}::uuid[])
          and (o.state in ('queued', 'sending', 'unknown') or ${sendSpeaks(tx)})) as is_left`;
  return left?.isLeft ?? false;
}
