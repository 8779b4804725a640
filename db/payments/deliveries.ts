import type { DateTime } from "luxon";
import { newId } from "../../src/ids.ts";
import type { Sql, Tx } from "../client.ts";
import { rows } from "../rows.ts";

/**
 * What providers told us, and what we mean to ask them: one queue, in `provider_delivery`, which belongs to no business
 * because it is written before one is known. A look-up is a row of ours whose `body` names the object to ask for.
 */
export type WaitingDelivery = {
  readonly provider: string;
  readonly eventId: string;
  readonly body: string;
  readonly receivedAt: DateTime;
  readonly businessId: string | null;
  readonly attempts: number;
};

/** `silent_payments` in `0001_guards.sql` writes it too: what it does not find by this name it asks for again. */
const LOOK_UP = "look-up:";

export type KeptDelivery = {
  readonly provider: string;
  readonly eventId: string;
  readonly body: string;
  readonly receivedAt: DateTime;
  readonly businessId: string | null;
};

/** The same event again changes nothing. Runs before the business is known as well as within its transaction. */
export async function insertDelivery(
  sql: Sql | Tx,
  { provider, eventId, body, receivedAt, businessId }: KeptDelivery,
): Promise<boolean> {
  const kept = await sql`
    insert into provider_delivery (provider, event_id, body, received_at, business_id)
    values (${provider}, ${eventId}, ${body}, ${receivedAt}, ${businessId})
    on conflict (provider, event_id) do nothing`;
  return kept.count > 0;
}

/** Asks the provider about `objectId` at `at`, unless the same question waits already. */
export async function insertLookUps(
  tx: Tx,
  businessId: string,
  lookUps: readonly { provider: string; objectId: string; round: string; now: DateTime; at: DateTime }[],
): Promise<void> {
  if (lookUps.length === 0) return;
  const list = lookUps.map(({ provider, objectId, round, now, at }) => ({
    provider,
    eventId: `${LOOK_UP}${objectId}:${round}`,
    body: objectId,
    now,
    at,
  }));
  await tx`
    insert into provider_delivery (provider, event_id, body, received_at, business_id, retry_at)
    select r.provider, r."eventId", r.body, r.now, ${businessId}, r.at
    from jsonb_to_recordset(${rows(list)}::text::jsonb) as r(provider text, "eventId" text, body text, now timestamptz, at timestamptz)
    on conflict (provider, event_id) do nothing`;
}

const columns = (sql: Sql | Tx) => sql`provider, event_id, body, received_at, business_id, attempts`;

/** The next delivery of this business, locked: whoever else looks takes another one. */
export async function claimDelivery(
  tx: Tx,
  businessId: string,
  realNow: DateTime,
): Promise<WaitingDelivery | undefined> {
  const [claimed] = await tx<WaitingDelivery[]>`
    select ${columns(tx)} from provider_delivery
    where processed_at is null and business_id = ${businessId} and (retry_at is null or retry_at <= ${realNow})
      and not starts_with(event_id, ${LOOK_UP})
    order by received_at, event_id limit 1 for update skip locked`;
  return claimed;
}

/** The next look-up, leased until the provider must have answered: the network is asked outside any transaction. */
export async function leaseLookUp(
  tx: Tx,
  businessId: string,
  { realNow, until }: { realNow: DateTime; until: DateTime },
): Promise<WaitingDelivery | undefined> {
  const [leased] = await tx<WaitingDelivery[]>`
    update provider_delivery d set retry_at = ${until}
    from (select provider, event_id from provider_delivery
      where processed_at is null and business_id = ${businessId} and retry_at <= ${realNow} and starts_with(event_id, ${LOOK_UP})
      order by retry_at limit 1 for update skip locked) due
    where d.provider = due.provider and d.event_id = due.event_id
    returning d.provider, d.event_id, d.body, d.received_at, d.business_id, d.attempts`;
  return leased;
}

/** The next delivery whose business nobody knows yet, leased in the same way. */
export async function leaseStray(
  sql: Sql,
  { realNow, until }: { realNow: DateTime; until: DateTime },
): Promise<WaitingDelivery | undefined> {
  const [leased] = await sql<WaitingDelivery[]>`
    update provider_delivery d set retry_at = ${until}
    from (select provider, event_id from provider_delivery
      where processed_at is null and business_id is null and (retry_at is null or retry_at <= ${realNow})
      order by received_at, event_id limit 1 for update skip locked) due
    where d.provider = due.provider and d.event_id = due.event_id
    returning d.provider, d.event_id, d.body, d.received_at, d.business_id, d.attempts`;
  return leased;
}

type DeliveryKey = Pick<WaitingDelivery, "provider" | "eventId">;

/** Whose it is has been found out; from now on it waits with that business's own. */
export async function giveToBusiness(sql: Sql, { provider, eventId }: DeliveryKey, businessId: string): Promise<void> {
  await sql`
    update provider_delivery set business_id = ${businessId}, retry_at = null
    where provider = ${provider} and event_id = ${eventId} and business_id is null`;
}

/** Nothing more is to be done with it. `remark`: what a person should know about it. */
export async function finishDelivery(
  sql: Sql | Tx,
  { provider, eventId }: DeliveryKey,
  { at, remark }: { at: DateTime; remark: string | null },
): Promise<void> {
  await sql`
    update provider_delivery set processed_at = ${at}, retry_at = null, failure = ${remark}
    where provider = ${provider} and event_id = ${eventId}`;
}

/** Counted, and tried again at that moment of real time. */
export async function postponeDelivery(
  sql: Sql | Tx,
  { provider, eventId }: DeliveryKey,
  { retryAt, failure }: { retryAt: DateTime; failure: string },
): Promise<number> {
  const [row] = await sql<{ attempts: number }[]>`
    update provider_delivery set attempts = attempts + 1, retry_at = ${retryAt}, failure = ${failure}
    where provider = ${provider} and event_id = ${eventId} and processed_at is null returning attempts`;
  return row?.attempts ?? 0;
}

/** The pages and vouchers of a business that are worth a question by now (`silent_payments`, by which the sweep finds the business). */
export async function findSilent(
  tx: Tx,
  businessId: string,
  { realNow, openForHours, limit }: { realNow: DateTime; openForHours: number; limit: number },
): Promise<{ provider: string; objectId: string; round: string }[]> {
  return tx<{ provider: string; objectId: string; round: string }[]>`
    select * from silent_payments(${businessId}, ${realNow}, ${openForHours}) limit ${limit}`;
}

/** What a person has to see, once however often it happens before they have cleared it. */
export async function raiseAlarmOnce(
  tx: Tx,
  businessId: string,
  { kind, detail }: { kind: string; detail: string },
): Promise<void> {
  const again = await tx`
    update alarm set times = times + 1, detail = ${detail} where business_id = ${businessId} and kind = ${kind} and cleared_at is null`;
  if (again.count > 0) return;
  await tx`insert into alarm (business_id, id, kind, detail) values (${businessId}, ${newId()}, ${kind}, ${detail})`;
}
