import { recordAudit } from "../../../db/audit.ts";
import { liftHolds } from "../../../db/holds.ts";
import { tellConsole } from "../../../db/intake.ts";
import type { HoldKind } from "../../domain/outreach/holds.ts";
import { storable } from "../../domain/storable.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { Deps } from "../deps.ts";

/**
 * What somebody places, and so may lift: a dispute only as a file says it, on a debt. What follows from something else ends
 * with that: a promise's day, a dispute's decision, a payment. An opt-out only the debtor lifts (`recordOwnWords`).
 */
export const LIFTABLE = [
  "dispute",
  "hardship",
  "crisis",
  "legal",
  "wrong_person",
  "deceased",
  "paused",
] as const satisfies readonly HoldKind[];

export type LiftHold = {
  readonly businessId: string;
  readonly debtorId: string;
  readonly userId: string;
  readonly kind: (typeof LIFTABLE)[number];
  /** Why: kept in the audit and shown in the debtor's file. */
  readonly reason: string;
};

/** Lets what the hold stopped be said again, from the next message that is judged. Every other hold stands. */
export async function liftHold(
  deps: Pick<Deps, "db" | "clock" | "secrets">,
  { businessId, debtorId, userId, kind, reason }: LiftHold,
): Promise<"lifted" | "not-found"> {
  return deps.db.inBusiness(businessId, async (tx) => {
    const { now } = await moveContext(deps, tx);
    const lifted = await liftHolds(tx, businessId, { debtorId, kind, by: userId, at: now });
    if (lifted.length === 0) return "not-found";
    for (const id of lifted) {
      await recordAudit(tx, businessId, {
        actor: userId,
        action: "hold.lifted",
        subject: "hold",
        subjectId: id,
        before: { kind },
        after: { kind, reason: storable(reason) },
        at: now,
      });
    }
    await tellConsole(tx, businessId, [{ kind: "debtor.changed", subjectId: debtorId }]);
    return "lifted";
  });
}
