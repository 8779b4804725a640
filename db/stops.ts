import type { DateTime } from "luxon";
import type { Attorney, Facts, OtherChannel } from "../src/domain/contact-law/facts.ts";
import type { SuppressionReason } from "../src/domain/outreach/suppression.ts";
import type { Zone } from "../src/domain/time.ts";
import type { Tx } from "./client.ts";
import { document, rows } from "./rows.ts";
import { talksOf } from "./talks-of.ts";

/** The lawyer is named for colleagues; contact law asks the three questions. */
export type NamedAttorney = Attorney & { readonly name: string };

/** What is kept of a person about being written to. */
export type ContactWishes = {
  readonly zone: Zone | null;
  readonly attorney: NamedAttorney | null;
  readonly moratorium: Facts["moratorium"] | null;
  readonly requestedHours: Facts["requestedHours"] | null;
  readonly inconvenient: Facts["inconvenient"] | null;
};

export async function readWishes(tx: Tx, businessId: string, debtorId: string): Promise<ContactWishes | undefined> {
  const [found] = await tx<ContactWishes[]>`
    select zone, attorney, moratorium, requested_hours, inconvenient from debtor
    where business_id = ${businessId} and id = ${debtorId}`;
  return found;
}

/** Whose law holds for them, as far as a list has said; null: the business's own country. */
export async function livesIn(
  tx: Tx,
  businessId: string,
  debtorId: string,
): Promise<{ readonly country: string | null; readonly subdivision: string | null } | undefined> {
  const [found] = await tx<{ country: string | null; subdivision: string | null }[]>`
    select country, subdivision from debtor where business_id = ${businessId} and id = ${debtorId}`;
  return found;
}

/**
 * The debtor, and all their conversations with them, locked until the transaction ends: nothing of theirs leaves meanwhile, and
 * none is begun. Conversations first, as turns do; then the debtor, `for update`, for which whoever begins another has to wait.
 */
export async function lockPerson(tx: Tx, businessId: string, debtorId: string): Promise<ContactWishes | undefined> {
  await tx`
    select from conversation where business_id = ${businessId} and id in ${talksOf(tx, businessId, [debtorId])}
    order by id for no key update`;
  const [found] = await tx<ContactWishes[]>`
    select zone, attorney, moratorium, requested_hours, inconvenient from debtor
    where business_id = ${businessId} and id = ${debtorId} for update`;
  return found;
}

export async function saveWishes(
  tx: Tx,
  businessId: string,
  debtorId: string,
  { zone, attorney, moratorium, requestedHours, inconvenient }: ContactWishes,
): Promise<void> {
  const json = (value: unknown) => tx`nullif(${document(value)}::text::jsonb, 'null')`;
  await tx`
    update debtor set zone = ${zone}, attorney = ${json(attorney)}, moratorium = ${json(moratorium)},
      requested_hours = ${json(requestedHours)}, inconvenient = ${json(inconvenient)}
    where business_id = ${businessId} and id = ${debtorId}`;
}

/** Whose conversations are silenced: all of these debtors', or those with one number; not those in which it was asked for. */
export type Silenced = {
  readonly debtorIds: readonly string[];
  readonly contactId: string | undefined;
  readonly except?: readonly string[];
};

/**
 * Nothing that was written before leaves from these conversations any more: what a process has written out already is of an
 * older epoch when it looks for the last time. Returns which they are. A caller who holds them all (`lockPerson`) misses none. One
 * who holds only some must not wait for the others, whose turn may be waiting for these: what somebody else has in this moment is
 * passed over, and the last look finds the stop itself (`stillOwned`).
 */
export async function silence(
  tx: Tx,
  businessId: string,
  { debtorIds, contactId, except = [] }: Silenced,
): Promise<string[]> {
  const silenced = await tx<{ id: string }[]>`
    with theirs as (
      select id from conversation
      where business_id = ${businessId} and id in ${talksOf(tx, businessId, debtorIds)} and id <> all(${[...except]}::uuid[])
        ${contactId === undefined ? tx`` : tx`and contact_id = ${contactId}`}
      order by id for no key update skip locked
    )
    update conversation c set owner_epoch = owner_epoch + 1, stopped_epoch = owner_epoch + 1
    from theirs where c.business_id = ${businessId} and c.id = theirs.id
    returning c.id`;
  return silenced.map(({ id }) => id);
}

export type Blocked = { readonly conversationId: string; readonly kind: string; readonly author: string };

/**
 * Gives up what waits in these conversations. What a process is preparing in this moment is passed over, and not waited for with
 * their locks held: it is of an older epoch, and is withdrawn.
 */
export async function blockWaiting(
  tx: Tx,
  businessId: string,
  { conversationIds, reason }: { conversationIds: readonly string[]; reason: string },
): Promise<Blocked[]> {
  return tx<Blocked[]>`
    with waiting as (
      select id from outbox
      where business_id = ${businessId} and conversation_id = any(${[...conversationIds]}::uuid[]) and state = 'queued'
      order by id for no key update skip locked
    )
    update outbox o set state = 'blocked', failure = ${document({ reason })}::text::jsonb, lease_until = null
    from waiting w where o.business_id = ${businessId} and o.id = w.id
    returning o.conversation_id, o.kind, o.author`;
}

export type ContactOfDebtor = {
  readonly suppressedAt: DateTime | null;
  readonly suppressedBecause: SuppressionReason | null;
  /** Their newest word on it was no, in their own words. */
  readonly tookBack: boolean;
};

export async function contactOfDebtor(
  tx: Tx,
  businessId: string,
  { debtorId, contactId }: { debtorId: string; contactId: string },
): Promise<ContactOfDebtor | undefined> {
  const [found] = await tx<ContactOfDebtor[]>`
    select k.suppressed_at, k.suppressed_because,
      coalesce((select not p.granted and p.source = 'debtor_words' from contact_permission p
        where p.business_id = k.business_id and p.contact_id = k.id order by p.recorded_at desc, p.id desc limit 1), false) as took_back
    from contact k where k.business_id = ${businessId} and k.debtor_id = ${debtorId} and k.id = ${contactId}`;
  return found;
}

export type OwnWords = { readonly contactId: string; readonly body: string; readonly sentAt: DateTime };

/** A message that this debtor wrote, from a number that is still theirs by the books. */
export async function wordsOfDebtor(
  tx: Tx,
  businessId: string,
  { debtorId, messageId }: { debtorId: string; messageId: string },
): Promise<OwnWords | undefined> {
  const [found] = await tx<OwnWords[]>`
    select c.contact_id, m.body, m.sent_at from message m
    join conversation c on c.business_id = m.business_id and c.id = m.conversation_id
    join contact k on k.business_id = c.business_id and k.id = c.contact_id and k.debtor_id = c.debtor_id
    where m.business_id = ${businessId} and m.id = ${messageId} and m.direction = 'in' and c.debtor_id = ${debtorId}`;
  return found;
}

/** Since when a hold of this kind stands, of an opt-out since it was last said; undefined when none does. */
export async function heldSince(
  tx: Tx,
  businessId: string,
  { debtorId, kind, now }: { debtorId: string; kind: string; now: DateTime },
): Promise<DateTime | undefined> {
  const [held] = await tx<{ since: DateTime }[]>`
    select coalesce(said_again_at, placed_at) as since from hold
    where business_id = ${businessId} and debtor_id = ${debtorId} and kind = ${kind} and lifted_at is null
      and (until is null or until > ${now})
    order by since desc limit 1`;
  return held?.since;
}

export type NewPermission = {
  readonly id: string;
  readonly contactId: string;
  /** By WhatsApp. */
  readonly granted: boolean;
  readonly otherChannels: readonly OtherChannel[];
  /** Also from another number of the business than the one they know. */
  readonly otherNumbers: boolean;
  /** To what was permitted before it; else nothing but this is, as after a no. */
  readonly addsToLast: boolean;
  readonly wording: string;
  readonly grantedOn: string;
  readonly source: "agent" | "debtor_words";
  readonly messageId: string | null;
  /** When it was recorded. */
  readonly at: DateTime;
};

export async function appendPermissions(tx: Tx, businessId: string, given: readonly NewPermission[]): Promise<void> {
  if (given.length === 0) return;
  await tx`
    insert into contact_permission (business_id, id, contact_id, granted, other_channels, other_numbers, wording, granted_on,
      source, message_id, at)
    select ${businessId}, r.id, r."contactId", r.granted or coalesce(last.granted, false),
      (select coalesce(array_agg(distinct channel), '{}') from unnest(r."otherChannels" || last.other_channels) as named(channel)),
      r."otherNumbers" or coalesce(last.other_numbers, false),
      r.wording, r."grantedOn", r.source, r."messageId", r.at
    from jsonb_to_recordset(${rows(given)}::text::jsonb) as r(id uuid, "contactId" uuid, granted boolean, "otherChannels" text[], "otherNumbers" boolean,
      "addsToLast" boolean, wording text, "grantedOn" date, source text, "messageId" uuid, at timestamptz)
    left join lateral (select p.granted, p.other_channels, p.other_numbers from contact_permission p
      where r."addsToLast" and p.business_id = ${businessId} and p.contact_id = r."contactId"
      order by p.recorded_at desc, p.id desc limit 1) last on true`;
}

/**
 * What they wrote when they last asked to be written to again, in this conversation: of a burst the message that asked. A turn
 * tells itself by its revision.
 */
export async function lastAsking(
  tx: Tx,
  businessId: string,
  conversationId: string,
): Promise<{ id: string; body: string; sentAt: DateTime } | undefined> {
  const [found] = await tx<{ id: string; body: string; sentAt: DateTime }[]>`
    select m.id, m.body, m.sent_at from conversation_event e
    join message m on m.business_id = e.business_id and m.conversation_id = e.conversation_id and m.turn = e.revision
    where e.business_id = ${businessId} and e.conversation_id = ${conversationId} and m.direction = 'in'
      and e.event ->> 'type' = 'debtor.askedForMessages'
    order by e.revision desc, position(coalesce(e.meaning ->> 'evidence', '') in m.body) > 0 desc, m.sent_at, m.id limit 1`;
  return found;
}

/** Whoever has the number asked for it in their own words. */
export async function endSuppression(tx: Tx, businessId: string, contactId: string): Promise<void> {
  await tx`
    update contact set suppressed_at = null, suppressed_because = null
    where business_id = ${businessId} and id = ${contactId}`;
}
