import { readBusiness } from "../../../db/businesses.ts";
import { keptFile } from "../../../db/debtor-lists/kept-file.ts";
import { lockList, readList } from "../../../db/debtor-lists/lists.ts";
import type { ListAnswers, StoredList } from "../../../db/debtor-lists/stored-list.ts";
import { tellConsole } from "../../../db/intake.ts";
import { businessTime } from "../../clock.ts";
import { present } from "../../domain/assert.ts";
import { judgeList } from "./judge-list.ts";
import { readTable } from "./read/read-table.ts";
import { unsealFile } from "./sealed-json.ts";
import { joinAnswers, type ListDeps } from "./upload-list.ts";

export type ListAnswered = {
  readonly businessId: string;
  readonly listId: string;
  readonly answers: Partial<ListAnswers>;
};

/** Judges a list anew with more answers. `committed`: it is past that, or was discarded. */
export async function previewList(
  deps: ListDeps,
  { businessId, listId, answers: said }: ListAnswered,
): Promise<StoredList | "not-found" | "committed"> {
  const { db, secrets } = deps;
  return db.inBusiness(businessId, async (tx) => {
    const list = await lockList(tx, businessId, listId);
    if (!list) return "not-found";
    if (list.state !== "staged") return "committed";
    const business = present(await readBusiness(tx), "the business");
    const now = businessTime(deps.clock.now(), Number(business.clockOffsetMs));
    const bytes = unsealFile(secrets, await keptFile(tx, businessId, listId));
    const table = await readTable({ path: list.fileName, bytes });
    await judgeList({ tx, business, now, secrets, listId, table, answers: joinAnswers(list.settings, said) });
    await tellConsole(tx, businessId, [{ kind: "debtor-list.changed", subjectId: listId }]);
    return present(await readList(tx, businessId, listId), "the list just judged");
  });
}
