import type { DateTime } from "luxon";
import type { Tx } from "../client.ts";

export type DebtorsThere = { readonly country: string; readonly debtors: number };

/** Where debtors live; those of whom nobody said it live where the business is. */
export async function debtorsByCountry(tx: Tx, businessId: string): Promise<DebtorsThere[]> {
  return tx<DebtorsThere[]>`
    select coalesce(d.country, b.country) as country, count(*)::integer as debtors
    from debtor d join business b on b.id = d.business_id
    where d.business_id = ${businessId}
    group by 1 order by 2 desc, 1`;
}

export type ChosenReadingRow = {
  readonly id: string;
  readonly at: DateTime;
  readonly actor: string;
  readonly reading: string;
  readonly from: string | null;
  readonly option: string;
  readonly reason: string;
};

/** Who chose which reading of a country's law, and why, newest first. */
export async function chosenReadings(
  tx: Tx,
  businessId: string,
  { action, country }: { action: string; country: string },
): Promise<ChosenReadingRow[]> {
  return tx<ChosenReadingRow[]>`
    select id, at, actor, after->>'reading' as reading, before->>'option' as "from", after->>'option' as option, after->>'reason' as reason
    from audit_event
    where business_id = ${businessId} and subject_id = ${businessId} and action = ${action} and after->>'country' = ${country}
    order by id desc limit 200`;
}
