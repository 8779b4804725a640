import type { Context } from "../reading.ts";
import type { Text, Token } from "../tokens.ts";
import { type DayReading, readDays } from "./read-days.ts";
import { type MoneyReading, readMoney } from "./read-money.ts";
import type { DayContext } from "./written-dates.ts";

/** The days and amounts of a message, none counted twice, with what surrounds them. */
export type Entities = {
  readonly tokens: readonly Token[];
  readonly days: readonly DayReading[];
  readonly amounts: readonly MoneyReading[];
  /** An amount in a currency that is not the debt's: nothing is agreed in it. */
  readonly foreign: boolean;
};

/** Fifteenth and last day of the month: when most of Latin America is paid. */
const PAY_DAYS = [15, 31] as const;

export function dayContextOf({ today, language, country, payDays }: Context): DayContext {
  return { today, language, country, payDays: payDays && payDays.length > 0 ? payDays : PAY_DAYS };
}

export function readEntities({ tokens }: Text, context: Context): Entities {
  const days = readDays(tokens, dayContextOf(context));
  const amounts = readMoney(tokens, context).filter(
    (amount) => !days.some((day) => amount.first < day.end && day.first < amount.end),
  );
  const local = amounts.filter(({ amount }) => amount.currency === context.currency);
  return { tokens, days, amounts: local, foreign: local.length < amounts.length };
}
