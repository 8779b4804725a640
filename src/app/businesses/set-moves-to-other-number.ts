import { recordAudit } from "../../../db/audit.ts";
import { saveMovesToOtherNumber } from "../../../db/businesses.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { Deps } from "../deps.ts";

export type SetMovesToOtherNumber = { readonly businessId: string; readonly userId: string; readonly moves: boolean };

/** Whether what waits for a lost number may go on another one, to whom has authorised that; on the record. The same again is no change. */
export async function setMovesToOtherNumber(
  deps: Pick<Deps, "db" | "clock">,
  { businessId, userId, moves }: SetMovesToOtherNumber,
): Promise<void> {
  await deps.db.inBusiness(businessId, async (tx) => {
    const before = await saveMovesToOtherNumber(tx, moves);
    if (before === moves) return;
    const { now } = await moveContext(deps, tx);
    await recordAudit(tx, businessId, {
      actor: userId,
      action: "business.moves-to-other-number",
      subject: "business",
      subjectId: businessId,
      before: { moves: before },
      after: { moves },
      at: now,
    });
  });
}
