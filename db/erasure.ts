import type { DateTime } from "luxon";
import type { SuppressionReason } from "../src/domain/outreach/suppression.ts";
import type { Tx } from "./client.ts";
import { document } from "./rows.ts";

/** Somebody as the erasure meets them: what of theirs is looked for elsewhere, and what is hashed. */
export type PersonToErase = {
  readonly id: string;
  readonly reference: string;
  readonly name: string;
  readonly documentSealed: Uint8Array | null;
};

/** By id, or by the business's own reference. */
export async function findDebtor(tx: Tx, businessId: string, wanted: string): Promise<PersonToErase | undefined> {
  const [found] = await tx<PersonToErase[]>`
    select id, reference, name, document_sealed from debtor
    where business_id = ${businessId} and (id::text = lower(${wanted}) or reference = ${wanted})
    order by id::text = lower(${wanted}) desc limit 1`;
  return found;
}

export type ContactToErase = {
  readonly id: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly waKey: string;
  readonly waId: string | null;
  readonly bsuid: string | null;
  readonly suppressedBecause: SuppressionReason | null;
  readonly isSuppressed: boolean;
};

/** Contacts of the debtor that an earlier erasure has not emptied. */
export async function contactsToErase(tx: Tx, businessId: string, debtorId: string): Promise<ContactToErase[]> {
  return tx<ContactToErase[]>`
    select id, name, phone, wa_key, wa_id, bsuid, suppressed_because, suppressed_at is not null as is_suppressed from contact
    where business_id = ${businessId} and debtor_id = ${debtorId} and wa_key <> ${emptyKey(tx)} order by id`;
}

const emptyKey = (tx: Tx) => tx`'erased:' || id`;

/** The business's own reference stays, for its books; it stands where the name was. */
export async function emptyDebtor(tx: Tx, businessId: string, debtorId: string): Promise<void> {
  await tx`
    update debtor set name = reference, document_type = null, document_last_four = null, document_sealed = null,
      birth_date_sealed = null, sealed_with = null, zone = null, attorney = nullif(attorney - 'name', '{}'), requested_hours = null,
      inconvenient = null, extra = '{}'
    where business_id = ${businessId} and id = ${debtorId}`;
  await tx`
    update contact set name = null, role = null, phone = null, wa_id = null, bsuid = null, wa_key = ${emptyKey(tx)}
    where business_id = ${businessId} and debtor_id = ${debtorId}`;
}

const talksWith = (tx: Tx, businessId: string, debtorId: string) =>
  tx`(select id from conversation where business_id = ${businessId} and debtor_id = ${debtorId})`;

/** Whoever has them: there is nobody to talk to any more. Returns those that had no outcome yet. */
export async function closeTalks(
  tx: Tx,
  businessId: string,
  { debtorId, at }: { debtorId: string; at: DateTime },
): Promise<{ conversationId: string; revision: number }[]> {
  const ended = await tx<{ id: string; revision: number; hadOutcome: boolean }[]>`
    update conversation c set closed_at = ${at}, alarm_at = null, revision = c.revision + 1, outcome = coalesce(c.outcome, 'other')
    from (select id, outcome is not null as had_outcome from conversation
      where business_id = ${businessId} and debtor_id = ${debtorId} and closed_at is null) b
    where c.business_id = ${businessId} and c.id = b.id
    returning c.id, c.revision, b.had_outcome`;
  return ended.filter(({ hadOutcome }) => !hadOutcome).map(({ id, revision }) => ({ conversationId: id, revision }));
}

export type Emptied = { readonly messages: number; readonly notes: number; readonly pictures: number };

/** Everything that was said with the debtor: who said when and what became of it stays, and no word of it. */
export async function emptyTalks(tx: Tx, businessId: string, debtorId: string): Promise<Emptied> {
  const { count: messages } = await tx`
    update message set body = '', detail = null, turn = case direction when 'in' then coalesce(turn, 0) else turn end
    where business_id = ${businessId} and conversation_id in ${talksWith(tx, businessId, debtorId)} and (body <> '' or detail is not null or (direction = 'in' and turn is null))`;
  const { count: notes } =
    await tx`delete from note where business_id = ${businessId} and conversation_id in ${talksWith(tx, businessId, debtorId)}`;
  const { count: pictures } = await tx`
    update payment_proof set bytes = null, mime = coalesce(mime, 'application/octet-stream')
    where business_id = ${businessId} and debtor_id = ${debtorId} and (bytes is not null or (mime is null and message_id is not null))`;
  await tx`
    update outbox set payload = payload - 'text'
    where business_id = ${businessId} and conversation_id in ${talksWith(tx, businessId, debtorId)} and payload ? 'text'`;
  await tx`
    update conversation_event set meaning = null
    where business_id = ${businessId} and conversation_id in ${talksWith(tx, businessId, debtorId)} and meaning is not null and meaning <> 'null'`;
  return { messages, notes, pictures };
}

/** Webhooks as they came, of these numbers and ids: copies that would be forgotten by themselves in some weeks. */
export async function forgetDeliveriesOf(tx: Tx, businessId: string, marks: readonly string[]): Promise<void> {
  await tx`
    delete from channel_delivery d using unnest(${[...marks]}::text[]) as m(mark)
    where d.business_id = ${businessId} and position(m.mark in d.body) > 0`;
}

/** Lists in the books that brought or changed this debtor. One that waits to be imported is another upload: it is discarded. */
export async function listsOf(tx: Tx, businessId: string, debtorId: string): Promise<string[]> {
  const lists = await tx<{ id: string }[]>`
    select id from debtor_list where business_id = ${businessId} and state in ('committed', 'failed') and id in (
      select list_id from debtor where business_id = ${businessId} and id = ${debtorId}
      union select list_id from debt where business_id = ${businessId} and debtor_id = ${debtorId}
      union select p.list_id from contact_permission p join contact k on k.business_id = p.business_id and k.id = p.contact_id
        where p.business_id = ${businessId} and k.debtor_id = ${debtorId})
    order by id for no key update`;
  return lists.map(({ id }) => id);
}

/** Rows that were found to speak of somebody, and those that were judged as theirs. */
export async function forgetRowsOf(
  tx: Tx,
  businessId: string,
  { listId, rows, reference }: { listId: string; rows: readonly number[]; reference: string },
): Promise<void> {
  await tx`
    delete from debtor_list_row where business_id = ${businessId} and list_id = ${listId} and row > 0
      and (row = any(${[...rows]}::integer[]) or judged ->> 'debtor' = ${reference})`;
}

export async function saveSealedSummary(
  tx: Tx,
  businessId: string,
  { listId, sealed }: { listId: string; sealed: string },
): Promise<void> {
  await tx`
    update debtor_list set summary = jsonb_set(summary, '{sealed}', ${document(sealed)}::text::jsonb)
    where business_id = ${businessId} and id = ${listId}`;
}
