import type { Tx } from "./client.ts";

/**
 * The ids of all conversations with these debtors, as a sub-select: those about them, and those with their numbers from before
 * anybody knew whose they were, which name no debtor.
 */
export function talksOf(tx: Tx, businessId: string, debtorIds: readonly string[]) {
  return tx`(select id from conversation where business_id = ${businessId} and debtor_id = any(${[...debtorIds]}::uuid[])
    union select t.id from contact k join conversation t on t.business_id = k.business_id and t.contact_id = k.id
      where k.business_id = ${businessId} and k.debtor_id = any(${[...debtorIds]}::uuid[]))`;
}
