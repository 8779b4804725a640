import type { DateTime } from "luxon";
import type { AlarmKind } from "../src/domain/alarm-kind.ts";
import { isThirdParty, type ListedAs } from "../src/domain/contact-law/role-of.ts";
import type { Outcome } from "../src/domain/outcome.ts";
import type { Zone } from "../src/domain/time.ts";
import { businessNow } from "./business-now.ts";
import type { Tx } from "./client.ts";
import type { NewConversation } from "./intake.ts";
import { document, rows } from "./rows.ts";

/** A conversation as the one who moves it sees it: its row, locked, with who it is about. */
export type LockedConversation = {
  readonly id: string;
  readonly channelId: string;
  readonly contactId: string;
  readonly debtorId: string | null;
  readonly flow: string;
  readonly flowVersion: number;
  readonly state: string;
  readonly context: Record<string, unknown>;
  readonly language: "es" | "pt-BR" | "en";
  readonly revision: number;
  readonly owner: "bot" | "agent" | "nobody";
  readonly ownerUserId: string | null;
  readonly ownerEpoch: number;
  readonly handedOverBecause: string | null;
  readonly handedOverAt: DateTime | null;
  readonly verifiedAt: DateTime | null;
  readonly alarmAt: DateTime | null;
  readonly lastInboundAt: DateTime | null;
  readonly saidSinceInbound: number;
  readonly lastOptions: { id: string; title: string }[];
  readonly outcome: Outcome | null;
  readonly closedAt: DateTime | null;
  readonly failures: number;
  readonly debtorKind: "person" | "company" | null;
  readonly documentLastFour: string | null;
  readonly birthDateSealed: Uint8Array | null;
  /** Where the debtor lives, where that is known and is not simply where the business is. */
  readonly debtorCountry: string | null;
  readonly debtorZone: Zone | null;
  /** The debtor has a plan in force, whenever it was agreed. */
  readonly hasPlan: boolean;
  /** Since when an opt-out stands that binds this chat: the person's, or this number's. */
  readonly stoppedAt: DateTime | null;
  /** Words of theirs can end it: not those of somebody else at this number, nor of a dead person's family. */
  readonly canReturn: boolean;
};

export type WaitingMessage = {
  readonly id: string;
  readonly conversationId: string;
  readonly kind: string;
  readonly body: string;
  readonly detail: unknown;
  readonly sentAt: DateTime;
};

/**
 * Conversations with something to do: a message that waits, or an alarm that is due by the business's own clock. Longest
 * wait first, and those that rest after a failure not at all: they must not fill the places of the others. Nor does a message about
 * which somebody is being asked make its conversation due; one that comes after it does.
 */
export async function findDueConversations(
  tx: Tx,
  businessId: string,
  { realNow, limit }: { realNow: DateTime; limit: number },
): Promise<string[]> {
  const found = await tx<{ id: string }[]>`
    with resting as materialized (
      select id from conversation where business_id = ${businessId} and retry_at > ${realNow}
    ), asked_about as materialized (
      select message_id from second_opinion where business_id = ${businessId} and outcome is null and until > ${realNow}
    )
    select w.id from (
      (select m.conversation_id as id, min(m.id::text) as since from message m
        where m.business_id = ${businessId} and m.direction = 'in' and m.turn is null
          and m.conversation_id not in (select id from resting) and m.id not in (select message_id from asked_about)
        group by m.conversation_id order by since limit ${limit})
      union all
      (select c.id, '' from conversation c
        where c.business_id = ${businessId} and c.alarm_at <= ${businessNow(tx, realNow)}
          and (c.retry_at is null or c.retry_at <= ${realNow})
        order by c.alarm_at limit ${limit})
    ) w
    limit ${limit}`;
  return [...new Set(found.map(({ id }) => id))];
}

/**
 * Locks what nobody else is moving. `no key update`, because a webhook that adds a message must not wait for a turn: its
 * foreign key takes the weaker `key share`, which this lock lets pass.
 */
export async function lockConversations(
  tx: Tx,
  businessId: string,
  ids: readonly string[],
): Promise<LockedConversation[]> {
  return tx<LockedConversation[]>`
    select ${columns(tx)} from conversation c
    join contact k on k.business_id = c.business_id and k.id = c.contact_id
    left join debtor d on d.business_id = c.business_id and d.id = c.debtor_id
    where c.business_id = ${businessId} and c.id = any(${ids}::uuid[])
    order by c.id
    for no key update of c skip locked`;
}

/** Locks one, and waits for whoever is moving it: for a payment, an agent, or a business that acts on it. */
export async function lockConversation(
  tx: Tx,
  businessId: string,
  id: string,
): Promise<LockedConversation | undefined> {
  const [found] = await tx<LockedConversation[]>`
    select ${columns(tx)} from conversation c
    join contact k on k.business_id = c.business_id and k.id = c.contact_id
    left join debtor d on d.business_id = c.business_id and d.id = c.debtor_id
    where c.business_id = ${businessId} and c.id = ${id}
    for no key update of c`;
  return found;
}

const columns = (tx: Tx) => tx`
  c.id, c.channel_id, c.contact_id, c.debtor_id, c.flow, c.flow_version, c.state, c.context, c.language, c.revision, c.owner,
  c.owner_user_id, c.owner_epoch, c.handed_over_because, c.handed_over_at, c.verified_at, c.alarm_at, c.last_inbound_at,
  c.said_since_inbound, c.last_options, c.outcome, c.closed_at, c.failures,
  d.kind as debtor_kind, d.document_last_four, d.birth_date_sealed, d.country as debtor_country, d.zone as debtor_zone,
  exists (select from plan p where p.business_id = c.business_id and p.debtor_id = c.debtor_id and p.state = 'active') as has_plan,
  greatest(
    (select max(coalesce(h.said_again_at, h.placed_at)) from hold h
      where h.business_id = c.business_id and h.debtor_id = c.debtor_id and h.kind = 'opt_out' and h.lifted_at is null),
    case when c.debtor_id is null or k.suppressed_because in ('opted_out', 'erased') then k.suppressed_at end) as stopped_at,
  c.debtor_id is not null and (k.suppressed_at is null or coalesce(k.suppressed_because in ('opted_out', 'erased'), false))
    and not exists (select from hold h where h.business_id = c.business_id and h.debtor_id = c.debtor_id
      and h.kind in ('deceased', 'wrong_person') and h.lifted_at is null) as can_return`;

/** Everything that waits in these conversations, in the order in which the debtors wrote it. */
export async function takeWaiting(
  tx: Tx,
  businessId: string,
  conversationIds: readonly string[],
): Promise<WaitingMessage[]> {
  return tx<WaitingMessage[]>`
    select id, conversation_id, kind, body, detail, sent_at from message
    where business_id = ${businessId} and conversation_id = any(${conversationIds}::uuid[]) and direction = 'in' and turn is null
    order by sent_at, id`;
}

export type MovedConversation = {
  readonly id: string;
  readonly state: string;
  readonly context: Record<string, unknown>;
  readonly language: string;
  readonly revision: number;
  readonly owner: string;
  readonly ownerUserId: string | null;
  readonly ownerEpoch: number;
  readonly handedOverBecause: string | null;
  readonly handedOverAt: DateTime | null;
  readonly verifiedAt: DateTime | null;
  readonly alarmAt: DateTime | null;
  readonly lastInboundAt: DateTime | null;
  readonly saidSinceInbound: number;
  readonly outcome: Outcome | null;
  readonly closedAt: DateTime | null;
};

export async function saveConversations(
  tx: Tx,
  businessId: string,
  moved: readonly MovedConversation[],
): Promise<void> {
  await tx`
    update conversation c set state = r.state, context = r.context, language = r.language, revision = r.revision, owner = r.owner,
      owner_user_id = r."ownerUserId", owner_epoch = r."ownerEpoch", handed_over_because = r."handedOverBecause",
      handed_over_at = r."handedOverAt", verified_at = r."verifiedAt", alarm_at = r."alarmAt", last_inbound_at = r."lastInboundAt",
      said_since_inbound = r."saidSinceInbound", outcome = r.outcome, closed_at = r."closedAt", failures = 0, retry_at = null
    from jsonb_to_recordset(${rows(moved)}::text::jsonb) as r(id uuid, state text, context jsonb, language text, revision integer,
      owner text, "ownerUserId" text, "ownerEpoch" integer, "handedOverBecause" text, "handedOverAt" timestamptz,
      "verifiedAt" timestamptz, "alarmAt" timestamptz, "lastInboundAt" timestamptz, "saidSinceInbound" integer, outcome text,
      "closedAt" timestamptz)
    where c.business_id = ${businessId} and c.id = r.id`;
}

/** Marks messages as answered by that turn: from now on nothing waits for them. */
export async function markTaken(
  tx: Tx,
  businessId: string,
  taken: readonly { id: string; turn: number }[],
): Promise<void> {
  if (taken.length === 0) return;
  await tx`
    update message m set turn = r.turn
    from jsonb_to_recordset(${rows(taken)}::text::jsonb) as r(id uuid, turn integer)
    where m.business_id = ${businessId} and m.id = r.id`;
}

export type NewConversationEvent = {
  readonly conversationId: string;
  readonly revision: number;
  readonly position: number;
  readonly event: unknown;
  readonly meaning: unknown;
  readonly handled: boolean;
  readonly fromState: string;
  readonly toState: string;
  readonly effects: unknown;
  readonly at: DateTime;
};

export async function appendConversationEvents(
  tx: Tx,
  businessId: string,
  events: readonly NewConversationEvent[],
): Promise<void> {
  await tx`
    insert into conversation_event (business_id, conversation_id, revision, position, event, meaning, handled, from_state, to_state, effects, at)
    select ${businessId}, r."conversationId", r.revision, r.position, r.event, r.meaning, r.handled, r."fromState", r."toState", r.effects, r.at
    from jsonb_to_recordset(${rows(events)}::text::jsonb) as r("conversationId" uuid, revision integer, position smallint, event jsonb,
      meaning jsonb, handled boolean, "fromState" text, "toState" text, effects jsonb, at timestamptz)`;
}

/** Moving it failed: counted, and tried again later on its own, so that it stops nobody else. */
export async function recordTurnFailure(tx: Tx, businessId: string, id: string, retryAt: DateTime): Promise<number> {
  const [counted] = await tx<{ failures: number }[]>`
    update conversation set failures = failures + 1, retry_at = ${retryAt}
    where business_id = ${businessId} and id = ${id} returning failures`;
  return counted?.failures ?? 0;
}

/** What waits in conversations that are over goes to the open one of the same contact and channel. */
export async function handMessagesOn(
  tx: Tx,
  businessId: string,
  fromConversationIds: readonly string[],
): Promise<void> {
  await tx`
    update message m set conversation_id = o.id
    from conversation c
    join conversation o on o.business_id = c.business_id and o.channel_id = c.channel_id and o.contact_id = c.contact_id and o.closed_at is null
    where m.business_id = ${businessId} and c.business_id = ${businessId} and m.conversation_id = c.id
      and c.id = any(${fromConversationIds}::uuid[]) and m.direction = 'in' and m.turn is null`;
}

/** What waits in conversations with somebody who was erased meanwhile: nobody reads it. */
export async function dropWaiting(tx: Tx, businessId: string, conversationIds: readonly string[]): Promise<void> {
  await tx`
    update message m set body = '', detail = null, turn = c.revision from conversation c
    where m.business_id = ${businessId} and c.business_id = ${businessId} and c.id = m.conversation_id
      and m.conversation_id = any(${[...conversationIds]}::uuid[]) and m.direction = 'in' and m.turn is null`;
}

/** A person has to look, from a state in which they can take it: the bot does not touch it until they hand it back. */
export async function putBeforePerson(
  tx: Tx,
  businessId: string,
  id: string,
  {
    because,
    at,
    from,
  }: { because: string; at: DateTime; from: Pick<NewConversation, "flow" | "flowVersion" | "state" | "context"> },
): Promise<void> {
  await tx`
    update conversation set owner = 'nobody', owner_epoch = owner_epoch + 1, handed_over_because = coalesce(handed_over_because, ${because}),
      handed_over_at = coalesce(handed_over_at, ${at}), alarm_at = null, failures = 0, retry_at = null, verified_at = null,
      flow = ${from.flow}, flow_version = ${from.flowVersion}, state = ${from.state},
      context = jsonb_set(${document(from.context)}::text::jsonb, '{outcome}', coalesce(to_jsonb(outcome), 'null'))
    where business_id = ${businessId} and id = ${id}`;
  await tx`
    update message m set turn = c.revision from conversation c
    where m.business_id = ${businessId} and c.business_id = ${businessId} and c.id = ${id} and m.conversation_id = c.id
      and m.direction = 'in' and m.turn is null`;
}

/** What has failed for good, for the console. */
export async function raiseAlarm(
  tx: Tx,
  businessId: string,
  alarm: { id: string; kind: AlarmKind; subjectId: string | null; detail: string },
): Promise<void> {
  await tx`
    insert into alarm (business_id, id, kind, subject_id, detail)
    values (${businessId}, ${alarm.id}, ${alarm.kind}, ${alarm.subjectId}, ${alarm.detail})`;
}

/** The same words are not said again, also after somebody has cleared them. True when it was raised now. */
export async function raiseAlarmOnce(
  tx: Tx,
  businessId: string,
  { id, kind, subjectId, detail }: { id: string; kind: AlarmKind; subjectId: string | null; detail: string },
): Promise<boolean> {
  const raised = await tx`
    insert into alarm (business_id, id, kind, subject_id, detail)
    select ${businessId}, ${id}, ${kind}, ${subjectId}, ${detail}
    where not exists (select from alarm where business_id = ${businessId} and kind = ${kind} and detail = ${detail})`;
  return raised.count === 1;
}

/** The bot has it again: the reason it once left is history, which the events keep. */
export async function forgetHandOver(tx: Tx, businessId: string, id: string): Promise<void> {
  await tx`update conversation set handed_over_because = null, handed_over_at = null where business_id = ${businessId} and id = ${id}`;
}

/** The newest message of the debtor's in a conversation: what an agent has seen, or has not. */
export async function newestInboundId(tx: Tx, businessId: string, conversationId: string): Promise<string | undefined> {
  const [newest] = await tx<{ id: string }[]>`
    select id from message where business_id = ${businessId} and conversation_id = ${conversationId} and direction = 'in' order by id desc limit 1`;
  return newest?.id;
}

export async function raiseRevision(tx: Tx, businessId: string, id: string): Promise<number> {
  const [row] = await tx<{ revision: number }[]>`
    update conversation set revision = revision + 1 where business_id = ${businessId} and id = ${id} returning revision`;
  return row?.revision ?? 0;
}

export async function insertNote(
  tx: Tx,
  businessId: string,
  note: { id: string; conversationId: string; author: string; body: string; at: DateTime },
): Promise<void> {
  await tx`
    insert into note (business_id, id, conversation_id, author, body, at)
    values (${businessId}, ${note.id}, ${note.conversationId}, ${note.author}, ${note.body}, ${note.at})`;
}

export async function closeWithOutcome(
  tx: Tx,
  businessId: string,
  id: string,
  { outcome, at }: { outcome: Outcome; at: DateTime },
): Promise<number> {
  const [row] = await tx<{ revision: number }[]>`
    update conversation set outcome = ${outcome}, closed_at = ${at}, alarm_at = null, revision = revision + 1
    where business_id = ${businessId} and id = ${id} returning revision`;
  return row?.revision ?? 0;
}

export type Opening = { readonly debtorId: string; readonly contactId: string; readonly language: string | null };

/**
 * Whom to write to first for each debtor: a contact with a number that is theirs, best with permission; none while they talk to
 * us, and none where all that is left are third parties.
 */
export async function findOpenings(tx: Tx, businessId: string, debtorIds: readonly string[]): Promise<Opening[]> {
  const found = await tx<(Opening & ListedAs)[]>`
    select k.debtor_id, k.id as contact_id, d.language, k.role as contact_role, k.name as contact_name, d.kind as debtor_kind,
      d.name as debtor_name
    from contact k join debtor d on d.business_id = k.business_id and d.id = k.debtor_id
    where k.business_id = ${businessId} and k.debtor_id = any(${debtorIds}::uuid[]) and k.suppressed_at is null and k.phone is not null
      and not exists (select from conversation c where c.business_id = k.business_id and c.debtor_id = k.debtor_id and c.closed_at is null)
      and not exists (select from conversation c where c.business_id = k.business_id and c.contact_id = k.id
        and c.closed_at is null)
    order by k.debtor_id, (select p.granted from contact_permission p where p.business_id = k.business_id and p.contact_id = k.id
      order by p.recorded_at desc, p.id desc limit 1) is not true, k.id`;
  const openings = new Map<string, Opening>();
  for (const { debtorId, contactId, language, ...listed } of found) {
    if (!openings.has(debtorId) && !isThirdParty(listed)) openings.set(debtorId, { debtorId, contactId, language });
  }
  return [...openings.values()];
}
