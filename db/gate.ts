import type { DateTime } from "luxon";
import type { Channel, OtherChannel } from "../src/domain/contact-law/facts.ts";
import type { Lives } from "../src/domain/contact-law/law-for.ts";
import { isThirdParty } from "../src/domain/contact-law/role-of.ts";
import type { HoldKind } from "../src/domain/outreach/holds.ts";
import type { Tx } from "./client.ts";
import type { DueSend } from "./outbox.ts";
import { cameSince, countedOutside } from "./outside-contacts.ts";
import { rows } from "./rows.ts";

export type ActiveHold = { readonly debtorId: string; readonly kind: HoldKind };

/** Whose holds, and the business's time: what was placed until an earlier moment is over. */
export type Held = { readonly debtorIds: readonly string[]; readonly now: DateTime };

/** Every reason not to write to these people, each found from its own facts (migration `guards`, view `active_hold`). */
export async function activeHolds(tx: Tx, businessId: string, { debtorIds, now }: Held): Promise<ActiveHold[]> {
  return tx<ActiveHold[]>`
    select distinct debtor_id, kind from active_hold
    where business_id = ${businessId} and debtor_id = any(${debtorIds}::uuid[]) and (until is null or until > ${now})`;
}

/** Only what somebody placed: opt-out, hardship, death and the like. These are stop states for answers too. */
export async function placedHolds(tx: Tx, businessId: string, { debtorIds, now }: Held): Promise<ActiveHold[]> {
  return tx<ActiveHold[]>`
    select debtor_id, kind from hold
    where business_id = ${businessId} and debtor_id = any(${debtorIds}::uuid[]) and lifted_at is null and (until is null or until > ${now})`;
}

export type MadeContact = {
  readonly debtorId: string;
  readonly channel: Channel;
  readonly at: DateTime;
  /** The person has written since, in any of their conversations, or called: no send of ours is known to be what they answer. */
  readonly answered: boolean;
};

/** What counts towards the law's caps, over all channels: at least the last eight days. */
export async function recentContacts(
  tx: Tx,
  businessId: string,
  debtorIds: readonly string[],
  since: DateTime,
): Promise<MadeContact[]> {
  const [sent, outside] = await Promise.all([
    sentSince(tx, businessId, debtorIds, since),
    countedOutside(tx, businessId, debtorIds, since),
  ]);
  return [...sent, ...outside];
}

async function sentSince(
  tx: Tx,
  businessId: string,
  debtorIds: readonly string[],
  since: DateTime,
): Promise<MadeContact[]> {
  return tx<MadeContact[]>`
    select m.debtor_id, m.channel, m.at, exists (select from conversation c
        where c.business_id = m.business_id and c.debtor_id = m.debtor_id and c.last_inbound_at >= m.at)
      or ${cameSince(tx, "m")} as answered
    from contact_made m
    where m.business_id = ${businessId} and m.debtor_id = any(${debtorIds}::uuid[]) and m.at >= ${since}
    union all
    -- On its way and not yet answered: it counts before the channel says so.
    select c.debtor_id, 'whatsapp', o.send_at, false from outbox o
    join conversation c on c.business_id = o.business_id and c.id = o.conversation_id
    where o.business_id = ${businessId} and c.debtor_id = any(${debtorIds}::uuid[]) and o.trigger = 'proactive'
      and o.state in ('sending', 'unknown')
      and not exists (select from contact_made m where m.business_id = o.business_id and m.debtor_id = c.debtor_id and m.outbox_id = o.id)`;
}

export type PermissionRow = {
  readonly contactId: string;
  /** By WhatsApp. */
  readonly granted: boolean;
  readonly otherChannels: readonly OtherChannel[];
  readonly source: "upload" | "agent" | "debtor_words";
  readonly at: DateTime;
};

/** The newest word on each contact's permission. */
export async function permissionsOf(
  tx: Tx,
  businessId: string,
  contactIds: readonly string[],
): Promise<PermissionRow[]> {
  return tx<PermissionRow[]>`
    select distinct on (contact_id) contact_id, granted, other_channels, source, at from contact_permission
    where business_id = ${businessId} and contact_id = any(${contactIds}::uuid[])
    order by contact_id, recorded_at desc, id desc`;
}

export type OpeningContact = Pick<
  DueSend,
  | "contactId"
  | "phone"
  | "suppressedAt"
  | "suppressedBecause"
  | "contactRole"
  | "contactName"
  | "debtorKind"
  | "debtorName"
  | "debtorCountry"
  | "debtorSubdivision"
  | "debtorZone"
  | "attorney"
  | "moratorium"
  | "requestedHours"
  | "inconvenient"
>;

/**
 * Whom an opening would go to, in the order of `findOpenings`, and also where one would be refused: while they talk to us, and
 * at a number that is not theirs, or a third party's, when they have no other.
 */
export async function contactForOpening(
  tx: Tx,
  businessId: string,
  debtorId: string,
): Promise<OpeningContact | undefined> {
  const found = await tx<OpeningContact[]>`
    select k.id as contact_id, k.phone, k.suppressed_at, k.suppressed_because, k.role as contact_role, k.name as contact_name,
      d.kind as debtor_kind, d.name as debtor_name, d.country as debtor_country, d.subdivision as debtor_subdivision,
      d.zone as debtor_zone, d.attorney, d.moratorium, d.requested_hours, d.inconvenient
    from contact k join debtor d on d.business_id = k.business_id and d.id = k.debtor_id
    where k.business_id = ${businessId} and k.debtor_id = ${debtorId} and k.phone is not null
    order by k.suppressed_at is not null, (select p.granted from contact_permission p where p.business_id = k.business_id
      and p.contact_id = k.id order by p.recorded_at desc, p.id desc limit 1) is not true, k.id`;
  // A number that is not theirs comes last of all: what stands against the debtor's own says more.
  return found.find((one) => !isThirdParty(one)) ?? found[0];
}

/** What is on file of where the one a conversation is with lives; a stranger's country is not known. */
export async function whereTheyLive(tx: Tx, businessId: string, conversationId: string): Promise<Lives> {
  const [found] = await tx<Lives[]>`
    select d.country, d.subdivision, d.zone, k.phone
    from conversation c join contact k on k.business_id = c.business_id and k.id = c.contact_id
    left join debtor d on d.business_id = c.business_id and d.id = c.debtor_id
    where c.business_id = ${businessId} and c.id = ${conversationId}`;
  return found ?? {};
}

export async function countContacts(
  tx: Tx,
  businessId: string,
  made: readonly { debtorId: string; outboxId: string; at: DateTime }[],
): Promise<void> {
  if (made.length === 0) return;
  await tx`
    insert into contact_made (business_id, debtor_id, outbox_id, channel, at)
    select ${businessId}, r."debtorId", r."outboxId", 'whatsapp', r.at
    from jsonb_to_recordset(${rows(made)}::text::jsonb) as r("debtorId" uuid, "outboxId" uuid, at timestamptz)
    on conflict do nothing`;
}
