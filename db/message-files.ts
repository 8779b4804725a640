import type { DateTime } from "luxon";
import type { Tx } from "./client.ts";
import { rows } from "./rows.ts";

/** A debtor's file that lies with WhatsApp: `detail` of its message names it. */
export type WantedFile = {
  readonly messageId: string;
  readonly conversationId: string;
  readonly channelId: string;
  readonly detail: unknown;
  /** How often it was tried, and since when it is wanted. */
  readonly tries: number;
  readonly recordedAt: DateTime;
};

export type FileToFetch = { readonly messageId: string; readonly mime: string; readonly sha256: string | null };

/** Of these messages, which may be repeats that were not kept, the files of those that were. */
export async function wantFiles(tx: Tx, businessId: string, files: readonly FileToFetch[]): Promise<void> {
  if (files.length === 0) return;
  await tx`
    insert into message_file (business_id, message_id, channel_id, mime, sha256)
    select m.business_id, m.id, m.channel_id, r.mime, r.sha256
    from jsonb_to_recordset(${rows(files)}::text::jsonb) as r("messageId" uuid, mime text, sha256 text)
    join message m on m.business_id = ${businessId} and m.id = r."messageId"
    on conflict do nothing`;
}

/** Those that may be tried now, the first that were wanted first. */
export async function findWantedFiles(
  tx: Tx,
  businessId: string,
  { realNow, limit }: { realNow: DateTime; limit: number },
): Promise<WantedFile[]> {
  return tx<WantedFile[]>`
    ${wanted(tx, businessId)} and (f.retry_at is null or f.retry_at <= ${realNow}) order by f.recorded_at limit ${limit}`;
}

export async function readWantedFile(tx: Tx, businessId: string, messageId: string): Promise<WantedFile | undefined> {
  const [found] = await tx<WantedFile[]>`${wanted(tx, businessId)} and f.message_id = ${messageId}`;
  return found;
}

const wanted = (tx: Tx, businessId: string) => tx`
  select f.message_id, m.conversation_id, f.channel_id, m.detail, f.tries, f.recorded_at from message_file f
  join message m on m.business_id = f.business_id and m.id = f.message_id
  where f.business_id = ${businessId} and f.state = 'wanted'`;

export type KeptFile = { readonly mime: string; readonly sha256: string | null; readonly bytes: Uint8Array | null };

/** What is there of a message's file: bytes, or the hash of what is not to be had. Undefined while it is wanted. */
export async function readFile(tx: Tx, businessId: string, messageId: string): Promise<KeptFile | undefined> {
  const [found] = await tx<KeptFile[]>`
    select mime, sha256, bytes from message_file
    where business_id = ${businessId} and message_id = ${messageId} and state <> 'wanted'`;
  return found;
}

/** Kept once. Returns whether it is new: the message may have been erased while its file was fetched. */
export async function keepFile(
  tx: Tx,
  businessId: string,
  { messageId, sha256, bytes }: { messageId: string; sha256: string; bytes: Uint8Array },
): Promise<boolean> {
  const kept = await tx`
    update message_file set state = 'kept', sha256 = ${sha256}, bytes = ${Buffer.from(bytes)}, retry_at = null, because = null
    where business_id = ${businessId} and message_id = ${messageId} and state = 'wanted'`;
  return kept.count > 0;
}

export async function giveFileUp(
  tx: Tx,
  businessId: string,
  { messageId, because }: { messageId: string; because: string },
): Promise<boolean> {
  const given = await tx`
    update message_file set state = 'gone', retry_at = null, because = ${because}
    where business_id = ${businessId} and message_id = ${messageId} and state = 'wanted'`;
  return given.count > 0;
}

export async function tryFileLater(
  tx: Tx,
  businessId: string,
  { messageId, retryAt, because }: { messageId: string; retryAt: DateTime; because: string },
): Promise<void> {
  await tx`
    update message_file set tries = tries + 1, retry_at = ${retryAt}, because = ${because}
    where business_id = ${businessId} and message_id = ${messageId} and state = 'wanted'`;
}
