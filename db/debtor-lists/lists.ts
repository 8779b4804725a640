import type { DateTime } from "luxon";
import type { Tx } from "../client.ts";
import { document } from "../rows.ts";
import type { ListAnswers, ListState, StoredList, StoredSummary } from "./stored-list.ts";

/** A list's own row, as it is shown. */
export async function readList(tx: Tx, businessId: string, listId: string): Promise<StoredList | undefined> {
  const [found] = await tx<StoredList[]>`
    select ${columns(tx)} from debtor_list where business_id = ${businessId} and id = ${listId}`;
  return found;
}

/** The same, held until the transaction ends: two answers, or an answer and a commit, take turns. */
export async function lockList(tx: Tx, businessId: string, listId: string): Promise<StoredList | undefined> {
  const [found] = await tx<StoredList[]>`
    select ${columns(tx)} from debtor_list where business_id = ${businessId} and id = ${listId} for no key update`;
  return found;
}

/** The list that already brought these bytes into the books, or is bringing them. */
export async function findSameBytes(tx: Tx, businessId: string, sha256: string): Promise<StoredList | undefined> {
  const [found] = await tx<StoredList[]>`
    select ${columns(tx)} from debtor_list
    where business_id = ${businessId} and sha256 = ${sha256} and state in ('committing', 'committed')
    order by id limit 1`;
  return found;
}

/** Newest first. `before` is the id of the last one seen. */
export async function pageOfLists(
  tx: Tx,
  businessId: string,
  { before, limit }: { before: string | undefined; limit: number },
): Promise<StoredList[]> {
  return tx<StoredList[]>`
    select ${columns(tx)} from debtor_list
    where business_id = ${businessId} and (${before ?? null}::uuid is null or id < ${before ?? null})
    order by id desc limit ${limit}`;
}

export type NewList = {
  readonly id: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly answers: ListAnswers;
  readonly signature: string;
  readonly headerRow: number;
  readonly uploadedBy: string;
  readonly uploadedAt: DateTime;
};

export async function insertList(tx: Tx, businessId: string, list: NewList): Promise<void> {
  const { signature, headerRow } = list;
  const summary: StoredSummary = { signature, headerRow, isJudged: false, sealed: "" };
  await tx`
    insert into debtor_list (business_id, id, file_name, sha256, size_bytes, state, settings, summary, total_rows, uploaded_by, uploaded_at)
    values (${businessId}, ${list.id}, ${list.fileName}, ${list.sha256}, ${list.sizeBytes}, 'staged',
      ${document(list.answers)}::text::jsonb, ${document(summary)}::text::jsonb, 0, ${list.uploadedBy}, ${list.uploadedAt})`;
}

export async function saveJudgement(
  tx: Tx,
  businessId: string,
  {
    listId,
    answers,
    summary,
    totalRows,
  }: { listId: string; answers: ListAnswers; summary: StoredSummary; totalRows: number },
): Promise<void> {
  await tx`
    update debtor_list set settings = ${document(answers)}::text::jsonb, summary = ${document(summary)}::text::jsonb,
      total_rows = ${totalRows}, state = 'staged', failed_because = null
    where business_id = ${businessId} and id = ${listId}`;
}

export async function setListState(
  tx: Tx,
  businessId: string,
  { listId, state, because = null }: { listId: string; state: ListState; because?: string | null },
): Promise<void> {
  await tx`
    update debtor_list set state = ${state}, failed_because = ${because}
    where business_id = ${businessId} and id = ${listId}`;
}

/** What was answered for the last file with the same columns. */
export async function rememberedAnswers(
  tx: Tx,
  businessId: string,
  signature: string,
): Promise<ListAnswers | undefined> {
  const [found] = await tx<{ settings: ListAnswers }[]>`
    select settings from column_mapping where business_id = ${businessId} and header_signature = ${signature}`;
  return found?.settings;
}

export async function rememberAnswers(
  tx: Tx,
  businessId: string,
  { signature, answers }: { signature: string; answers: ListAnswers },
): Promise<void> {
  await tx`
    insert into column_mapping (business_id, header_signature, settings)
    values (${businessId}, ${signature}, ${document(answers)}::text::jsonb)
    on conflict (business_id, header_signature) do update set settings = excluded.settings`;
}

const columns = (tx: Tx) => tx`id, file_name, size_bytes, state, settings, summary, committed_rows, total_rows,
  uploaded_by, uploaded_at, committed_at, failed_because`;
