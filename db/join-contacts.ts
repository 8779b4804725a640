import { isThirdParty, type ListedAs } from "../src/domain/contact-law/role-of.ts";
import type { Tx } from "./client.ts";

const JOINED = "joined:";

/** Of a contact: it was joined to no other. */
export const isStanding = (tx: Tx) => tx`not starts_with(wa_key, ${JOINED})`;

/** A contact that goes by one of some names of one person. */
export type NamedContact = {
  readonly id: string;
  readonly waKey: string;
  readonly lid: string | null;
  readonly phone: string | null;
  readonly debtorId: string | null;
  /** They are listed as somebody beside the debtor: what they write is no word of the debtor's. */
  readonly isThirdParty: boolean;
};

/** `keys`: every key a contact of theirs may stand under. */
export type Names = {
  readonly keys: readonly string[];
  readonly lid: string | undefined;
  readonly bsuid: string | undefined;
};

/** Contacts that go by any of these names, the oldest first, locked until the transaction ends. */
export async function lockNamed(tx: Tx, businessId: string, { keys, lid, bsuid }: Names): Promise<NamedContact[]> {
  type Row = Omit<NamedContact, "isThirdParty"> & ListedAs;
  const found = await tx<Row[]>`
    select c.id, c.wa_key, c.lid, c.phone, c.debtor_id, c.role as contact_role, c.name as contact_name, d.kind as debtor_kind,
      d.name as debtor_name
    from contact c left join debtor d on d.business_id = c.business_id and d.id = c.debtor_id
    where c.business_id = ${businessId}
      and (c.wa_key = any(${[...keys]}::text[]) or c.lid = ${lid ?? null} or c.bsuid = ${bsuid ?? null})
    order by c.id for no key update of c`;
  return found.map(({ contactRole, contactName, debtorKind, debtorName, ...contact }) => {
    return { ...contact, isThirdParty: isThirdParty({ contactRole, contactName, debtorKind, debtorName }) };
  });
}

/** What a contact goes by from now on; what is left out stays as it is. */
export async function nameContact(
  tx: Tx,
  businessId: string,
  id: string,
  { waKey, phone, lid, bsuid }: { waKey?: string; phone?: string; lid?: string; bsuid?: string },
): Promise<void> {
  await tx`
    update contact set wa_key = coalesce(${waKey ?? null}, wa_key), wa_id = coalesce(${phone ?? null}, wa_id),
      phone = coalesce(phone, '+' || ${phone ?? null}::text), lid = coalesce(${lid ?? null}, lid), bsuid = coalesce(${bsuid ?? null}, bsuid)
    where business_id = ${businessId} and id = ${id}`;
}

export type OpenPair = {
  readonly channelId: string;
  readonly keptId: string;
  readonly keptOwner: string;
  readonly keptVerified: boolean;
  readonly endingId: string;
  readonly endingOwner: string;
};

type Joined = { readonly keptId: string; readonly endingId: string };

/** Conversations that both have open on one number, of which one has to end: all of them locked, as a turn locks them. */
export async function lockOpenPairs(tx: Tx, businessId: string, { keptId, endingId }: Joined): Promise<OpenPair[]> {
  await tx`
    select from conversation
    where business_id = ${businessId} and contact_id in (${keptId}, ${endingId}) and closed_at is null
    order by id for no key update`;
  return tx<OpenPair[]>`
    select k.channel_id, k.id as kept_id, k.owner as kept_owner, k.verified_at is not null as kept_verified,
      e.id as ending_id, e.owner as ending_owner
    from conversation k
    join conversation e on e.business_id = k.business_id and e.channel_id = k.channel_id and e.contact_id = ${endingId} and e.closed_at is null
    where k.business_id = ${businessId} and k.contact_id = ${keptId} and k.closed_at is null
    order by k.id`;
}

/** Conversations of a contact that are open and in which they count as verified, locked. */
export async function lockVerified(tx: Tx, businessId: string, contactId: string): Promise<string[]> {
  const found = await tx<{ id: string }[]>`
    select id from conversation
    where business_id = ${businessId} and contact_id = ${contactId} and closed_at is null and verified_at is not null
    order by id for no key update`;
  return found.map(({ id }) => id);
}

/**
 * What was written in a conversation that ends, and nobody has answered yet, goes on in the other; what we were about to say in
 * it is said no more. Gives how many messages moved.
 */
export async function moveWaiting(
  tx: Tx,
  businessId: string,
  { keptId, endingId }: Pick<OpenPair, "keptId" | "endingId">,
): Promise<number> {
  const moved = await tx`
    update message set conversation_id = ${keptId}
    where business_id = ${businessId} and conversation_id = ${endingId} and direction = 'in' and turn is null`;
  await tx`
    update outbox set state = 'superseded', lease_until = null
    where business_id = ${businessId} and conversation_id = ${endingId} and state = 'queued'`;
  return moved.count;
}

/**
 * Everything else that was the one's becomes the other's. A conversation that has not begun gets their debtor; one that has
 * keeps what it was begun with. Permissions are only ever appended: the newer one's words are said again under the contact that
 * stays. Who was not to be written to, is not. The contact that goes stays as an empty row, which nothing finds any more.
 */
export async function absorbContact(
  tx: Tx,
  businessId: string,
  { keptId, endingId, debtorId, permissionId }: Joined & { debtorId: string | null; permissionId: string },
): Promise<void> {
  await tx`
    update conversation set contact_id = ${keptId},
      debtor_id = case when closed_at is null and revision = 0 then coalesce(debtor_id, ${debtorId}) else debtor_id end
    where business_id = ${businessId} and contact_id = ${endingId}`;
  await tx`
    insert into reached_person (business_id, channel_id, contact_id, at)
    select business_id, channel_id, ${keptId}, at from reached_person where business_id = ${businessId} and contact_id = ${endingId}
    on conflict (business_id, channel_id, contact_id) do update set at = greatest(reached_person.at, excluded.at)`;
  await tx`delete from reached_person where business_id = ${businessId} and contact_id = ${endingId}`;
  await tx`
    insert into contact_permission (business_id, id, contact_id, granted, other_channels, other_numbers, wording, granted_on, source,
      list_id, message_id, at)
    select p.business_id, ${permissionId}, ${keptId}, p.granted, p.other_channels, p.other_numbers, p.wording, p.granted_on, p.source,
      p.list_id, p.message_id, p.at
    from contact_permission p
    where p.business_id = ${businessId} and p.contact_id = ${endingId}
      and not exists (select from contact_permission n where n.business_id = p.business_id
        and n.contact_id in (${keptId}, ${endingId}) and (n.recorded_at, n.id) > (p.recorded_at, p.id))`;
  await tx`
    update contact k set suppressed_at = coalesce(k.suppressed_at, e.suppressed_at),
      suppressed_because = case when k.suppressed_at is null then e.suppressed_because else k.suppressed_because end
    from contact e
    where k.business_id = ${businessId} and k.id = ${keptId} and e.business_id = ${businessId} and e.id = ${endingId}`;
  await tx`
    update contact set wa_key = ${JOINED} || id, wa_id = null, bsuid = null, lid = null, phone = null, name = null, role = null,
      debtor_id = null
    where business_id = ${businessId} and id = ${endingId}`;
}
