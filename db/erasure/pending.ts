import type { Tx } from "../client.ts";

/** An erasure that has committed and is not whole yet. */
export type Pending = {
  readonly debtorId: string;
  /** Sealed; "" when nothing is looked for but what stands in the person's own rows. */
  readonly marks: string;
  readonly deliveryId: string | null;
  readonly listId: string | null;
  /** When it was recorded, as text: to the microsecond. */
  readonly since: string;
};

const columns = (tx: Tx) => tx`debtor_id, marks, delivery_id, list_id, recorded_at::text as since`;

export async function pendingErasures(tx: Tx, businessId: string): Promise<string[]> {
  const pending = await tx<{ debtorId: string }[]>`
    select debtor_id from erasure where business_id = ${businessId} order by recorded_at`;
  return pending.map(({ debtorId }) => debtorId);
}

/** Begins it, or begins it anew. The caller has locked the person. */
export async function savePending(
  tx: Tx,
  businessId: string,
  { debtorId, marks }: { debtorId: string; marks: string },
): Promise<void> {
  await tx`
    insert into erasure (business_id, debtor_id, marks) values (${businessId}, ${debtorId}, ${marks})
    on conflict (business_id, debtor_id) do update
      set marks = excluded.marks, horizon = null, delivery_id = null, list_id = null, recorded_at = now()`;
}

/** Something reached these contacts after their erasure: what is left of it goes with the next pass. */
export async function beginAgain(tx: Tx, businessId: string, contactIds: readonly string[]): Promise<void> {
  await tx`
    insert into erasure (business_id, debtor_id, marks)
    select distinct business_id, debtor_id, '' from contact
    where business_id = ${businessId} and id = any(${[...contactIds]}::uuid[]) and debtor_id is not null
    on conflict do nothing`;
}

export async function readPending(tx: Tx, businessId: string, debtorId: string): Promise<Pending | undefined> {
  const [found] = await tx<Pending[]>`
    select ${columns(tx)} from erasure where business_id = ${businessId} and debtor_id = ${debtorId} for no key update`;
  return found;
}

/** The same for a step that another process may be at in this moment: then there is nothing to do here. */
export async function takePending(tx: Tx, businessId: string, debtorId: string): Promise<Pending | undefined> {
  const [found] = await tx<Pending[]>`
    select ${columns(tx)} from erasure where business_id = ${businessId} and debtor_id = ${debtorId}
    for no key update skip locked`;
  return found;
}

/**
 * Whether every transaction that may have read the person before the erasure committed has ended. The first call, in a
 * transaction after that commit, only notes which those are.
 */
export async function isPastHorizon(tx: Tx, businessId: string, debtorId: string): Promise<boolean> {
  const [found] = await tx<{ isPast: boolean }[]>`
    select coalesce(pg_snapshot_xmin(pg_current_snapshot()) >= horizon, false) as is_past from erasure
    where business_id = ${businessId} and debtor_id = ${debtorId}`;
  await tx`
    update erasure set horizon = pg_snapshot_xmax(pg_current_snapshot())
    where business_id = ${businessId} and debtor_id = ${debtorId} and horizon is null`;
  return found?.isPast ?? false;
}

export async function saveMarks(
  tx: Tx,
  businessId: string,
  { debtorId, marks }: { debtorId: string; marks: string },
): Promise<void> {
  await tx`update erasure set marks = ${marks} where business_id = ${businessId} and debtor_id = ${debtorId}`;
}

export async function endPending(tx: Tx, businessId: string, debtorId: string): Promise<void> {
  await tx`delete from erasure where business_id = ${businessId} and debtor_id = ${debtorId}`;
}

/**
 * Webhooks as they came that name one of these numbers or ids: copies that would be forgotten by themselves in some weeks. So
 * many bodies at a time, after the last one that was looked at. True when there may be more.
 */
export async function forgetSomeDeliveries(
  tx: Tx,
  businessId: string,
  { debtorId, deliveryId }: Pick<Pending, "debtorId" | "deliveryId">,
  { marks, limit }: { marks: readonly string[]; limit: number },
): Promise<boolean> {
  const [seen] = await tx<{ id: string; count: number }[]>`
    with page as materialized (
      select id, body from channel_delivery
      where business_id = ${businessId} and (${deliveryId}::uuid is null or id > ${deliveryId}) order by id limit ${limit}
    ), gone as (
      delete from channel_delivery d using page p
      where d.business_id = ${businessId} and d.id = p.id
        and exists (select from unnest(${[...marks]}::text[]) as m(mark) where position(m.mark in p.body) > 0)
    )
    select id, (select count(*)::int from page) as count from page order by id desc limit 1`;
  // Few, and looked through whole, once before the first page: what nobody could read may name the person too.
  if (deliveryId === null)
    await tx`
      delete from unknown_part u where u.business_id = ${businessId}
        and exists (select from unnest(${[...marks]}::text[]) as m(mark) where position(m.mark in u.body) > 0)`;
  if (!seen) return false;
  await tx`
    update erasure set delivery_id = ${seen.id} where business_id = ${businessId} and debtor_id = ${debtorId}`;
  return seen.count === limit;
}
