import { compare, type Money, money, toText } from "../money.ts";
import type { IsoDate } from "../time.ts";
import { smallestFirst, withinPolicy } from "./policy.ts";
import { evenly } from "./schedule.ts";
import type { Frequency, Offer, PlanPolicy, PlanTerms } from "./terms.ts";

/** More than these are a menu, and a menu is answered less often than a choice. */
const MOST_OFFERS = 6;

/** How many payments are worth offering at each rhythm; the policy's own largest number is added. */
const COUNTS: Record<Frequency, readonly number[]> = {
  monthly: [2, 3],
  quincenal: [2, 4],
  weekly: [4],
};

/**
 * A few clear plans the policy allows today, in the policy's order of rhythms and with fewer payments first. Instalments
 * are equal; where the policy wants more at first than an equal part, the first is exactly that and the rest are equal.
 * Empty when no plan is possible: the balance can still be paid whole.
 */
export function offersFor(owed: Money, policy: PlanPolicy, today: IsoDate): Offer[] {
  return policy.frequencies
    .flatMap((frequency, index) => countsFor(frequency, index === 0, policy).map((count) => ({ frequency, count })))
    .map(({ frequency, count }) => withinPolicy(termsFor(owed, count, frequency, policy), owed, policy, today))
    .flatMap((verdict) => (verdict.ok ? [verdict.offer] : []))
    .slice(0, MOST_OFFERS);
}

/** The longest plan is shown for the policy's first rhythm only: it is the one the business prefers. */
function countsFor(frequency: Frequency, preferred: boolean, policy: PlanPolicy): number[] {
  const counts = new Set(COUNTS[frequency].filter((count) => count <= policy.maxInstalments));
  if (preferred && policy.maxInstalments > 1) counts.add(policy.maxInstalments);
  return [...counts].sort((a, b) => a - b);
}

function termsFor(owed: Money, instalments: number, frequency: Frequency, policy: PlanPolicy): PlanTerms {
  const terms = { instalments, frequency };
  if (owed.minor < BigInt(instalments)) return terms;
  const floor = smallestFirst(owed, policy);
  const [equal = owed] = evenly(owed, instalments, policy.multipleOfMinor);
  return compare(equal, floor) >= 0 ? terms : { ...terms, firstAmount: toText(roundedUp(floor, policy)) };
}

function roundedUp({ minor, currency }: Money, { multipleOfMinor }: PlanPolicy): Money {
  return money(((minor + multipleOfMinor - 1n) / multipleOfMinor) * multipleOfMinor, currency);
}
