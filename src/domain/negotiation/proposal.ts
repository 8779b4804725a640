import { fromText, type Money, toText } from "../money.ts";
import type { IsoDate } from "../time.ts";
import type { Frequency, PlanTerms } from "./terms.ts";

/** What a debtor offered, with whatever of it could be read. Amounts are `toText` money. */
export type Proposal = {
  readonly firstAmount?: string;
  readonly firstOn?: IsoDate;
  readonly instalments?: number;
  readonly each?: string;
  readonly frequency?: Frequency;
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
 *
 * Without a rhythm, months: it is what "en 3 cuotas" means where nothing else is said.
 */
export function proposalToTerms(proposal: Proposal, owed: Money, today: IsoDate): PlanTerms | undefined {
  if (owed.minor <= 0n) return undefined;
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

function isPartOf(amount: Money | undefined, owed: Money): boolean {
  return amount !== undefined && amount.currency === owed.currency && amount.minor > 0n && amount.minor <= owed.minor;
}
