import type { Database, Tx } from "../../db/client.ts";
import type { Clock } from "../clock.ts";

/**
 * The same rows in the same tables, with their triggers and postings, by set-based SQL in one transaction and with nothing
 * to read or judge: the rows are those that the import before has written. Gives the seconds that the writing
 * took, of what a commit writes: the judged rows are staged before.
 */
export async function writeByPlainSql(
  db: Database,
  { businessId, like, clock }: { businessId: string; like: string; clock: Clock },
): Promise<number> {
  const source = await db.inBusiness(like, readWritten);
  return db.inBusiness(businessId, async (tx) => {
    await loadSource(tx, source);
    for (const stage of STAGING) await tx.unsafe(stage);
    const start = clock.elapsedMs();
    for (const write of STATEMENTS) await tx.unsafe(write);
    return (clock.elapsedMs() - start) / 1000;
  });
}

type Written = { readonly debtors: string; readonly debts: string };

/** As text, so that nothing of it is counted to either side. */
async function readWritten(tx: Tx): Promise<Written> {
  const [debtors] = await tx<{ list: string }[]>`
    select json_agg(json_build_object('reference', d.reference, 'name', d.name, 'four', d.document_last_four,
      'sealed', encode(d.document_sealed, 'hex'), 'extra', d.extra, 'phone', c.phone, 'key', c.wa_key, 'wording', p.wording,
      'granted', p.granted_on))::text as list
    from debtor d
    join contact c on c.business_id = d.business_id and c.debtor_id = d.id
    join contact_permission p on p.business_id = c.business_id and p.contact_id = c.id`;
  const [debts] = await tx<{ list: string }[]>`
    select json_agg(json_build_object('debtor', d.reference, 'reference', t.reference, 'description', t.description,
      'issued', t.issued_on, 'due', t.due_on, 'fingerprint', t.row_fingerprint, 'minor', o.minor))::text as list
    from debt t
    join debtor d on d.business_id = t.business_id and d.id = t.debtor_id
    join lateral (select sum(amount_minor)::bigint as minor from ledger_posting p
      where p.business_id = t.business_id and p.debt_id = t.id) o on true`;
  return { debtors: debtors?.list ?? "[]", debts: debts?.list ?? "[]" };
}

async function loadSource(tx: Tx, { debtors, debts }: Written): Promise<void> {
  await tx.unsafe(
    `
    create temporary table bench_debtor on commit drop as
    select gen_random_uuid() as id, gen_random_uuid() as contact_id, gen_random_uuid() as permission_id, r.*
    from json_to_recordset($1::text::json) as r(reference text, name text, four text, sealed text, extra jsonb, phone text, key text, wording text, granted date)`,
    [debtors],
  );
  await tx.unsafe(
    `
    create temporary table bench_debt on commit drop as
    select row_number() over ()::integer as n, gen_random_uuid() as id, gen_random_uuid() as entry_id, b.id as debtor_id, r.*
    from json_to_recordset($1::text::json) as r(debtor text, reference text, description text, issued date, due date, fingerprint text, minor bigint)
    join bench_debtor b on b.reference = r.debtor`,
    [debts],
  );
  await tx.unsafe("analyze bench_debtor");
  await tx.unsafe("analyze bench_debt");
}

const LIST = "'00000000-0000-7000-8000-000000000001'::uuid";

/** What the dry run leaves behind: there before the clock starts, as it is before a commit. */
const STAGING = [
  `insert into debtor_list (business_id, id, file_name, sha256, size_bytes, state, settings, summary, total_rows, uploaded_by, uploaded_at)
    values (current_business(), ${LIST}, 'sql', '', 0, 'committed', '{}', '{}', 0, 'bench', now())`,
  `insert into debtor_list_row (business_id, list_id, row, verdict, judged)
    select current_business(), ${LIST}, n, 'new', to_jsonb(t) from bench_debt t`,
];

const STATEMENTS = [
  `insert into debtor (business_id, id, reference, kind, name, document_type, document_last_four, document_sealed, sealed_with, extra, list_id)
    select current_business(), id, reference, 'person', name, 'CC', four, decode(sealed, 'hex'), 'bench', extra, ${LIST} from bench_debtor`,
  `insert into contact (business_id, id, debtor_id, phone, wa_key)
    select current_business(), contact_id, id, phone, key from bench_debtor`,
  `insert into contact_permission (business_id, id, contact_id, granted, wording, granted_on, source, list_id)
    select current_business(), permission_id, contact_id, true, wording, granted, 'upload', ${LIST} from bench_debtor`,
  `insert into debt (business_id, id, debtor_id, reference, description, currency, issued_on, due_on, row_fingerprint, list_id)
    select current_business(), id, debtor_id, reference, description, 'COP', issued, due, fingerprint, ${LIST} from bench_debt`,
  `with written as (
      insert into ledger_entry (business_id, id, reference, kind, effective_on, actor, source, fingerprint, content_hash)
      select current_business(), entry_id, 'list:sql/row:' || n, 'debt raised', issued, 'import', 'list:sql',
        sha256(convert_to(id::text || minor, 'UTF8')), sha256(convert_to(entry_id::text || n, 'UTF8'))
      from bench_debt
      returning id
    )
    insert into ledger_posting (business_id, entry_id, position, account_code, debtor_id, debt_id, amount_minor, currency)
    select current_business(), b.entry_id, p.position, p.code, case when p.code = 1100 then b.debtor_id end,
      case when p.code = 1100 then b.id end, b.minor * p.sign, 'COP'
    from bench_debt b join written w on w.id = b.entry_id
    cross join (values (1::smallint, 1100::smallint, 1), (2::smallint, 3000::smallint, -1)) as p(position, code, sign)`,
  `delete from debtor_list_row where list_id = ${LIST} and business_id = current_business()`,
];
