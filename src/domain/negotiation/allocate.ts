import { assert } from "../assert.ts";
import { add, least, type Money, subtract, toText, zero } from "../money.ts";
import type { IsoDate } from "../time.ts";

/** What an open debt or instalment is made of. */
export const BUCKETS = ["fees", "interest", "principal"] as const;
export type Bucket = (typeof BUCKETS)[number];

export type Payable = { readonly id: string; readonly dueOn: IsoDate } & { readonly [B in Bucket]: Money };

type AllocatedPart = { readonly id: string } & { readonly [B in Bucket]: Money };

type Allocation = {
  /** What each one receives, in the order it was paid; those that receive nothing are left out. */
  readonly parts: readonly AllocatedPart[];
  /** What is left when nothing more is owed: it belongs to the debtor, and goes to the overpayment account. */
  readonly overpaid: Money;
};

/**
 * Spreads a payment over what is open: the one the debtor chose first (Colombia, Código Civil 1654: the debtor may say
 * which debt is paid), then the oldest due day, equal days in the order given; inside each, fees, then interest, then
 * principal (CO CC 1653, AR CCCN 903: principal comes last unless the creditor consents, which `order` records).
 *
 * @throws {BrokenInvariant} when currencies differ or an amount is negative.
 */
export function allocate(
  payment: Money,
  open: readonly Payable[],
  { chosen, order = BUCKETS }: { chosen?: string; order?: readonly Bucket[] } = {},
): Allocation {
  assert(payment.minor >= 0n, `cannot allocate ${toText(payment)}`);
  let left = payment;
  const parts: AllocatedPart[] = [];
  for (const payable of inOrder(open, chosen)) {
    const part = pay(left, payable, order);
    const used = add(add(part.fees, part.interest), part.principal);
    if (used.minor === 0n) continue;
    left = subtract(left, used);
    parts.push(part);
  }
  return { parts, overpaid: left };
}

function inOrder(open: readonly Payable[], chosen: string | undefined): Payable[] {
  const rank = ({ id }: Payable) => (id === chosen ? 0 : 1);
  return [...open].sort((a, b) => rank(a) - rank(b) || (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

function pay(payment: Money, payable: Payable, order: readonly Bucket[]): AllocatedPart {
  const none = zero(payment.currency);
  let left = payment;
  let part: AllocatedPart = { id: payable.id, fees: none, interest: none, principal: none };
  for (const bucket of order) {
    const owed = payable[bucket];
    assert(owed.minor >= 0n, `${payable.id} owes ${toText(owed)} of ${bucket}`);
    const paid = least(left, owed);
    part = { ...part, [bucket]: paid };
    left = subtract(left, paid);
  }
  return part;
}
