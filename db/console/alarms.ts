import type { DateTime } from "luxon";
import type { Tx } from "../client.ts";
import { tellConsole } from "../intake.ts";

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

/** Those of one kind about one subject whose words begin so: what they told of is mended. */
export async function clearAlarmsOf(
  tx: Tx,
  businessId: string,
  { kind, subjectId, beginnings, at }: { kind: string; subjectId: string; beginnings: readonly string[]; at: DateTime },
): Promise<void> {
  const cleared = await tx`
    update alarm set cleared_at = ${at}
    where business_id = ${businessId} and subject_id = ${subjectId} and kind = ${kind} and cleared_at is null
      and exists (select from unnest(${[...beginnings]}::text[]) as b(words) where starts_with(detail, b.words))`;
  if (cleared.count > 0) await tellConsole(tx, businessId, [{ kind: "alarm.changed", subjectId: null }]);
}
