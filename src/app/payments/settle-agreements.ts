import { owedByDebtor } from "../../../db/owed.ts";
import { settlePlan } from "../../../db/payments/debtors.ts";
import { settlePromises } from "../../../db/promises.ts";
import { present } from "../../domain/assert.ts";
import type { MoveContext } from "../conversations/save-moves.ts";

export type Agreements = { readonly stillOwed: boolean; readonly promiseKept: boolean };

/**
 * Plan and promises of a debtor follow from what has settled and what is owed by now. Comes after whatever changed either; the
 * caller holds the debtor's lock.
 */
export async function settleAgreements({ tx, business, now }: MoveContext, debtorId: string): Promise<Agreements> {
  const owed = present(
    (await owedByDebtor(tx, business.id, [debtorId], business.currency)).get(debtorId),
    "what the debtor owes",
  );
  const owesNothing = owed.minor <= 0n;
  await settlePlan(tx, business.id, { debtorId, owesNothing });
  const promises = await settlePromises(
    tx,
    business.id,
    { now, zone: business.zone },
    { ofDebtor: debtorId, owesNothing },
  );
  return { stillOwed: !owesNothing, promiseKept: promises.some(({ state }) => state === "kept") };
}
