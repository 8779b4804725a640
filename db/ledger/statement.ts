import type { DateTime } from "luxon";
import { addressOf } from "../../src/domain/ledger/account.ts";
import type { EntryKind } from "../../src/domain/ledger/entry.ts";
import type { Scope } from "../../src/domain/ledger/scope.ts";
import { type Currency, type Money, money } from "../../src/domain/money.ts";
import type { IsoDate } from "../../src/domain/time.ts";
import type { Tx } from "../client.ts";
import { inScope } from "./in-scope.ts";
import { accountOf, kindOf, type PostingRow } from "./stored-entry.ts";

export type StatementLine = {
  readonly entryId: string;
  readonly reference: string;
  readonly kind: EntryKind;
  readonly effectiveOn: IsoDate;
  readonly recordedAt: DateTime;
  readonly description: string | undefined;
  /** The account's address: `debt:0193…:interest`. */
  readonly account: string;
  /** Positive when it adds to what the scope counts as more. */
  readonly amount: Money;
  /** After this line. The last one's is the balance. */
  readonly balance: Money;
};

/** Oldest first by the day from which each line counts; lines of one day in the order in which we learned of them. */
export async function statement(tx: Tx, { of, currency }: { of: Scope; currency: Currency }): Promise<StatementLine[]> {
  const rows = await tx<LineRow[]>`
    select e.id, e.reference, e.kind, e.effective_on, e.recorded_at, e.description,
      p.account_code, p.debtor_id, p.debt_id, p.provider, p.amount_minor, p.currency,
      (sum(p.amount_minor) over (order by e.effective_on, e.recorded_at, e.id, p.position))::bigint as balance
    from ledger_posting p
    join ledger_entry e on e.business_id = p.business_id and e.id = p.entry_id
    where ${inScope(tx, of)} and p.currency = ${currency}
    order by e.effective_on, e.recorded_at, e.id, p.position`;
  const signed = (minor: bigint) => money(of.normal === "debit" ? minor : -minor, currency);
  return rows.map((row) => ({
    entryId: row.id,
    reference: row.reference,
    kind: kindOf(row.kind),
    effectiveOn: row.effectiveOn,
    recordedAt: row.recordedAt,
    description: row.description ?? undefined,
    account: addressOf(accountOf(row)),
    amount: signed(row.amountMinor),
    balance: signed(row.balance),
  }));
}

type LineRow = PostingRow & {
  readonly id: string;
  readonly reference: string;
  readonly kind: string;
  readonly effectiveOn: IsoDate;
  readonly recordedAt: DateTime;
  readonly description: string | null;
  readonly balance: bigint;
};
