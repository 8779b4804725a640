import type { DateTime } from "luxon";
import type { Channel } from "../../src/domain/contact-law/facts.ts";
import type { EventKind, Initiator } from "../../src/domain/contact-law/past-events.ts";
import type { Outcome } from "../../src/domain/outcome.ts";
import type { Tx } from "../client.ts";
import { type DecisionColumns, decision } from "./thread.ts";

/** What happened in the conversations of one debtor, newest first, so many of each kind. */

type Of = { readonly debtorId: string; readonly limit: number };

export type SaidRow = {
  readonly id: string;
  readonly at: DateTime;
  readonly direction: "in" | "out";
  readonly body: string;
  readonly conversationId: string;
};

export async function messagesOfDebtor(tx: Tx, businessId: string, { debtorId, limit }: Of): Promise<SaidRow[]> {
  return tx<SaidRow[]>`
    select m.id, m.sent_at as at, m.direction, left(m.body, 300) as body, m.conversation_id
    from conversation c join message m on m.business_id = c.business_id and m.conversation_id = c.id
    where c.business_id = ${businessId} and c.debtor_id = ${debtorId} order by m.sent_at desc, m.id desc limit ${limit}`;
}

export type BlockedRow = DecisionColumns & {
  readonly id: string;
  readonly at: DateTime;
  readonly kind: string;
  readonly conversationId: string;
};

/** Each time something was not sent, or not yet, with the reason. */
export async function blockedOfDebtor(tx: Tx, businessId: string, { debtorId, limit }: Of): Promise<BlockedRow[]> {
  return tx<BlockedRow[]>`
    select s.id, s.at, o.kind, s.conversation_id, ${decision(tx)}
    from conversation c
    join outbox o on o.business_id = c.business_id and o.conversation_id = c.id
    join send_decision s on s.business_id = o.business_id and s.outbox_id = o.id and not s.allowed
    where c.business_id = ${businessId} and c.debtor_id = ${debtorId} order by s.id desc limit ${limit}`;
}

export type OutcomeRow = {
  readonly id: string;
  readonly at: DateTime;
  readonly outcome: Outcome;
  readonly by: string;
  readonly conversationId: string;
};

export async function outcomesOfDebtor(tx: Tx, businessId: string, { debtorId, limit }: Of): Promise<OutcomeRow[]> {
  return tx<OutcomeRow[]>`
    select u.conversation_id || '/' || u.revision as id, u.at, u.outcome, u.by, u.conversation_id
    from conversation c join outcome u on u.business_id = c.business_id and u.conversation_id = c.id
    where c.business_id = ${businessId} and c.debtor_id = ${debtorId} order by u.at desc limit ${limit}`;
}

export type NoteOfDebtorRow = {
  readonly id: string;
  readonly at: DateTime;
  readonly author: string;
  readonly body: string;
  readonly conversationId: string;
};

export async function notesOfDebtor(tx: Tx, businessId: string, { debtorId, limit }: Of): Promise<NoteOfDebtorRow[]> {
  return tx<NoteOfDebtorRow[]>`
    select n.id, n.at, n.author, n.body, n.conversation_id
    from conversation c join note n on n.business_id = c.business_id and n.conversation_id = c.id
    where c.business_id = ${businessId} and c.debtor_id = ${debtorId} order by n.id desc limit ${limit}`;
}

export type OutsideContactOfDebtorRow = {
  readonly id: string;
  readonly at: DateTime;
  readonly channel: Channel;
  readonly initiatedBy: Initiator;
  readonly kind: EventKind;
  readonly by: string | null;
  readonly note: string | null;
  readonly enteredBy: string;
  readonly enteredAt: DateTime;
  readonly withdrawnBy: string | null;
  readonly withdrawnAt: DateTime | null;
  readonly reason: string | null;
};

/** What was made outside Saldar, withdrawn or not. */
export async function outsideContactsOfDebtor(
  tx: Tx,
  businessId: string,
  { debtorId, limit }: Of,
): Promise<OutsideContactOfDebtorRow[]> {
  return tx<OutsideContactOfDebtorRow[]>`
    select o.id, o.at, o.channel, o.initiated_by, o.kind, coalesce(k.phone, o.address) as by, o.note, o.entered_by, o.entered_at,
      w.withdrawn_by, w.at as withdrawn_at, w.reason
    from outside_contact o
    left join contact k on k.business_id = o.business_id and k.id = o.contact_id
    left join outside_contact_withdrawal w on w.business_id = o.business_id and w.outside_contact_id = o.id
    where o.business_id = ${businessId} and o.debtor_id = ${debtorId} order by o.at desc, o.id desc limit ${limit}`;
}
