import type { DateTime } from "luxon";
import type postgres from "postgres";
import { SUPPRESSION_REASONS, type SuppressionReason } from "../src/domain/outreach/suppression.ts";
import type { Tx } from "./client.ts";
import { rows } from "./rows.ts";

/** A number by its WhatsApp key, and as the suppression list knows it (hexadecimal). */
export type HashedKey = { readonly key: string; readonly hash: string };

/** Of these numbers those that nothing is started to: by what is on file of them, or by the list of those who were erased. */
export async function suppressedAmong(
  tx: Tx,
  businessId: string,
  keys: readonly HashedKey[],
): Promise<Map<string, SuppressionReason>> {
  if (keys.length === 0) return new Map();
  const found = await tx<{ key: string; reason: SuppressionReason }[]>`
    with asked as materialized (
      select r.key, decode(r.hash, 'hex') as hash from json_to_recordset(${rows(keys)}::text::json) as r(key text, hash text)
    )
    select a.key, (select coalesce(k.suppressed_because, 'wrong_person') from contact k
      where k.business_id = ${businessId} and k.wa_key = a.key and k.suppressed_at is not null) as reason
    from asked a
    where exists (select from contact k where k.business_id = ${businessId} and k.wa_key = a.key)
    union all
    select a.key, ${reasonOf(tx, businessId, tx`a.hash`)} from asked a
    where not exists (select from contact k where k.business_id = ${businessId} and k.wa_key = a.key and k.debtor_id is not null)`;
  return new Map(found.filter(({ reason }) => reason !== null).map(({ key, reason }) => [key, reason]));
}

/** The weightiest reason for which this hash stands on the list; null when it does not. */
export function reasonOf(tx: Tx, businessId: string, hash: postgres.PendingQuery<postgres.Row[]>) {
  return tx`(select s.reason from suppression s where s.business_id = ${businessId} and s.key_hash = ${hash}
    order by array_position(${[...SUPPRESSION_REASONS]}::text[], s.reason) limit 1)`;
}

export type NewSuppression = { readonly hash: string; readonly reason: SuppressionReason };

export async function appendSuppressions(
  tx: Tx,
  businessId: string,
  { suppressions, at }: { suppressions: readonly NewSuppression[]; at: DateTime },
): Promise<void> {
  await tx`
    insert into suppression (business_id, key_hash, reason, at)
    select ${businessId}, decode(r.hash, 'hex'), r.reason, ${at}
    from jsonb_to_recordset(${rows(suppressions)}::text::jsonb) as r(hash text, reason text)
    on conflict do nothing`;
}
