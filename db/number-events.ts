import type { DateTime } from "luxon";
import type { Tx } from "./client.ts";
import { rows } from "./rows.ts";

export type NewNumberEvent = {
  /** Made of what was told: the same told twice is one event. */
  readonly id: string;
  readonly channelId: string;
  readonly kind: string;
  readonly detail: unknown;
  readonly at: DateTime;
};

/** Keeps each once. Returns the ids of those that are new. */
export async function keepNumberEvents(
  tx: Tx,
  businessId: string,
  events: readonly NewNumberEvent[],
): Promise<Set<string>> {
  if (events.length === 0) return new Set();
  const kept = await tx<{ id: string }[]>`
    insert into number_event (business_id, id, channel_id, kind, detail, at)
    select ${businessId}, r.id, r."channelId", r.kind, r.detail, r.at
    from jsonb_to_recordset(${rows(events)}::text::jsonb) as r(id uuid, "channelId" uuid, kind text, detail jsonb, at timestamptz)
    on conflict (business_id, id) do nothing returning id`;
  return new Set(kept.map(({ id }) => id));
}

export type NumberEventRow = NewNumberEvent;

/** A moment and an id: where a list goes on. */
export type After = { readonly at: DateTime; readonly id: string };

/** Newest first. */
export async function numberEvents(
  tx: Tx,
  businessId: string,
  { channelId, after, limit }: { channelId: string; after: After | undefined; limit: number },
): Promise<NumberEventRow[]> {
  return tx<NumberEventRow[]>`
    select id, channel_id, kind, detail, at from number_event
    where business_id = ${businessId} and channel_id = ${channelId}
      and ${after === undefined ? tx`true` : tx`(at, id) < (${after.at}, ${after.id}::uuid)`}
    order by at desc, id desc limit ${limit}`;
}
