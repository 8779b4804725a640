import { basename } from "node:path";
import { pageOfLists } from "../../../db/debtor-lists/lists.ts";
import { assert } from "../../domain/assert.ts";
import { commitList } from "../debtor-lists/commit-list.ts";
import { uploadList } from "../debtor-lists/upload-list.ts";
import type { Deps } from "../deps.ts";

type FillDeps = Pick<Deps, "db" | "clock" | "secrets" | "log" | "channels">;

const SETUP = "setup";

/**
 * The sample list goes the way of every list: uploaded, its one question answered, committed by the workers. Does what is
 * left of that, so each start may ask for it: one that was killed on the way had done a part, or nothing.
 */
export async function fillDemo(
  deps: FillDeps,
  { businessId, file }: { businessId: string; file: string },
): Promise<void> {
  // Lists are never removed, and ours is the first: whatever came after it, ours was committed before.
  const [newest] = await deps.db.inBusiness(businessId, (tx) =>
    pageOfLists(tx, businessId, { before: undefined, limit: 1 }),
  );
  const isWaiting = newest?.state === "staged" && newest.uploadedBy === SETUP;
  if (newest && !isWaiting) return;
  const listId = newest?.id ?? (await upload(deps, businessId, file));
  const committed = await commitList(deps, { businessId, listId, userId: SETUP });
  assert(committed === "started", `the sample list could not be committed: ${committed}`);
}

async function upload(deps: FillDeps, businessId: string, file: string): Promise<string> {
  const { list } = await uploadList(deps, {
    businessId,
    userId: SETUP,
    fileName: basename(file),
    path: file,
    answers: { settings: { country: "CO", currency: "COP" } },
  });
  return list.id;
}
