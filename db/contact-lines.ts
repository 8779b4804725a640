import type { DateTime } from "luxon";
import type { Channel } from "../src/domain/contact-law/facts.ts";
import type { DecisionStage } from "../src/domain/contact-law/record.ts";
import { ON_PHONE } from "../src/domain/on-phone.ts";
import type { IsoDate } from "../src/domain/time.ts";
import { COMMAND_LINE } from "./audit.ts";
import type { Tx } from "./client.ts";
import { talksOf } from "./talks-of.ts";

// Everything that bears on the contact with one debtor, in one order, for whoever audits it: what they wrote, each judgement of
// a send of ours with what became of it, what was never judged, what people did elsewhere, what was said about permission, and why it was stopped, by whom.

export type ContactLineRow = {
  readonly what: "message" | "outside" | "withdrawal" | "permission" | "opt_out" | "stop" | "erasure";
  readonly id: string;
  readonly at: DateTime;
  readonly direction: "in" | "out" | null;
  readonly kind: string;
  /** `debtor`, `bot`, `agent:<user id>`, `business` for a command; of a permission its source. */
  readonly author: string;
  /** Of a message: the channel's last word on it, or what keeps it. Of the others: what was said. */
  readonly status: string;
  readonly failedCode: string | null;
  /** Of a decision: as it was planned, or as it was about to leave. */
  readonly stage: DecisionStage | null;
  readonly allowed: boolean | null;
  readonly reason: string | null;
  readonly until: DateTime | null;
  /** The decision's record. Null for what nobody judged. */
  readonly record: unknown;
  /** Of a permission: the words that were agreed to, where, and on which day. Of a stop: what was noted about it. */
  readonly wording: string | null;
  readonly grantedOn: IsoDate | null;
  /** Of a contact that was made elsewhere, and of its withdrawal, the one it was made by. Of a permission all that it permits. */
  readonly channels: readonly Channel[] | null;
  /** Of a contact that was made elsewhere: when somebody said so. */
  readonly enteredAt: DateTime | null;
  /** Of a message its own, the same on each line about it: a send that was judged twice is one message. */
  readonly messageId: string | null;
  /** The last digits of the number it was sent to or came from, or that a permission is about; null once it is erased. */
  readonly numberEnding: string | null;
  /** Where the line stands: to be handed back as `after`. */
  readonly place: string;
};

/** What was on record at a moment of the database's clock: what comes in while a file is written is not in it. */
export type ContactsOf = { readonly debtorId: string; readonly asOf: string };

export async function countContactLines(
  tx: Tx,
  businessId: string,
  debtorId: string,
): Promise<{ readonly asOf: string; readonly count: number }> {
  const [moment] = await tx<{ asOf: string }[]>`select now()::text as as_of`;
  const asOf = moment?.asOf ?? "";
  const [counted] = await tx<{ count: number }[]>`
    select count(*)::int as count from (${lines(tx, businessId, { debtorId, asOf })}) l`;
  return { asOf, count: counted?.count ?? 0 };
}

/** The oldest first. */
export async function contactLines(
  tx: Tx,
  businessId: string,
  { after, limit, ...of }: ContactsOf & { after: Pick<ContactLineRow, "place" | "id"> | undefined; limit: number },
): Promise<ContactLineRow[]> {
  return tx<ContactLineRow[]>`
    select l.*, l.at::text as place, t.message_id, right(k.phone, ${ENDING}) as number_ending
    from (select * from (${lines(tx, businessId, of)}) all_lines
      ${after ? tx`where (at, id) > (${after.place}::text::timestamptz, ${after.id}::uuid)` : tx``}
      order by at, id limit ${limit}) l
    left join lateral ${sentOver(tx, businessId)} t on true
    left join contact k on k.business_id = ${businessId} and k.id = t.contact_id
    order by l.at, l.id`;
}

/** As many digits as an auditor needs to tell two numbers of one person apart, and too few to call. */
const ENDING = 4;

/** The message of a line, one for all its decisions, and the contact at whose number it was; of a permission the number it is about. */
function sentOver(tx: Tx, businessId: string) {
  return tx`(
    select o.id as message_id, c.contact_id from send_decision s
      join outbox o on o.business_id = s.business_id and o.id = s.outbox_id
      join conversation c on c.business_id = o.business_id and c.id = o.conversation_id
      where l.what = 'message' and s.business_id = ${businessId} and s.id = l.id
    union all select o.id, c.contact_id from outbox o
      join conversation c on c.business_id = o.business_id and c.id = o.conversation_id
      where l.what = 'message' and o.business_id = ${businessId} and o.id = l.id
    union all select m.id, c.contact_id from message m
      join conversation c on c.business_id = m.business_id and c.id = m.conversation_id
      where l.what = 'message' and m.business_id = ${businessId} and m.id = l.id
    union all select null, p.contact_id from contact_permission p
      where l.what = 'permission' and p.business_id = ${businessId} and p.id = l.id
    limit 1)`;
}

function lines(tx: Tx, businessId: string, of: ContactsOf) {
  return tx`
    ${inbound(tx, businessId, of)} union all ${onPhone(tx, businessId, of)} union all ${judged(tx, businessId, of)} union all ${unjudged(tx, businessId, of)}
    union all ${permissions(tx, businessId, of)} union all ${optOuts(tx, businessId, of)}
    union all ${understood(tx, businessId, of)} union all ${entered(tx, businessId, of)}
    union all ${outside(tx, businessId, of)} union all ${withdrawals(tx, businessId, of)}`;
}

function inbound(tx: Tx, businessId: string, { debtorId, asOf }: ContactsOf) {
  return tx`
    select 'message' as what, m.id, m.sent_at as at, 'in' as direction, m.kind, m.author, 'received' as status, null as failed_code,
      null as stage, null::boolean as allowed, null as reason, null::timestamptz as until, null::jsonb as record,
      null as wording, null::date as granted_on, null::text[] as channels, null::timestamptz as entered_at
    from conversation c join message m on m.business_id = c.business_id and m.conversation_id = c.id and m.direction = 'in'
    where c.business_id = ${businessId} and c.id in ${talksOf(tx, businessId, [debtorId])} and m.recorded_at <= ${asOf}::text::timestamptz`;
}

/** What was written on the linked phone itself: no send of ours, and judged by nobody. */
function onPhone(tx: Tx, businessId: string, { debtorId, asOf }: ContactsOf) {
  return tx`
    select 'message', m.id, m.sent_at, 'out', 'agent', m.author, case m.status_rank when 4 then 'read' when 3 then 'delivered' when 2 then 'failed' else 'accepted' end,
      m.failed_code, null, null, null, null, null, null, null, null, null
    from conversation c join message m on m.business_id = c.business_id and m.conversation_id = c.id and m.author = ${ON_PHONE}
    where c.business_id = ${businessId} and c.id in ${talksOf(tx, businessId, [debtorId])} and m.recorded_at <= ${asOf}::text::timestamptz`;
}

/**
 * A send that was judged several times stands once for each; only the last of them tells what became of it. What was planned
 * and allowed is no line of its own where the send left by the same rule.
 */
function judged(tx: Tx, businessId: string, { debtorId, asOf }: ContactsOf) {
  return tx`
    select 'message', s.id, s.at, 'out', o.kind, o.author,
      case when not s.allowed then 'blocked'
        when exists (select from send_decision later where later.business_id = s.business_id and later.outbox_id = s.outbox_id
          and later.stage = 'dispatch' and (s.stage = 'planning' or later.id > s.id)
          and later.recorded_at <= ${asOf}::text::timestamptz) then case s.stage when 'planning' then 'planned' else 'retried' end
        else ${became(tx)} end,
      case when s.allowed then ${failure(tx)} end, s.stage, s.allowed, s.reason, s.until, s.record, null, null, null, null
    from conversation c
    join outbox o on o.business_id = c.business_id and o.conversation_id = c.id
    join send_decision s on s.business_id = o.business_id and s.outbox_id = o.id and s.recorded_at <= ${asOf}::text::timestamptz
    left join message m on m.business_id = o.business_id and m.id = o.id
    where c.business_id = ${businessId} and c.id in ${talksOf(tx, businessId, [debtorId])}
      and not (s.stage = 'planning' and s.allowed and exists (select from send_decision left_by
        where left_by.business_id = s.business_id and left_by.outbox_id = s.outbox_id and left_by.stage = 'dispatch' and left_by.allowed
          and left_by.reason = s.reason and left_by.clause_id = s.clause_id and left_by.recorded_at <= ${asOf}::text::timestamptz))`;
}

function unjudged(tx: Tx, businessId: string, { debtorId, asOf }: ContactsOf) {
  return tx`
    select 'message', o.id, o.send_at, 'out', o.kind, o.author, ${became(tx)}, ${failure(tx)}, null, null, null, null, null, null, null, null, null
    from conversation c
    join outbox o on o.business_id = c.business_id and o.conversation_id = c.id
    left join message m on m.business_id = o.business_id and m.id = o.id
    where c.business_id = ${businessId} and c.id in ${talksOf(tx, businessId, [debtorId])} and o.recorded_at <= ${asOf}::text::timestamptz
      and not exists (select from send_decision s where s.business_id = o.business_id and s.outbox_id = o.id
        and s.recorded_at <= ${asOf}::text::timestamptz)`;
}

/** It permits something as soon as it permits one channel, WhatsApp or another: a call may rest on what is a no to writing. */
function permissions(tx: Tx, businessId: string, { debtorId, asOf }: ContactsOf) {
  return tx`
    select 'permission', p.id, p.at, null, 'permission', p.source, case when named.channels = '{}' then 'refused' else 'granted' end,
      null, null, null, null, null, null, p.wording, p.granted_on, named.channels, null
    from contact k join contact_permission p on p.business_id = k.business_id and p.contact_id = k.id
    cross join lateral (values (case when p.granted then array['whatsapp'] else '{}' end || p.other_channels)) as named(channels)
    where k.business_id = ${businessId} and k.debtor_id = ${debtorId} and p.recorded_at <= ${asOf}::text::timestamptz`;
}

/** What they asked for themselves, and whatever was lifted, which stands twice under one id: its two moments tell it apart. */
function optOuts(tx: Tx, businessId: string, { debtorId, asOf }: ContactsOf) {
  return tx`
    select 'opt_out', h.id, said.at, null, h.kind, said.author, said.status, null, null, null, null, null, null, null, null, null, null
    from hold h
    cross join lateral (values (case when h.placed_by is null then h.placed_at end, 'debtor', 'asked_to_stop'),
      (h.lifted_at, coalesce('agent:' || h.lifted_by, 'bot'), 'lifted')) as said(at, author, status)
    where h.business_id = ${businessId} and h.debtor_id = ${debtorId} and h.kind = 'opt_out' and said.at is not null
      and h.recorded_at <= ${asOf}::text::timestamptz`;
}

/** What the bot took from a message as a reason to stop, as the conversation's outcome; an opt-out only of somebody nobody knew yet. */
function understood(tx: Tx, businessId: string, { debtorId, asOf }: ContactsOf) {
  return tx`
    select 'stop', e.conversation_id, e.at, null, e.outcome, e.by, 'understood', null, null, null, null, null, null, null, null, null, null
    from conversation c
    join outcome e on e.business_id = c.business_id and e.conversation_id = c.id and e.by not like 'agent:%'
      and (e.outcome in ('deceased', 'wrong_person') or (e.outcome = 'opted_out' and c.debtor_id is null))
    where c.business_id = ${businessId} and c.id in ${talksOf(tx, businessId, [debtorId])}
      and e.recorded_at <= ${asOf}::text::timestamptz`;
}

/** Stops that a person entered, with why, and erasures: neither is a word of the debtor's. */
function entered(tx: Tx, businessId: string, { debtorId, asOf }: ContactsOf) {
  return tx`
    select case a.action when 'debtor.erased' then 'erasure' else 'stop' end, a.id, a.at, null,
      coalesce(a.after ->> 'kind', 'erasure'), case a.actor when ${COMMAND_LINE} then 'business' else 'agent:' || a.actor end,
      case a.action when 'debtor.erased' then 'erased' else 'entered' end, null, null, null, null, null, null,
      concat_ws(' · ', a.after ->> 'type', a.after ->> 'lastProtectedDay', a.after ->> 'reason'), null, null, null
    from audit_event a
    where a.business_id = ${businessId} and a.subject_id = ${debtorId} and a.action in ('contact.stopped', 'debtor.erased')
      and a.recorded_at <= ${asOf}::text::timestamptz`;
}

/** What was made elsewhere, with who entered it and when; without the note, which may hold what was said. */
function outside(tx: Tx, businessId: string, { debtorId, asOf }: ContactsOf) {
  return tx`
    select 'outside', o.id, o.at, case o.initiated_by when 'debtor' then 'in' else 'out' end, o.kind, 'agent:' || o.entered_by,
      case when exists (select from outside_contact_withdrawal w where w.business_id = o.business_id and w.outside_contact_id = o.id
        and w.recorded_at <= ${asOf}::text::timestamptz) then 'withdrawn' else 'entered' end,
      null, null, null, null, null, null, null, null, array[o.channel], o.entered_at
    from outside_contact o
    where o.business_id = ${businessId} and o.debtor_id = ${debtorId} and o.recorded_at <= ${asOf}::text::timestamptz`;
}

function withdrawals(tx: Tx, businessId: string, { debtorId, asOf }: ContactsOf) {
  return tx`
    select 'withdrawal', w.id, w.at, null, o.kind, 'agent:' || w.withdrawn_by, 'withdrawn', null, null, null, null, null, null, w.reason, null,
      array[o.channel], null
    from outside_contact o
    join outside_contact_withdrawal w on w.business_id = o.business_id and w.outside_contact_id = o.id
      and w.recorded_at <= ${asOf}::text::timestamptz
    where o.business_id = ${businessId} and o.debtor_id = ${debtorId}`;
}

/** The best status known of the message, or what keeps the send. */
function became(tx: Tx) {
  return tx`case when m.status_rank = 4 then 'read' when m.status_rank = 3 then 'delivered' when m.status_rank = 2 then 'failed'
    when o.state = 'rejected' then 'failed' else o.state end`;
}

function failure(tx: Tx) {
  return tx`coalesce(m.failed_code, o.failure->>'code', o.failure->>'reason')`;
}
