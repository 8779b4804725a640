import { recordAudit } from "../../../db/audit.ts";
import { keptFile } from "../../../db/debtor-lists/kept-file.ts";
import { lockList, readList } from "../../../db/debtor-lists/lists.ts";
import type { ListAnswers, StoredList } from "../../../db/debtor-lists/stored-list.ts";
import { tellConsole } from "../../../db/intake.ts";
import { present } from "../../domain/assert.ts";
import { moveContext } from "../conversations/apply-event.ts";
import { judgeList } from "./judge-list.ts";
import { readTable } from "./read/read-table.ts";
import { unsealFile } from "./sealed-json.ts";
import { joinAnswers, type ListDeps } from "./upload-list.ts";

export type ListAnswered = {
  readonly businessId: string;
  readonly listId: string;
  readonly userId: string;
  readonly answers: Partial<ListAnswers>;
};

/** Judges a list anew with more answers. `committed`: it is past that, or was discarded. */
export async function previewList(
  deps: ListDeps,
  { businessId, listId, userId, answers: said }: ListAnswered,
): Promise<StoredList | "not-found" | "committed"> {
  const { db, secrets, channels } = deps;
  return db.inBusiness(businessId, async (tx) => {
    const list = await lockList(tx, businessId, listId);
    if (!list) return "not-found";
    if (list.state !== "staged") return "committed";
    const { business, now } = await moveContext(deps, tx);
    const bytes = unsealFile(secrets, await keptFile(tx, businessId, listId));
    const table = await readTable({ path: list.fileName, bytes });
    const answers = joinAnswers(list.settings, said);
    await judgeList({ tx, business, now, secrets, channels, listId, table, answers });
    await recordAudit(tx, businessId, {
      actor: userId,
      action: "debtor-list.answer",
      subject: "debtor-list",
      subjectId: listId,
      before: list.settings,
      after: answers,
      at: now,
    });
    await tellConsole(tx, businessId, [{ kind: "debtor-list.changed", subjectId: listId }]);
    return present(await readList(tx, businessId, listId), "the list just judged");
  });
}
