import type { DateTime } from "luxon";
import type { Tx } from "../client.ts";

/** A place in the order of a business's events. */
export type EventPosition = { readonly xid: string; readonly sequence: bigint };

export type StoredEvent = EventPosition & {
  readonly kind: string;
  readonly subjectId: string | null;
  readonly payload: unknown;
  readonly recordedAt: DateTime;
};

/**
 * What came after a place, in the order (transaction, sequence). Only transactions older than every one that still runs, so
 * that nothing can appear later before what was read; a sequence alone can show 12 before 11.
 */
export async function eventsAfter(
  tx: Tx,
  businessId: string,
  after: EventPosition,
  limit: number,
): Promise<StoredEvent[]> {
  return tx<StoredEvent[]>`
    select xid::text as xid, sequence, kind, subject_id, payload, recorded_at from console_event
    where business_id = ${businessId} and (xid, sequence) > (${after.xid}::xid8, ${after.sequence})
      and xid < pg_snapshot_xmin(pg_current_snapshot())
    order by console_event.xid, sequence
    limit ${limit}`;
}

/** The place before everything that is still to come: no event that is visible now comes after it. */
export async function endOfEvents(tx: Tx): Promise<EventPosition> {
  const [row] = await tx<{ xid: string }[]>`select pg_snapshot_xmin(pg_current_snapshot())::text as xid`;
  return { xid: row?.xid ?? "0", sequence: 0n };
}

/** Whether this database has ever come so far: a restored copy has not, and its numbers begin anew. */
export async function hasReached(tx: Tx, { xid }: EventPosition): Promise<boolean> {
  const [row] = await tx<
    { reached: boolean }[]
  >`select ${xid}::xid8 <= pg_snapshot_xmin(pg_current_snapshot()) as reached`;
  return row?.reached ?? false;
}

/** Forgets what nobody can ask for any more. Returns how many. */
export async function deleteEventsBefore(tx: Tx, businessId: string, moment: DateTime): Promise<number> {
  const deleted = await tx`delete from console_event where business_id = ${businessId} and recorded_at < ${moment}`;
  return deleted.count;
}

/** Events of one kind about one thing since that moment of real time, oldest first: who looks at it just now. */
export async function recentEvents(
  tx: Tx,
  businessId: string,
  about: { kind: string; subjectId: string; since: DateTime },
): Promise<{ payload: unknown }[]> {
  const { kind, subjectId, since } = about;
  // The newest only: the index has the order, and what is older than a few thousand rows is older than half a minute.
  return tx<{ payload: unknown }[]>`
    select payload from (
      select xid, sequence, kind, subject_id, payload, recorded_at from console_event where business_id = ${businessId}
      order by xid desc, sequence desc limit 2000) newest
    where kind = ${kind} and subject_id = ${subjectId} and recorded_at >= ${since}
    order by xid, sequence`;
}
