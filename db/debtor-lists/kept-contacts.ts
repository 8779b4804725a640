import type { Tx } from "../client.ts";

/** Some debtors of one verdict, sealed by the caller (base64). */
export type ContactPart = { readonly verdict: number; readonly part: number; readonly lines: string };

export async function keepContacts(
  tx: Tx,
  businessId: string,
  { listId, parts }: { listId: string; parts: readonly ContactPart[] },
): Promise<void> {
  await tx`
    insert into debtor_list_contact (business_id, list_id, verdict, part, lines)
    select ${businessId}, ${listId}, r.verdict, r.part, r.lines
    from json_to_recordset(${JSON.stringify(parts)}::text::json) as r(verdict smallint, part integer, lines text)`;
}

export type ContactPlace = Pick<ContactPart, "verdict" | "part">;

/** Parts after a place, of one verdict or of all. */
export async function keptContacts(
  tx: Tx,
  businessId: string,
  {
    listId,
    verdict,
    after = { verdict: 0, part: -1 },
    limit,
  }: { listId: string; verdict: number | undefined; after: ContactPlace | undefined; limit: number },
): Promise<ContactPart[]> {
  return tx<ContactPart[]>`
    select verdict, part, lines from debtor_list_contact
    where business_id = ${businessId} and list_id = ${listId} and (verdict, part) > (${after.verdict}, ${after.part})
      ${verdict === undefined ? tx`` : tx`and verdict = ${verdict}`}
    order by verdict, part limit ${limit}`;
}

export async function forgetContacts(tx: Tx, businessId: string, listId: string): Promise<void> {
  await tx`delete from debtor_list_contact where business_id = ${businessId} and list_id = ${listId}`;
}
