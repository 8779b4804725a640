import type { DateTime } from "luxon";
import type { Tx } from "../client.ts";
import type { StoredList } from "./stored-list.ts";

/** `committedRow` is the file's own row number: where a killed commit goes on. */
export type CommittingList = Pick<StoredList, "id" | "uploadedBy" | "uploadedAt"> & { readonly committedRow: number };

/**
 * The list of this business whose rows are to be written next, locked; `undefined` when there is none, or when another
 * process is at it in this moment. The oldest only, and none beside it: a later file has the last word on a debtor, and the
 * lanes of two lists could wait for each other where Postgres does not see it.
 */
export async function takeCommittingList(tx: Tx, businessId: string): Promise<CommittingList | undefined> {
  const [found] = await tx<CommittingList[]>`
    select id, uploaded_by, uploaded_at, committed_rows as committed_row from debtor_list
    where business_id = ${businessId} and state = 'committing' and id = (
      select id from debtor_list where business_id = ${businessId} and state = 'committing' order by id limit 1)
    for no key update skip locked`;
  return found;
}

export async function hasCommittingList(tx: Tx, businessId: string): Promise<boolean> {
  const [row] = await tx<{ some: boolean }[]>`
    select exists(select from debtor_list where business_id = ${businessId} and state = 'committing') as some`;
  return row?.some === true;
}

export async function saveProgress(
  tx: Tx,
  businessId: string,
  { listId, committedRow }: { listId: string; committedRow: number },
): Promise<void> {
  await tx`update debtor_list set committed_rows = ${committedRow} where business_id = ${businessId} and id = ${listId}`;
}

export async function finishCommit(
  tx: Tx,
  businessId: string,
  { listId, at }: { listId: string; at: DateTime },
): Promise<void> {
  await tx`
    update debtor_list set state = 'committed', committed_at = ${at},
      committed_rows = total_rows + (summary ->> 'headerRow')::integer
    where business_id = ${businessId} and id = ${listId}`;
}
