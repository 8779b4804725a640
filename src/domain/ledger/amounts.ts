import { assert } from "../assert.ts";
import { type Currency, type Money, money, negate, toText } from "../money.ts";
import { type Account, type Debt, feesOn, interestOn, principalOn } from "./account.ts";
import type { Posting } from "./entry.ts";

/** An amount of one debt by what it is made of. What is absent is nothing. */
export type DebtAmount = {
  readonly debt: Debt;
  readonly principal?: Money | undefined;
  readonly interest?: Money | undefined;
  readonly fees?: Money | undefined;
};

/** The whole of several debt amounts, in the one currency they must share. */
export function totalOf(lines: readonly DebtAmount[], currency: Currency): Money {
  let minor = 0n;
  for (const part of lines.flatMap(partsOf)) {
    assert(part.currency === currency, `${toText(part)} among amounts in ${currency}`);
    minor += part.minor;
  }
  return money(minor, currency);
}

/** Raises what is owed. No part may be negative: lowering has a name of its own. */
export function owedMore(lines: readonly DebtAmount[]): Posting[] {
  return lines.flatMap(postingsOf).map(({ account, amount }) => debit(account, amount));
}

/** Lowers what is owed. */
export function owedLess(lines: readonly DebtAmount[]): Posting[] {
  return lines.flatMap(postingsOf).map(({ account, amount }) => credit(account, amount));
}

/** A positive amount on the left side. Nothing at all is allowed and leaves no trace in the entry. */
export function debit(account: Account, amount: Money): Posting {
  assert(amount.minor >= 0n, `${toText(amount)} cannot be debited: credit it instead`);
  return { account, amount };
}

export function credit(account: Account, amount: Money): Posting {
  assert(amount.minor >= 0n, `${toText(amount)} cannot be credited: debit it instead`);
  return { account, amount: negate(amount) };
}

/** The currency of an amount that must have at least one part. */
export function currencyOf(line: DebtAmount): Currency {
  const [first] = partsOf(line);
  assert(first !== undefined, `nothing is said of debt ${line.debt.id}`);
  return first.currency;
}

export function postingsOf({ debt, principal, interest, fees }: DebtAmount): Posting[] {
  return [
    ...(fees === undefined ? [] : [{ account: feesOn(debt), amount: fees }]),
    ...(interest === undefined ? [] : [{ account: interestOn(debt), amount: interest }]),
    ...(principal === undefined ? [] : [{ account: principalOn(debt), amount: principal }]),
  ];
}

function partsOf(line: DebtAmount): Money[] {
  return postingsOf(line).map(({ amount }) => amount);
}
