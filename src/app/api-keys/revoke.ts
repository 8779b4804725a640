import { revokeKey } from "../../../db/api-keys.ts";
import { recordAudit } from "../../../db/audit.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { Deps } from "../deps.ts";

/** Ends a key for good: a request that comes after the commit finds nothing behind it. */
export async function revokeApiKey(
  deps: Pick<Deps, "db" | "clock" | "secrets">,
  { businessId, id, by }: { readonly businessId: string; readonly id: string; readonly by: string },
): Promise<"revoked" | "revoked-before" | "not-found"> {
  return deps.db.inBusiness(businessId, async (tx) => {
    const before = await revokeKey(tx, businessId, { id, at: deps.clock.now() });
    if (before !== "standing") return before;
    const { now } = await moveContext(deps, tx);
    await recordAudit(tx, businessId, {
      actor: by,
      action: "api-key.revoked",
      subject: "api-key",
      subjectId: id,
      before: { revoked: false },
      after: { revoked: true },
      at: now,
    });
    return "revoked";
  });
}
