import { recordAudit } from "../../../db/audit.ts";
import { tellConsole } from "../../../db/intake.ts";
import { appendWithdrawal, outsideContact } from "../../../db/outside-contacts.ts";
import { lockPerson } from "../../../db/stops.ts";
import { waitingBecause } from "../../../db/unsent.ts";
import type { DenyReason } from "../../domain/contact-law/decision.ts";
import { storable } from "../../domain/storable.ts";
import { newId } from "../../ids.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { Deps } from "../deps.ts";
import { moveSends } from "../outbox/hold-back.ts";

export type WithdrawContact = {
  readonly businessId: string;
  readonly debtorId: string;
  readonly userId: string;
  readonly id: string;
  /** Why it was not so: kept with it. */
  readonly reason: string;
};

/** What a contact that counts makes a message wait for. */
const COUNTED = ["DAILY_CAP", "WEEKLY_CAP", "MIN_GAP", "SECOND_CHANNEL_SAME_WEEK"] as const satisfies DenyReason[];

/**
 * A contact that somebody entered was not so: it counts no more, and both rows stay. What only waited because of it is judged
 * again at once. Withdrawn twice, the first word stands.
 */
export async function withdrawContact(
  deps: Pick<Deps, "db" | "clock" | "secrets">,
  { businessId, debtorId, userId, id, reason }: WithdrawContact,
): Promise<"withdrawn" | "not-found"> {
  return deps.db.inBusiness(businessId, async (tx) => {
    const { business, now } = await moveContext(deps, tx);
    await lockPerson(tx, businessId, debtorId);
    const made = await outsideContact(tx, businessId, id);
    if (made?.debtorId !== debtorId) return "not-found";
    const withdrawal = {
      id: newId(),
      outsideContactId: id,
      reason: storable(reason),
      withdrawnBy: userId,
      at: now,
    };
    if (!(await appendWithdrawal(tx, businessId, withdrawal))) return "withdrawn";
    const waiting = await waitingBecause(tx, businessId, { debtorId, reasons: COUNTED });
    await moveSends(
      tx,
      business,
      waiting.map((waits) => ({ id: waits, sendAt: now })),
    );
    await recordAudit(tx, businessId, {
      actor: userId,
      action: "contact.withdrawn",
      subject: "debtor",
      subjectId: debtorId,
      before: null,
      after: { id, withdrawalId: withdrawal.id },
      at: now,
    });
    await tellConsole(tx, businessId, [{ kind: "debtor.changed", subjectId: debtorId }]);
    return "withdrawn";
  });
}
