import { type Currency, DECIMALS, isCurrency, type Money, money } from "../../money.ts";
import type { SpokenLanguage } from "../reading.ts";
import type { Token } from "../tokens.ts";
import type { Exactness } from "./money/how-exact.ts";
import type { ShareReading } from "./money/read-share.ts";
import { readSums, type SumReading } from "./money/read-sums.ts";
import { ONE } from "./numbers/digits.ts";

export type MoneyReading = {
  readonly amount: Money;
  /** Tokens `first` up to but without `end`. */
  readonly first: number;
  readonly end: number;
  /** Said to be money, by a sign, a unit, a scale or slang; a bare number is money only where an amount is awaited. */
  readonly explicit: boolean;
  /** Not the debt's currency: nothing is agreed in it, and nothing converted. */
  readonly foreign: boolean;
  readonly exactness: Exactness;
  /** Of a range its ends; of what can be read in several ways the least and the most. Each end is a reading of its own. */
  readonly range?: { readonly from: Money; readonly to: Money };
  /** Said without its thousands, where nobody owes less: "200" are COP 200,000. */
  readonly inThousands: boolean;
};

/** Money we keep no books in: ISO 4217, `XXX` when it cannot be told whose. */
export type ForeignReading = Pick<MoneyReading, "first" | "end" | "exactness"> & {
  readonly currency: string;
  /** The number that was said, exact: "1500.5". */
  readonly said: string;
};

/** `amount` when it is known how much is owed; it is rounded down to the smallest unit. */
export type ShareOfDebt = ShareReading & { readonly amount?: Money };

export type MoneyRead = {
  readonly amounts: readonly MoneyReading[];
  readonly foreign: readonly ForeignReading[];
  readonly shares: readonly ShareOfDebt[];
};

export type MoneyContext = {
  readonly currency: Currency;
  readonly country: string;
  readonly language?: SpokenLanguage;
  readonly owed?: Money;
};

/** Every amount of the message, left to right, exact to the currency's smallest unit. */
export function readMoney(tokens: readonly Token[], context: MoneyContext): readonly MoneyReading[] {
  return readAllMoney(tokens, context).amounts;
}

/** The amounts, the ones in money that we do not collect, and the shares of the debt. */
export function readAllMoney(tokens: readonly Token[], context: MoneyContext): MoneyRead {
  const { sums, shares } = readSums(tokens, context);
  return {
    amounts: sums.flatMap((sum) => moneyOf(sum, context) ?? []),
    foreign: sums.flatMap((sum) => foreignOf(sum) ?? []),
    shares: shares.map((share) => ({ ...share, ...shareOf(share, context.owed) })),
  };
}

function moneyOf(sum: SumReading, { currency: debt }: MoneyContext): MoneyReading | undefined {
  const { first, end, explicit, exactness } = sum;
  const currency = sum.currency ?? debt;
  if (!isCurrency(currency)) return undefined;
  const inThousands = sum.unscaled && isSaidInThousands(sum.millionths, currency);
  const [amount, from, to] = [sum.millionths, sum.ends?.from, sum.ends?.to].map((millionths) =>
    millionths === undefined ? undefined : toMoney(inThousands ? millionths * 1_000n : millionths, currency),
  );
  if (!amount || amount.minor === 0n) return undefined;
  return {
    amount,
    first,
    end,
    explicit,
    foreign: currency !== debt,
    exactness,
    ...(from && to && { range: { from, to } }),
    inThousands,
  };
}

function foreignOf({ currency, said, first, end, exactness }: SumReading): ForeignReading | undefined {
  return currency === undefined || isCurrency(currency) ? undefined : { currency, said, first, end, exactness };
}

/**
 * Nobody in Colombia or Chile owes or pays 200 pesos: "puedo dar 200" means 200 thousand there. It is echoed in full
 * before anything is agreed.
 */
function isSaidInThousands(millionths: bigint, currency: Currency): boolean {
  return (currency === "COP" || currency === "CLP") && millionths >= 10n * ONE && millionths < 1_000n * ONE;
}

/** Undefined when the currency has no coin that small, or the number is no amount anybody owes. */
function toMoney(millionths: bigint, currency: Currency): Money | undefined {
  const scaled = millionths * 10n ** BigInt(DECIMALS[currency]);
  if (scaled % ONE !== 0n || millionths >= 10n ** 15n * ONE) return undefined;
  return money(scaled / ONE, currency);
}

function shareOf({ numerator, denominator, of }: ShareReading, owed: Money | undefined): { amount: Money } | undefined {
  return owed && of === "debt" ? { amount: money((owed.minor * numerator) / denominator, owed.currency) } : undefined;
}
