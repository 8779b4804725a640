import type { Day, Moment, MoneyText } from "./common.ts";

/** `GET /api/ledger/trial-balance?asOf=2026-11-30` → `TrialBalance`. In each currency both columns come to the same. */
export type TrialBalance = {
  readonly asOf: Day | null;
  readonly lines: readonly {
    readonly code: number;
    /** The account's address, `{}` for whose it is: `debt:{}:principal`. */
    readonly name: string;
    readonly debits: MoneyText;
    readonly credits: MoneyText;
  }[];
  readonly totals: readonly { readonly debits: MoneyText; readonly credits: MoneyText }[];
};

/** `GET /api/ledger/entries?debtorId=…` → `LedgerEntries`: the one recorded last first. */
export type LedgerEntries = { readonly items: readonly LedgerEntryView[]; readonly next: string | null };

export type LedgerEntryView = {
  readonly id: string;
  readonly reference: string;
  readonly kind: string;
  readonly effectiveOn: Day;
  readonly recordedAt: Moment;
  readonly description: string | null;
  /** The reference of the entry that this one undoes. */
  readonly reverses: string | null;
  readonly actor: string;
  readonly source: string | null;
  readonly postings: readonly {
    readonly account: string;
    readonly debit: MoneyText | null;
    readonly credit: MoneyText | null;
  }[];
};

/** `POST /api/ledger/verification` `{}` → `Verification`: recomputes everything; some seconds for a million postings. */
export type Verification = {
  readonly checkedAt: Moment;
  readonly findings: readonly { readonly what: string; readonly message: string }[];
};
