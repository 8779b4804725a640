import { basename } from "node:path";
import { pageOfLists } from "../../../db/debtor-lists/lists.ts";
import { assert } from "../../domain/assert.ts";
import { commitList } from "../debtor-lists/commit-list.ts";
import { uploadList } from "../debtor-lists/upload-list.ts";
import type { Deps } from "../deps.ts";
import type { Sample } from "./samples.ts";

type FillDeps = Pick<Deps, "db" | "clock" | "secrets" | "log" | "channels">;

const SETUP = "setup";

/** `file`: where the sample's list is. */
type Filling = { readonly businessId: string; readonly sample: Sample; readonly file: string };

/**
 * The sample's list goes the way of every list: uploaded, its one question answered, committed by the workers. Does what is
 * left of that, so each start may ask for it: one that was killed on the way had done a part, or nothing.
 */
export async function fillDemo(deps: FillDeps, filling: Filling): Promise<void> {
  const { businessId } = filling;
  // Lists are never removed, and ours is the business's first: whatever came after it, ours was committed before.
  const [newest] = await deps.db.inBusiness(businessId, (tx) =>
    pageOfLists(tx, businessId, { before: undefined, limit: 1 }),
  );
  const isWaiting = newest?.state === "staged" && newest.uploadedBy === SETUP;
  if (newest && !isWaiting) return;
  const listId = newest?.id ?? (await upload(deps, filling));
  const committed = await commitList(deps, { businessId, listId, userId: SETUP });
  assert(committed === "started", `the sample list could not be committed: ${committed}`);
}

async function upload(deps: FillDeps, { businessId, sample, file }: Filling): Promise<string> {
  const { country, currency } = sample.business;
  const { list } = await uploadList(deps, {
    businessId,
    userId: SETUP,
    fileName: basename(file),
    path: file,
    answers: { settings: { country, currency } },
  });
  return list.id;
}
