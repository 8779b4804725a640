import type { DateTime } from "luxon";
import { isThirdParty, type ListedAs } from "../src/domain/contact-law/role-of.ts";
import type { Currency } from "../src/domain/money.ts";
import { HOLD_KINDS, STOPPED_BY } from "../src/domain/outreach/holds.ts";
import type { Tx } from "./client.ts";

/** `now`: the business's time, by which a hold that was placed for a time is over. */
export type OfList = { readonly listId: string; readonly currency: Currency; readonly now: DateTime };

/** How many of a list's debtors a conversation can be opened with now: not those of whom there are only others' numbers. */
export async function countOpenable(tx: Tx, businessId: string, of: OfList): Promise<number> {
  const [row] = await tx<
    { count: number }[]
  >`select count(*)::int as count from (${openable(tx, businessId, of)}) found`;
  const suspect = (await rolesOf(tx, businessId)).filter((contactRole) => isThirdParty({ ...STRANGER, contactRole }));
  if (!row || suspect.length === 0) return row?.count ?? 0;
  const doubtful = await tx<{ contacts: ListedAs[] }[]>`
    select jsonb_agg(jsonb_build_object('contactRole', k.role, 'contactName', k.name, 'debtorKind', e.kind, 'debtorName', e.name)) as contacts
    from (${openable(tx, businessId, of)}) d
    join debtor e on e.business_id = ${businessId} and e.id = d.id
    join contact k on k.business_id = ${businessId} and k.debtor_id = d.id and ${mayBeWrittenTo(tx)}
    group by d.id
    having bool_and(coalesce(k.role, '') = any(${suspect}::text[]))`;
  return row.count - doubtful.filter(({ contacts }) => contacts.every(isThirdParty)).length;
}

/** By whom a role is read most strictly: a person's contact of another name. */
const STRANGER = { contactName: "a", debtorName: "b", debtorKind: "person" } as const;

/** The words for roles in this business's lists, which are few. */
async function rolesOf(tx: Tx, businessId: string): Promise<string[]> {
  const found = await tx<{ role: string }[]>`
    select distinct role from contact where business_id = ${businessId} and role is not null`;
  return found.map(({ role }) => role);
}

/**
 * The next of them behind that debtor, in the order of their ids, with those of whom there are only others' numbers: the opening
 * passes them over. Asked for so, each is met once, even where an opening was given up at once and they can be opened with again.
 */
export async function nextOpenable(
  tx: Tx,
  businessId: string,
  { limit, after, ...of }: OfList & { limit: number; after: string | undefined },
): Promise<string[]> {
  const behind = after === undefined ? tx`` : tx`and d.id > ${after}`;
  const found = await tx<{ id: string }[]>`${openable(tx, businessId, of)} ${behind} order by d.id limit ${limit}`;
  return found.map(({ id }) => id);
}

/**
 * Debtors whom this list brought or changed, or one of whose debts it did; who owe something, may be written to at a number
 * of theirs, are under no hold that stops an opening, and have no open conversation.
 */
function openable(tx: Tx, businessId: string, { listId, currency, now }: OfList) {
  const stopping = HOLD_KINDS.filter((kind) => STOPPED_BY[kind].includes("opening"));
  return tx`
    select d.id from debtor d
    where d.business_id = ${businessId} and d.id in (
        select id from debtor where business_id = ${businessId} and list_id = ${listId}
        union select debtor_id from debt where business_id = ${businessId} and list_id = ${listId})
      and exists (select from contact k where k.business_id = d.business_id and k.debtor_id = d.id and ${mayBeWrittenTo(tx)})
      and not exists (select from conversation c where c.business_id = d.business_id and c.debtor_id = d.id and c.closed_at is null)
      and not exists (select from active_hold h where h.business_id = d.business_id and h.debtor_id = d.id
        and h.kind = any(${stopping}::text[]) and (h.until is null or h.until > ${now}))
      and (select coalesce(sum(p.amount_minor), 0) from ledger_posting p where p.business_id = d.business_id
        and p.debtor_id = d.id and p.account_code in (1100, 1110, 1120) and p.currency = ${currency}) > 0`;
}

const mayBeWrittenTo = (tx: Tx) => tx`(k.suppressed_at is null and k.phone is not null
  and (select p.granted from contact_permission p where p.business_id = k.business_id and p.contact_id = k.id
    order by p.recorded_at desc, p.id desc limit 1))`;
