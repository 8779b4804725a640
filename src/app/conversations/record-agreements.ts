import { insertPlans, insertPromises, lastSaid, type NewPlan, type NewPromise } from "../../../db/agreements.ts";
import { owedByDebtor } from "../../../db/owed.ts";
import type { Effects } from "../../../flows/vocabulary.ts";
import { assert, present } from "../../domain/assert.ts";
import { fromText, type Money } from "../../domain/money.ts";
import { withinPolicy } from "../../domain/negotiation/policy.ts";
import type { PlanPolicy } from "../../domain/negotiation/terms.ts";
import type { IsoDate } from "../../domain/time.ts";
import type { DecidedMove, MoveContext } from "./save-moves.ts";
import { todayOf } from "./today-of.ts";

type OfDebtor = { readonly id: string; readonly debtorId: string; readonly conversationId: string };

/** What a debtor promised; without an amount it is everything they owe. */
export type GivenPromise = OfDebtor & Effects["recordPromise"] & { readonly move: DecidedMove };

/** What a debtor said yes to, and the turn in which they said it. */
export type AgreedPlan = OfDebtor & Effects["recordPlan"] & { readonly move: DecidedMove };

/** Keeps promises and plans with the amounts of this moment: what is owed is read once for all of them. */
export async function recordAgreements(
  context: MoveContext,
  { promises, plans }: { readonly promises: readonly GivenPromise[]; readonly plans: readonly AgreedPlan[] },
): Promise<void> {
  if (promises.length + plans.length === 0) return;
  const { tx, business } = context;
  const today = ({ move }: { readonly move: DecidedMove }) => todayOf(context, move.before);
  const debtorIds = new Set([...promises, ...plans].map(({ debtorId }) => debtorId));
  const conversationIds = new Set(plans.map(({ conversationId }) => conversationId));
  const [owed, said] = await Promise.all([
    owedByDebtor(tx, business.id, [...debtorIds], business.currency),
    lastSaid(tx, business.id, [...conversationIds]),
  ]);
  const owedBy = ({ debtorId }: OfDebtor): Money => present(owed.get(debtorId), "what the debtor owes");
  await Promise.all([
    insertPromises(
      tx,
      business.id,
      promises.map((promise) => newPromise(promise, owedBy(promise), today(promise))),
    ),
    insertPlans(
      tx,
      business.id,
      plans.map((plan) => ({
        ...newPlan(plan, owedBy(plan), { policy: business.planPolicy, today: today(plan) }),
        acceptance: acceptanceOf(plan.move, said.get(plan.conversationId)),
      })),
    ),
  ]);
}

function newPromise({ on, amount, move: _, ...subject }: GivenPromise, owed: Money, today: IsoDate): NewPromise {
  return {
    ...subject,
    promisedOn: today,
    dueOn: on,
    amount: amount === undefined ? owed : present(fromText(amount), "the promised amount"),
  };
}

function newPlan(
  { terms, move: _, ...subject }: AgreedPlan,
  total: Money,
  { policy, today }: { policy: PlanPolicy; today: IsoDate },
): Omit<NewPlan, "acceptance"> {
  const verdict = withinPolicy(terms, total, policy, today);
  // The turn checks the terms against what is owed before it hears a yes, under the same lock.
  assert(verdict.ok, "a plan beyond the policy was agreed");
  return { ...subject, agreedOn: today, terms, total, instalments: verdict.offer.instalments };
}

/** The words that were read, the yes that answered them, and the flow in which both were said. */
function acceptanceOf({ before, waiting }: DecidedMove, confirmation: { id: string; body: string } | undefined) {
  return {
    confirmation,
    yes: waiting.map(({ id, body }) => ({ id, body })),
    flow: before.flow,
    version: before.flowVersion,
  };
}
