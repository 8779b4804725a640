import type { Tx } from "./client.ts";
import type { NewConversation } from "./intake.ts";
import { document } from "./rows.ts";

export type IdentityOfContact = {
  readonly id: string;
  readonly waKey: string;
  readonly waId: string | null;
  readonly bsuid: string | null;
};

/** The contact of one key or, failing that, of one of WhatsApp's own ids; locked. */
export async function lockContactOf(
  tx: Tx,
  businessId: string,
  { waKey, bsuid }: { waKey: string; bsuid: string | undefined },
): Promise<IdentityOfContact | undefined> {
  const [found] = await tx<IdentityOfContact[]>`
    select id, wa_key, wa_id, bsuid from contact
    where business_id = ${businessId} and (wa_key = ${waKey} or bsuid = ${bsuid ?? null})
    order by wa_key = ${waKey} desc, id limit 1 for no key update`;
  return found;
}

/** False when another contact has that key: nothing was changed then. */
export async function renameContact(tx: Tx, businessId: string, moved: IdentityOfContact): Promise<boolean> {
  const { count } = await tx`
    update contact set wa_key = ${moved.waKey}, wa_id = ${moved.waId}, bsuid = ${moved.bsuid}
    where business_id = ${businessId} and id = ${moved.id}
      and not exists (select from contact other
        where other.business_id = ${businessId} and other.wa_key = ${moved.waKey} and other.id <> ${moved.id})`;
  return count === 1;
}

/** Of the open conversations with a contact, those with the bot, and those that somebody had proved in: locked, in order. */
export async function lockOpenOf(
  tx: Tx,
  businessId: string,
  contactId: string,
): Promise<{ id: string; isVerified: boolean }[]> {
  return tx<{ id: string; isVerified: boolean }[]>`
    select id, verified_at is not null as is_verified from conversation
    where business_id = ${businessId} and contact_id = ${contactId} and closed_at is null
    order by id for no key update`;
}

/**
 * Whoever writes next has to prove anew who they are, and nothing that was written for who had proved it leaves: a conversation begins
 * where each begins, with its owner and its outcome.
 */
export async function forgetProof(
  tx: Tx,
  businessId: string,
  ids: readonly string[],
  from: Pick<NewConversation, "flow" | "flowVersion" | "state" | "context">,
): Promise<void> {
  await tx`
    update conversation set verified_at = null, owner_epoch = owner_epoch + 1, revision = revision + 1,
      flow = ${from.flow}, flow_version = ${from.flowVersion}, state = ${from.state},
      context = jsonb_set(${document(from.context)}::text::jsonb, '{outcome}', coalesce(to_jsonb(outcome), 'null'))
    where business_id = ${businessId} and id = any(${ids}::uuid[])`;
  await tx`
    update outbox set state = 'superseded'
    where business_id = ${businessId} and conversation_id = any(${ids}::uuid[]) and state = 'queued'`;
}
