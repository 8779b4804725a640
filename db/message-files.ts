import type { DateTime } from "luxon";
import type { Tx } from "./client.ts";
import type { Older } from "./forget.ts";
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

/** Those on these numbers that may be tried now, the first that were wanted first. */
export async function findWantedFiles(
  tx: Tx,
  businessId: string,
  { realNow, limit, channelIds }: { realNow: DateTime; limit: number; channelIds: readonly string[] },
): Promise<WantedFile[]> {
  return tx<WantedFile[]>`
    ${wanted(tx, businessId)} and f.channel_id = any(${[...channelIds]}::uuid[]) and (f.retry_at is null or f.retry_at <= ${realNow}) order by f.recorded_at limit ${limit}`;
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

/** What an agent attached, under the id of the message that will carry it. */
export type AttachedFile = {
  readonly id: string;
  readonly conversationId: string;
  readonly channelId: string;
  readonly attachedBy: string;
  readonly mime: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly token: string;
};

export async function attachFile(tx: Tx, businessId: string, file: AttachedFile): Promise<void> {
  await tx`
    insert into message_file (business_id, message_id, channel_id, state, mime, sha256, bytes, conversation_id, attached_by, file_name, token)
    values (${businessId}, ${file.id}, ${file.channelId}, 'kept', ${file.mime}, ${file.sha256}, ${Buffer.from(file.bytes)},
      ${file.conversationId}, ${file.attachedBy}, ${file.fileName}, ${file.token})`;
}

/** One that this person attached in this conversation, and that no message carries yet. */
export async function readAttached(
  tx: Tx,
  businessId: string,
  { id, conversationId, attachedBy }: Pick<AttachedFile, "id" | "conversationId" | "attachedBy">,
): Promise<Pick<AttachedFile, "mime" | "fileName" | "token"> | undefined> {
  const [found] = await tx<Pick<AttachedFile, "mime" | "fileName" | "token">[]>`
    select mime, file_name, token from message_file f
    where business_id = ${businessId} and message_id = ${id} and conversation_id = ${conversationId} and attached_by = ${attachedBy}
      and not exists (select from outbox o where o.business_id = ${businessId} and o.id = f.message_id)`;
  return found;
}

/** Those that nobody sent in the end. */
export async function forgetUnsentFiles(tx: Tx, businessId: string, { before, limit }: Older): Promise<number> {
  const gone = await tx`
    delete from message_file where business_id = ${businessId} and message_id in (
      select f.message_id from message_file f
      where f.business_id = ${businessId} and f.attached_by is not null and f.recorded_at < ${before}
        and not exists (select from outbox o where o.business_id = ${businessId} and o.id = f.message_id)
      limit ${limit})`;
  return gone.count;
}
