import type { DateTime } from "luxon";
import type { Tx } from "../client.ts";

export type DebtorListRow = {
  readonly id: string;
  readonly fileName: string;
  readonly state: "staged" | "committing" | "committed" | "failed" | "discarded";
  readonly uploadedAt: DateTime;
  readonly totalRows: number;
  readonly committedRows: number;
};

/** Uploads, newest first. */
export async function debtorListsPage(
  tx: Tx,
  businessId: string,
  { before, limit }: { before: string | undefined; limit: number },
): Promise<DebtorListRow[]> {
  return tx<DebtorListRow[]>`
    select id, file_name, state, uploaded_at, total_rows, committed_rows from debtor_list
    where business_id = ${businessId} ${before === undefined ? tx`` : tx`and id < ${before}::uuid`}
    order by id desc limit ${limit}`;
}
