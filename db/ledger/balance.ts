import { present } from "../../src/domain/assert.ts";
import type { Scope } from "../../src/domain/ledger/scope.ts";
import { type Currency, type Money, money } from "../../src/domain/money.ts";
import type { IsoDate } from "../../src/domain/time.ts";
import type { Tx } from "../client.ts";
import { inScope } from "./in-scope.ts";

/** What a balance is asked for. `asOf` counts what was effective by the end of that day, whenever we learned of it. */
export type BalanceQuery = { readonly of: Scope; readonly currency: Currency; readonly asOf?: IsoDate };

/** Summed from the postings each time: no row holds a balance, so none can be wrong, and none is fought over. */
export async function balance(tx: Tx, { of, currency, asOf }: BalanceQuery): Promise<Money> {
  const [row] = await tx<{ minor: bigint }[]>`
    select coalesce(sum(p.amount_minor), 0)::bigint as minor
    from ledger_posting p
    ${asOf === undefined ? tx`` : tx`join ledger_entry e on e.business_id = p.business_id and e.id = p.entry_id and e.effective_on <= ${asOf}`}
    where ${inScope(tx, of)} and p.currency = ${currency}`;
  const { minor } = present(row, "the balance");
  return money(of.normal === "debit" ? minor : -minor, currency);
}
