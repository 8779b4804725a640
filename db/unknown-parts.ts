import type { DateTime } from "luxon";
import type { Tx } from "./client.ts";
import type { After } from "./number-events.ts";
import { rows } from "./rows.ts";

export type NewUnknownPart = {
  /** Made of its content: the same told twice is one part. */
  readonly id: string;
  readonly channelId: string | null;
  readonly what: string;
  readonly body: string;
  readonly receivedAt: DateTime;
};

export async function keepUnknownParts(tx: Tx, businessId: string, parts: readonly NewUnknownPart[]): Promise<number> {
  if (parts.length === 0) return 0;
  const { count } = await tx`
    insert into unknown_part (business_id, id, channel_id, what, body, received_at)
    select ${businessId}, r.id, r."channelId", r.what, r.body, r."receivedAt"
    from jsonb_to_recordset(${rows(parts)}::text::jsonb)
      as r(id uuid, "channelId" uuid, what text, body text, "receivedAt" timestamptz)
    on conflict (business_id, id) do nothing`;
  return count;
}

export type UnknownPartRow = NewUnknownPart & { readonly seenAt: DateTime | null; readonly seenBy: string | null };

/** Newest first: those that somebody has looked at, or those that nobody has. */
export async function unknownParts(
  tx: Tx,
  businessId: string,
  { seen, after, limit }: { seen: "yes" | "no"; after: After | undefined; limit: number },
): Promise<UnknownPartRow[]> {
  return tx<UnknownPartRow[]>`
    select id, channel_id, what, body, received_at, seen_at, seen_by from unknown_part
    where business_id = ${businessId} and ${seen === "yes" ? tx`seen_at is not null` : tx`seen_at is null`}
      and ${after === undefined ? tx`true` : tx`(received_at, id) < (${after.at}, ${after.id}::uuid)`}
    order by received_at desc, id desc limit ${limit}`;
}

/** False when there is none. Who looked first stays. */
export async function markSeen(
  tx: Tx,
  businessId: string,
  { id, by, at }: { id: string; by: string; at: DateTime },
): Promise<boolean> {
  const { count } = await tx`
    update unknown_part set seen_at = coalesce(seen_at, ${at}), seen_by = coalesce(seen_by, ${by})
    where business_id = ${businessId} and id = ${id}`;
  return count === 1;
}
