import type { DateTime } from "luxon";
import { ON_PHONE } from "../src/domain/on-phone.ts";
import type { Tx } from "./client.ts";
import { document } from "./rows.ts";

/** What somebody of the business wrote on the linked phone itself. */
export type EchoToKeep = {
  readonly id: string;
  readonly channelId: string;
  /** Every key under which the person it was written to may stand. */
  readonly keys: readonly string[];
  readonly lid: string | null;
  readonly providerId: string;
  readonly kind: string;
  readonly body: string;
  readonly detail: unknown;
  readonly cardNumberDropped: boolean;
  readonly sentAt: DateTime;
};

/**
 * Puts it into the conversation that is open with that person on that number, once, for whoever answers next. Gives the
 * conversation, or nothing: there is none, or it stands there already.
 */
export async function keepEcho(tx: Tx, businessId: string, echo: EchoToKeep): Promise<string | undefined> {
  const [kept] = await tx<{ conversationId: string }[]>`
    insert into message (business_id, id, conversation_id, channel_id, direction, author, kind, body, detail, provider_id, sent_at,
      status_rank, card_number_dropped)
    select ${businessId}, ${echo.id}, c.id, ${echo.channelId}, 'out', ${ON_PHONE}, ${echo.kind}, ${echo.body},
      ${document(echo.detail)}::text::jsonb, ${echo.providerId}, ${echo.sentAt}, 1, ${echo.cardNumberDropped}
    from contact k
    join conversation c on c.business_id = k.business_id and c.contact_id = k.id and c.channel_id = ${echo.channelId} and c.closed_at is null
    where k.business_id = ${businessId} and (k.wa_key = any(${[...echo.keys]}::text[]) or k.lid = ${echo.lid})
    order by k.id limit 1
    on conflict (business_id, channel_id, provider_id) do nothing
    returning conversation_id`;
  return kept?.conversationId;
}
