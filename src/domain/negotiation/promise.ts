import { compare, type Money, sum } from "../money.ts";
import { addDays, daysBetween, type IsoDate } from "../time.ts";
import type { PlanPolicy } from "./terms.ts";

export type PromiseVerdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly because: "in_the_past" | "too_late" | "nothing" | "more_than_owed" };

/** May the bot take this promise by itself? Without an amount it is the whole balance. */
export function checkPromise(
  promise: { readonly on: IsoDate; readonly amount?: Money },
  owed: Money,
  policy: PlanPolicy,
  today: IsoDate,
): PromiseVerdict {
  const waitDays = daysBetween(today, promise.on);
  if (waitDays < 0) return { ok: false, because: "in_the_past" };
  if (waitDays > policy.maxPromiseDays) return { ok: false, because: "too_late" };
  const amount = promise.amount ?? owed;
  if (amount.minor <= 0n) return { ok: false, because: "nothing" };
  return compare(amount, owed) > 0 ? { ok: false, because: "more_than_owed" } : { ok: true };
}

export type PromiseStanding = "open" | "kept" | "broken";

/**
 * How a promise stands today: kept as soon as what settled since it was made reaches the amount, within the days of grace
 * after the day; broken from the day after these; open before. A payment smaller than promised does not keep it.
 */
export function promiseStanding(
  promise: { readonly on: IsoDate; readonly amount: Money; readonly madeOn: IsoDate },
  payments: readonly { readonly amount: Money; readonly effectiveOn: IsoDate }[],
  { today, graceDays }: { today: IsoDate; graceDays: number },
): PromiseStanding {
  const lastDay = addDays(promise.on, graceDays);
  const counted = payments.filter(({ effectiveOn }) => effectiveOn >= promise.madeOn && effectiveOn <= lastDay);
  const paid = sum(
    counted.map(({ amount }) => amount),
    promise.amount.currency,
  );
  if (compare(paid, promise.amount) >= 0) return "kept";
  return today > lastDay ? "broken" : "open";
}
