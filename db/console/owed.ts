import { OWED } from "../../src/domain/ledger/chart.ts";
import { type Money, money } from "../../src/domain/money.ts";
import type { Tx } from "../client.ts";
import { currencyOf } from "../ledger/currency-of.ts";

/** What each of these debtors owes, one amount a currency; whoever owes nothing is absent. */
export async function owedInEachCurrency(
  tx: Tx,
  businessId: string,
  debtorIds: readonly string[],
): Promise<Map<string, Money[]>> {
  const found = await tx<{ debtorId: string; currency: string; owed: bigint }[]>`
    select debtor_id, currency, sum(amount_minor)::bigint as owed from ledger_posting
    where business_id = ${businessId} and debtor_id = any(${[...debtorIds]}::uuid[]) and account_code = any(${[...OWED]}::smallint[])
    group by debtor_id, currency having sum(amount_minor) <> 0
    order by debtor_id, currency`;
  const byDebtor = Map.groupBy(found, ({ debtorId }) => debtorId);
  return new Map(
    [...byDebtor].map(([id, rows]) => [id, rows.map(({ owed, currency }) => money(owed, currencyOf(currency)))]),
  );
}
