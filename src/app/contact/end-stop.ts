import { recordAudit } from "../../../db/audit.ts";
import { tellConsole } from "../../../db/intake.ts";
import { lockPerson, saveWishes } from "../../../db/stops.ts";
import { waitingBecause } from "../../../db/unsent.ts";
import type { DenyReason } from "../../domain/contact-law/decision.ts";
import { storable } from "../../domain/storable.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { Deps } from "../deps.ts";
import { moveSends } from "../outbox/hold-back.ts";
import { withoutNames } from "./without-names.ts";

/** What may be over, or was entered by mistake. An opt-out is not among them: only the debtor's own words lift it. */
export const ENDING = ["attorney", "moratorium"] as const;

export type EndStop = {
  readonly businessId: string;
  readonly debtorId: string;
  readonly userId: string;
  readonly kind: (typeof ENDING)[number];
  /** How they know: kept in the audit. */
  readonly reason: string;
};

const DENIED = {
  attorney: "ATTORNEY_REPRESENTED",
  moratorium: "MORATORIUM",
} as const satisfies Record<EndStop["kind"], DenyReason>;

/**
 * A lawyer no longer speaks for the person, or their legal protection is over: it stops nothing from the next message on.
 * What was given up meanwhile stays so, what
 * waits for its last day is judged again at once, and every other stop stands.
 */
export async function endStop(
  deps: Pick<Deps, "db" | "clock" | "secrets">,
  { businessId, debtorId, userId, kind, reason }: EndStop,
): Promise<"ended" | "not-found"> {
  return deps.db.inBusiness(businessId, async (tx) => {
    const { business, now } = await moveContext(deps, tx);
    const wishes = await lockPerson(tx, businessId, debtorId);
    if (!wishes?.[kind]) return "not-found";
    await saveWishes(tx, businessId, debtorId, { ...wishes, [kind]: null });
    // What only waited for its last day is judged again now, and not in a year. A lawyer lets nothing wait.
    const waiting = await waitingBecause(tx, businessId, { debtorId, reasons: [DENIED[kind]] });
    await moveSends(
      tx,
      business,
      waiting.map((id) => ({ id, sendAt: now })),
    );
    await recordAudit(tx, businessId, {
      actor: userId,
      action: "contact.stop-ended",
      subject: "debtor",
      subjectId: debtorId,
      before: { kind, ...withoutNames(wishes[kind]) },
      after: { kind, reason: storable(reason) },
      at: now,
    });
    await tellConsole(tx, businessId, [{ kind: "debtor.changed", subjectId: debtorId }]);
    return "ended";
  });
}
