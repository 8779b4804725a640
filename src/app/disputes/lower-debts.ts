import { balances } from "../../../db/ledger/balances.ts";
import type { Origin } from "../../../db/ledger/hashes.ts";
import { record } from "../../../db/ledger/record.ts";
import { openDebts } from "../../../db/owed.ts";
import { present } from "../../domain/assert.ts";
import { AppError } from "../../domain/errors.ts";
import { debtAdjusted } from "../../domain/ledger/debts.ts";
import { type Money, negate, toText } from "../../domain/money.ts";
import { allocate } from "../../domain/negotiation/allocate.ts";
import { dayOf } from "../../domain/time.ts";
import type { MoveContext } from "../conversations/save-moves.ts";
import { settleAgreements } from "../payments/settle-agreements.ts";

export type Lowering = {
  readonly debtorId: string;
  /** Of the happening; each debt's entry has it with the debt's id behind. */
  readonly reference: string;
  readonly description: string;
  readonly origin: Origin;
};

/**
 * Lowers what is owed by exactly these amounts, one entry a debt: fees first, then interest, then principal, as a payment
 * would. Plan and promises follow from what is owed then. The caller holds the debtor's lock.
 * @throws {AppError} `request.invalid` when a debt is not the debtor's, or owes less than that.
 */
export async function lowerDebts(
  context: MoveContext,
  corrections: readonly { readonly debtId: string; readonly amount: Money }[],
  { debtorId, reference, description, origin }: Lowering,
): Promise<void> {
  const { tx, business, now } = context;
  const today = dayOf(now, business.zone);
  const open = new Map((await openDebts(tx, business.id, [debtorId])).map((debt) => [debt.id, debt]));
  const owed = await balances(tx, [...open.keys()]);
  for (const { debtId, amount } of corrections) {
    const debt = open.get(debtId);
    if (debt?.owed.currency !== amount.currency || amount.minor <= 0n || amount.minor > debt.owed.minor)
      throw new AppError("request.invalid", `${toText(amount)} is not owed on debt ${debtId}.`);
    const { principal, interest, fees } = present(owed.get(debtId), `what is owed on debt ${debtId}`);
    const { parts } = allocate(amount, [{ id: debtId, dueOn: debt.dueOn, principal, interest, fees }]);
    const part = present(parts[0], "the part of the debt");
    const entry = debtAdjusted({
      debt: { id: debtId, debtorId },
      principal: negate(part.principal),
      interest: negate(part.interest),
      fees: negate(part.fees),
      reference: `${reference}:${debtId}`,
      effectiveOn: today,
      description,
    });
    await record(tx, entry, origin);
  }
  await settleAgreements(context, debtorId);
}
