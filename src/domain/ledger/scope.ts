import type { Account } from "./account.ts";
import { type AccountCode, CHART, OWED } from "./chart.ts";

/** What a balance or a statement is asked of: one account, or what is owed over several. */
export type Scope = {
  readonly codes: readonly AccountCode[];
  readonly debtId?: string;
  readonly debtorId?: string;
  readonly provider?: string;
  /** Which side counts as more: a debtor's credit of 50 is 50, though the ledger keeps it as -50. */
  readonly normal: "debit" | "credit";
};

/** Principal, interest and fees of one debt. */
export function owedOn(debtId: string): Scope {
  return { codes: OWED, debtId, normal: "debit" };
}

/** All that one debtor owes. Their credit is not taken off: it is theirs, in an account of its own (`creditOf`). */
export function owedBy(debtorId: string): Scope {
  return { codes: OWED, debtorId, normal: "debit" };
}

export function ofAccount({ code, ...holder }: Account): Scope {
  return { codes: [code], ...holder, normal: CHART[code].normal };
}
