import type { DateTime } from "luxon";
import { assert, present } from "../assert.ts";
import { type Money, subtract, toText } from "../money.ts";
import type { Attribution, DisputeStep, FactOf, FailureReason, PaymentFact, PaymentState } from "./payment-fact.ts";

/** Everything known about one payment. Made from facts each time, so that no order or repetition of them can bend it. */
export type PaymentStanding = {
  readonly payment: string;
  readonly state: PaymentState;
  readonly attribution: Attribution | undefined;
  /** What settled; before that, what was announced last. */
  readonly amount: Money | undefined;
  readonly settled: Settlement | undefined;
  /** Of the settled amount, what is neither refunded nor taken back by a dispute. */
  readonly kept: Money | undefined;
  readonly failedBecause: FailureReason | undefined;
  readonly fees: readonly Settlement[];
  readonly refunds: readonly Refund[];
  readonly disputes: readonly Dispute[];
  /** A refund, dispute or fee came before its payment: ask the provider for the payment, and post nothing yet. */
  readonly waitsForPayment: boolean;
};

export type Settlement = { readonly reference: string; readonly amount: Money; readonly at: DateTime };
export type Refund = Settlement & {
  readonly status: FactOf<"refund">["status"];
  readonly succeededAt: DateTime | undefined;
  readonly failedAt: DateTime | undefined;
};
export type Dispute = {
  readonly reference: string;
  readonly amount: Money;
  /** When each step happened first. A step that nobody reported is absent. */
  readonly steps: Readonly<Partial<Record<DisputeStep, DateTime>>>;
};

/** The same facts in any order and number give the same standing. They must all be about one payment. */
export function foldPayment(facts: readonly PaymentFact[]): PaymentStanding {
  const ordered = facts.toSorted(byTimeThenContent);
  const payment = present(ordered[0], "the first fact of a payment").payment;
  assert(
    ordered.every((fact) => fact.payment === payment),
    `facts of several payments were folded into ${payment}`,
  );

  const [settled] = settlements(ordered.filter((fact) => fact.type === "settled"));
  const fees = settlements(ordered.filter((fact) => fact.type === "fee"));
  const refunds = refundsOf(ordered.filter((fact) => fact.type === "refund"));
  const disputes = disputesOf(ordered.filter((fact) => fact.type === "dispute"));
  const kept = settled && keptOf(settled.amount, refunds, disputes);
  const attempt = ordered.findLast(isAttempt);

  return {
    payment,
    state: stateOf(kept, attempt),
    attribution: ordered.find((fact) => fact.attribution !== undefined)?.attribution,
    amount: settled?.amount ?? ordered.filter(isAttempt).findLast(saysAmount)?.amount,
    settled,
    kept,
    failedBecause: settled === undefined && attempt?.type === "failed" ? attempt.because : undefined,
    fees,
    refunds,
    disputes,
    waitsForPayment: settled === undefined && fees.length + refunds.length + disputes.length > 0,
  };
}

type AttemptFact = FactOf<"announced" | "to_verify" | "processing" | "failed">;

// A card may be declined and a voucher chosen next, so before money settles the latest word holds; of two in the same
// second, the later stage does (providers date events by the second).
const STAGES = ["announced", "to_verify", "processing", "failed", "settled", "fee", "refund", "dispute"] as const;

function byTimeThenContent(a: PaymentFact, b: PaymentFact): number {
  const apart = a.at.toMillis() - b.at.toMillis() || STAGES.indexOf(a.type) - STAGES.indexOf(b.type);
  if (apart !== 0) return apart;
  const [left, right] = [contentOf(a), contentOf(b)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function contentOf(fact: PaymentFact): string {
  return JSON.stringify(Object.entries(fact).sort(), (_key, value: unknown) =>
    typeof value === "bigint" ? value.toString() : value,
  );
}

function isAttempt(fact: PaymentFact): fact is AttemptFact {
  return ["announced", "to_verify", "processing", "failed"].includes(fact.type);
}

function saysAmount(fact: AttemptFact): fact is Exclude<AttemptFact, FactOf<"failed">> & { readonly amount: Money } {
  return fact.type !== "failed" && fact.amount !== undefined;
}

function stateOf(kept: Money | undefined, attempt: AttemptFact | undefined): PaymentState {
  if (kept !== undefined) return kept.minor > 0n ? "settled" : "reversed";
  return attempt?.type ?? "announced";
}

/** One for each reference, dated by its earliest report. @throws {BrokenInvariant} when one reference names two amounts. */
function settlements(facts: readonly FactOf<"settled" | "fee">[]): Settlement[] {
  return [...groupByReference(facts)].map(([reference, [first, ...others]]) => {
    assertSameAmount(first, others);
    return { reference, amount: first.amount, at: first.at };
  });
}

function refundsOf(facts: readonly FactOf<"refund">[]): Refund[] {
  return [...groupByReference(facts)].map(([reference, [first, ...others]]) => {
    const all = [first, ...others];
    assertSameAmount(first, others);
    // A bank can send back a refund that had succeeded; one that failed never succeeds afterwards.
    const failedAt = all.find((fact) => fact.status === "failed")?.at;
    const succeededAt = all.find((fact) => fact.status === "succeeded")?.at;
    const status = failedAt ? "failed" : succeededAt ? "succeeded" : "requested";
    return { reference, amount: first.amount, at: first.at, status, succeededAt, failedAt };
  });
}

function disputesOf(facts: readonly FactOf<"dispute">[]): Dispute[] {
  return [...groupByReference(facts)].map(([reference, [first, ...others]]) => {
    const all = [first, ...others];
    const steps: Partial<Record<DisputeStep, DateTime>> = {};
    for (const { step, at } of all) steps[step] ??= at;
    // The disputed amount may be corrected before the money moves; what was withdrawn is what counts.
    const [withdrawn, ...repeats] = all.filter((fact) => fact.step === "withdrawn");
    if (withdrawn) assertSameAmount(withdrawn, repeats);
    return { reference, amount: (withdrawn ?? all.at(-1) ?? first).amount, steps };
  });
}

function keptOf(settled: Money, refunds: readonly Refund[], disputes: readonly Dispute[]): Money {
  const refunded = refunds.filter(({ status }) => status !== "failed");
  const takenBack = disputes.filter(({ steps }) => steps.withdrawn !== undefined && steps.reinstated === undefined);
  return [...refunded, ...takenBack].reduce((left, { amount }) => subtract(left, amount), settled);
}

function groupByReference<T extends { readonly reference: string }>(facts: readonly T[]): Map<string, [T, ...T[]]> {
  const groups = new Map<string, [T, ...T[]]>();
  for (const fact of facts) {
    const group = groups.get(fact.reference);
    if (group) group.push(fact);
    else groups.set(fact.reference, [fact]);
  }
  return groups;
}

type Amounted = { readonly reference: string; readonly amount: Money };

function assertSameAmount(first: Amounted, others: readonly Amounted[]): void {
  for (const other of others) {
    assert(
      toText(other.amount) === toText(first.amount),
      `${first.reference} is ${toText(first.amount)} and ${toText(other.amount)}`,
    );
  }
}
