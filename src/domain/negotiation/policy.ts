import { assert } from "../assert.ts";
import { compare, fromText, type Money, money } from "../money.ts";
import { addDays, daysBetween, type IsoDate } from "../time.ts";
import { dueDays, planInstalments } from "./schedule.ts";
import { MOST_PARTS, type Offer, type PlannedPart, type PlanPolicy, type PlanTerms } from "./terms.ts";

/** Why a plan needs a person's decision. Shown to the agent beside the numbers, never to the debtor as a refusal. */
export const POLICY_BREACHES = [
  "nothing_owed",
  "no_whole_number_of_instalments",
  "too_many_instalments",
  "frequency_not_offered",
  "amount_not_understood",
  "other_currency",
  "first_payment_too_small",
  "first_payment_too_large",
  "first_payment_too_late",
  "first_payment_in_the_past",
  "instalment_too_small",
  "parts_out_of_order",
  "parts_do_not_pay_it",
  "last_payment_too_late",
] as const;
export type PolicyBreach = (typeof POLICY_BREACHES)[number];

export type PolicyVerdict =
  | { readonly ok: true; readonly offer: Offer }
  | { readonly ok: false; readonly because: PolicyBreach };

/** May the bot agree to these terms by itself, for what is owed today? The dated offer when it may, the reason when not. */
export function withinPolicy(terms: PlanTerms, owed: Money, policy: PlanPolicy, today: IsoDate): PolicyVerdict {
  const breach = breachBeforeDating(terms, owed, policy, today);
  if (breach !== undefined) return { ok: false, because: breach };

  const instalments = planInstalments(owed, terms, today, { multipleOfMinor: policy.multipleOfMinor });
  const [first, ...others] = instalments;
  assert(first !== undefined, "a plan has at least one instalment");
  if (compare(first.amount, smallestFirst(owed, policy)) < 0) return { ok: false, because: "first_payment_too_small" };
  const smallest = money(policy.minInstalmentMinor, owed.currency);
  if (others.some(({ amount }) => compare(amount, smallest) < 0)) return { ok: false, because: "instalment_too_small" };
  return { ok: true, offer: { terms, total: owed, instalments } };
}

/**
 * The least that the first payment may be: the larger of the two floors, rounded up, and never more than what is owed, so
 * that paying everything at once is always within the policy.
 */
export function smallestFirst(owed: Money, policy: PlanPolicy): Money {
  const share = (owed.minor * BigInt(policy.minFirstPaymentBasisPoints) + 9_999n) / 10_000n;
  const floor = share > policy.minFirstPaymentMinor ? share : policy.minFirstPaymentMinor;
  return money(floor < owed.minor ? floor : owed.minor, owed.currency);
}

function breachBeforeDating(
  terms: PlanTerms,
  owed: Money,
  policy: PlanPolicy,
  today: IsoDate,
): PolicyBreach | undefined {
  if (owed.minor <= 0n) return "nothing_owed";
  if (!Number.isInteger(terms.instalments) || terms.instalments < 1) return "no_whole_number_of_instalments";
  if (terms.instalments > policy.maxInstalments) return "too_many_instalments";
  if (terms.parts !== undefined) return breachOfParts({ ...terms, parts: terms.parts }, owed, policy, today);
  if (!policy.frequencies.includes(terms.frequency)) return "frequency_not_offered";

  const waitDays = daysBetween(today, terms.firstOn ?? today);
  if (waitDays < 0) return "first_payment_in_the_past";
  if (waitDays > policy.maxDaysToFirstPayment) return "first_payment_too_late";
  if (terms.firstAmount === undefined) {
    return owed.minor < BigInt(terms.instalments) ? "instalment_too_small" : undefined;
  }
  return breachOfFirstAmount(terms, terms.firstAmount, owed);
}

/** Payments without a rhythm end no later than the longest plan that the policy has would, begun on the last day it allows. */
function breachOfParts(
  { instalments, parts }: PlanTerms & { readonly parts: readonly PlannedPart[] },
  owed: Money,
  policy: PlanPolicy,
  today: IsoDate,
): PolicyBreach | undefined {
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last || parts.length !== instalments || parts.length > MOST_PARTS)
    return "no_whole_number_of_instalments";
  const amounts = parts.map(({ amount }) => fromText(amount));
  if (amounts.some((amount) => amount === undefined)) return "amount_not_understood";
  if (amounts.some((amount) => amount?.currency !== owed.currency)) return "other_currency";
  if (amounts.some((amount) => (amount?.minor ?? 0n) <= 0n)) return "instalment_too_small";
  if (parts.some(({ on }, index) => index > 0 && on <= (parts[index - 1]?.on ?? on))) return "parts_out_of_order";
  if (first.on < today) return "first_payment_in_the_past";
  if (daysBetween(today, first.on) > policy.maxDaysToFirstPayment) return "first_payment_too_late";
  const begins = addDays(today, policy.maxDaysToFirstPayment);
  const latest = policy.frequencies
    .map((frequency) => dueDays(begins, frequency, policy.maxInstalments).at(-1) ?? begins)
    .sort()
    .at(-1);
  if (latest === undefined || last.on > latest) return "last_payment_too_late";
  const paid = amounts.reduce((sum, amount) => sum + (amount?.minor ?? 0n), 0n);
  return paid === owed.minor ? undefined : "parts_do_not_pay_it";
}

function breachOfFirstAmount(terms: PlanTerms, firstAmount: string, owed: Money): PolicyBreach | undefined {
  const first = fromText(firstAmount);
  if (first === undefined) return "amount_not_understood";
  if (first.currency !== owed.currency) return "other_currency";
  if (first.minor <= 0n) return "first_payment_too_small";

  const rest = owed.minor - first.minor;
  if (terms.instalments === 1) {
    if (rest > 0n) return "first_payment_too_small";
    return rest < 0n ? "first_payment_too_large" : undefined;
  }
  if (rest <= 0n) return "first_payment_too_large";
  return rest < BigInt(terms.instalments - 1) ? "instalment_too_small" : undefined;
}
