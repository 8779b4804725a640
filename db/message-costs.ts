import type { DateTime } from "luxon";
import type { Tx } from "./client.ts";
import { document, rows } from "./rows.ts";

/** What a status said of a message's cost, and what our rate card asks for it. */
export type NewCost = {
  readonly channelId: string;
  readonly providerId: string;
  /** What stands in its place where the message's words were erased. */
  readonly erasedId: string;
  readonly outboxId: string | null;
  readonly category: string;
  readonly market: string;
  readonly billable: boolean;
  readonly micros: bigint | null;
  readonly currency: string | null;
  readonly rateCard: string | null;
  readonly at: DateTime;
};

/**
 * Keeps each message's cost once, by the first status that tells it. After `recordStatuses` in its transaction: a message whose
 * answer was lost gets its provider's id there.
 */
export async function recordCosts(tx: Tx, businessId: string, costs: readonly NewCost[]): Promise<void> {
  if (costs.length === 0) return;
  await tx`
    insert into message_cost (business_id, message_id, channel_id, category, market, billable, micros, currency, rate_card, at)
    select distinct on (m.id) ${businessId}, m.id, m.channel_id, r.category, r.market, r.billable, r.micros, r.currency, r."rateCard", r.at
    from jsonb_to_recordset(${rows(costs)}::text::jsonb) as r("channelId" uuid, "providerId" text, "erasedId" text, "outboxId" uuid,
      category text, market text, billable boolean, micros bigint, currency text, "rateCard" text, at timestamptz)
    cross join lateral (
      select id, channel_id from message m
      where m.business_id = ${businessId} and m.channel_id = r."channelId" and m.direction = 'out'
        and m.provider_id in (r."providerId", r."erasedId")
      union
      select id, channel_id from message m
      where m.business_id = ${businessId} and m.id = r."outboxId" and m.channel_id = r."channelId" and m.direction = 'out') m
    order by m.id, r.at
    on conflict do nothing`;
}

export type StoredRateCard = { readonly card: unknown; readonly loadedBy: string; readonly recordedAt: DateTime };

/** The cards that the business loaded, the last loaded last. */
export async function rateCardsOf(tx: Tx, businessId: string): Promise<StoredRateCard[]> {
  return tx<StoredRateCard[]>`
    select card, loaded_by, recorded_at from rate_card where business_id = ${businessId} order by recorded_at, id`;
}

export async function keepRateCard(
  tx: Tx,
  businessId: string,
  { id, holdsFrom, card, loadedBy }: { id: string; holdsFrom: string; card: unknown; loadedBy: string },
): Promise<void> {
  await tx`
    insert into rate_card (business_id, id, holds_from, card, loaded_by)
    values (${businessId}, ${id}, ${holdsFrom}, ${document(card)}::text::jsonb, ${loadedBy})`;
}

/**
 * What one number's messages of one category to one market cost on one day. `micros` of `priced` messages that were delivered and
 * are billed; `unpriced` are billed too, and no card says for how much: the sum is at least this.
 */
export type DayCost = {
  readonly day: string;
  readonly channelId: string;
  readonly category: string;
  readonly market: string;
  readonly currency: string | null;
  readonly micros: bigint;
  readonly priced: number;
  readonly unpriced: number;
  /** Meta said that these are not billed. */
  readonly free: number;
  /** Sent, and by what is known not delivered: Meta bills what was delivered. */
  readonly undelivered: number;
};

/** By the days of that zone, since that moment. A message counts on the day of the status that told its cost. */
export async function costsByDay(
  tx: Tx,
  businessId: string,
  { since, zone }: { since: DateTime; zone: string },
): Promise<DayCost[]> {
  return tx<DayCost[]>`
    select to_char(k.at at time zone ${zone}, 'YYYY-MM-DD') as day, k.channel_id, k.category, k.market, k.currency,
      ${sums(tx)}
    from message_cost k join message m on m.business_id = k.business_id and m.id = k.message_id
    where k.business_id = ${businessId} and k.at >= ${since}
    group by 1, k.channel_id, k.category, k.market, k.currency
    order by 1 desc, k.channel_id, k.category, k.market`;
}

export type ConversationCost = Pick<DayCost, "currency" | "micros" | "priced" | "unpriced" | "free" | "undelivered">;

/** What one conversation cost so far, by currency. */
export async function costOfConversation(
  tx: Tx,
  businessId: string,
  conversationId: string,
): Promise<ConversationCost[]> {
  return tx<ConversationCost[]>`
    select k.currency, ${sums(tx)}
    from message m join message_cost k on k.business_id = m.business_id and k.message_id = m.id
    where m.business_id = ${businessId} and m.conversation_id = ${conversationId}
    group by k.currency order by k.currency nulls last`;
}

/** `status_rank` of 3 is delivered, 4 read (`STATUS_RANK`). */
const sums = (tx: Tx) => tx`
  coalesce(sum(k.micros) filter (where k.billable and m.status_rank >= 3), 0)::bigint as micros,
  count(*) filter (where k.billable and m.status_rank >= 3 and k.micros is not null)::int as priced,
  count(*) filter (where k.billable and m.status_rank >= 3 and k.micros is null)::int as unpriced,
  count(*) filter (where not k.billable)::int as free,
  count(*) filter (where k.billable and m.status_rank < 3)::int as undelivered`;
