import { recordAudit } from "../../../db/audit.ts";
import { endDispute, type OpenDispute, readDispute } from "../../../db/disputes.ts";
import { tellConsole } from "../../../db/intake.ts";
import { lockDebtor } from "../../../db/payments/debtors.ts";
import { insertNote } from "../../../db/turns.ts";
import { present } from "../../domain/assert.ts";
import { AppError } from "../../domain/errors.ts";
import type { Money } from "../../domain/money.ts";
import { storable } from "../../domain/storable.ts";
import { newId } from "../../ids.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { MoveContext } from "../conversations/save-moves.ts";
import type { Deps } from "../deps.ts";
import type { PlanDeps } from "../outbox/decide-planned.ts";
import { lowerDebts } from "./lower-debts.ts";
import { tellDecision, whereToTell } from "./tell-decision.ts";

/** So much of this debt was never owed. */
export type Correction = { readonly debtId: string; readonly amount: Money };

export type DecideDispute = {
  readonly businessId: string;
  readonly disputeId: string;
  readonly userId: string;
  readonly verdict:
    | { readonly decision: "accepted"; readonly corrections: readonly Correction[] }
    | { readonly decision: "rejected" };
  /** Why, for colleagues: a note in the conversation and in the audit. */
  readonly note: string;
};

export type DecidedDispute =
  | { readonly decided: true }
  | { readonly decided: false; readonly because: "not-found" | "decided" };

type DisputeDeps = Pick<Deps, "db" | "clock"> & PlanDeps;

/**
 * A person says whether the debtor was right. Accepted, the debts are lowered by entries of the ledger; rejected, they stand.
 * Either way the hold ends with the dispute, and the debtor is told under their case number, through the same gate as all
 * else. Locks as everywhere: the conversation, the debtor, then rows.
 * @throws {AppError} `request.invalid` for a correction beyond what is owed, or of nobody's or another's debt.
 */
export async function decideDispute(
  deps: DisputeDeps,
  { businessId, disputeId, userId, verdict, note }: DecideDispute,
): Promise<DecidedDispute> {
  return deps.db.inBusiness(businessId, async (tx): Promise<DecidedDispute> => {
    const context = await moveContext(deps, tx);
    const dispute = await readDispute(tx, businessId, disputeId);
    if (!dispute) return { decided: false, because: "not-found" };
    const conversation = await whereToTell(context, dispute);
    await lockDebtor(tx, businessId, dispute.debtorId);
    const { decision } = verdict;
    if (!(await endDispute(tx, businessId, { id: disputeId, decision, by: userId, at: context.now })))
      return { decided: false, because: "decided" };

    if (verdict.decision === "accepted") await correct(context, dispute, { userId, corrections: verdict.corrections });
    await tellDecision(context, conversation, { dispute, decision, userId });
    await keepReason(context, dispute, { userId, verdict, note: storable(note) });
    await tellConsole(tx, businessId, [
      { kind: "debtor.changed", subjectId: dispute.debtorId },
      { kind: "conversation.changed", subjectId: conversation.id },
    ]);
    return { decided: true };
  });
}

async function correct(
  context: MoveContext,
  { id, debtorId, caseNumber }: OpenDispute,
  { userId, corrections }: { userId: string; corrections: readonly Correction[] },
): Promise<void> {
  if (corrections.length === 0) throw new AppError("request.invalid", "Say what the debtor does not owe.");
  await lowerDebts(context, corrections, {
    debtorId,
    reference: `dispute:${id}`,
    description: `Dispute ${caseNumber} accepted`,
    origin: { actor: `agent:${userId}`, source: id },
  });
}

type Reason = Pick<DecideDispute, "userId" | "verdict" | "note">;

async function keepReason(
  { tx, business, now }: MoveContext,
  { id, conversationId, caseNumber }: OpenDispute,
  { userId, verdict, note }: Reason,
): Promise<void> {
  const corrections =
    verdict.decision === "accepted"
      ? verdict.corrections.map(({ debtId, amount }) => ({
          debtId,
          minor: String(amount.minor),
          currency: amount.currency,
        }))
      : [];
  await insertNote(tx, business.id, {
    id: newId(),
    conversationId,
    author: userId,
    body: `${present(caseNumber, "the case's number")}: ${note}`,
    at: now,
  });
  await recordAudit(tx, business.id, {
    actor: userId,
    action: `dispute.${verdict.decision}`,
    subject: "dispute",
    subjectId: id,
    before: { decision: null },
    after: { decision: verdict.decision, note, corrections },
    at: now,
  });
}
