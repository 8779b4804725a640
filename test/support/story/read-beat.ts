import type { DateTime } from "luxon";
import type { World } from "../world.ts";

/** What came of one thing that happened, read from the tables an auditor would read. */
export type Beat = {
  readonly events: readonly EventRow[];
  readonly said: readonly SaidRow[];
  readonly decisions: readonly DecisionRow[];
  readonly outcomes: readonly { conversation: string; outcome: string; by: string }[];
  readonly conversations: readonly ConversationRow[];
  /** Holds, promises, plans, disputes, claims, alarms, suppressed numbers, permission in own words: each as one line. */
  readonly facts: readonly string[];
};

export type EventRow = {
  readonly conversation: string;
  readonly key: string;
  readonly event: { type: string };
  readonly meaning: { type: string; evidence: string } | null;
  readonly handled: boolean;
  readonly fromState: string;
  readonly toState: string;
  readonly effects: { type: string; params?: Record<string, unknown> }[];
};

export type SaidRow = {
  readonly key: string;
  readonly author: string;
  readonly body: string;
  readonly kind: string;
  readonly message: string | null;
  readonly options: { id: string; title: string }[] | null;
};

export type DecisionRow = {
  readonly key: string;
  readonly kind: string;
  readonly stage: "planning" | "dispatch";
  readonly trigger: string;
  readonly allowed: boolean;
  readonly reason: string;
  readonly until: DateTime | null;
  readonly waitsUntil: DateTime | null;
  readonly clause: { id: string; law: string; article: string };
};

export type ConversationRow = {
  readonly id: string;
  readonly state: string;
  readonly owner: string;
  readonly handedOverBecause: string | null;
  readonly alarmAt: DateTime | null;
  readonly outcome: string | null;
  readonly closedAt: DateTime | null;
};

/** Everything so far; the transcript prints what is new in it. */
export async function readBeat({ owner, business: { id } }: World): Promise<Beat> {
  const [events, said, decisions, outcomes, conversations, facts] = await Promise.all([
    owner<EventRow[]>`
      select conversation_id as conversation, conversation_id || '/' || revision || '/' || position as key, event, meaning,
        handled, from_state, to_state, effects
      from conversation_event where business_id = ${id} order by recorded_at, conversation_id, revision, position`,
    owner<SaidRow[]>`
      select id || '/' || body as key, author, body, kind, detail ->> 'message' as message, detail -> 'options' as options
      from message where business_id = ${id} and direction = 'out' order by message.id`,
    owner<DecisionRow[]>`
      select d.id as key, d.stage, o.kind, o.trigger, d.allowed, d.reason, d.until, d.record -> 'clause' as clause,
        case when o.state = 'queued' then o.send_at end as waits_until
      from send_decision d join outbox o on o.business_id = d.business_id and o.id = d.outbox_id
      where d.business_id = ${id} order by d.id`,
    owner<{ conversation: string; outcome: string; by: string }[]>`
      select conversation_id as conversation, outcome, by from outcome where business_id = ${id} order by recorded_at, revision`,
    owner<ConversationRow[]>`
      select id, state, owner, handed_over_because, alarm_at, outcome, closed_at
      from conversation where business_id = ${id} order by id`,
    owner<{ fact: string }[]>`
      select 'hold: ' || kind || case when lifted_at is null then '' else ' (lifted)' end as fact from hold where business_id = ${id}
      union all select 'promise: ' || amount_minor / 100 || ' for ' || due_on || ' is ' || state from promise where business_id = ${id}
      union all select 'plan: ' || total_minor / 100 || ' agreed ' || agreed_on || ' is ' || state || ' (' ||
        (select string_agg(i.amount_minor / 100 || ' on ' || i.due_on, ', ' order by i.number) from instalment i
          where i.business_id = plan.business_id and i.plan_id = plan.id) || ')' from plan where business_id = ${id}
      union all select 'dispute: open' from dispute where business_id = ${id} and decided_at is null
      union all select 'payment claimed: ' || state from payment_proof where business_id = ${id}
      union all select 'payment: ' || state || ' ' || amount_minor / 100 || coalesce(' on ' || paid_on, '') from payment where business_id = ${id}
      union all select 'owed now: ' || (coalesce(sum(amount_minor), 0) / 100)::bigint from ledger_posting p where p.business_id = ${id}
        and account_code in (1100, 1110, 1120) and exists (select from payment y where y.business_id = p.business_id and y.debtor_id = p.debtor_id)
        group by p.debtor_id
      union all select 'in their own words: ' || case when granted then 'permission' else 'no permission' end || ' «' || wording || '»'
        from contact_permission where business_id = ${id} and source = 'debtor_words'
      union all select 'number suppressed: ' || phone from contact where business_id = ${id} and suppressed_at is not null
      union all select 'send ' || kind || ': ' || state || coalesce(' (' || (failure ->> 'reason') || ')', '')
        from outbox where business_id = ${id} and state in ('blocked', 'superseded', 'rejected', 'unknown')
      union all select 'alarm for the operator: ' || kind from alarm where business_id = ${id}`,
  ]);
  return { events, said, decisions, outcomes, conversations, facts: facts.map(({ fact }) => fact) };
}
