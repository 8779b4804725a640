import type { DateTime } from "luxon";
import type { Tx } from "./client.ts";
import { document, rows } from "./rows.ts";

export type PhoneRow = {
  readonly phone: string;
  readonly direction: "in" | "out";
  readonly providerId: string;
  readonly outboxId: string | null;
  readonly content: unknown;
  readonly at: DateTime;
  readonly visibleAt: DateTime;
};

/** Shows a message on the phone; the same send again shows nothing more. Returns whether it was new. */
export async function showOnPhone(tx: Tx, businessId: string, row: PhoneRow): Promise<boolean> {
  const shown = await tx`
    insert into simulator_message (business_id, phone, direction, provider_id, outbox_id, content, at, visible_at)
    values (${businessId}, ${row.phone}, ${row.direction}, ${row.providerId}, ${row.outboxId}, ${document(row.content)}::text::jsonb, ${row.at}, ${row.visibleAt})
    on conflict (business_id, outbox_id) do nothing`;
  return shown.count > 0;
}

export async function providerIdOnPhone(tx: Tx, businessId: string, outboxId: string): Promise<string | undefined> {
  const [row] = await tx<{ providerId: string }[]>`
    select provider_id from simulator_message where business_id = ${businessId} and outbox_id = ${outboxId}`;
  return row?.providerId;
}

export async function insertFault(
  tx: Tx,
  businessId: string,
  fault: { id: string; phone: string; fault: unknown },
): Promise<void> {
  await tx`
    insert into simulator_fault (business_id, id, phone, fault)
    values (${businessId}, ${fault.id}, ${fault.phone}, ${document(fault.fault)}::text::jsonb)`;
}

/** The oldest fault ordered for this phone, taken: each works once. */
export async function takeFault(tx: Tx, businessId: string, phone: string, at: DateTime): Promise<unknown> {
  const [row] = await tx<{ fault: unknown }[]>`
    update simulator_fault set taken_at = ${at}
    where business_id = ${businessId} and id = (select id from simulator_fault
      where business_id = ${businessId} and phone = ${phone} and taken_at is null order by id limit 1 for update skip locked)
    returning fault`;
  return row?.fault;
}

export type ReportRow = { readonly channelId: string; readonly report: unknown; readonly dueAt: DateTime };

export async function holdReports(tx: Tx, businessId: string, reports: readonly ReportRow[]): Promise<void> {
  if (reports.length === 0) return;
  await tx`
    insert into simulator_report (business_id, channel_id, report, due_at)
    select ${businessId}, r."channelId", r.report, r."dueAt"
    from jsonb_to_recordset(${rows(reports)}::text::jsonb) as r("channelId" uuid, report jsonb, "dueAt" timestamptz)`;
}

export async function dueReports(
  tx: Tx,
  businessId: string,
  now: DateTime,
): Promise<{ sequence: bigint; channelId: string; report: unknown }[]> {
  return tx<{ sequence: bigint; channelId: string; report: unknown }[]>`
    select sequence, channel_id, report from simulator_report
    where business_id = ${businessId} and due_at <= ${now} order by due_at, sequence limit 200`;
}

export async function dropReports(tx: Tx, businessId: string, sequences: readonly bigint[]): Promise<void> {
  await tx`delete from simulator_report where business_id = ${businessId} and sequence = any(${sequences.map(String)}::bigint[])`;
}

export async function keepMedia(
  tx: Tx,
  businessId: string,
  media: { token: string; mime: string; bytes: Buffer },
): Promise<void> {
  await tx`insert into simulator_media (business_id, token, mime, bytes) values (${businessId}, ${media.token}, ${media.mime}, ${media.bytes})`;
}

export async function keptMedia(
  tx: Tx,
  businessId: string,
  token: string,
): Promise<{ mime: string; bytes: Uint8Array } | undefined> {
  const [row] = await tx<{ mime: string; bytes: Uint8Array }[]>`
    select mime, bytes from simulator_media where business_id = ${businessId} and token = ${token}`;
  return row;
}
