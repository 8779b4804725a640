import { type Money, money } from "../../src/domain/money.ts";
import type { Tx } from "../client.ts";
import { currencyOf } from "./currency-of.ts";

export type DebtBalance = {
  readonly principal: Money;
  readonly interest: Money;
  readonly fees: Money;
  readonly total: Money;
};

/**
 * What is owed now on each of these debts, in one statement however many they are. A debt that the ledger does not know
 * is absent.
 */
export async function balances(tx: Tx, debtIds: readonly string[]): Promise<Map<string, DebtBalance>> {
  const found = await tx<{ debtId: string; currency: string; principal: bigint; interest: bigint; fees: bigint }[]>`
    select p.debt_id, p.currency,
      coalesce(sum(p.amount_minor) filter (where p.account_code = 1100), 0)::bigint as principal,
      coalesce(sum(p.amount_minor) filter (where p.account_code = 1110), 0)::bigint as interest,
      coalesce(sum(p.amount_minor) filter (where p.account_code = 1120), 0)::bigint as fees
    from ledger_posting p
    where p.business_id = current_business() and p.debt_id = any(${[...debtIds]}::uuid[])
    group by p.debt_id, p.currency`;
  return new Map(
    found.map(({ debtId, principal, interest, fees, currency: text }) => {
      const currency = currencyOf(text);
      const total = money(principal + interest + fees, currency);
      const parts = {
        principal: money(principal, currency),
        interest: money(interest, currency),
        fees: money(fees, currency),
      };
      return [debtId, { ...parts, total }];
    }),
  );
}
