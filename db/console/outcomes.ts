import type { DateTime } from "luxon";
import type { Outcome } from "../../src/domain/outcome.ts";
import type { Tx } from "../client.ts";

export type OutcomeCount = { readonly outcome: Outcome; readonly byBot: number; readonly byAgents: number };

/** Moments of business time; the later one is not included. */
export type Span = { readonly from: DateTime | undefined; readonly until: DateTime | undefined };

/**
 * How conversations ended, by bot and by people: each counts once, under the last outcome that was appended to it and at
 * that one's moment. It is the one the conversation shows, so over all time this is what the inbox counts.
 */
export async function countOutcomes(tx: Tx, businessId: string, { from, until }: Span): Promise<OutcomeCount[]> {
  return tx<OutcomeCount[]>`
    select o.outcome, (count(*) filter (where o.by not like 'agent:%'))::int as by_bot,
      (count(*) filter (where o.by like 'agent:%'))::int as by_agents
    from outcome o
    where o.business_id = ${businessId} ${from ? tx`and o.at >= ${from}` : tx``} ${until ? tx`and o.at < ${until}` : tx``}
      and not exists (select from outcome later where later.business_id = o.business_id
        and later.conversation_id = o.conversation_id and later.revision > o.revision)
    group by o.outcome order by o.outcome`;
}
