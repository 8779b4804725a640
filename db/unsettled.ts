import type { DateTime } from "luxon";
import type { Tx } from "./client.ts";

/** Sends whose process died: nobody knows whether they left. They wait for a status before they may be sent again. */
export async function expireLeases(
  tx: Tx,
  businessId: string,
  { realNow, settleBy }: { realNow: DateTime; settleBy: DateTime },
): Promise<string[]> {
  const orphaned = await tx<{ id: string }[]>`
    update outbox set state = 'unknown', lease_until = ${settleBy}
    where business_id = ${businessId} and state = 'sending' and lease_until < ${realNow}
    returning id`;
  return orphaned.map(({ id }) => id);
}

/**
 * Where answers are lost and statuses too, every try may be another copy on the same phone. A try that was refused is none of these:
 * whoever was told twice to come again, and then nothing, has one that may have left.
 */
const MOST_UNSETTLED_TRIES = 3;

/** Sends of these numbers of which nobody knows yet whether they left. */
export async function unsettledSends(
  tx: Tx,
  businessId: string,
  channelIds: readonly string[],
): Promise<{ id: string; channelId: string; debtorId: string | null; trigger: string }[]> {
  return tx<{ id: string; channelId: string; debtorId: string | null; trigger: string }[]>`
    select o.id, o.trigger, c.channel_id, c.debtor_id from outbox o
    join conversation c on c.business_id = o.business_id and c.id = o.conversation_id
    where o.business_id = ${businessId} and o.state = 'unknown' and c.channel_id = any(${[...channelIds]}::uuid[])
    order by o.id`;
}

/** What ends its process each time is not sent for ever either. */
const MOST_TRIES_AT_ONCE = 20;

/**
 * Their channel says that they never arrived: no second try of them can be a double, so none is counted as one. After so many tries, refused
 * ones included, they wait for their time as if nobody had said anything (`resendUnsettled`).
 */
export async function requeueUnsettled(tx: Tx, businessId: string, ids: readonly string[]): Promise<void> {
  await tx`
    update outbox set state = 'queued', lease_until = null
    where business_id = ${businessId} and id = any(${[...ids]}::uuid[]) and state = 'unknown' and attempts < ${MOST_TRIES_AT_ONCE}`;
}

/** So much longer a send waits whose number another process may have, which can ask the phone. */
const OTHERS_ASK_WITHIN = "1 minute";

/**
 * No status came in time: sent again, once more than before, the one double that the edge cannot avoid (README). After some
 * tries it is given up instead, and a person has to look. `channelIds`: the numbers of this process, which were asked.
 */
export async function resendUnsettled(
  tx: Tx,
  businessId: string,
  { realNow, channelIds }: { realNow: DateTime; channelIds: readonly string[] },
): Promise<{ id: string; isGivenUp: boolean }[]> {
  return tx<{ id: string; isGivenUp: boolean }[]>`
    update outbox o set lease_until = null, unsettled = o.unsettled + 1,
      state = case when o.unsettled + 1 >= ${MOST_UNSETTLED_TRIES} then 'rejected' else 'queued' end
    from conversation c
    where o.business_id = ${businessId} and o.state = 'unknown' and o.lease_until < ${realNow}
      and c.business_id = o.business_id and c.id = o.conversation_id
      and (c.channel_id = any(${[...channelIds]}::uuid[])
        or o.lease_until < ${realNow}::timestamptz - ${OTHERS_ASK_WITHIN}::interval)
    returning o.id, o.state = 'rejected' as is_given_up`;
}
