import { recordAudit } from "../../../db/audit.ts";
import { tellConsole } from "../../../db/intake.ts";
import { findEntry } from "../../../db/ledger/find-entry.ts";
import { record } from "../../../db/ledger/record.ts";
import { openDebts } from "../../../db/owed.ts";
import { isDebtor, lockDebtor } from "../../../db/payments/debtors.ts";
import { lockMoneyObject } from "../../../db/payments/facts.ts";
import { givePaymentTo } from "../../../db/payments/payments.ts";
import { type UnplacedRow, unplacedPayment } from "../../../db/suspense.ts";
import { lastPayments } from "../../../db/words.ts";
import { AppError } from "../../domain/errors.ts";
import { paymentIdentified } from "../../domain/ledger/payments.ts";
import { suspenseRefundRequested } from "../../domain/ledger/suspense.ts";
import { type Money, money, toText } from "../../domain/money.ts";
import { storable } from "../../domain/storable.ts";
import { dayOf } from "../../domain/time.ts";
import type { Deps } from "../deps.ts";
import { allocationFor } from "./allocation-for.ts";
import { identifiedAs, markedAs } from "./by-hand.ts";
import { type ContextDeps, type PaymentContext, paymentContext } from "./payment-context.ts";
import { receiptConversation } from "./receipt-conversation.ts";
import { settleAgreements } from "./settle-agreements.ts";
import { tellDebtor } from "./tell-debtor.ts";

type DecideMoney = {
  readonly businessId: string;
  readonly paymentId: string;
  readonly userId: string;
  /** How they know: kept in the audit. */
  readonly note: string;
};

/** Whose it is, and which of their debts it pays first; the oldest due, where nothing is said. */
export type PlaceMoney = DecideMoney & { readonly debtorId: string; readonly debtId?: string | undefined };

/** `marked`: somebody said that it goes back. `not-found`: no money of this business waits under that id (any more). */
export type Placed = "placed" | "marked" | "not-found";

type PlaceDeps = Pick<Deps, "db"> & ContextDeps;

/**
 * Settled money that nobody could place pays a debtor's debts from the day somebody found whose it is; what is too much is
 * their credit. From there it is a payment of theirs like any other, with a receipt where a conversation is open. Locks as
 * everywhere: the payment's name, the conversation, the debtor, then rows.
 * @throws {AppError} `request.invalid` for a debtor or a debt that is not there.
 */
export async function placeMoney(deps: PlaceDeps, asked: PlaceMoney): Promise<Placed> {
  const { businessId, debtorId, debtId, userId } = asked;
  return deps.db.inBusiness(businessId, async (tx): Promise<Placed> => {
    const context = await paymentContext(deps, tx);
    const payment = await lockUnplaced(context, asked);
    if (!payment) return "not-found";
    if (payment.isMarked) return "marked";
    if (!(await isDebtor(tx, businessId, debtorId)))
      throw new AppError("request.invalid", "There is no such debtor here.");

    const conversation = await receiptConversation(context, { debtorId, conversationId: undefined, mayBegin: false });
    await lockDebtor(tx, businessId, debtorId);
    const amount = money(payment.amountMinor, payment.currency);
    await refuseOtherDebt(context, asked, amount);
    const allocation = await allocationFor(tx, businessId, { debtorId, amount, chosen: debtId });
    const entry = paymentIdentified({
      debtorId,
      amount,
      allocation,
      reference: identifiedAs(payment.moneyObject),
      effectiveOn: dayOf(context.now, context.business.zone),
    });
    await record(tx, entry, { actor: `agent:${userId}`, source: payment.id });
    await givePaymentTo(tx, businessId, { id: payment.id, debtorId });
    const [newest] = await lastPayments(tx, businessId, [debtorId]);
    // A receipt is of the last payment that settled: of an older one that was found late, a person tells.
    const isReceipt = newest?.moneyObject === payment.moneyObject;
    const agreements = await settleAgreements(context, debtorId);
    if (isReceipt && conversation) await tellDebtor(context, conversation, { happened: "settled", agreements });
    await keep(context, asked, { payment, action: "suspense.placed", after: { debtorId, debtId: debtId ?? null } });
    await tellConsole(tx, businessId, [
      { kind: "payment.changed", subjectId: payment.id },
      { kind: "debtor.changed", subjectId: debtorId },
    ]);
    return "placed";
  });
}

/**
 * Nobody's money goes back to whoever sent it: it leaves suspense for what is to be refunded. The refund itself is made at the
 * provider, whose report then takes the mark's place (post-entries.ts).
 */
export async function markToRefund(deps: PlaceDeps, asked: DecideMoney): Promise<Placed> {
  const { businessId, userId } = asked;
  return deps.db.inBusiness(businessId, async (tx): Promise<Placed> => {
    const context = await paymentContext(deps, tx);
    const payment = await lockUnplaced(context, asked);
    if (!payment) return "not-found";
    if (payment.isMarked) return "marked";
    if (await findEntry(tx, markedAs(payment.moneyObject)))
      throw new AppError(
        "request.conflict",
        "A part of it has gone back already: send the rest back at the provider too.",
      );
    const entry = suspenseRefundRequested({
      amount: money(payment.amountMinor, payment.currency),
      reference: markedAs(payment.moneyObject),
      effectiveOn: dayOf(context.now, context.business.zone),
    });
    await record(tx, entry, { actor: `agent:${userId}`, source: payment.id });
    await keep(context, asked, { payment, action: "suspense.to-refund", after: {} });
    await tellConsole(tx, businessId, [{ kind: "payment.changed", subjectId: payment.id }]);
    return "marked";
  });
}

/** Read again under the lock of its name: a report of the provider, or a colleague, may have been faster. */
async function lockUnplaced(
  { tx, business }: PaymentContext,
  { paymentId }: DecideMoney,
): Promise<UnplacedRow | undefined> {
  const seen = await unplacedPayment(tx, business.id, paymentId);
  if (!seen) return undefined;
  await lockMoneyObject(tx, business.id, seen.moneyObject);
  return unplacedPayment(tx, business.id, paymentId);
}

async function refuseOtherDebt(
  { tx, business }: PaymentContext,
  { debtorId, debtId }: PlaceMoney,
  { currency }: Money,
): Promise<void> {
  if (debtId === undefined) return;
  const open = await openDebts(tx, business.id, [debtorId]);
  if (!open.some(({ id, owed }) => id === debtId && owed.currency === currency))
    throw new AppError("request.invalid", `Nothing is owed in ${currency} on that debt of this debtor.`);
}

async function keep(
  { tx, business, now }: PaymentContext,
  { userId, note }: DecideMoney,
  { payment, action, after }: { payment: UnplacedRow; action: string; after: object },
): Promise<void> {
  await recordAudit(tx, business.id, {
    actor: userId,
    action,
    subject: "payment",
    subjectId: payment.id,
    before: { debtorId: null },
    after: { ...after, amount: toText(money(payment.amountMinor, payment.currency)), note: storable(note) },
    at: now,
  });
}
