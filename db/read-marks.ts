import type { Tx } from "./client.ts";

/** The last message that a person wrote in a conversation, as its channel knows it, and who they are there. */
export type NewestInbound = {
  readonly conversationId: string;
  readonly channelId: string;
  readonly providerId: string;
  readonly phone: string | null;
  readonly waId: string | null;
  readonly bsuid: string | null;
  readonly lid: string | null;
};

export async function newestInbound(
  tx: Tx,
  businessId: string,
  conversationIds: readonly string[],
): Promise<NewestInbound[]> {
  return tx<NewestInbound[]>`
    select c.id as conversation_id, c.channel_id, m.provider_id, k.phone, k.wa_id, k.bsuid, k.lid
    from conversation c
    join contact k on k.business_id = c.business_id and k.id = c.contact_id
    cross join lateral (select provider_id from message
      where business_id = c.business_id and conversation_id = c.id and direction = 'in' and provider_id is not null
      order by id desc limit 1) m
    where c.business_id = ${businessId} and c.id = any(${[...conversationIds]}::uuid[])`;
}
