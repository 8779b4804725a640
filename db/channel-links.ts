import type { DateTime } from "luxon";
import type { Tx } from "./client.ts";
import { document } from "./rows.ts";

/** What somebody wants done with a linked phone by the process that has it. */
export type LinkAsked = { readonly id: string } & (
  | { readonly what: "link-by-qr" }
  | { readonly what: "link-by-code"; readonly phone: string }
  | { readonly what: "unlink" }
);

/** Asks whoever has the phone; what was asked before and not begun is forgotten for it. */
export async function putAsk(
  tx: Tx,
  businessId: string,
  { channelId, asked, askedBy, at }: { channelId: string; asked: LinkAsked; askedBy: string; at: DateTime },
): Promise<void> {
  await tx`
    insert into channel_link (business_id, channel_id, state, since, asked, asked_by)
    values (${businessId}, ${channelId}, '{"state":"unlinked"}', ${at}, ${document(asked)}::text::jsonb, ${askedBy})
    on conflict (business_id, channel_id) do update set asked = excluded.asked, asked_by = excluded.asked_by`;
}

/** True when it stood there still: nobody had begun. */
export async function withdrawAsk(tx: Tx, businessId: string, channelId: string, askId: string): Promise<boolean> {
  const withdrawn = await tx`
    update channel_link set asked = null
    where business_id = ${businessId} and channel_id = ${channelId} and asked ->> 'id' = ${askId}`;
  return withdrawn.count === 1;
}

export async function isAskWaiting(tx: Tx, businessId: string, channelId: string, askId: string): Promise<boolean> {
  const found = await tx`
    select from channel_link where business_id = ${businessId} and channel_id = ${channelId} and asked ->> 'id' = ${askId}`;
  return found.count === 1;
}

/** The kind of number that this is, while it is in use. */
export async function kindInUse(tx: Tx, businessId: string, channelId: string): Promise<string | undefined> {
  const [found] = await tx<{ kind: string }[]>`
    select kind from channel where business_id = ${businessId} and id = ${channelId} and retired_at is null`;
  return found?.kind;
}
