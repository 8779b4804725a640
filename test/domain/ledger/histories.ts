import fc from "fast-check";
import type { Debt } from "../../../src/domain/ledger/account.ts";
import type { DebtAmount } from "../../../src/domain/ledger/amounts.ts";
import {
  creditBroughtForward,
  debtAdjusted,
  debtRaised,
  debtWrittenOff,
  discountEarned,
  feeAccrued,
  interestAccrued,
} from "../../../src/domain/ledger/debts.ts";
import { disputeBorne, disputeLost, disputeReinstated, disputeWithdrawn } from "../../../src/domain/ledger/disputes.ts";
import type { Entry, Told } from "../../../src/domain/ledger/entry.ts";
import {
  creditApplied,
  paymentIdentified,
  paymentReceived,
  paymentUnidentified,
  recoveryReceived,
} from "../../../src/domain/ledger/payments.ts";
import { payout, providerFee } from "../../../src/domain/ledger/provider-money.ts";
import { refundFailed, refundRequested, refundSucceeded } from "../../../src/domain/ledger/refunds.ts";
import { reversed } from "../../../src/domain/ledger/reversed.ts";
import { add, type Currency, type Money, money } from "../../../src/domain/money.ts";
import { addDays, isoDate } from "../../../src/domain/time.ts";
import { debtOf } from "./sample.ts";

/** Three debtors with two debts each; the last of them owes dollars. */
export const DEBTS: readonly { debt: Debt; currency: Currency }[] = [1, 2, 3].flatMap((debtor) =>
  [0, 1].map((number) => ({
    debt: debtOf(debtor, number),
    currency: debtor === 3 ? ("USD" as const) : ("COP" as const),
  })),
);

type Pieces = { debt: Debt; amount: Money; line: DebtAmount; lineTotal: Money };

const through = "stripe";

const BUILDERS: readonly ((pieces: Pieces, told: Told) => Entry)[] = [
  ({ line }, told) => debtRaised({ ...line, ...told }),
  ({ line, amount }, told) => debtAdjusted({ ...line, principal: money(-amount.minor, amount.currency), ...told }),
  ({ debt, amount }, told) => interestAccrued({ debt, amount, ...told }),
  ({ debt, amount }, told) => feeAccrued({ debt, amount, ...told }),
  ({ debt, amount }, told) => creditBroughtForward({ debtorId: debt.debtorId, amount, ...told }),
  ({ debt, amount, line }, told) =>
    paymentReceived({ debtorId: debt.debtorId, amount, allocation: [line], through, ...told }),
  ({ amount }, told) => paymentUnidentified({ amount, through, ...told }),
  ({ debt, amount, line }, told) => paymentIdentified({ debtorId: debt.debtorId, amount, allocation: [line], ...told }),
  ({ debt, line }, told) => creditApplied({ debtorId: debt.debtorId, allocation: [line], ...told }),
  ({ debt, amount }, told) => recoveryReceived({ debt, amount, through, ...told }),
  ({ amount }, told) => providerFee({ amount, through, ...told }),
  ({ amount }, told) => payout({ amount, through, ...told }),
  ({ debt, amount, line }, told) => refundRequested({ debtorId: debt.debtorId, amount, allocation: [line], ...told }),
  ({ amount }, told) => refundSucceeded({ amount, through, ...told }),
  ({ debt, amount, line }, told) =>
    disputeWithdrawn({ debtorId: debt.debtorId, amount, allocation: [line], through, ...told }),
  ({ debt, amount, line }, told) =>
    disputeReinstated({ debtorId: debt.debtorId, amount, allocation: [line], through, ...told }),
  ({ amount }, told) => disputeLost({ amount, through, ...told }),
  ({ debt, amount, line }, told) =>
    disputeBorne({ debtorId: debt.debtorId, amount, allocation: [line], through, ...told }),
  ({ line }, told) => debtWrittenOff({ ...line, ...told }),
  ({ line }, told) => discountEarned({ ...line, ...told }),
];

type Dice = {
  readonly what: number;
  readonly which: number;
  readonly minor: bigint;
  readonly share: number;
  readonly day: number;
};

const dice: fc.Arbitrary<Dice> = fc.record({
  // One more than there are builders: an earlier entry is undone.
  what: fc.nat({ max: BUILDERS.length }),
  which: fc.nat({ max: DEBTS.length - 1 }),
  minor: fc.bigInt({ min: 3n, max: 10n ** 12n }),
  share: fc.nat({ max: 100 }),
  day: fc.nat({ max: 60 }),
});

/** Anything that can happen to money, in any order: also what no debtor could do, because the books must not care. */
export function historyOf(maxLength: number): fc.Arbitrary<Entry[]> {
  return fc.array(dice, { minLength: 1, maxLength }).map((throws) => {
    const history: Entry[] = [];
    for (const [index, thrown] of throws.entries()) history.push(happening(thrown, `event:${index}`, history));
    return history;
  });
}

function happening(thrown: Dice, reference: string, before: readonly Entry[]): Entry {
  const { debt, currency } = DEBTS[thrown.which % DEBTS.length] ?? { debt: debtOf(1), currency: "COP" };
  const told: Told = { reference, effectiveOn: addDays(isoDate("2026-01-15"), thrown.day) };
  const undone = new Set(before.map(({ reverses }) => reverses));
  const open = before.filter((entry) => entry.reverses === undefined && !undone.has(entry.reference));
  const target = open[thrown.which % Math.max(1, open.length)];
  const build = BUILDERS[thrown.what];
  if (build !== undefined) return build(piecesOf(debt, money(thrown.minor, currency), thrown.share), told);
  if (target === undefined) return debtRaised({ debt, principal: money(thrown.minor, currency), ...told });
  return target.kind === "refund requested" ? refundFailed(target, told) : reversed(target, told);
}

/** Splits an amount so that some of it goes to each part of the debt and some to nobody. */
function piecesOf(debt: Debt, amount: Money, share: number): Pieces {
  const part = (percent: number) => money((amount.minor * BigInt(percent)) / 300n, amount.currency);
  const line = {
    debt,
    principal: money(part(share).minor + 1n, amount.currency),
    interest: part(100 - share),
    fees: part(share >> 1),
  };
  return { debt, amount, line, lineTotal: add(add(line.principal, line.interest), line.fees) };
}
