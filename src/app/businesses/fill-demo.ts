import { basename } from "node:path";
import { assert } from "../../domain/assert.ts";
import { commitList } from "../debtor-lists/commit-list.ts";
import { uploadList } from "../debtor-lists/upload-list.ts";
import type { Deps } from "../deps.ts";

/** The sample list goes the way of every list: uploaded, its one question answered, committed by the workers. */
export async function fillDemo(
  deps: Pick<Deps, "db" | "clock" | "secrets" | "log">,
  { businessId, file }: { businessId: string; file: string },
): Promise<void> {
  const { list } = await uploadList(deps, {
    businessId,
    userId: "setup",
    fileName: basename(file),
    path: file,
    answers: { settings: { country: "CO", currency: "COP" } },
  });
  const committed = await commitList(deps, { businessId, listId: list.id, userId: "setup" });
  assert(committed === "started", `the sample list could not be committed: ${committed}`);
}
