import type { Scope } from "../../src/domain/ledger/scope.ts";
import type { Tx } from "../client.ts";

/** The condition that a posting `p` is in the scope: first the holder, whom an index leads to. */
export function inScope(tx: Tx, { codes, debtId, debtorId, provider }: Scope) {
  return tx`p.business_id = current_business()
    ${debtId === undefined ? tx`` : tx`and p.debt_id = ${debtId}`}
    ${debtorId === undefined ? tx`` : tx`and p.debtor_id = ${debtorId}`}
    ${provider === undefined ? tx`` : tx`and p.provider = ${provider}`}
    and p.account_code = any(${[...codes]}::smallint[])`;
}
