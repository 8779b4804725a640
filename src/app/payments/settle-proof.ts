import { recordAudit } from "../../../db/audit.ts";
import { tellConsole } from "../../../db/intake.ts";
import { lockDebtor } from "../../../db/payments/debtors.ts";
import { lockMoneyObject } from "../../../db/payments/facts.ts";
import { decideProof, lockProof, type ProofRow, proofsLike, readProof } from "../../../db/payments/proofs.ts";
import { AppError } from "../../domain/errors.ts";
import { type Money, money, toText } from "../../domain/money.ts";
import { type Receipt, sameReceipt } from "../../domain/payments/receipt.ts";
import { readTransfer } from "../../domain/payments/transfer-report.ts";
import { dayOf, type IsoDate, startOfDay } from "../../domain/time.ts";
import type { Deps } from "../deps.ts";
import { type ContextDeps, type PaymentContext, paymentContext } from "./payment-context.ts";
import { receiptConversation } from "./receipt-conversation.ts";
import { recordFacts } from "./record-facts.ts";

export type SettleProof = {
  readonly businessId: string;
  readonly proofId: string;
  readonly userId: string;
  /** What arrived at the bank, which may be another amount than the receipt shows. */
  readonly amount: Money;
  readonly paidOn: IsoDate;
  /** The bank's own number. */
  readonly reference?: string | undefined;
  /** Why it counts although the same receipt has been settled before: kept in the audit. */
  readonly despiteDuplicate?: { readonly reason: string } | undefined;
};

export type SettledProof =
  | { readonly settled: true; readonly payment: string }
  | { readonly settled: false; readonly because: "not-found" | "decided" }
  | { readonly settled: false; readonly because: "duplicate"; readonly sameAs: string };

type ProofDeps = Pick<Deps, "db"> & ContextDeps;

/**
 * An agent saw the money at the bank: from here it goes the way of every payment, under `manual_transfer:<proof id>`, once.
 * @throws {AppError} `request.invalid` for another currency, nothing, or a day to come.
 */
export async function settleProof(deps: ProofDeps, decision: SettleProof): Promise<SettledProof> {
  const { businessId, proofId, userId, amount, paidOn, reference } = decision;
  return deps.db.inBusiness(businessId, async (tx): Promise<SettledProof> => {
    const context = await paymentContext(deps, tx);
    refuseImpossible(context, decision);
    const claimed = await readProof(tx, businessId, proofId);
    if (!claimed) return { settled: false, because: "not-found" };
    const proof = await lockInOrder(context, claimed);
    if (proof?.state !== "to_verify") return { settled: false, because: "decided" };

    const sameAs = await settledBefore(context, proof, decision);
    if (sameAs && !decision.despiteDuplicate) return { settled: false, because: "duplicate", sameAs: sameAs.id };

    await decideProof(tx, businessId, {
      id: proofId,
      state: "settled",
      by: userId,
      at: context.now,
      refusedBecause: null,
      reference: reference ?? null,
      amountMinor: amount.minor,
      currency: amount.currency,
      paidOn,
      sameAsId: sameAs?.id ?? null,
    });
    const fact = readTransfer({
      proofId,
      attribution: undefined,
      at: noonOf(context, paidOn),
      word: { type: "confirmed", amount },
    });
    const { payment } = await recordFacts(context, {
      provider: "manual_transfer",
      facts: [{ source: `agent:${userId}`, fact }],
      origin: { actor: `agent:${userId}`, source: proofId },
      payer: proof,
      canBeAsked: false,
    });
    await recordAudit(tx, businessId, {
      actor: userId,
      action: "receipt.settled",
      subject: "payment_proof",
      subjectId: proofId,
      before: { state: "to_verify" },
      after: {
        state: "settled",
        amount: toText(amount),
        paidOn,
        reference: reference ?? null,
        sameAs: sameAs?.id ?? null,
        ...decision.despiteDuplicate,
      },
      at: context.now,
    });
    await tellConsole(tx, businessId, [{ kind: "receipt.changed", subjectId: proofId }]);
    return { settled: true, payment };
  });
}

function refuseImpossible({ business, now }: PaymentContext, { amount, paidOn, despiteDuplicate }: SettleProof): void {
  if (amount.currency !== business.currency)
    throw new AppError("request.invalid", `The debts are in ${business.currency}, and so is what settles them.`);
  if (amount.minor <= 0n) throw new AppError("request.invalid", "An amount that arrived is more than nothing.");
  if (paidOn > dayOf(now, business.zone)) throw new AppError("request.invalid", `${paidOn} is still to come.`);
  if (despiteDuplicate?.reason.trim() === "")
    throw new AppError("request.invalid", "Say why it counts although it was settled before.");
}

/**
 * The order in which all payments lock (record-facts.ts): the payment's name, the conversation, the debtor, then the row. So of
 * two agents who settle the same picture for one debtor, the second sees what the first decided.
 */
export async function lockInOrder(
  context: PaymentContext,
  { id, debtorId, conversationId }: ProofRow,
): Promise<ProofRow | undefined> {
  const { tx, business } = context;
  await lockMoneyObject(tx, business.id, `manual_transfer:${id}`);
  await receiptConversation(context, { debtorId, conversationId, mayBegin: false });
  await lockDebtor(tx, business.id, debtorId);
  return lockProof(tx, business.id, id);
}

/** The same picture, or the same transfer on another picture, that has counted already: for this debtor or any other. */
async function settledBefore(
  { tx, business }: PaymentContext,
  proof: ProofRow,
  { amount, paidOn, reference }: Pick<SettleProof, "amount" | "paidOn" | "reference">,
): Promise<ProofRow | undefined> {
  const shown = receiptOf(proof, { amount, paidOn, reference });
  const alike = await proofsLike(tx, business.id, {
    id: proof.id,
    sha256: proof.sha256,
    amountMinor: amount.minor,
    currency: amount.currency,
  });
  return alike.find(
    (other) => other.state === "settled" && sameReceipt(shown, receiptOf(other, readOn(other))) === "same",
  );
}

function readOn({ amountMinor, currency, paidOn, reference }: ProofRow) {
  return {
    amount: amountMinor === null || currency === null ? undefined : money(amountMinor, currency),
    paidOn: paidOn ?? undefined,
    reference: reference ?? undefined,
  };
}

/** Words alone have no picture: their own id stands for it, so that no two of them are the same picture. */
function receiptOf(
  { id, sha256 }: ProofRow,
  {
    amount,
    paidOn,
    reference,
  }: { amount: Money | undefined; paidOn: IsoDate | undefined; reference: string | undefined },
): Receipt {
  return {
    sha256: sha256 ?? `claim ${id}`,
    ...(amount && { amount }),
    ...(paidOn && { paidOn }),
    ...(reference !== undefined && { reference }),
  };
}

/** A moment of that day by the provider's clock, which for a transfer is the business's own without its offset. */
function noonOf({ business }: PaymentContext, day: IsoDate) {
  return startOfDay(day, business.zone)
    .plus({ hours: 12, milliseconds: -Number(business.clockOffsetMs) })
    .toUTC();
}
