import type { DateTime } from "luxon";
import type { Tx } from "../client.ts";
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
    select c.id, c.debtor_id, c.language, c.flow, c.flow_version, c.state, c.owner, c.owner_user_id, c.verified_at, c.alarm_at, c.last_inbound_at
    from conversation c join contact k on k.business_id = c.business_id and k.id = c.contact_id
    where c.business_id = ${businessId} and k.wa_key = ${waKey}
    order by c.opened_at desc, c.id desc limit 1`;
  return newest;
}

export type MoveRow = {
  readonly at: DateTime;
  readonly event: { readonly type: string };
  readonly meaning: unknown;
  readonly from: string;
  readonly to: string;
  readonly effects: readonly { readonly type: string; readonly params?: unknown }[];
  readonly handled: boolean;
};

/** How each message was understood and what came of it, newest first. */
export async function movesOf(tx: Tx, businessId: string, conversationId: string, limit: number): Promise<MoveRow[]> {
  return tx<MoveRow[]>`
    select at, event, meaning, from_state as from, to_state as to, effects, handled from conversation_event
    where business_id = ${businessId} and conversation_id = ${conversationId}
    order by revision desc, position desc limit ${limit}`;
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
