import type { IsoDate } from "../../src/domain/time.ts";
import type { Tx } from "../client.ts";
import { folded, type SearchTerm } from "./search.ts";

export type DebtorRow = {
  readonly id: string;
  readonly reference: string;
  readonly kind: "person" | "company";
  readonly name: string;
  /** As the list is sorted: lower case, no accents. */
  readonly sortName: string;
  readonly language: "es" | "pt-BR" | "en" | null;
  readonly country: string | null;
  readonly subdivision: string | null;
  readonly zone: string | null;
  readonly documentType: string | null;
  readonly documentLastFour: string | null;
  readonly mayBeWrittenTo: boolean;
  readonly openConversationId: string | null;
};

export type DebtorsPage = {
  readonly search: SearchTerm | undefined;
  readonly after: { readonly name: string; readonly id: string } | undefined;
  readonly limit: number;
};

/** By name. */
export async function debtorsPage(
  tx: Tx,
  businessId: string,
  { search, after, limit }: DebtorsPage,
): Promise<DebtorRow[]> {
  return tx<DebtorRow[]>`
    ${debtorColumns(tx)}
    where d.business_id = ${businessId} ${search ? tx`and ${matches(tx, search)}` : tx``}
      ${after ? tx`and (${folded(tx, tx`d.name`)}, d.id) > (${after.name}, ${after.id}::uuid)` : tx``}
    order by sort_name, d.id
    limit ${limit}`;
}

export async function debtorRow(tx: Tx, businessId: string, id: string): Promise<DebtorRow | undefined> {
  const [row] = await tx<DebtorRow[]>`${debtorColumns(tx)} where d.business_id = ${businessId} and d.id = ${id}`;
  return row;
}

/** The day from which each owes: of the oldest debt with something left on it. */
export async function oldestDueDays(
  tx: Tx,
  businessId: string,
  debtorIds: readonly string[],
): Promise<Map<string, IsoDate>> {
  const found = await tx<{ debtorId: string; dueOn: IsoDate }[]>`
    select o.debtor_id, min(o.due_on) as due_on from (
      select d.debtor_id, d.due_on from debt d
      join ledger_posting p on p.business_id = d.business_id and p.debt_id = d.id and p.account_code in (1100, 1110, 1120)
      where d.business_id = ${businessId} and d.debtor_id = any(${[...debtorIds]}::uuid[])
      group by d.id, d.debtor_id, d.due_on having sum(p.amount_minor) > 0) o
    group by o.debtor_id`;
  return new Map(found.map(({ debtorId, dueOn }) => [debtorId, dueOn]));
}

function debtorColumns(tx: Tx) {
  return tx`
    select d.id, d.reference, d.kind, d.name, ${folded(tx, tx`d.name`)} as sort_name, d.language, d.country, d.subdivision, d.zone, d.document_type,
      d.document_last_four, exists (select from contact k where k.business_id = d.business_id and k.debtor_id = d.id
        and k.suppressed_at is null and (select p.granted from contact_permission p where p.business_id = k.business_id
          and p.contact_id = k.id order by p.recorded_at desc, p.id desc limit 1)) as may_be_written_to,
      (select c.id from conversation c where c.business_id = d.business_id and c.debtor_id = d.id and c.closed_at is null
        order by c.id desc limit 1) as open_conversation_id
    from debtor d`;
}

function matches(tx: Tx, { text, digits }: SearchTerm) {
  const byNumber = tx`or exists (select from contact k where k.business_id = d.business_id and k.debtor_id = d.id
    and strpos(coalesce(k.phone, k.wa_id, ''), ${digits}) > 0)`;
  return tx`(strpos(${folded(tx, tx`d.name`)}, ${text}) > 0 or strpos(lower(d.reference), ${text}) = 1 ${digits === "" ? tx`` : byNumber})`;
}
