import { assert } from "../assert.ts";
import { fromText, type Money, money, subtract, sum, toText } from "../money.ts";
import { addDays, addMonths, endOfMonth, type IsoDate } from "../time.ts";
import type { Frequency, Instalment, PlanTerms } from "./terms.ts";

/**
 * The dated instalments that pay `owed` under these terms: ascending days, each amount above zero, the whole and no more.
 * `multipleOfMinor` rounds every instalment but the last, which takes the remainder.
 *
 * @throws {BrokenInvariant} when the terms cannot pay it: a first payment that is no amount, or not less than what is
 * owed, or more instalments than minor units. Ask `withinPolicy` before; it answers these with words.
 */
export function planInstalments(
  owed: Money,
  terms: PlanTerms,
  today: IsoDate,
  { multipleOfMinor = 1n }: { multipleOfMinor?: bigint } = {},
): Instalment[] {
  const amounts = terms.parts?.map(({ amount }) => amountOf(amount)) ?? amountsOf(owed, terms, multipleOfMinor);
  const days = terms.parts?.map(({ on }) => on) ?? dueDays(terms.firstOn ?? today, terms.frequency, terms.instalments);

  const instalments = amounts.map((amount, index) => {
    const dueOn = days[index];
    assert(dueOn !== undefined, `instalment ${index + 1} has no day`);
    return { number: index + 1, dueOn, amount };
  });
  const total = sum(amounts, owed.currency);
  assert(total.minor === owed.minor, `a plan of ${toText(total)} does not pay ${toText(owed)}`);
  return instalments;
}

/**
 * `count` days from the first on. Months count from the first day itself each time, so that 31 January, 29 February,
 * 31 March does not drift to the 29th for good; a quincena is the 15th or the month's last day, never "every 15 days",
 * which is another calendar (and RFC 5545's BYMONTHDAY=15,30 silently drops February).
 */
export function dueDays(first: IsoDate, frequency: Frequency, count: number): IsoDate[] {
  const days = [first];
  for (let index = 1; index < count; index += 1) {
    days.push(
      frequency === "weekly"
        ? addDays(first, index * 7)
        : frequency === "monthly"
          ? addMonths(first, index)
          : quincenaAfter(days[index - 1] ?? first),
    );
  }
  return days.slice(0, count);
}

/** The next 15th or last day of a month that comes after this day. */
export function quincenaAfter(day: IsoDate): IsoDate {
  const dayOfMonth = Number(day.slice(8));
  if (dayOfMonth < 15) return addDays(day, 15 - dayOfMonth);
  const last = endOfMonth(day);
  return day < last ? last : addDays(last, 15);
}

function amountsOf(owed: Money, terms: PlanTerms, multipleOfMinor: bigint): Money[] {
  assert(owed.minor > 0n, `${toText(owed)} needs no plan`);
  if (terms.firstAmount === undefined) return evenly(owed, terms.instalments, multipleOfMinor);

  const first = amountOf(terms.firstAmount);
  assert(first.minor > 0n, `a first payment of ${terms.firstAmount} pays nothing`);
  const rest = subtract(owed, first);
  if (terms.instalments === 1) {
    assert(rest.minor === 0n, `one payment of ${terms.firstAmount} does not pay ${toText(owed)}`);
    return [first];
  }
  assert(rest.minor > 0n, `a first payment of ${terms.firstAmount} leaves nothing of ${toText(owed)} to plan`);
  return [first, ...evenly(rest, terms.instalments - 1, multipleOfMinor)];
}

function amountOf(text: string): Money {
  const amount = fromText(text);
  assert(amount !== undefined, `${text} is no amount`);
  return amount;
}

/**
 * Equal parts rounded to the nearest multiple, half up, and the remainder in the last: 1,000 in 6 is five of 167 and one
 * of 165, as Fineract's loan products with `installmentAmountInMultiplesOf` do. Where rounding up would leave nothing for
 * the last, parts are rounded down instead.
 */
export function evenly(whole: Money, parts: number, multipleOfMinor: bigint): Money[] {
  assert(Number.isInteger(parts) && parts > 0, `cannot split into ${parts} parts`);
  assert(multipleOfMinor > 0n, `${multipleOfMinor} is no unit to round to`);
  assert(whole.minor >= BigInt(parts), `${toText(whole)} cannot be paid in ${parts} parts`);

  const count = BigInt(parts);
  const unit = whole.minor / count >= multipleOfMinor ? multipleOfMinor : 1n;
  const nearest = ((2n * whole.minor + count * unit) / (2n * count * unit)) * unit;
  const down = (whole.minor / count / unit) * unit;
  const each = nearest * (count - 1n) < whole.minor ? nearest : down;
  const last = whole.minor - each * (count - 1n);
  return [...Array.from({ length: parts - 1 }, () => money(each, whole.currency)), money(last, whole.currency)];
}
