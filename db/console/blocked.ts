import type { DateTime } from "luxon";
import type { Tx } from "../client.ts";
import type { Span } from "./outcomes.ts";

// What was not sent, by the rule that stopped it. All of it is read through the index of refusals (`send_decision_refused`): what
// was allowed, which is nearly everything, is never looked at.

/** A reason and the clause it rested on. */
export type Rule = { readonly reason: string; readonly clauseId: string };

export type BlockedCount = Rule & { readonly count: number; readonly latest: DateTime; readonly clause: unknown };

/** How many refusals each rule made, the rule that made most first. A message that was refused twice counts twice. */
export async function countBlocked(tx: Tx, businessId: string, span: Span): Promise<BlockedCount[]> {
  return tx<BlockedCount[]>`
    -- From one rule to the next, without reading what each of them refused.
    with recursive rule as (
      (select reason, clause_id from send_decision where business_id = ${businessId} and not allowed
        order by reason, clause_id limit 1)
      union all
      select next.reason, next.clause_id from rule cross join lateral (
        select s.reason, s.clause_id from send_decision s where s.business_id = ${businessId} and not s.allowed
          and (s.reason, s.clause_id) > (rule.reason, rule.clause_id) order by s.reason, s.clause_id limit 1) next
    )
    select rule.reason, rule.clause_id, counted.count, newest.at as latest, newest.clause
    from rule
    cross join lateral (select count(*)::int as count from send_decision s
      where ${refusedBy(tx, businessId, span)} and s.reason = rule.reason and s.clause_id = rule.clause_id) counted
    cross join lateral (select s.at, s.record->'clause' as clause from send_decision s
      where ${refusedBy(tx, businessId, span)} and s.reason = rule.reason and s.clause_id = rule.clause_id
      order by s.at desc, s.id desc limit 1) newest
    order by counted.count desc, rule.reason, rule.clause_id`;
}

export type BlockedMessageRow = {
  readonly id: string;
  readonly at: DateTime;
  readonly until: DateTime | null;
  readonly kind: string;
  readonly state: "queued" | "sending" | "accepted" | "unknown" | "rejected" | "blocked" | "superseded";
  readonly sendAt: DateTime;
  readonly conversationId: string;
  readonly debtorId: string | null;
  readonly debtorName: string | null;
  readonly debtorReference: string | null;
};

export type BlockedPage = {
  readonly rule: Rule;
  readonly span: Span;
  readonly before: { readonly at: DateTime; readonly id: string } | undefined;
  readonly limit: number;
};

/** What one rule refused, newest first, and what has become of it since. */
export async function blockedMessages(
  tx: Tx,
  businessId: string,
  { rule, span, before, limit }: BlockedPage,
): Promise<BlockedMessageRow[]> {
  return tx<BlockedMessageRow[]>`
    select s.id, s.at, s.until, o.kind, o.state, o.send_at, s.conversation_id, c.debtor_id, d.name as debtor_name,
      d.reference as debtor_reference
    from (select s.id, s.at, s.until, s.outbox_id, s.conversation_id, s.business_id from send_decision s
      where ${refusedBy(tx, businessId, span)} and s.reason = ${rule.reason} and s.clause_id = ${rule.clauseId}
        ${before ? tx`and (s.at, s.id) < (${before.at}, ${before.id}::uuid)` : tx``}
      order by s.at desc, s.id desc limit ${limit}) s
    join outbox o on o.business_id = s.business_id and o.id = s.outbox_id
    join conversation c on c.business_id = s.business_id and c.id = s.conversation_id
    left join debtor d on d.business_id = c.business_id and d.id = c.debtor_id
    order by s.at desc, s.id desc`;
}

function refusedBy(tx: Tx, businessId: string, { from, until }: Span) {
  return tx`s.business_id = ${businessId} and not s.allowed ${from ? tx`and s.at >= ${from}` : tx``} ${until ? tx`and s.at < ${until}` : tx``}`;
}
