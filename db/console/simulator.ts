import type { DateTime } from "luxon";
import type { Tx } from "../client.ts";
import type { WaitingMessage } from "../turns.ts";
import { type DecisionColumns, decision } from "./thread.ts";

export type PersonRow = {
  /** E.164. */
  readonly phone: string;
  readonly name: string | null;
  readonly debtorId: string | null;
  readonly documentLastFour: string | null;
  readonly birthDateSealed: Uint8Array | null;
  readonly conversationId: string | null;
  readonly lastAt: DateTime | null;
};

/** Whom one can be: every contact with a number, those who wrote or read last first. */
export async function simulatedPeople(tx: Tx, businessId: string, limit: number): Promise<PersonRow[]> {
  return tx<PersonRow[]>`
    select k.phone, coalesce(k.name, d.name) as name, k.debtor_id, d.document_last_four, d.birth_date_sealed,
      (select c.id from conversation c where c.business_id = k.business_id and c.contact_id = k.id order by c.opened_at desc, c.id desc limit 1) as conversation_id,
      (select max(s.at) from simulator_message s where s.business_id = k.business_id and s.phone = ltrim(k.phone, '+')) as last_at
    from contact k left join debtor d on d.business_id = k.business_id and d.id = k.debtor_id
    where k.business_id = ${businessId} and k.phone is not null
    order by last_at desc nulls last, d.reference, k.phone limit ${limit}`;
}

export type PhoneMessageRow = {
  readonly id: string;
  readonly direction: "in" | "out";
  readonly at: DateTime;
  readonly content: unknown;
  /** Of what the phone received, the best status it reported. */
  readonly statusRank: number | null;
};

/** What the phone shows by now, oldest first. */
export async function phoneMessages(
  tx: Tx,
  businessId: string,
  { phone, now, limit }: { phone: string; now: DateTime; limit: number },
): Promise<PhoneMessageRow[]> {
  return tx<PhoneMessageRow[]>`
    select * from (
      select s.sequence::text as id, s.sequence, s.direction, s.at, s.content, m.status_rank
      from simulator_message s left join message m on m.business_id = s.business_id and m.id = s.outbox_id
      where s.business_id = ${businessId} and s.phone = ${phone} and s.visible_at <= ${now}
      order by s.sequence desc limit ${limit}) newest
    order by sequence`;
}

export type PhoneConversationRow = {
  readonly id: string;
  readonly debtorId: string | null;
  readonly debtorCountry: string | null;
  readonly debtorZone: string | null;
  readonly language: "es" | "pt-BR" | "en";
  readonly flow: string;
  readonly flowVersion: number;
  readonly state: string;
  readonly owner: "bot" | "agent" | "nobody";
  readonly ownerUserId: string | null;
  readonly verifiedAt: DateTime | null;
  readonly alarmAt: DateTime | null;
  readonly lastInboundAt: DateTime | null;
};

/** The newest conversation of that number. */
export async function conversationOfPhone(
  tx: Tx,
  businessId: string,
  waKey: string,
): Promise<PhoneConversationRow | undefined> {
  const [newest] = await tx<PhoneConversationRow[]>`
    select c.id, c.debtor_id, d.country as debtor_country, d.zone as debtor_zone, c.language, c.flow, c.flow_version, c.state, c.owner, c.owner_user_id, c.verified_at, c.alarm_at, c.last_inbound_at
    from conversation c join contact k on k.business_id = c.business_id and k.id = c.contact_id
    left join debtor d on d.business_id = c.business_id and d.id = c.debtor_id
    where c.business_id = ${businessId} and k.wa_key = ${waKey}
    order by c.opened_at desc, c.id desc limit 1`;
  return newest;
}

export type MoveRow = {
  readonly revision: number;
  readonly at: DateTime;
  readonly event: { readonly type: string };
  /** As the turn kept it; null for what was no message, or is erased. */
  readonly meaning: unknown;
  readonly from: string;
  readonly to: string;
  readonly effects: readonly { readonly type: string; readonly params?: unknown }[];
  readonly handled: boolean;
};

/** What moved a conversation, newest first: its last moves, and all moves of those turns. */
export async function movesOf(
  tx: Tx,
  businessId: string,
  conversationId: string,
  { limit, turns }: { limit: number; turns: readonly number[] },
): Promise<MoveRow[]> {
  return tx<MoveRow[]>`
    select revision, at, event, meaning, from_state as from, to_state as to, effects, handled from conversation_event
    where business_id = ${businessId} and conversation_id = ${conversationId} and (revision = any(${[...turns]}::int[])
      or (revision, position) in (select revision, position from conversation_event
        where business_id = ${businessId} and conversation_id = ${conversationId}
        order by revision desc, position desc limit ${limit}))
    order by revision desc, position desc`;
}

export type HeardRow = Pick<WaitingMessage, "id" | "kind" | "body" | "detail" | "conversationId" | "sentAt"> & {
  /** The turn that took it; null while it waits. */
  readonly turn: number | null;
  /** What the message before it offered. */
  readonly shown: readonly { readonly id: string; readonly title: string }[];
};

/** What the debtor wrote in a conversation, newest first, each with what they had before them. */
export async function heardIn(tx: Tx, businessId: string, conversationId: string, limit: number): Promise<HeardRow[]> {
  return tx<HeardRow[]>`
    select m.id, m.conversation_id, m.kind, m.body, m.detail, m.sent_at, m.turn,
      coalesce((select s.detail->'options' from message s
        where s.business_id = m.business_id and s.conversation_id = m.conversation_id and s.direction = 'out' and s.id < m.id
        order by s.id desc limit 1), '[]') as shown
    from message m
    where m.business_id = ${businessId} and m.conversation_id = ${conversationId} and m.direction = 'in'
    order by m.sent_at desc, m.id desc limit ${limit}`;
}

export type SendDecisionRow = DecisionColumns & { readonly outboxId: string; readonly kind: string };

/** Every verdict about this conversation's messages, blocked ones too, newest first. */
export async function decisionsOf(
  tx: Tx,
  businessId: string,
  conversationId: string,
  limit: number,
): Promise<SendDecisionRow[]> {
  return tx<SendDecisionRow[]>`
    select s.outbox_id, o.kind, ${decision(tx)}
    from send_decision s join outbox o on o.business_id = s.business_id and o.id = s.outbox_id
    where s.business_id = ${businessId} and s.conversation_id = ${conversationId}
    order by s.id desc limit ${limit}`;
}
