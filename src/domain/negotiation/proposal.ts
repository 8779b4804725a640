import { fromText, type Money, toText } from "../money.ts";
import type { IsoDate } from "../time.ts";
import { type Frequency, MOST_PARTS, type PlannedPart, type PlanTerms } from "./terms.ts";

/** What a debtor offered, with whatever of it could be read. Amounts are `toText` money. */
export type Proposal = {
  readonly firstAmount?: string;
  readonly firstOn?: IsoDate;
  readonly instalments?: number;
  readonly each?: string;
  readonly frequency?: Frequency;
  /** Payments named one by one. `rest` is what the others leave; without `on` or an amount a person asks. */
  readonly parts?: readonly OfferedPart[];
  /** The amount is to be the end of it, though more is owed: only a person may agree to less. */
  readonly settles?: true;
};

export type OfferedPart = {
  readonly amount?: string;
  /** A share of what is owed, in hundredths of a percent, where the amount could not be reckoned. */
  readonly basisPoints?: number;
  readonly rest?: true;
  readonly on?: IsoDate;
};

/** The longest a proposal may be read as: beyond ten years of months a number was misread. */
const MOST_INSTALMENTS = 120;

/**
 * A typed proposal as terms, or `undefined` when it does not say how the whole is paid: then a person asks.
 *
 * - "200 mil hoy y el resto en 3": the first and three more, four in all.
 * - "en 4 de 50 mil": four, when four of them pay what is owed; `each` alone gives the number of equal payments that are
 *   at most that amount.
 * - "todo el viernes": one payment.
 * - "200 mil hoy, 500 mil el 15 y el resto a fin de mes": these very days and amounts.
 *
 * Without a rhythm, months: it is what "en 3 cuotas" means where nothing else is said.
 */
export function proposalToTerms(proposal: Proposal, owed: Money, today: IsoDate): PlanTerms | undefined {
  if (owed.minor <= 0n || proposal.settles) return undefined;
  const named = proposal.parts && partsToTerms(proposal.parts, owed);
  // Where one of them has no day of its own, only a rhythm can give it one.
  if (named || (proposal.parts && proposal.frequency === undefined)) return named;
  const first = proposal.firstAmount === undefined ? undefined : fromText(proposal.firstAmount);
  if (proposal.firstAmount !== undefined && !isPartOf(first, owed)) return undefined;

  const rest = owed.minor - (first?.minor ?? 0n);
  const more = paymentsFor(proposal, rest, owed);
  if (more === undefined) return undefined;

  const instalments = first === undefined ? more : more + 1;
  if (instalments < 1 || instalments > MOST_INSTALMENTS) return undefined;
  return {
    instalments,
    frequency: proposal.frequency ?? "monthly",
    ...(first === undefined ? {} : { firstAmount: toText(first) }),
    ...(proposal.firstOn === undefined ? {} : { firstOn: proposal.firstOn }),
    ...(first !== undefined && proposal.firstOn === undefined ? { firstOn: today } : {}),
  };
}

/** Payments that follow no rhythm, if each has its day and amount, one after the other, and together they are what is owed. */
function partsToTerms(parts: readonly OfferedPart[], owed: Money): PlanTerms | undefined {
  if (parts.length < 2 || parts.length > MOST_PARTS) return undefined;
  let left = owed.minor;
  const planned: PlannedPart[] = [];
  for (const { amount, on } of parts) {
    const paid = amount === undefined ? undefined : fromText(amount);
    const last = planned.at(-1);
    if (on === undefined || !paid || !isPartOf(paid, owed) || (last && last.on >= on)) return undefined;
    left -= paid.minor;
    planned.push({ on, amount: toText(paid) });
  }
  return left === 0n ? { instalments: planned.length, frequency: "monthly", parts: planned } : undefined;
}

/** How many payments the rest takes; `undefined` when the debtor did not say, or said two things that differ. */
function paymentsFor({ instalments, each, firstOn }: Proposal, rest: bigint, owed: Money): number | undefined {
  if (rest === 0n) return 0;
  const part = each === undefined ? undefined : fromText(each);
  if (each !== undefined && !isPartOf(part, owed)) return undefined;

  const needed = part === undefined ? undefined : Number((rest + part.minor - 1n) / part.minor);
  if (instalments !== undefined) {
    if (!Number.isInteger(instalments) || instalments < 1) return undefined;
    return needed === undefined || needed === instalments ? instalments : undefined;
  }
  if (needed !== undefined) return needed;
  return rest === owed.minor && firstOn !== undefined ? 1 : undefined;
}

function isPartOf(amount: Money | undefined, owed: Money): amount is Money {
  return amount !== undefined && amount.currency === owed.currency && amount.minor > 0n && amount.minor <= owed.minor;
}
