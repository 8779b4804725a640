import type { DateTime } from "luxon";
import type { Attorney, Facts } from "../src/domain/contact-law/facts.ts";
import type { SuppressionReason } from "../src/domain/outreach/suppression.ts";
import { businessNow } from "./business-now.ts";
import type { Tx } from "./client.ts";
import type { LimitWord } from "./messaging-limit.ts";
import { rows } from "./rows.ts";

export type NewOutbox = {
  readonly id: string;
  readonly conversationId: string;
  readonly revision: number;
  readonly position: number;
  readonly kind: string;
  readonly trigger: "proactive" | "reply" | "confirmation";
  readonly payload: unknown;
  readonly ownerEpoch: number;
  readonly author: string;
  readonly sendAt: DateTime;
};

/** What a move asked to be said: written once, however often the move is tried. */
export async function putInOutbox(tx: Tx, businessId: string, messages: readonly NewOutbox[]): Promise<void> {
  if (messages.length === 0) return;
  await tx`
    insert into outbox (business_id, id, conversation_id, revision, position, kind, trigger, payload, owner_epoch, author, send_at)
    select ${businessId}, r.id, r."conversationId", r.revision, r.position, r.kind, r.trigger, r.payload, r."ownerEpoch", r.author, r."sendAt"
    from jsonb_to_recordset(${rows(messages)}::text::jsonb) as r(id uuid, "conversationId" uuid, revision integer, position smallint,
      kind text, trigger text, payload jsonb, "ownerEpoch" integer, author text, "sendAt" timestamptz)`;
}

/** An outbox row that is due, with all that the gate asks about its conversation, contact and debtor. */
export type DueSend = {
  readonly id: string;
  readonly conversationId: string;
  readonly kind: string;
  readonly trigger: "proactive" | "reply" | "confirmation";
  /** A message of ours by its key, or an agent's own text. `disputeId`: the case it is about, which a newer one does not replace. */
  readonly payload: {
    readonly message?: string;
    readonly text?: string;
    readonly disputeId?: string;
    /** What an agent attached, as its channel has it; the text is its caption, and may be empty. */
    readonly file?: { readonly token: string; readonly mime: string; readonly fileName: string };
  };
  readonly author: string;
  readonly ownerEpoch: number;
  readonly attempts: number;
  /** How often a try of it was refused before, by the class of the refusal; null: never. */
  readonly refusals: Readonly<Record<string, number>> | null;
  readonly sendAt: DateTime;
  readonly channelId: string;
  readonly contactId: string;
  readonly debtorId: string | null;
  readonly language: "es" | "pt-BR" | "en";
  readonly context: Record<string, unknown>;
  /** A message leaves only under its own epoch: this is another once somebody else has the chat. */
  readonly conversationEpoch: number;
  readonly lastInboundAt: DateTime | null;
  readonly saidSinceInbound: number;
  readonly lastSaidAt: DateTime | null;
  readonly closedAt: DateTime | null;
  readonly verifiedAt: DateTime | null;
  readonly phone: string | null;
  readonly waId: string | null;
  readonly bsuid: string | null;
  readonly lid: string | null;
  readonly suppressedAt: DateTime | null;
  readonly suppressedBecause: SuppressionReason | null;
  readonly debtorName: string | null;
  readonly debtorKind: "person" | "company" | null;
  readonly contactName: string | null;
  /** As the list wrote it: `roleOf` reads it. */
  readonly contactRole: string | null;
  readonly debtorCountry: string | null;
  readonly debtorSubdivision: string | null;
  readonly debtorZone: string | null;
  readonly attorney: Attorney | null;
  readonly moratorium: Facts["moratorium"] | null;
  readonly requestedHours: Facts["requestedHours"] | null;
  readonly inconvenient: Facts["inconvenient"] | null;
  readonly pacedUntilMs: bigint | null;
  readonly burstFromMs: bigint | null;
  /** The number under whose messaging limit it had this place. */
  readonly placedOn: string | null;
  /** What the number's health lets it do: milliseconds between its messages, and the decision that says so. */
  readonly everyMs: number | null;
  readonly healthDecisionId: string | null;
};

/**
 * Takes what is due and locks it: in the order it was written within a conversation, one at a time for each, and never
 * while an earlier one of the same conversation is on its way. What we wanted to begin, and may try again in a day, keeps no
 * answer waiting: the answer overtakes it (`overtaken`), as it does what waits for its template. With `only` it takes none but that one. What belongs to
 * other numbers than `channelIds` is for a process that has those: taken here it would only be put off.
 */
export async function claimDue(
  tx: Tx,
  businessId: string,
  {
    realNow,
    channelIds,
    limit,
    only,
  }: { realNow: DateTime; channelIds: readonly string[]; limit: number; only?: string | undefined },
): Promise<DueSend[]> {
  const now = businessNow(tx, realNow);
  return tx<DueSend[]>`
    ${sends(tx)}
    where o.business_id = ${businessId} and o.state = 'queued' and o.send_at <= ${now} ${only === undefined ? tx`` : tx`and o.id = ${only}`}
      and (o.retry_at is null or o.retry_at <= ${realNow}) and c.channel_id = any(${channelIds}::uuid[])
      and h.blocked_because is null and h.retired_at is null and (h.paused_until is null or h.paused_until <= ${realNow})
      and not exists (
        select from outbox e where e.business_id = o.business_id and e.conversation_id = o.conversation_id
          and (e.state = 'sending' or (e.state = 'queued' and e.send_at <= ${now} and e.id < o.id
            and not (e.retry_at > ${realNow} and ((e.trigger = 'proactive' and o.trigger <> 'proactive')
              or (e.waits_because is not distinct from 'template' and o.trigger = 'reply')))))
        -- Looked up for each, by its conversation: joined, a thousand that wait would each be compared with a thousand.
        offset 0)
    -- Who wrote to us first: a number that may go only slowly does not let them wait for all that it has to begin.
    order by o.trigger = 'proactive', o.id
    limit ${limit}
    for no key update of o skip locked`;
}

/** These as the gate asks about them, whatever they wait for, in the order in which they were written. */
export async function plannedSends(tx: Tx, businessId: string, ids: readonly string[]): Promise<DueSend[]> {
  return tx<DueSend[]>`
    ${sends(tx)} where o.business_id = ${businessId} and o.id = any(${ids}::uuid[]) order by o.id`;
}

const sends = (tx: Tx) => tx`
  select o.id, o.conversation_id, o.kind, o.trigger, o.payload, o.author, o.owner_epoch, o.attempts, o.failure->'refusals' as refusals, o.send_at,
    c.channel_id, c.contact_id, c.debtor_id, c.language, c.context, c.last_inbound_at,
    case when ${isDecision(tx)} then o.owner_epoch else c.owner_epoch end as conversation_epoch,
    c.said_since_inbound, c.last_said_at, c.closed_at, c.verified_at,
    k.phone, k.wa_id, k.bsuid, k.lid, k.suppressed_at, k.suppressed_because, k.name as contact_name, k.role as contact_role,
    d.name as debtor_name, d.kind as debtor_kind, d.country as debtor_country,
    d.subdivision as debtor_subdivision, d.zone as debtor_zone, d.attorney, d.moratorium, d.requested_hours, d.inconvenient,
    c.paced_until_ms, c.burst_from_ms, o.placed_on, h.every_ms, h.health_decision_id
  from outbox o
  join conversation c on c.business_id = o.business_id and c.id = o.conversation_id
  join channel h on h.business_id = c.business_id and h.id = c.channel_id
  join contact k on k.business_id = c.business_id and k.id = c.contact_id
  left join debtor d on d.business_id = c.business_id and d.id = c.debtor_id`;

/** What the business decided about a case is its word, whoever has had the chat since: no take-over overrules it. */
const isDecision = (tx: Tx) => tx`(o.kind = 'notice' and o.author like 'agent:%')`;

/**
 * The gate said yes and the text is written out: from here on the message may be on its way. Whom it reaches counts as a person
 * reached: were it to keep its place, a second try would count twice.
 */
export async function markSending(
  tx: Tx,
  businessId: string,
  sending: readonly { id: string; leaseUntil: DateTime }[],
): Promise<void> {
  await tx`
    update outbox o set state = 'sending', attempts = attempts + 1, lease_until = r."leaseUntil", retry_at = null,
      placed_on = null, waits_because = null
    from jsonb_to_recordset(${rows(sending)}::text::jsonb) as r(id uuid, "leaseUntil" timestamptz)
    where o.business_id = ${businessId} and o.id = r.id`;
}

export type NewOutbound = {
  readonly id: string;
  readonly conversationId: string;
  readonly channelId: string;
  readonly author: string;
  readonly kind: string;
  readonly body: string;
  readonly detail: unknown;
  readonly sentAt: DateTime;
};

/** What the debtor will read, kept before it leaves. A second attempt keeps the text of the second. */
export async function writeOutbound(tx: Tx, businessId: string, messages: readonly NewOutbound[]): Promise<void> {
  await tx`
    insert into message (business_id, id, conversation_id, channel_id, direction, author, kind, body, detail, sent_at)
    select ${businessId}, r.id, r."conversationId", r."channelId", 'out', r.author, r.kind, r.body, r.detail, r."sentAt"
    from jsonb_to_recordset(${rows(messages)}::text::jsonb) as r(id uuid, "conversationId" uuid, "channelId" uuid, author text,
      kind text, body text, detail jsonb, "sentAt" timestamptz)
    on conflict (business_id, id) do update set body = excluded.body, detail = excluded.detail, sent_at = excluded.sent_at`;
}

/** A send and when it is tried again; with a place, the number under whose messaging limit it has it. */
export type Postponed = {
  readonly id: string;
  readonly sendAt: DateTime;
  readonly placedOn?: string | undefined;
  readonly waitsBecause?: LimitWord | undefined;
};

/** Not now: it waits for a lawful moment at which its number has room. */
export async function postpone(tx: Tx, businessId: string, postponed: readonly Postponed[]): Promise<void> {
  if (postponed.length === 0) return;
  await tx`
    update outbox o set send_at = r."sendAt", placed_on = r."placedOn", waits_because = r."waitsBecause"
    from jsonb_to_recordset(${rows(postponed)}::text::jsonb)
      as r(id uuid, "sendAt" timestamptz, "placedOn" uuid, "waitsBecause" text)
    where o.business_id = ${businessId} and o.id = r.id`;
}

/** Never: blocked by law or hold, written under an owner who no longer has the conversation, or not to be written at all. */
export type GivenUp = {
  readonly id: string;
  readonly state: "blocked" | "superseded" | "rejected";
  readonly failure: unknown;
};

export async function giveUp(tx: Tx, businessId: string, given: readonly GivenUp[]): Promise<void> {
  if (given.length === 0) return;
  await tx`
    update outbox o set state = r.state, failure = r.failure, lease_until = null
    from jsonb_to_recordset(${rows(given)}::text::jsonb) as r(id uuid, state text, failure jsonb)
    where o.business_id = ${businessId} and o.id = r.id`;
}

/** It could not be judged or written out: counted, and tried again later on its own, so that it stops nobody else. */
export async function recordSendFailure(
  tx: Tx,
  businessId: string,
  { id, retryAt }: { id: string; retryAt: DateTime },
): Promise<number> {
  const [counted] = await tx<{ failures: number }[]>`
    update outbox set failures = failures + 1, retry_at = ${retryAt}
    where business_id = ${businessId} and id = ${id} and state = 'queued' returning failures`;
  return counted?.failures ?? 0;
}

/** Not so fast: the recipient's share of the channel's rate is used up until then. */
export async function waitForRate(
  tx: Tx,
  businessId: string,
  waiting: readonly { id: string; retryAt: DateTime }[],
): Promise<void> {
  if (waiting.length === 0) return;
  await tx`
    update outbox o set retry_at = r."retryAt"
    from jsonb_to_recordset(${rows(waiting)}::text::jsonb) as r(id uuid, "retryAt" timestamptz)
    where o.business_id = ${businessId} and o.id = r.id`;
}

/**
 * Written out and then not sent, because somebody took the conversation over in that moment: nobody ever read it, unless an
 * earlier try of it may have arrived. One that a status has settled in that moment stays settled.
 */
export async function withdraw(tx: Tx, businessId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx`
    with withdrawn as (
      update outbox set state = 'superseded', lease_until = null
      where business_id = ${businessId} and id = any(${ids}::uuid[]) and state = 'sending' returning id, attempts
    )
    delete from message m using withdrawn w
    where m.business_id = ${businessId} and m.id = w.id and m.direction = 'out' and w.attempts <= 1`;
}

/**
 * The last look before the bytes leave, under a lock that a take-over and a stop have to wait for: which of these are still
 * the message of whoever has the conversation now, and not from before a stop. Held until every request has been handed to the socket.
 */
export async function stillOwned(tx: Tx, businessId: string, ids: readonly string[]): Promise<Set<string>> {
  const owned = await tx<{ id: string }[]>`
    select o.id from outbox o
    join conversation c on c.business_id = o.business_id and c.id = o.conversation_id
    where o.business_id = ${businessId} and o.id = any(${ids}::uuid[]) and o.state = 'sending'
      and (o.owner_epoch = c.owner_epoch or (${isDecision(tx)} and o.owner_epoch >= c.stopped_epoch))
      -- The person said stop elsewhere since the gate let it pass: what it let pass knowing that, is an answer to them.
      and not exists (
        select from hold h
        where h.business_id = c.business_id and h.debtor_id = c.debtor_id and h.kind = 'opt_out' and h.lifted_at is null
          and not exists (select from send_decision d
            where d.business_id = o.business_id and d.outbox_id = o.id and d.stage = 'dispatch' and d.reason = 'REPLY_ONCE_AFTER_OPT_OUT'))
    order by c.id
    for share of c`;
  return new Set(owned.map(({ id }) => id));
}

/**
 * This transaction commits without waiting for the disk. After a power cut its writes may be gone: right for one that only
 * holds locks, or writes what would be found out again.
 */
export async function needNotLast(tx: Tx): Promise<void> {
  await tx`select set_config('synchronous_commit', 'off', true)`;
}

export type SendOutcome = {
  readonly id: string;
  /** Of which try it is the answer, from 1 (`attempts` as `markSending` left it). Null: nobody says, as when a phone is asked later. */
  readonly attempt: number | null;
  readonly state: "accepted" | "unknown" | "queued" | "rejected";
  readonly providerId: string | null;
  readonly retryAt: DateTime | null;
  readonly leaseUntil: DateTime | null;
  readonly failure: unknown;
};

/**
 * What the channel answered; late, too: it says more than that nobody knows. A status that came first has already settled it, and is not
 * undone. What was refused or is unknown is so of its own try only, and no word on another that has begun since. That it has arrived is
 * believed of whichever try, however late: a process that stood still past its lease must not have it sent again.
 *
 * Returns those by which a send is another now than before.
 */
export async function recordOutcomes(
  tx: Tx,
  businessId: string,
  outcomes: readonly SendOutcome[],
): Promise<Pick<SendOutcome, "id" | "attempt">[]> {
  const list = rows(outcomes);
  const settled = tx<Pick<SendOutcome, "id" | "attempt">[]>`
    update outbox o set state = r.state, provider_id = coalesce(r."providerId", o.provider_id), retry_at = r."retryAt",
      lease_until = r."leaseUntil", failure = r.failure
    -- Of two tries of one send, answered at once, the one that arrived, or else the later.
    from (select distinct on (id) * from jsonb_to_recordset(${list}::text::jsonb) as t(id uuid, attempt smallint, state text,
        "providerId" text, "retryAt" timestamptz, "leaseUntil" timestamptz, failure jsonb)
      order by id, state = 'accepted' desc, attempt desc) r
    where o.business_id = ${businessId} and o.id = r.id
      and ((r.state = 'accepted' and o.state in ('sending', 'unknown', 'queued'))
        or (o.attempts = r.attempt and o.state in ('sending', 'unknown')))
    returning o.id, r.attempt`;
  const named = tx`
    update message m set provider_id = r."providerId",
      status_rank = greatest(m.status_rank, (select max(case s.status when 'read' then 4 when 'delivered' then 3 when 'failed' then 2 else 1 end)
        from message_status s where s.business_id = m.business_id and s.channel_id = m.channel_id and s.provider_id = r."providerId"))
    from jsonb_to_recordset(${list}::text::jsonb) as r(id uuid, "providerId" text)
    where m.business_id = ${businessId} and m.id = r.id and r."providerId" is not null and m.provider_id is null`;
  const [changed] = await Promise.all([settled, named]);
  return changed;
}

/** Whether anything still waits to be sent in these conversations. */
export async function isQueuedFor(tx: Tx, businessId: string, conversationIds: readonly string[]): Promise<boolean> {
  const [found] = await tx<{ isQueued: boolean }[]>`
    select exists (select from outbox
      where business_id = ${businessId} and conversation_id = any(${conversationIds}::uuid[]) and state = 'queued') as is_queued`;
  return found?.isQueued ?? false;
}

/**
 * What a send leaves on its conversation: the menu the debtor now sees, and that we spoke. Sends within ten minutes are one
 * burst, as a person writes (`countBursts`), and a second attempt at one says nothing new.
 */
export type Said = {
  readonly conversationId: string;
  readonly options: readonly { id: string; title: string }[];
  readonly saidAt: DateTime;
  readonly pacedUntilMs: bigint;
  readonly burstFromMs: bigint | null;
  /** By which pace that was reckoned. */
  readonly found: { readonly pacedUntilMs: bigint | null; readonly burstFromMs: bigint | null };
  readonly isRetry: boolean;
};

/** Where the pace is another than it was reckoned by, the other side has let its person rest since: that stands, and nothing more is lent. */
export async function recordSaid(tx: Tx, businessId: string, said: readonly Said[]): Promise<void> {
  await tx`
    update conversation c set last_options = r.options, last_said_at = r."saidAt",
      paced_until_ms = greatest(c.paced_until_ms, r."pacedUntilMs"),
      burst_from_ms = case when c.paced_until_ms is not distinct from (r.found->>'pacedUntilMs')::bigint
        and c.burst_from_ms is not distinct from (r.found->>'burstFromMs')::bigint then r."burstFromMs" end,
      said_since_inbound = c.said_since_inbound + case
        when r."isRetry" or (c.said_since_inbound > 0 and c.last_said_at >= r."saidAt" - interval '10 minutes') then 0 else 1 end
    from jsonb_to_recordset(${rows(said)}::text::jsonb) as r("conversationId" uuid, options jsonb, "saidAt" timestamptz,
      "pacedUntilMs" bigint, "burstFromMs" bigint, found jsonb, "isRetry" boolean)
    where c.business_id = ${businessId} and c.id = r."conversationId"`;
}

/** The other side says that the whole number goes too fast. */
export async function restChannel(tx: Tx, businessId: string, channelId: string, until: DateTime): Promise<void> {
  await tx`
    update channel set paused_until = greatest(paused_until, ${until}) where business_id = ${businessId} and id = ${channelId}`;
}
