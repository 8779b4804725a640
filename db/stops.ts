import type { DateTime } from "luxon";
import type { Attorney, Facts } from "../src/domain/contact-law/facts.ts";
import type { SuppressionReason } from "../src/domain/outreach/suppression.ts";
import type { Zone } from "../src/domain/time.ts";
import type { Tx } from "./client.ts";
import { document } from "./rows.ts";
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
    select from conversation where business_id = ${businessId} and id in ${talksOf(tx, businessId, debtorId)}
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

/** Whose conversations are silenced: all of a debtor's, or those with one of their numbers. */
export type Silenced = { readonly debtorId: string; readonly contactId: string | undefined };

/**
 * Nothing that was written before leaves from these conversations any more: what a process has written out already is of an
 * older epoch when it looks for the last time. The caller has locked them (`lockPerson`). Returns which they are.
 */
export async function silence(tx: Tx, businessId: string, { debtorId, contactId }: Silenced): Promise<string[]> {
  const silenced = await tx<{ id: string }[]>`
    update conversation set owner_epoch = owner_epoch + 1, stopped_epoch = owner_epoch + 1
    where business_id = ${businessId} and id in ${talksOf(tx, businessId, debtorId)}
      ${contactId === undefined ? tx`` : tx`and contact_id = ${contactId}`}
    returning id`;
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

/** Since when a hold of this kind stands; undefined when none does. */
export async function heldSince(
  tx: Tx,
  businessId: string,
  { debtorId, kind, now }: { debtorId: string; kind: string; now: DateTime },
): Promise<DateTime | undefined> {
  const [held] = await tx<{ placedAt: DateTime }[]>`
    select placed_at from hold
    where business_id = ${businessId} and debtor_id = ${debtorId} and kind = ${kind} and lifted_at is null
      and (until is null or until > ${now})
    order by placed_at desc limit 1`;
  return held?.placedAt;
}

export type NewPermission = {
  readonly id: string;
  readonly contactId: string;
  readonly wording: string;
  readonly grantedOn: string;
  readonly source: "agent" | "debtor_words";
  readonly messageId: string | null;
  /** When it was recorded. */
  readonly at: DateTime;
};

export async function appendPermission(tx: Tx, businessId: string, given: NewPermission): Promise<void> {
  await tx`
    insert into contact_permission (business_id, id, contact_id, granted, wording, granted_on, source, message_id, at)
    values (${businessId}, ${given.id}, ${given.contactId}, true, ${given.wording}, ${given.grantedOn}, ${given.source}, ${given.messageId}, ${given.at})`;
}

/** Whoever has the number asked for it in their own words. */
export async function endSuppression(tx: Tx, businessId: string, contactId: string): Promise<void> {
  await tx`
    update contact set suppressed_at = null, suppressed_because = null
    where business_id = ${businessId} and id = ${contactId}`;
}
