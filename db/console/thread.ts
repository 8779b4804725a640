import type { DateTime } from "luxon";
import type { DecisionStage } from "../../src/domain/contact-law/record.ts";
import type { Act, Intent } from "../../src/domain/understanding/reading.ts";
import type { Tx } from "../client.ts";
import { lastFirst } from "../decisions.ts";
import type { LimitWord } from "../messaging-limit.ts";

/** A place in a thread: everything older comes before it. */
export type ThreadPlace = { readonly at: DateTime; readonly id: string };

type Page = { readonly conversationId: string; readonly before: ThreadPlace | undefined; readonly limit: number };

export type DecisionColumns = {
  readonly decisionStage: DecisionStage | null;
  readonly decisionAllowed: boolean | null;
  readonly decisionReason: string | null;
  readonly decisionUntil: DateTime | null;
  readonly decisionAt: DateTime | null;
  readonly clauseId: string | null;
  readonly clause: unknown;
  readonly profile: unknown;
};

export type MessageRow = DecisionColumns & {
  readonly id: string;
  readonly at: DateTime;
  readonly direction: "in" | "out";
  readonly author: string;
  readonly kind: string;
  readonly body: string;
  readonly detail: unknown;
  readonly statusRank: number;
  readonly failedCode: string | null;
  readonly cardNumberDropped: boolean;
  readonly waits: boolean;
  readonly outboxState: string | null;
  /** What kind of file is here of it; null when there is none, or not yet. */
  readonly fileMime: string | null;
  /** Null for what is ours, waits, says itself what it means or says nothing. */
  readonly reading: {
    readonly intent: Intent;
    readonly confidence: number;
    readonly evidence: string;
    readonly act: Act;
    readonly intents: readonly { readonly intent: Intent; readonly confidence: number; readonly evidence: string }[];
    readonly candidates: readonly Intent[];
  } | null;
  readonly correctedTo: Intent | null;
  readonly correctedBy: string | null;
  readonly correctedAt: DateTime | null;
};

/** Newest first. The decision is the last one about that send. */
export async function threadMessages(
  tx: Tx,
  businessId: string,
  { conversationId, before, limit }: Page,
): Promise<MessageRow[]> {
  return tx<MessageRow[]>`
    select m.id, m.sent_at as at, m.direction, m.author, m.kind, m.body, m.detail, m.status_rank, coalesce(m.failed_code, o.failure->>'code') as failed_code, m.card_number_dropped,
      m.direction = 'in' and m.turn is null as waits, o.state as outbox_state, f.mime as file_mime, k.intent as corrected_to, k.by as corrected_by, k.at as corrected_at,
      case when r.message_id is not null then json_build_object('intent', r.intent, 'confidence', r.confidence, 'evidence', r.evidence,
        'act', r.act, 'intents', r.intents, 'candidates', r.candidates) end as reading, ${decision(tx)}
    from message m
    left join message_reading r on m.direction = 'in' and r.business_id = m.business_id and r.message_id = m.id
    left join lateral (select intent, by, at from reading_correction k where k.business_id = r.business_id and k.message_id = r.message_id
      order by k.id desc limit 1) k on r.message_id is not null
    left join outbox o on m.direction = 'out' and o.business_id = m.business_id and o.id = m.id
    left join message_file f on m.kind = 'media' and f.business_id = m.business_id and f.message_id = m.id and f.state = 'kept'
    ${lastDecision(tx, "m")}
    where m.business_id = ${businessId} and m.conversation_id = ${conversationId} ${older(tx, before, "m.sent_at", "m.id::text")}
    order by m.sent_at desc, m.id desc limit ${limit}`;
}

export type WaitsBecause = LimitWord | "number_stopped" | "channel_down";

/** Read from the number as it is now, and not from a word that was once written on each of a hundred thousand that wait. */
const waitsBecause = (tx: Tx) => tx`(
  select case when o.state <> 'queued' then null when h.retired_at is not null or h.blocked_because is not null then 'number_stopped'
    when l.state is not null and l.state->>'state' <> 'open' then 'channel_down' else o.waits_because end
  from conversation c join channel h on h.business_id = c.business_id and h.id = c.channel_id
  left join channel_link l on l.business_id = h.business_id and l.channel_id = h.id
  where c.business_id = o.business_id and c.id = o.conversation_id)`;

export type UnsentRow = DecisionColumns & {
  readonly id: string;
  readonly at: DateTime;
  readonly author: string;
  readonly kind: string;
  readonly message: string | null;
  readonly text: string | null;
  readonly state: "queued" | "sending" | "unknown" | "rejected" | "blocked" | "superseded";
  readonly sendAt: DateTime;
  readonly waitsBecause: WaitsBecause | null;
  readonly failure: string | null;
};

/** What was to be said and was never written out: it waits, was blocked, or lost its moment to a take-over. Newest first. */
export async function threadUnsent(
  tx: Tx,
  businessId: string,
  { conversationId, before, limit }: Page,
): Promise<UnsentRow[]> {
  return tx<UnsentRow[]>`
    select o.id, o.send_at as at, o.author, o.kind, o.payload->>'message' as message, o.payload->>'text' as text, o.state, o.send_at, ${waitsBecause(tx)} as waits_because,
      coalesce(o.failure->>'reason', o.failure->>'code') as failure, ${decision(tx)}
    from outbox o
    ${lastDecision(tx, "o")}
    where o.business_id = ${businessId} and o.conversation_id = ${conversationId} and o.state <> 'accepted'
      and not exists (select from message m where m.business_id = o.business_id and m.id = o.id) ${older(tx, before, "o.send_at", "o.id::text")}
    order by o.send_at desc, o.id desc limit ${limit}`;
}

export type NoteRow = { readonly id: string; readonly at: DateTime; readonly author: string; readonly body: string };

export async function threadNotes(
  tx: Tx,
  businessId: string,
  { conversationId, before, limit }: Page,
): Promise<NoteRow[]> {
  return tx<NoteRow[]>`
    select n.id, n.at, n.author, n.body from note n
    where n.business_id = ${businessId} and n.conversation_id = ${conversationId} ${older(tx, before, "n.at", "n.id::text")}
    order by n.at desc, n.id desc limit ${limit}`;
}

export type HappeningRow = {
  readonly id: string;
  readonly at: DateTime;
  readonly event: string;
  readonly fromState: string;
  readonly toState: string;
  readonly handled: boolean;
  readonly actor: string | null;
};

/** Moves that changed something: a new state, or who has the conversation. Closings stand only in the audit. Newest first. */
export async function threadHappenings(
  tx: Tx,
  businessId: string,
  { conversationId, before, limit }: Page,
): Promise<HappeningRow[]> {
  return tx<HappeningRow[]>`
    select h.* from (
      select lpad(e.revision::text, 10, '0') || '.' || e.position as id, e.at, e.event->>'type' as event, e.from_state, e.to_state, e.handled,
        (select a.actor from audit_event a where a.business_id = e.business_id and a.subject_id = e.conversation_id and a.at = e.at
          and e.event->>'type' like 'agent.%' limit 1) as actor
      from conversation_event e
      where e.business_id = ${businessId} and e.conversation_id = ${conversationId}
        and (e.from_state <> e.to_state or e.event->>'type' like 'agent.%')
      union all
      select a.id::text, a.at, 'agent.closed', '', '', true, a.actor from audit_event a
      where a.business_id = ${businessId} and a.subject_id = ${conversationId} and a.action = 'conversation.closed') h
    where true ${older(tx, before, "h.at", "h.id")}
    order by h.at desc, h.id desc limit ${limit}`;
}

export type ThreadHead = {
  readonly epoch: number;
  readonly ownerUserId: string | null;
  readonly channelId: string;
  readonly verifiedAt: DateTime | null;
  readonly alarmAt: DateTime | null;
  readonly suppressedAt: DateTime | null;
  /** The name of the number. */
  readonly number: string;
  readonly continues: Elsewhere | null;
  readonly wentOn: Elsewhere | null;
};

type Elsewhere = { readonly id: string; readonly number: string };

export async function threadHead(tx: Tx, businessId: string, id: string): Promise<ThreadHead | undefined> {
  const [head] = await tx<ThreadHead[]>`
    select c.owner_epoch as epoch, c.owner_user_id, c.channel_id, c.verified_at, c.alarm_at, k.suppressed_at, h.name as number,
      (select jsonb_build_object('id', e.id, 'number', n.name)
        from conversation e join channel n on n.business_id = e.business_id and n.id = e.channel_id
        where e.business_id = c.business_id and e.id = c.continues) as continues,
      -- With the same person, by whom it is found without an index of its own. The last one, where it was opened again and moved again.
      (select jsonb_build_object('id', e.id, 'number', n.name)
        from conversation e join channel n on n.business_id = e.business_id and n.id = e.channel_id
        where e.business_id = c.business_id and e.contact_id = c.contact_id and e.continues = c.id
        order by e.id desc limit 1) as went_on
    from conversation c join contact k on k.business_id = c.business_id and k.id = c.contact_id
    join channel h on h.business_id = c.business_id and h.id = c.channel_id
    where c.business_id = ${businessId} and c.id = ${id}`;
  return head;
}

/** What every read model of a decision shows. The whole record, with its inputs, stays where it is. */
export function decision(tx: Tx) {
  return tx`s.stage as decision_stage, s.allowed as decision_allowed, s.reason as decision_reason, s.until as decision_until, s.at as decision_at,
    s.record->'clause'->>'id' as clause_id, s.record->'clause' as clause, s.record->'profile' as profile`;
}

function lastDecision(tx: Tx, of: "m" | "o") {
  return tx`left join lateral (select stage, allowed, reason, until, at, record from send_decision s
    where s.business_id = ${tx(of)}.business_id and s.outbox_id = ${tx(of)}.id order by ${lastFirst(tx)} limit 1) s on true`;
}

function older(tx: Tx, before: ThreadPlace | undefined, at: string, id: string) {
  return before ? tx`and (${tx.unsafe(at)}, ${tx.unsafe(id)}) < (${before.at}, ${before.id})` : tx``;
}
