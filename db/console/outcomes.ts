import type { DateTime } from "luxon";
import type { Outcome } from "../../src/domain/outcome.ts";
import type { Tx } from "../client.ts";

export type OutcomeCount = { readonly outcome: Outcome; readonly byBot: number; readonly byAgents: number };

/** How conversations ended from one moment of business time until another (not included), by bot and by people. */
export async function countOutcomes(
  tx: Tx,
  businessId: string,
  { from, until }: { from: DateTime; until: DateTime },
): Promise<OutcomeCount[]> {
  return tx<OutcomeCount[]>`
    select outcome, (count(*) filter (where by not like 'agent:%'))::int as by_bot, (count(*) filter (where by like 'agent:%'))::int as by_agents
    from outcome where business_id = ${businessId} and at >= ${from} and at < ${until}
    group by outcome order by outcome`;
}
