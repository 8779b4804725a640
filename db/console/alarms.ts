import type { DateTime } from "luxon";
import type { Tx } from "../client.ts";

export type AlarmRow = {
  readonly id: string;
  readonly kind: string;
  readonly subjectId: string | null;
  readonly detail: string;
  readonly times: number;
  readonly recordedAt: DateTime;
};

/** What failed for good and nobody has cleared, newest first. */
export async function openAlarms(tx: Tx, businessId: string): Promise<AlarmRow[]> {
  return tx<AlarmRow[]>`
    select id, kind, subject_id, detail, times, recorded_at from alarm
    where business_id = ${businessId} and cleared_at is null order by id desc limit 200`;
}

/** Those of one subject. */
export async function alarmsAbout(tx: Tx, businessId: string, subjectId: string): Promise<AlarmRow[]> {
  return tx<AlarmRow[]>`
    select id, kind, subject_id, detail, times, recorded_at from alarm
    where business_id = ${businessId} and subject_id = ${subjectId} and cleared_at is null order by id desc limit 50`;
}

/** False when there is none to clear. */
export async function clearAlarm(tx: Tx, businessId: string, id: string, at: DateTime): Promise<boolean> {
  const cleared =
    await tx`update alarm set cleared_at = ${at} where business_id = ${businessId} and id = ${id} and cleared_at is null`;
  return cleared.count === 1;
}
