import { BrokenInvariant } from "../../src/domain/assert.ts";
import { type AccountCode, isAccountCode } from "../../src/domain/ledger/chart.ts";
import { type Money, money } from "../../src/domain/money.ts";
import type { IsoDate } from "../../src/domain/time.ts";
import type { Tx } from "../client.ts";
import { currencyOf } from "./currency-of.ts";

/** All that was debited and all that was credited to one code of the chart, over all its holders. */
export type TrialBalanceLine = { readonly code: AccountCode; readonly debits: Money; readonly credits: Money };

/** By code and currency. In each currency, debits and credits come to the same. */
export async function trialBalance(tx: Tx, { asOf }: { asOf?: IsoDate } = {}): Promise<TrialBalanceLine[]> {
  const rows = await tx<{ accountCode: number; currency: string; debits: bigint; credits: bigint }[]>`
    select p.account_code, p.currency,
      coalesce(sum(p.amount_minor) filter (where p.amount_minor > 0), 0)::bigint as debits,
      coalesce(-sum(p.amount_minor) filter (where p.amount_minor < 0), 0)::bigint as credits
    from ledger_posting p
    ${asOf === undefined ? tx`` : tx`join ledger_entry e on e.business_id = p.business_id and e.id = p.entry_id and e.effective_on <= ${asOf}`}
    where p.business_id = current_business()
    group by p.account_code, p.currency
    order by p.currency, p.account_code`;
  return rows.map(({ accountCode: code, currency: text, debits, credits }) => {
    if (!isAccountCode(code))
      throw new BrokenInvariant(`the ledger holds account ${code}, which is not on this build's chart`);
    const currency = currencyOf(text);
    return { code, debits: money(debits, currency), credits: money(credits, currency) };
  });
}
