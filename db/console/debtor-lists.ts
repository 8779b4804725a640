import type { DateTime } from "luxon";
import { COMMAND_LINE } from "../audit.ts";
import type { Tx } from "../client.ts";

export type DebtorListRow = {
  readonly id: string;
  readonly fileName: string;
  readonly state: "staged" | "committing" | "committed" | "failed" | "discarded";
  readonly uploadedAt: DateTime;
  readonly uploadedBy: string;
  readonly totalRows: number;
  readonly committedRows: number;
};

/**
 * Uploads, newest first. What somebody discarded here stays in the history; a dry run at the command line, which discards what
 * it staged, changed nothing and is none.
 */
export async function debtorListsPage(
  tx: Tx,
  businessId: string,
  { before, limit }: { before: string | undefined; limit: number },
): Promise<DebtorListRow[]> {
  return tx<DebtorListRow[]>`
    select id, file_name, state, uploaded_at, uploaded_by, total_rows, committed_rows from debtor_list
    where business_id = ${businessId} and not (state = 'discarded' and uploaded_by = ${COMMAND_LINE})
      ${before === undefined ? tx`` : tx`and id < ${before}::uuid`}
    order by id desc limit ${limit}`;
}
