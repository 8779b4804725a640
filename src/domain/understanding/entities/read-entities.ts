import type { Context } from "../reading.ts";
import type { Text, Token } from "../tokens.ts";
import { type DayReading, readDays } from "./read-days.ts";
import { type MoneyReading, readAllMoney, type ShareOfDebt } from "./read-money.ts";
import type { DayContext } from "./written-dates.ts";

/** The days and amounts of a message, none counted twice, with what surrounds them. */
export type Entities = {
  readonly tokens: readonly Token[];
  readonly days: readonly DayReading[];
  readonly amounts: readonly MoneyReading[];
  /** An amount in a currency that is not the debt's: nothing is agreed in it. */
  readonly foreign: boolean;
  /** "La mitad", "30 %": of the debt, with how much that is when it is known what is owed. */
  readonly shares: readonly ShareOfDebt[];
};

/** Fifteenth and last day of the month: when most of Latin America is paid. */
export const USUAL_PAY_DAYS: readonly number[] = [15, 31];

export function dayContextOf({ today, language, country, payDays }: Context): DayContext {
  return { today, language, country, payDays: payDays && payDays.length > 0 ? payDays : USUAL_PAY_DAYS };
}

export function readEntities({ tokens }: Text, context: Context): Entities {
  const days = readDays(tokens, dayContextOf(context));
  const read = readAllMoney(tokens, context);
  const isNoDay = ({ first, end }: { first: number; end: number }) =>
    !days.some((day) => first < day.end && day.first < end);
  const amounts = read.amounts.filter(isNoDay);
  const local = amounts.filter(({ foreign }) => !foreign);
  const foreign = local.length < amounts.length || read.foreign.some(isNoDay);
  return { tokens, days, amounts: local, foreign, shares: read.shares.filter(isNoDay) };
}
