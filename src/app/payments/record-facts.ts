import { tellConsole } from "../../../db/intake.ts";
import type { Origin } from "../../../db/ledger/hashes.ts";
import { lockDebtor } from "../../../db/payments/debtors.ts";
import { insertLookUps, raiseAlarmOnce } from "../../../db/payments/deliveries.ts";
import { factsOf, insertFacts, lockMoneyObject, type SourcedFact } from "../../../db/payments/facts.ts";
import { endAttempt, type LinkRow, readLink } from "../../../db/payments/links.ts";
import { findPayment, savePayment } from "../../../db/payments/payments.ts";
import type { LockedConversation } from "../../../db/turns.ts";
import { businessTime } from "../../clock.ts";
import { present } from "../../domain/assert.ts";
import { toText } from "../../domain/money.ts";
import { foldPayment, type PaymentStanding } from "../../domain/payments/fold-payment.ts";
import type { FailureReason } from "../../domain/payments/payment-fact.ts";
import { dayOf } from "../../domain/time.ts";
import type { PaymentContext } from "./payment-context.ts";
import { postEntries } from "./post-entries.ts";
import { receiptConversation } from "./receipt-conversation.ts";
import { settleAgreements } from "./settle-agreements.ts";
import { tellDebtor } from "./tell-debtor.ts";

export type ToldFacts = {
  readonly provider: string;
  /** All about one payment. */
  readonly facts: readonly SourcedFact[];
  readonly origin: Origin;
  /** Whose it is, where no link of ours says so: a transfer that an agent found. */
  readonly payer?: { readonly debtorId: string; readonly conversationId: string };
  /** The provider can be asked for what its events leave out. */
  readonly canBeAsked: boolean;
};

/**
 * Takes in what was told about one payment and brings everything that follows from it up to date: the payment's row, the
 * ledger, plan and promise, the debtor's thanks. All of it is derived from all facts known, so they may come in any order and
 * number. One transaction, the caller's.
 *
 * Locks are taken in this order, as everywhere: the payment's name, the conversation, the debtor, then rows. Nothing that
 * waits for a conversation holds a debtor, so neither a turn, an agent nor an import can stand crosswise to it.
 */
export async function recordFacts(context: PaymentContext, told: ToldFacts): Promise<PaymentStanding> {
  const { tx, business } = context;
  const moneyObject = present(told.facts[0], "a fact about a payment").fact.payment;
  await lockMoneyObject(tx, business.id, moneyObject);
  const known = await factsOf(tx, business.id, moneyObject);
  await insertFacts(tx, business.id, told.facts);
  const standing = foldPayment(await factsOf(tx, business.id, moneyObject));
  const change = { before: known.length === 0 ? undefined : foldPayment(known), after: standing };

  const link = await linkOf(context, standing);
  const payment = await findPayment(tx, business.id, moneyObject);
  // Once the ledger has it, whose it is changes by an entry and not by a late report.
  const debtorId = change.before?.settled ? (payment?.debtorId ?? null) : payerOf(context, standing, { link, told });
  const conversation = await conversationToTell(context, change, { debtorId, link, told });
  if (debtorId !== null) await lockDebtor(tx, business.id, debtorId);

  await postEntries({ tx, business, standing, through: told.provider, debtorId, origin: told.origin });
  const paymentId = await save(context, standing, {
    debtorId,
    linkId: link?.id ?? payment?.paymentLinkId ?? null,
    provider: told.provider,
    isKnown: payment !== undefined,
  });
  if (link) await closeCheckout(context, standing, link);
  await askLater(context, change, told);
  await callPerson(context, change, debtorId);
  if (debtorId !== null) {
    const agreements = await settleAgreements(context, debtorId);
    const happened = hasSettled(change) ? "settled" : "failed";
    if (conversation) await tellDebtor(context, conversation, { happened, agreements });
  }
  if (paymentId !== undefined)
    await tellConsole(tx, business.id, [
      { kind: "payment.changed", subjectId: paymentId },
      ...(debtorId === null ? [] : [{ kind: "debtor.changed", subjectId: debtorId }]),
    ]);
  return standing;
}

type Change = { readonly before: PaymentStanding | undefined; readonly after: PaymentStanding };

async function linkOf(
  { tx, business }: PaymentContext,
  { attribution }: PaymentStanding,
): Promise<LinkRow | undefined> {
  return attribution?.businessId === business.id ? readLink(tx, business.id, attribution.paymentLinkId) : undefined;
}

/** Null: money of another currency than the debts, or whose link is not ours, is placed by a person. */
function payerOf(
  { business }: PaymentContext,
  { amount }: PaymentStanding,
  { link, told }: { link: LinkRow | undefined; told: ToldFacts },
): string | null {
  if (amount !== undefined && amount.currency !== business.currency) return null;
  return told.payer?.debtorId ?? link?.debtorId ?? null;
}

const hasSettled = ({ before, after }: Change): boolean => before?.settled === undefined && after.settled !== undefined;

/** Failures of which only we can tell the payer: a page that ran out was closed by us or left by them. */
const WORTH_TELLING: readonly FailureReason[] = ["declined", "canceled", "voucher_unpaid"];

function hasFailed({ before, after }: Change): boolean {
  return before?.state !== "failed" && after.failedBecause !== undefined && WORTH_TELLING.includes(after.failedBecause);
}

async function conversationToTell(
  context: PaymentContext,
  change: Change,
  { debtorId, link, told }: { debtorId: string | null; link: LinkRow | undefined; told: ToldFacts },
): Promise<LockedConversation | undefined> {
  if (debtorId === null || !(hasSettled(change) || hasFailed(change))) return undefined;
  const conversationId = told.payer?.conversationId ?? link?.conversationId;
  return receiptConversation(context, { debtorId, conversationId, mayBegin: hasSettled(change) });
}

/** Only what is on its way or here has a row: an abandoned page is no payment. */
async function save(
  { tx, business }: PaymentContext,
  standing: PaymentStanding,
  {
    debtorId,
    linkId,
    provider,
    isKnown,
  }: { debtorId: string | null; linkId: string | null; provider: string; isKnown: boolean },
): Promise<string | undefined> {
  const { state, settled, kept, amount } = standing;
  if (amount === undefined || !(isKnown || state === "processing" || state === "settled" || state === "reversed"))
    return undefined;
  return savePayment(tx, business.id, {
    moneyObject: standing.payment,
    provider,
    debtorId,
    paymentLinkId: linkId,
    state,
    // Of a payment that was refunded in part, what is left pays promises and instalments.
    amount: state === "settled" && kept ? kept : amount,
    paidOn: settled ? dayOf(businessTime(settled.at, Number(business.clockOffsetMs)), business.zone) : null,
  });
}

/** A page that is paid, printed or run out is not opened again. One where a card was declined stays open. */
async function closeCheckout(
  { tx, business }: PaymentContext,
  { attribution, state, failedBecause }: PaymentStanding,
  link: LinkRow,
): Promise<void> {
  const isOver =
    state === "processing" ||
    state === "settled" ||
    state === "reversed" ||
    (failedBecause !== undefined && failedBecause !== "declined");
  if (isOver && attribution) await endAttempt(tx, business.id, { id: link.id, attempt: attribution.attempt });
}

/** The provider's fee is in no event, and a refund can overtake its payment: both are asked for. */
async function askLater(
  { tx, business, realNow }: PaymentContext,
  change: Change,
  { provider, canBeAsked }: ToldFacts,
): Promise<void> {
  if (!canBeAsked) return;
  const { payment, fees, waitsForPayment } = change.after;
  const question = { provider, objectId: payment, now: realNow };
  const forFee =
    hasSettled(change) && fees.length === 0 ? [{ ...question, round: "fee", at: realNow.plus({ seconds: 20 }) }] : [];
  const forPayment = waitsForPayment ? [{ ...question, round: "payment", at: realNow.plus({ seconds: 20 }) }] : [];
  await insertLookUps(tx, business.id, [...forFee, ...forPayment]);
}

async function callPerson({ tx, business }: PaymentContext, change: Change, debtorId: string | null): Promise<void> {
  const { payment, settled, disputes, refunds } = change.after;
  const failed = refunds.filter(({ reference, failedAt }) => {
    return failedAt && !change.before?.refunds.some((known) => known.reference === reference && known.failedAt);
  });
  const alarms = [
    ...(hasSettled(change) && settled && debtorId === null
      ? [
          {
            kind: "payment.unplaced",
            detail: `${toText(settled.amount)} (${payment}) belongs to no link or debt here: it is in suspense.`,
          },
        ]
      : []),
    ...(disputes.length > (change.before?.disputes.length ?? 0)
      ? [
          {
            kind: "payment.disputed",
            detail: `The bank disputes ${payment}: answer it at the provider before its term ends.`,
          },
        ]
      : []),
    ...failed.map(({ amount }) => ({
      kind: "payment.refund-failed",
      detail: `${toText(amount)} of ${payment} could not be sent back: it is here again, and counts as before.`,
    })),
  ];
  for (const alarm of alarms) await raiseAlarmOnce(tx, business.id, alarm);
  if (alarms.length > 0) await tellConsole(tx, business.id, [{ kind: "alarm.changed", subjectId: null }]);
}
