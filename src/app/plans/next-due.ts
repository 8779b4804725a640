import type { PlanRow } from "../../../db/words.ts";
import { type Money, money } from "../../domain/money.ts";
import type { IsoDate } from "../../domain/time.ts";

/**
 * The first instalment that is not fully paid, and what is missing on it. Derived from what settled since the plan was
 * agreed, oldest first: a missed event cannot falsify it. Undefined when all are paid, or there is no plan.
 */
export function nextDue(plan: PlanRow | undefined): { number: number; amount: Money; dueOn: IsoDate } | undefined {
  if (!plan) return undefined;
  let left = BigInt(plan.paidMinor);
  for (const { number, dueOn, amountMinor } of plan.instalments) {
    const amount = BigInt(amountMinor);
    if (left < amount) return { number, dueOn, amount: money(amount - left, plan.currency) };
    left -= amount;
  }
  return undefined;
}
