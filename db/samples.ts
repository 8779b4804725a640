import { DateTime } from "luxon";
import type { IsoDate } from "../src/domain/time.ts";
import { firstIdAt } from "../src/ids.ts";
import type { Tx } from "./client.ts";
import { rows } from "./rows.ts";

/** A made debtor with one contact that allowed WhatsApp and one debt: what benches and `saldar prove` talk to. */
export type SampleDebtor = {
  readonly debtorId: string;
  readonly contactId: string;
  readonly debtId: string;
  readonly permissionId: string;
  readonly reference: string;
  readonly name: string;
  readonly lastFour: string;
  readonly phone: string;
  readonly waKey: string;
  readonly dueOn: IsoDate;
};

/** Writes them with one statement a table. What they owe is the ledger's, and told there by the caller. */
export async function insertSampleDebtors(tx: Tx, businessId: string, samples: readonly SampleDebtor[]): Promise<void> {
  const list = rows(samples);
  await tx`
    insert into debtor (business_id, id, reference, kind, name, document_last_four)
    select ${businessId}, r."debtorId", r.reference, 'person', r.name, r."lastFour"
    from jsonb_to_recordset(${list}::text::jsonb) as r("debtorId" uuid, reference text, name text, "lastFour" text)`;
  await tx`
    insert into contact (business_id, id, debtor_id, phone, wa_key)
    select ${businessId}, r."contactId", r."debtorId", r.phone, r."waKey"
    from jsonb_to_recordset(${list}::text::jsonb) as r("contactId" uuid, "debtorId" uuid, phone text, "waKey" text)`;
  await tx`
    insert into contact_permission (business_id, id, contact_id, granted, wording, granted_on, source)
    select ${businessId}, r."permissionId", r."contactId", true, 'Autorizo mensajes de WhatsApp', r."dueOn", 'upload'
    from jsonb_to_recordset(${list}::text::jsonb) as r("permissionId" uuid, "contactId" uuid, "dueOn" date)`;
  await tx`
    insert into debt (business_id, id, debtor_id, reference, description, currency, due_on, row_fingerprint)
    select ${businessId}, r."debtId", r."debtorId", r.reference, 'Factura de muestra', 'COP', r."dueOn", r.reference
    from jsonb_to_recordset(${list}::text::jsonb) as r("debtId" uuid, "debtorId" uuid, reference text, "dueOn" date)`;
}

/**
 * An old conversation per contact, closed, with so many messages of both directions each: the history beside which a busy
 * installation works. Written by the database itself, because a million rows would otherwise cross the wire.
 */
export async function insertOldMessages(
  tx: Tx,
  businessId: string,
  { channelId, contactIds, messagesEach }: { channelId: string; contactIds: readonly string[]; messagesEach: number },
): Promise<void> {
  // What is new is found by its id: these have those of their day.
  const ofTheirDay = firstIdAt(DateTime.fromISO("2026-03-01T00:00:00Z")).slice(0, "00000000-0000".length);
  await tx`
    with old as (
      insert into conversation (business_id, id, channel_id, contact_id, debtor_id, flow, flow_version, state, context, language,
        outcome, closed_at, opened_at)
      select k.business_id, gen_random_uuid(), ${channelId}, k.id, k.debtor_id, 'collect', 1, 'closed', '{}', 'es',
        'promise', '2026-03-02', '2026-03-01'
      from contact k where k.business_id = ${businessId} and k.id = any(${contactIds}::uuid[])
      returning business_id, id, channel_id
    )
    insert into message (business_id, id, conversation_id, channel_id, direction, author, kind, body, provider_id, sent_at, turn, status_rank)
    select o.business_id, (${ofTheirDay} || right(gen_random_uuid()::text, 23))::uuid, o.id, o.channel_id, case when n % 2 = 0 then 'in' else 'out' end,
      case when n % 2 = 0 then 'debtor' else 'bot' end, 'text', 'Mensaje de muestra número ' || n, 'old.' || o.id || '.' || n,
      '2026-03-01'::timestamptz + n * interval '1 minute', n, 4
    from old o cross join generate_series(1, ${messagesEach}::int) as n`;
}

/** Entries of two postings as plain SQL would write them, made by the database from nothing: what our own verb is measured beside. */
export async function insertPlainEntries(
  tx: Tx,
  businessId: string,
  { first, count, effectiveOn }: { first: number; count: number; effectiveOn: IsoDate },
): Promise<void> {
  await tx`
    with debts as (
      select row_number() over (order by id) - 1 as n, id, debtor_id from debt where business_id = ${businessId}
    ), made as (
      select gen_random_uuid() as id, 'sql/' || s.n as reference, d.id as debt_id, d.debtor_id
      from generate_series(${first}::int, ${first + count - 1}::int) as s(n)
      join debts d on d.n = s.n % (select count(*) from debts)
    ), written as (
      insert into ledger_entry (business_id, id, reference, kind, effective_on, actor, fingerprint, content_hash)
      select ${businessId}, id, reference, 'debt adjusted', ${effectiveOn}, 'system',
        sha256(convert_to(reference, 'UTF8')), sha256(convert_to(id::text || reference, 'UTF8'))
      from made
    )
    insert into ledger_posting (business_id, entry_id, position, account_code, debtor_id, debt_id, amount_minor, currency)
    select ${businessId}::uuid, id, 1, 1100, debtor_id, debt_id, 10000, 'COP' from made
    union all
    select ${businessId}::uuid, id, 2, 3000, null, null, -10000, 'COP' from made`;
}

/** How many messages of debtors, written since then, a turn has read. */
export async function receivedSince(tx: Tx, businessId: string, since: DateTime): Promise<number> {
  const [found] = await tx<{ count: number }[]>`
    select count(*)::int as count from message
    where business_id = ${businessId} and direction = 'in' and recorded_at >= ${since} and turn is not null`;
  return found?.count ?? 0;
}

/** What debtors wrote, by the channels' own ids, in the order in which it became part of their conversations. */
export async function providerIdsReceived(tx: Tx, businessId: string): Promise<string[]> {
  const found = await tx<{ providerId: string }[]>`
    select provider_id from message where business_id = ${businessId} and direction = 'in' order by id`;
  return found.map(({ providerId }) => providerId);
}
