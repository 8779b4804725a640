import type { DateTime } from "luxon";
import type { Currency } from "../../src/domain/money.ts";
import type { IsoDate } from "../../src/domain/time.ts";
import { newId } from "../../src/ids.ts";
import type { Tx } from "../client.ts";
import { reasonOf } from "../suppressions.ts";

/** By whom a file's entries are recorded and its pauses lifted: what anybody else recorded since the upload, it could not know. */
export const IMPORT_ACTOR = "import";

// In every statement below staged rows are taken out of their JSON first and looked up by sub-selects. Row-level security lets
// no expression over JSON into an index, and a join between tables without statistics is planned as if one row were to come
// of it (measured: 1 s for a thousand rows, against 20 ms so).

/**
 * Rows of one list after `after`, up to and with `upTo`, of those debtors that fall to `lane` (0 to `lanes` - 1): all rows
 * of a debtor are in one lane, in the file's order. Only new and changed ones are written.
 */
export type RowRange = {
  readonly listId: string;
  readonly after: number;
  readonly upTo: number;
  readonly lane: number;
  readonly lanes: number;
};

/** The last of the next rows to write, `count` of them at most; null when none is left. */
export async function endOfNextRows(
  tx: Tx,
  businessId: string,
  { listId, after, count }: { listId: string; after: number; count: number },
): Promise<number | null> {
  const [row] = await tx<{ last: number | null }[]>`
    select max(row)::integer as last from (
      select row from debtor_list_row
      where business_id = ${businessId} and list_id = ${listId} and row > ${Math.max(after, 0)} and verdict in ('new', 'changed')
      order by row limit ${count}) next`;
  return row?.last ?? null;
}

/**
 * Makes the debtors or brings them up to date; what a file leaves out stays as it was. In the order of their references, as
 * every list does, so that two lists with the same people wait for each other and never in a circle.
 */
export async function writeDebtors(tx: Tx, businessId: string, range: RowRange): Promise<void> {
  await tx`
    insert into debtor (business_id, id, reference, kind, name, document_type, document_last_four, document_sealed,
      birth_date_sealed, sealed_with, country, subdivision, zone, extra, list_id)
    select ${businessId}, (p ->> 'id')::uuid, reference, p ->> 'kind', p ->> 'name', p ->> 'documentType', p ->> 'lastFour',
      decode(p ->> 'document', 'base64'), decode(p ->> 'birthDate', 'base64'), p ->> 'sealedWith', p ->> 'country',
      p ->> 'subdivision', p ->> 'zone', p -> 'extra', ${range.listId}
    from (
      select distinct on (reference) reference, p
      from (select r.judged ->> 'debtor' as reference, r.judged -> 'party' as p, r.row from debtor_list_row r
        where ${inRange(tx, businessId, range)} and r.judged ? 'party') said
      order by reference, row desc
    ) newest
    order by reference
    on conflict (business_id, reference) do update set
      kind = excluded.kind, name = excluded.name,
      document_type = coalesce(excluded.document_type, debtor.document_type),
      document_last_four = case when excluded.document_sealed is null then debtor.document_last_four else excluded.document_last_four end,
      document_sealed = coalesce(excluded.document_sealed, debtor.document_sealed),
      birth_date_sealed = coalesce(excluded.birth_date_sealed, debtor.birth_date_sealed),
      sealed_with = coalesce(excluded.sealed_with, debtor.sealed_with),
      country = coalesce(excluded.country, debtor.country),
      subdivision = case when excluded.country <> debtor.country then excluded.subdivision
        else coalesce(excluded.subdivision, debtor.subdivision) end,
      zone = case when excluded.country <> debtor.country or excluded.subdivision <> debtor.subdivision then excluded.zone
        else coalesce(excluded.zone, debtor.zone) end, extra = debtor.extra || excluded.extra, list_id = excluded.list_id`;
}

/**
 * Gives debtors their numbers. A number that is another debtor's stays theirs; one that wrote to us before anybody knew
 * whose it is becomes this debtor's, unless somebody said that it is nobody's to write to. One of somebody who was erased comes
 * suppressed; what its owner said since is not undone.
 */
export async function writeContacts(tx: Tx, businessId: string, range: RowRange): Promise<void> {
  await tx`
    with listed as materialized (
      select r.row, r.judged ->> 'debtor' as debtor, k.*, decode(k.hash, 'hex') as key_hash
      from debtor_list_row r
      cross join lateral jsonb_to_recordset(r.judged -> 'party' -> 'contacts') as k(id uuid, name text, role text, phone text, key text,
        hash text)
      where ${inRange(tx, businessId, range)} and r.judged ? 'party'
    )
    insert into contact (business_id, id, debtor_id, name, role, phone, wa_key, suppressed_at, suppressed_because)
    select distinct on (key) ${businessId}, id,
      (select d.id from debtor d where d.business_id = ${businessId} and d.reference = listed.debtor), name, role, phone, key,
      (select max(s.at) from suppression s where s.business_id = ${businessId} and s.key_hash = listed.key_hash),
      ${reasonOf(tx, businessId, tx`listed.key_hash`)}
    from listed
    order by key, row
    on conflict (business_id, wa_key) do update set
      debtor_id = excluded.debtor_id, phone = excluded.phone,
      suppressed_at = case when contact.debtor_id is null then excluded.suppressed_at else contact.suppressed_at end,
      suppressed_because = case when contact.debtor_id is null then excluded.suppressed_because else contact.suppressed_because end,
      name = coalesce(excluded.name, contact.name), role = coalesce(excluded.role, contact.role)
    where (contact.debtor_id is null and contact.suppressed_at is null)
      or (contact.debtor_id = excluded.debtor_id and (contact.phone, contact.name, contact.role)
        is distinct from (excluded.phone, coalesce(excluded.name, contact.name), coalesce(excluded.role, contact.role)))`;
}

/**
 * Appends what the file says of writing to these numbers, where it is not what was said last. What a person took back in
 * their own words no file gives again. `is true` keeps the look-up of a number to the index by number: the one by debtor
 * looks as good while there are no statistics (seen in a plan under load: 37 µs a look-up, where others took 2).
 */
export async function appendPermissions(
  tx: Tx,
  businessId: string,
  { uploadedOn, at, ...range }: RowRange & { uploadedOn: IsoDate; at: DateTime },
): Promise<void> {
  await tx`
    with listed as materialized (
      select r.row, r.judged ->> 'debtor' as debtor, k.*, g.*
      from debtor_list_row r
      cross join lateral jsonb_to_record(r.judged -> 'party' -> 'permission') as g(granted boolean, wording text, "on" date, others text[], "otherNumbers" boolean)
      cross join lateral jsonb_to_recordset(r.judged -> 'party' -> 'contacts') as k("permissionId" uuid, key text)
      where ${inRange(tx, businessId, range)} and r.judged -> 'party' ? 'permission'
    ), owned as materialized (
      select listed.*, (select d.id from debtor d where d.business_id = ${businessId} and d.reference = listed.debtor) as debtor_id from listed
    ), said as materialized (
      select owned.*, (select c.id from contact c
        where c.business_id = ${businessId} and c.wa_key = owned.key and (c.debtor_id = owned.debtor_id) is true) as contact_id
      from owned
    )
    insert into contact_permission (business_id, id, contact_id, granted, other_channels, other_numbers, wording, granted_on, source, list_id, at)
    select ${businessId}, newest."permissionId", contact_id, newest.granted, coalesce(newest.others, last.other_channels, '{}'),
      coalesce(newest."otherNumbers", last.other_numbers, false), newest.wording,
      coalesce(newest."on", ${uploadedOn}), 'upload', ${range.listId}, ${at}
    from (select distinct on (contact_id) * from said where contact_id is not null order by contact_id, row desc) newest
    left join lateral (
      select p.granted, p.other_channels, p.other_numbers, p.wording, p.granted_on, p.source from contact_permission p
      where p.business_id = ${businessId} and p.contact_id = newest.contact_id
      order by p.recorded_at desc, p.id desc limit 1
    ) last on true
    where last.granted is null
      or (not (not last.granted and last.source = 'debtor_words')
        and (last.granted, last.wording, last.granted_on, last.other_channels, last.other_numbers)
          is distinct from (newest.granted, newest.wording, coalesce(newest."on", last.granted_on), coalesce(newest.others, last.other_channels),
            coalesce(newest."otherNumbers", last.other_numbers)))`;
}

export type WrittenDebt = {
  readonly row: number;
  readonly id: string;
  readonly debtorId: string;
  readonly currency: Currency;
  readonly owedMinor: bigint;
  /** Made just now: the ledger knows nothing of it. */
  readonly isNew: boolean;
  /** The file says that the debtor contests it. */
  readonly disputed: boolean;
};

/**
 * Makes the debts or brings them up to date, and locks them: what is owed on them is read afterwards. Where a debtor has a
 * debt of the same reference in another currency, this one is kept under its reference and currency.
 */
export async function writeDebts(
  tx: Tx,
  businessId: string,
  { uploadedOn, ...range }: RowRange & { uploadedOn: IsoDate },
): Promise<WrittenDebt[]> {
  // The one join of two thousands, whose sizes the planner guesses at one row each.
  await tx`select set_config('enable_nestloop', 'off', true)`;
  const written = await tx<WrittenDebt[]>`
    with listed as materialized (
      select r.row, j.*
      from debtor_list_row r
      cross join lateral jsonb_to_record(r.judged) as j(id uuid, debtor text, reference text, description text, currency char(3),
        "owedMinor" bigint, "issuedOn" date, "dueOn" date, disputed boolean, fingerprint text)
      where ${inRange(tx, businessId, range)}
    ), owned as materialized (
      select listed.*, (select d.id from debtor d where d.business_id = ${businessId} and d.reference = listed.debtor) as debtor_id from listed
    ), staged as materialized (
      select owned.*, case when exists (select from debt t where t.business_id = ${businessId} and t.debtor_id = owned.debtor_id
          and t.reference = owned.reference and t.currency <> owned.currency)
        then reference || ' ' || currency else reference end as kept_as
      from owned
    ), written as (
      insert into debt (business_id, id, debtor_id, reference, description, currency, issued_on, due_on, row_fingerprint, list_id)
      select distinct on (debtor_id, kept_as) ${businessId}, id, debtor_id, kept_as, description, currency, "issuedOn",
        coalesce("dueOn", "issuedOn", ${uploadedOn}), fingerprint, ${range.listId}
      from staged order by debtor_id, kept_as, row desc
      on conflict (business_id, debtor_id, reference) do update set
        description = excluded.description, issued_on = coalesce(excluded.issued_on, debt.issued_on),
        due_on = coalesce((select s."dueOn" from staged s where s.id = excluded.id), debt.due_on),
        row_fingerprint = excluded.row_fingerprint, list_id = excluded.list_id
      returning id, debtor_id, reference, (xmax = 0) as is_new
    )
    select distinct on (w.id) s.row, w.id, w.debtor_id, s.currency, s."owedMinor", w.is_new, s.disputed is true as disputed
    from staged s join written w on w.debtor_id = s.debtor_id and w.reference = s.kept_as
    order by w.id, s.row desc`;
  await tx`select set_config('enable_nestloop', 'on', true)`;
  return written;
}

/**
 * Holds back debts that the file says are contested, and lets go of those that an earlier file held and this one does not.
 * A dispute that the debtor reported to us is another matter, and none of the file's.
 */
export async function writeDisputes(
  tx: Tx,
  businessId: string,
  { debts, at, listId }: { debts: readonly WrittenDebt[]; at: DateTime; listId: string },
): Promise<void> {
  const held = debts.filter(({ disputed }) => disputed);
  const others = debts.filter(({ disputed, isNew }) => !isNew && !disputed).map(({ id }) => id);
  if (others.length > 0) {
    await tx`
      update hold set lifted_at = ${at}, lifted_by = ${IMPORT_ACTOR}
      where business_id = ${businessId} and debt_id = any(${others}::uuid[]) and kind = 'dispute' and lifted_at is null
        and source_id in (select id from debtor_list where business_id = ${businessId})`;
  }
  if (held.length === 0) return;
  const holds = held.map(({ id, debtorId }) => ({ id: newId(), debtor: debtorId, debt: id }));
  await tx`
    insert into hold (business_id, id, debtor_id, debt_id, kind, source_id, placed_at)
    select ${businessId}, h.id, h.debtor, h.debt, 'dispute', ${listId}, ${at}
    from json_to_recordset(${JSON.stringify(holds)}::text::json) as h(id uuid, debtor uuid, debt uuid)
    where not exists (select from hold k where k.business_id = ${businessId} and k.debtor_id = h.debtor and k.debt_id = h.debt
      and k.kind = 'dispute' and k.lifted_at is null)`;
}

/**
 * By how much the books differ from what the file says of each debt. What happened since the upload other than another
 * file's word (a payment, a dispute that a person accepted) the file could not know: it counts on top of what the file says.
 */
export async function differencesOf(
  tx: Tx,
  businessId: string,
  { listId, debts }: { listId: string; debts: readonly WrittenDebt[] },
): Promise<Map<string, bigint>> {
  if (debts.length === 0) return new Map();
  const asked = debts.map(({ id, owedMinor }) => ({ id, owed: owedMinor.toString() }));
  const found = await tx<{ id: string; difference: bigint }[]>`
    select a.id, (a.owed + b.since - b.booked)::bigint as difference
    from json_to_recordset(${JSON.stringify(asked)}::text::json) as a(id uuid, owed bigint)
    cross join lateral (
      select coalesce(sum(p.amount_minor), 0) as booked,
        coalesce(sum(p.amount_minor) filter (where e.actor <> ${IMPORT_ACTOR}
          and e.recorded_at > (select l.recorded_at from debtor_list l where l.business_id = ${businessId} and l.id = ${listId})), 0) as since
      from ledger_posting p
      join ledger_entry e on e.business_id = p.business_id and e.id = p.entry_id
      where p.business_id = ${businessId} and p.debt_id = a.id and p.account_code in (1100, 1110, 1120)
    ) b`;
  return new Map(found.map(({ id, difference }) => [id, difference]));
}

const inRange = (tx: Tx, businessId: string, { listId, after, upTo, lane, lanes }: RowRange) =>
  tx`r.business_id = ${businessId} and r.list_id = ${listId} and r.row > ${after} and r.row <= ${upTo} and r.verdict in ('new', 'changed')
    and r.share % ${lanes} = ${lane}`;
