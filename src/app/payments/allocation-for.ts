import type { Tx } from "../../../db/client.ts";
import { balances } from "../../../db/ledger/balances.ts";
import { openDebts } from "../../../db/owed.ts";
import { present } from "../../domain/assert.ts";
import type { DebtAmount } from "../../domain/ledger/amounts.ts";
import type { Money } from "../../domain/money.ts";
import { allocate } from "../../domain/negotiation/allocate.ts";

/**
 * Which of a debtor's debts an amount pays, as they stand now: the one somebody chose, then the oldest due first. What it
 * leaves over is not listed, and becomes the debtor's credit. The caller holds the debtor's lock.
 */
export async function allocationFor(
  tx: Tx,
  businessId: string,
  { debtorId, amount, chosen }: { debtorId: string; amount: Money; chosen?: string | undefined },
): Promise<DebtAmount[]> {
  const debts = (await openDebts(tx, businessId, [debtorId])).filter(({ owed }) => owed.currency === amount.currency);
  const owed = await balances(
    tx,
    debts.map(({ id }) => id),
  );
  const payable = debts.map(({ id, dueOn }) => {
    const { principal, interest, fees } = present(owed.get(id), `what is owed on debt ${id}`);
    return { id, dueOn, principal, interest, fees };
  });
  return allocate(amount, payable, chosen === undefined ? {} : { chosen }).parts.map(({ id, ...parts }) => ({
    debt: { id, debtorId },
    ...parts,
  }));
}
