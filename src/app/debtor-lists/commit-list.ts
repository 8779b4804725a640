import { recordAudit } from "../../../db/audit.ts";
import { lockList, rememberAnswers, setListState } from "../../../db/debtor-lists/lists.ts";
import type { ListAnswers } from "../../../db/debtor-lists/stored-list.ts";
import { ringBell, tellConsole } from "../../../db/intake.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { ListDeps } from "./upload-list.ts";

export type CommitAsked = { readonly businessId: string; readonly listId: string; readonly userId: string };

/**
 * Lets the workers write a judged list into the books. A list that failed is taken up where it stopped.
 * What was answered is remembered for the next file with the same columns.
 */
export async function commitList(
  deps: ListDeps,
  { businessId, listId, userId }: CommitAsked,
): Promise<"started" | "not-found" | "committed" | "open-questions"> {
  return deps.db.inBusiness(businessId, async (tx) => {
    const list = await lockList(tx, businessId, listId);
    if (!list) return "not-found";
    if (list.state !== "staged" && list.state !== "failed") return "committed";
    if (!list.summary.isJudged) return "open-questions";

    const { now } = await moveContext(deps, tx);
    await setListState(tx, businessId, { listId, state: "committing" });
    await rememberAnswers(tx, businessId, { signature: list.summary.signature, answers: lasting(list.settings) });
    await recordAudit(tx, businessId, {
      actor: userId,
      action: "debtor-list.commit",
      subject: "debtor-list",
      subjectId: listId,
      before: { state: list.state },
      after: { state: "committing", fileName: list.fileName },
      at: now,
    });
    await tellConsole(tx, businessId, [{ kind: "debtor-list.changed", subjectId: listId }]);
    await ringBell(tx, "lists", businessId);
    return "started";
  });
}

/** All but the basis of permission: it was given for the people of one file, and the next one names others. */
function lasting({ settings: { permissionBasis: _, ...settings }, columns }: ListAnswers): ListAnswers {
  return { settings, columns };
}
