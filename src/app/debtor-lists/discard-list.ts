import { recordAudit } from "../../../db/audit.ts";
import { forgetFile } from "../../../db/debtor-lists/kept-file.ts";
import { lockList, setListState } from "../../../db/debtor-lists/lists.ts";
import { unstageRows } from "../../../db/debtor-lists/staged-rows.ts";
import { tellConsole } from "../../../db/intake.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { CommitAsked } from "./commit-list.ts";
import type { ListDeps } from "./upload-list.ts";

/** Forgets a list that was not committed: its file and rows go, its line in the history stays. */
export async function discardList(
  deps: ListDeps,
  { businessId, listId, userId }: CommitAsked,
): Promise<"discarded" | "not-found" | "committed"> {
  return deps.db.inBusiness(businessId, async (tx) => {
    const list = await lockList(tx, businessId, listId);
    if (!list) return "not-found";
    if (list.state === "discarded") return "discarded";
    // A list that failed half way is in the books with its first rows: it can only be finished.
    if (list.state !== "staged") return "committed";
    const { now } = await moveContext(deps, tx);
    await forgetFile(tx, businessId, listId);
    await unstageRows(tx, businessId, listId);
    await setListState(tx, businessId, { listId, state: "discarded" });
    await recordAudit(tx, businessId, {
      actor: userId,
      action: "debtor-list.discard",
      subject: "debtor-list",
      subjectId: listId,
      before: { state: list.state },
      after: { state: "discarded" },
      at: now,
    });
    await tellConsole(tx, businessId, [{ kind: "debtor-list.changed", subjectId: listId }]);
    return "discarded";
  });
}
