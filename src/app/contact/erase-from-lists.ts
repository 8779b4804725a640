import type { Tx } from "../../../db/client.ts";
import { readList } from "../../../db/debtor-lists/lists.ts";
import { pageOfRows } from "../../../db/debtor-lists/staged-rows.ts";
import { forgetRowsOf, listsOf, saveSealedSummary } from "../../../db/erasure.ts";
import type { Secrets } from "../../secrets.ts";
import { sealJson, unsealJson } from "../debtor-lists/sealed-json.ts";

/** By what a cell of theirs would be known. */
export type Marks = { readonly names: readonly string[]; readonly numbers: readonly string[] };

const ROWS_A_PAGE = 1_000;

/** Wrong rows of the lists that brought somebody are kept for the errors file, sealed: those that speak of them go. */
export async function eraseFromLists(
  tx: Tx,
  {
    businessId,
    debtorId,
    reference,
    secrets,
  }: { businessId: string; debtorId: string; reference: string; secrets: Secrets },
  marks: Marks,
): Promise<void> {
  for (const listId of await listsOf(tx, businessId, debtorId)) {
    const rows: number[] = [];
    for (let after = 0; ; ) {
      const page = await pageOfRows(tx, businessId, { listId, verdict: "error", after, limit: ROWS_A_PAGE });
      for (const { row, cells } of page) {
        if (cells !== null && speaks(JSON.stringify(unsealJson<object>(secrets, cells)), marks)) rows.push(row);
      }
      const last = page.at(-1);
      if (last === undefined) break;
      after = last.row;
    }
    await forgetRowsOf(tx, businessId, { listId, rows, reference });

    const sealed = (await readList(tx, businessId, listId))?.summary.sealed ?? "";
    if (sealed === "") continue;
    const summary = unsealJson<object>(secrets, sealed);
    const silent = JSON.stringify(summary, (_, value: unknown) =>
      typeof value === "string" && speaks(value, marks) ? "" : value,
    );
    await saveSealedSummary(tx, businessId, { listId, sealed: sealJson(secrets, JSON.parse(silent)) });
  }
}

/** Names as they are written, numbers however they are grouped. */
function speaks(text: string, { names, numbers }: Marks): boolean {
  const lower = text.toLowerCase();
  if (names.some((name) => lower.includes(name.toLowerCase()))) return true;
  const together = text.replace(/[\s().+\-/]/g, "");
  return numbers.some((number) => together.includes(number));
}
