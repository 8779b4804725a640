import type { DateTime } from "luxon";
import type { Tx } from "../client.ts";

/**
 * Payments of one debtor are placed one after the other: each must see what the one before left open, or both would pay the
 * same debt. `no key update`, so that rows that only refer to the debtor need not wait. Comes after the conversation's lock.
 */
export async function lockDebtor(tx: Tx, businessId: string, debtorId: string): Promise<void> {
  await tx`select from debtor where business_id = ${businessId} and id = ${debtorId} for no key update`;
}

export async function isDebtor(tx: Tx, businessId: string, id: string): Promise<boolean> {
  return (await tx`select from debtor where business_id = ${businessId} and id = ${id}`).length > 0;
}

/** The debtor's newest open conversation, one in which they have proved who they are before any other. */
export async function openConversationOf(tx: Tx, businessId: string, debtorId: string): Promise<string | undefined> {
  const [found] = await tx<{ id: string }[]>`
    select id from conversation where business_id = ${businessId} and debtor_id = ${debtorId} and closed_at is null
    order by verified_at is null, id desc limit 1`;
  return found?.id;
}

/** A conversation that is over, and what decides whether a receipt may follow it. */
export type EndedConversation = {
  readonly id: string;
  readonly channelId: string;
  readonly contactId: string;
  readonly debtorId: string;
  readonly language: string;
  readonly lastInboundAt: DateTime | null;
  readonly isOpen: boolean;
  /** They had proved who they are, the number is still theirs, and nobody asked for silence. */
  readonly mayBeThanked: boolean;
};

export async function conversationForReceipt(
  tx: Tx,
  businessId: string,
  { id, now }: { id: string; now: DateTime },
): Promise<EndedConversation | undefined> {
  const [found] = await tx<EndedConversation[]>`
    select c.id, c.channel_id, c.contact_id, c.debtor_id, c.language, c.last_inbound_at, c.closed_at is null as is_open,
      c.verified_at is not null and k.suppressed_at is null and k.debtor_id = c.debtor_id
        and not exists (select from hold h where h.business_id = c.business_id and h.debtor_id = c.debtor_id and h.lifted_at is null
          and (h.until is null or h.until > ${now}) and h.kind in ('opt_out', 'wrong_person', 'deceased', 'crisis', 'legal')) as may_be_thanked
    from conversation c join contact k on k.business_id = c.business_id and k.id = c.contact_id
    where c.business_id = ${businessId} and c.id = ${id} and c.debtor_id is not null`;
  return found;
}

/**
 * The debtor's newest plan is complete once all its instalments are covered by what settled in its currency since it was
 * agreed, or nothing is owed; and in force again when a refund uncovers it. Returns the plan that changed.
 */
export async function settlePlan(
  tx: Tx,
  businessId: string,
  { debtorId, owesNothing }: { debtorId: string; owesNothing: boolean },
): Promise<string | undefined> {
  const [changed] = await tx<{ id: string }[]>`
    with newest as (
      select p.id, p.state,
        case when ${owesNothing} or paid.minor >= due.minor then 'completed' else 'active' end as derived
      from plan p
      cross join lateral (select coalesce(sum(i.amount_minor), 0) as minor from instalment i
        where i.business_id = p.business_id and i.plan_id = p.id) due
      cross join lateral (select coalesce(sum(y.amount_minor), 0) as minor from payment y
        where y.business_id = p.business_id and y.debtor_id = p.debtor_id and y.currency = p.currency and y.state = 'settled'
          and y.recorded_at >= p.recorded_at) paid
      where p.business_id = ${businessId} and p.debtor_id = ${debtorId}
      order by p.id desc limit 1
    )
    update plan p set state = newest.derived from newest
    where p.business_id = ${businessId} and p.id = newest.id and newest.state in ('active', 'completed') and newest.derived <> newest.state
    returning p.id`;
  return changed?.id;
}
