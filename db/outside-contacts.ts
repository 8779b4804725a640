import type { DateTime } from "luxon";
import type { Channel } from "../src/domain/contact-law/facts.ts";
import { contactsAmong, type EventKind, type Initiator, inOrder } from "../src/domain/contact-law/past-events.ts";
import type { Tx } from "./client.ts";

export type NewOutsideContact = {
  readonly id: string;
  readonly debtorId: string;
  readonly contactId: string | null;
  readonly address: string | null;
  readonly channel: Channel;
  readonly initiatedBy: Initiator;
  readonly kind: EventKind;
  readonly at: DateTime;
  readonly note: string | null;
  readonly enteredBy: string;
  readonly enteredAt: DateTime;
};

/** False when there is one of this id already, whatever it says. */
export async function appendOutsideContact(tx: Tx, businessId: string, made: NewOutsideContact): Promise<boolean> {
  const { id, debtorId, contactId, address, channel, initiatedBy, kind, at, note, enteredBy, enteredAt } = made;
  const { count } = await tx`
    insert into outside_contact (business_id, id, debtor_id, contact_id, address, channel, initiated_by, kind, at, note, entered_by, entered_at)
    values (${businessId}, ${id}, ${debtorId}, ${contactId}, ${address}, ${channel}, ${initiatedBy}, ${kind}, ${at}, ${note}, ${enteredBy},
      ${enteredAt})
    on conflict (business_id, id) do nothing`;
  return count === 1;
}

export type OutsideContactRow = Omit<NewOutsideContact, "enteredBy" | "enteredAt">;

export async function outsideContact(tx: Tx, businessId: string, id: string): Promise<OutsideContactRow | undefined> {
  const [found] = await tx<OutsideContactRow[]>`
    select o.id, o.debtor_id, o.contact_id, o.address, o.channel, o.initiated_by, o.kind, o.at, o.note
    from outside_contact o where o.business_id = ${businessId} and o.id = ${id}`;
  return found;
}

/** False when it was withdrawn before: the first word on it stands. */
export async function appendWithdrawal(
  tx: Tx,
  businessId: string,
  {
    id,
    outsideContactId,
    reason,
    withdrawnBy,
    at,
  }: { id: string; outsideContactId: string; reason: string; withdrawnBy: string; at: DateTime },
): Promise<boolean> {
  const { count } = await tx`
    insert into outside_contact_withdrawal (business_id, id, outside_contact_id, reason, withdrawn_by, at)
    values (${businessId}, ${id}, ${outsideContactId}, ${reason}, ${withdrawnBy}, ${at})
    on conflict (business_id, outside_contact_id) do nothing`;
  return count === 1;
}

export type OutsideCounted = {
  readonly debtorId: string;
  readonly channel: Channel;
  readonly at: DateTime;
  readonly answered: boolean;
};

/**
 * Of what was made elsewhere, what counts towards the law's caps. Whether a call or a visit became a conversation, whoever made it
 * has said; whether something written was answered, nobody can say when it leaves: so what they wrote or said since answers it.
 */
export async function countedOutside(
  tx: Tx,
  businessId: string,
  debtorIds: readonly string[],
  since: DateTime,
): Promise<OutsideCounted[]> {
  const events = await tx<
    { debtorId: string; at: DateTime; channel: Channel; initiatedBy: Initiator; kind: EventKind }[]
  >`
    select o.debtor_id, o.at, o.channel, o.initiated_by,
      case when o.initiated_by = 'collector' and o.kind <> 'rejected' and o.channel not in ('voice', 'visit')
          and (exists (select from conversation c
              where c.business_id = o.business_id and c.debtor_id = o.debtor_id and c.last_inbound_at >= o.at)
            or ${cameSince(tx, "o")})
        then 'two_way' else o.kind end as kind
    from outside_contact o
    where o.business_id = ${businessId} and o.debtor_id = any(${[...debtorIds]}::uuid[]) and o.at >= ${since} and ${stands(tx, "o")}`;
  return [...Map.groupBy(events, ({ debtorId }) => debtorId)].flatMap(([debtorId, theirs]) =>
    contactsAmong(inOrder(theirs)).map(({ at, channel, answered = false }) => ({ debtorId, at, channel, answered })),
  );
}

/** They have called, come by or written elsewhere since a contact of that alias. */
export function cameSince(tx: Tx, made: string) {
  return tx`exists (select from outside_contact came where came.business_id = ${tx(made)}.business_id
    and came.debtor_id = ${tx(made)}.debtor_id and came.initiated_by = 'debtor' and came.at >= ${tx(made)}.at and ${stands(tx, "came")})`;
}

/** Nobody has withdrawn it. */
function stands(tx: Tx, outside: string) {
  return tx`not exists (select from outside_contact_withdrawal w
    where w.business_id = ${tx(outside)}.business_id and w.outside_contact_id = ${tx(outside)}.id)`;
}

/** Words of and about somebody who is erased; with `until`, only of what was recorded by that moment. */
export async function emptyOutsideWords(
  tx: Tx,
  businessId: string,
  { debtorId, until }: { debtorId: string; until?: string | undefined },
): Promise<void> {
  await tx`
    update outside_contact set note = null, address = null
    where business_id = ${businessId} and debtor_id = ${debtorId} and coalesce(note, address) is not null
      ${until === undefined ? tx`` : tx`and recorded_at <= ${until}::text::timestamptz`}`;
  await tx`
    update outside_contact_withdrawal w set reason = null
    from outside_contact o
    where o.business_id = ${businessId} and o.debtor_id = ${debtorId} and w.business_id = o.business_id and w.outside_contact_id = o.id
      and w.reason is not null ${until === undefined ? tx`` : tx`and w.recorded_at <= ${until}::text::timestamptz`}`;
}
