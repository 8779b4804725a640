import type { DateTime } from "luxon";
import type { SuppressionReason } from "../../src/domain/outreach/suppression.ts";
import type { Tx } from "../client.ts";
import { emptyOutsideWords } from "../outside-contacts.ts";
import { talksOf } from "../talks-of.ts";

/** Somebody as the erasure meets them: what of theirs is looked for elsewhere, and what is hashed. */
export type PersonToErase = {
  readonly id: string;
  readonly reference: string;
  readonly name: string;
  readonly documentSealed: Uint8Array | null;
};

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** By id, or by the business's own reference: each by its own key, since one condition on both reads all debtors. */
export async function findDebtor(tx: Tx, businessId: string, wanted: string): Promise<PersonToErase | undefined> {
  const columns = tx`id, reference, name, document_sealed`;
  if (UUID.test(wanted)) {
    const [found] = await tx<PersonToErase[]>`
      select ${columns} from debtor where business_id = ${businessId} and id = ${wanted}`;
    if (found) return found;
  }
  const [found] = await tx<PersonToErase[]>`
    select ${columns} from debtor where business_id = ${businessId} and reference = ${wanted}`;
  return found;
}

export type ContactToErase = {
  readonly id: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly waKey: string;
  readonly waId: string | null;
  readonly bsuid: string | null;
  readonly lid: string | null;
  readonly suppressedBecause: SuppressionReason | null;
  readonly isSuppressed: boolean;
};

/** Contacts of the debtor that an earlier erasure has not emptied. */
export async function contactsToErase(tx: Tx, businessId: string, debtorId: string): Promise<ContactToErase[]> {
  return tx<ContactToErase[]>`
    select id, name, phone, wa_key, wa_id, bsuid, lid, suppressed_because, suppressed_at is not null as is_suppressed from contact
    where business_id = ${businessId} and debtor_id = ${debtorId} and wa_key <> ${emptyKey(tx)} order by id`;
}

const emptyKey = (tx: Tx) => tx`'erased:' || id`;

/** The business's own reference stays, for its books; it stands where the name was. */
export async function emptyDebtor(tx: Tx, businessId: string, debtorId: string): Promise<void> {
  await tx`
    update debtor set name = reference, document_type = null, document_last_four = null, document_sealed = null,
      birth_date_sealed = null, sealed_with = null, zone = null, attorney = nullif(attorney - 'name', '{}'), requested_hours = null,
      inconvenient = null, extra = '{}'
    where business_id = ${businessId} and id = ${debtorId}`;
  await tx`
    update contact set name = null, role = null, phone = null, wa_id = null, bsuid = null, lid = null, wa_key = ${emptyKey(tx)}
    where business_id = ${businessId} and debtor_id = ${debtorId}`;
  await emptyOutsideWords(tx, businessId, { debtorId });
}

/** What a delivery on its way learnt of contacts that an erasure had emptied. Those that a list has brought since are left. */
export async function emptyContactsAgain(tx: Tx, businessId: string, debtorId: string): Promise<void> {
  await tx`
    update contact set name = null, role = null, phone = null, wa_id = null, bsuid = null, lid = null
    where business_id = ${businessId} and debtor_id = ${debtorId} and wa_key = ${emptyKey(tx)}
      and coalesce(name, role, phone, wa_id, bsuid, lid) is not null`;
}

/** Of these contacts those that an erasure has emptied. */
export async function erasedAmong(tx: Tx, businessId: string, contactIds: readonly string[]): Promise<Set<string>> {
  const erased = await tx<{ id: string }[]>`
    select id from contact where business_id = ${businessId} and id = any(${[...contactIds]}::uuid[]) and wa_key = ${emptyKey(tx)}`;
  return new Set(erased.map(({ id }) => id));
}

/** Whoever has them: there is nobody to talk to any more. Returns those that had no outcome yet. */
export async function closeTalks(
  tx: Tx,
  businessId: string,
  { debtorId, at }: { debtorId: string; at: DateTime },
): Promise<{ conversationId: string; revision: number }[]> {
  const ended = await tx<{ id: string; revision: number; hadOutcome: boolean }[]>`
    update conversation c set closed_at = ${at}, alarm_at = null, revision = c.revision + 1, outcome = coalesce(c.outcome, 'other')
    from (select id, outcome is not null as had_outcome from conversation
      where business_id = ${businessId} and id in ${talksOf(tx, businessId, [debtorId])} and closed_at is null) b
    where c.business_id = ${businessId} and c.id = b.id
    returning c.id, c.revision, b.had_outcome`;
  return ended.filter(({ hadOutcome }) => !hadOutcome).map(({ id, revision }) => ({ conversationId: id, revision }));
}
