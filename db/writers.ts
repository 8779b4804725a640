import type { Tx } from "./client.ts";

/** What is on file of whoever writes in a conversation, and must not be read in what leaves the house. */
export type Writer = {
  readonly conversationId: string;
  readonly names: readonly string[];
  readonly numbers: readonly string[];
};

/** Of all who may write or be named there: the debtor, and everybody whose number stands beside theirs. By conversation. */
export async function writersOf(
  tx: Tx,
  businessId: string,
  conversationIds: readonly string[],
): Promise<ReadonlyMap<string, Writer>> {
  const writers = await tx<Writer[]>`
    select c.id as conversation_id,
      array_remove(array_agg(distinct k.name) || array_agg(distinct d.name), null) as names,
      array_remove(array_agg(distinct k.phone) || array_agg(distinct k.wa_key) || array_agg(distinct k.wa_id)
        || array_agg(distinct d.document_last_four) || array_agg(distinct d.reference), null) as numbers
    from conversation c
    left join debtor d on d.business_id = c.business_id and d.id = c.debtor_id
    join contact k on k.business_id = c.business_id and (k.id = c.contact_id or k.debtor_id = c.debtor_id)
    where c.business_id = ${businessId} and c.id = any(${[...conversationIds]}::uuid[])
    group by c.id`;
  return new Map(writers.map((writer) => [writer.conversationId, writer]));
}
