import { recordAudit } from "../../../db/audit.ts";
import { tellConsole } from "../../../db/intake.ts";
import { insertFacts } from "../../../db/payments/facts.ts";
import { decideProof, readProof } from "../../../db/payments/proofs.ts";
import { AppError } from "../../domain/errors.ts";
import type { ReceiptRefusal } from "../../domain/payments/receipt.ts";
import { readTransfer } from "../../domain/payments/transfer-report.ts";
import type { Deps } from "../deps.ts";
import { type ContextDeps, paymentContext } from "./payment-context.ts";
import { lockInOrder } from "./settle-proof.ts";

export type RefuseProof = {
  readonly businessId: string;
  readonly proofId: string;
  readonly userId: string;
  readonly because: ReceiptRefusal;
  /** For colleagues; `other` needs one. */
  readonly note?: string | undefined;
};

export type RefusedProof =
  | { readonly refused: true }
  | { readonly refused: false; readonly because: "not-found" | "decided" };

/**
 * The receipt counts for nothing. The hold that waited for it is gone with it (view `active_hold`), and the bot says nothing:
 * why it was refused is for the agent to write.
 * @throws {AppError} `request.invalid` for `other` without a note.
 */
export async function refuseProof(
  deps: Pick<Deps, "db"> & ContextDeps,
  { businessId, proofId, userId, because, note }: RefuseProof,
): Promise<RefusedProof> {
  if (because === "other" && !note?.trim()) throw new AppError("request.invalid", "Say what is wrong with it.");
  return deps.db.inBusiness(businessId, async (tx): Promise<RefusedProof> => {
    const context = await paymentContext(deps, tx);
    const claimed = await readProof(tx, businessId, proofId);
    if (!claimed) return { refused: false, because: "not-found" };
    const proof = await lockInOrder(context, claimed);
    if (proof?.state !== "to_verify") return { refused: false, because: "decided" };

    const nothingRead = { reference: null, amountMinor: null, currency: null, paidOn: null, sameAsId: null };
    await decideProof(tx, businessId, {
      id: proofId,
      state: "refused",
      by: userId,
      at: context.now,
      refusedBecause: because,
      ...nothingRead,
    });
    const fact = readTransfer({ proofId, attribution: undefined, at: context.realNow, word: { type: "refused" } });
    await insertFacts(tx, businessId, [{ source: `agent:${userId}`, fact }]);
    await recordAudit(tx, businessId, {
      actor: userId,
      action: "receipt.refused",
      subject: "payment_proof",
      subjectId: proofId,
      before: { state: "to_verify" },
      after: { state: "refused", because, note: note ?? null },
      at: context.now,
    });
    await tellConsole(tx, businessId, [
      { kind: "receipt.changed", subjectId: proofId },
      { kind: "debtor.changed", subjectId: proof.debtorId },
      { kind: "conversation.changed", subjectId: proof.conversationId },
    ]);
    return { refused: true };
  });
}
