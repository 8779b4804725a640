import { hasCommittingList } from "../../../db/debtor-lists/commit-progress.ts";
import { type BatchDone, commitBatch } from "./commit-batch.ts";
import type { ListDeps } from "./upload-list.ts";

/**
 * Writes what is left of every list of the business that is to be committed. Any number of processes may do it at once.
 * `goesOn` is asked before each batch: what is left when it says no waits for the next call.
 */
export async function commitLists(
  deps: ListDeps,
  businessId: string,
  {
    onBatch = () => undefined,
    goesOn = () => true,
  }: { onBatch?: (done: Exclude<BatchDone, { kind: "idle" }>) => void; goesOn?: () => boolean } = {},
): Promise<void> {
  while (goesOn()) {
    const done = await commitBatch(deps, businessId);
    if (done.kind === "idle") return;
    onBatch(done);
  }
}

/** For the sweep: a list whose bell nobody heard because its process was killed. Cheap, since it is asked each second. */
export async function hasListsToCommit({ db }: Pick<ListDeps, "db">, businessId: string): Promise<boolean> {
  return db.inBusiness(businessId, (tx) => hasCommittingList(tx, businessId));
}
