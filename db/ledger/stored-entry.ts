import type { DateTime } from "luxon";
import { assert, BrokenInvariant } from "../../src/domain/assert.ts";
import { type Account, account } from "../../src/domain/ledger/account.ts";
import { isAccountCode } from "../../src/domain/ledger/chart.ts";
import { type EntryContent, type EntryKind, isEntryKind } from "../../src/domain/ledger/entry.ts";
import { money } from "../../src/domain/money.ts";
import type { IsoDate } from "../../src/domain/time.ts";
import { currencyOf } from "./currency-of.ts";

/** An entry as the ledger holds it. */
export type StoredEntry = EntryContent & {
  readonly id: string;
  readonly actor: string;
  readonly source: string | undefined;
  readonly recordedAt: DateTime;
};

/** One row of an entry joined with its postings. */
export type EntryRow = PostingRow & {
  readonly id: string;
  readonly reference: string;
  readonly kind: string;
  readonly effectiveOn: IsoDate;
  readonly description: string | null;
  readonly reverses: string | null;
  readonly actor: string;
  readonly source: string | null;
  readonly recordedAt: DateTime;
};

export type PostingRow = {
  readonly accountCode: number;
  readonly debtorId: string | null;
  readonly debtId: string | null;
  readonly provider: string | null;
  readonly amountMinor: bigint;
  readonly currency: string;
};

/** Puts entries together again, in the order in which their first rows come. */
export function storedEntries(rows: readonly EntryRow[]): StoredEntry[] {
  const byId = Map.groupBy(rows, ({ id }) => id);
  return [...byId.values()].map((ofEntry) => {
    const [first] = ofEntry;
    assert(first !== undefined, "an entry has rows");
    const postings = ofEntry.map((row) => ({
      account: accountOf(row),
      amount: money(row.amountMinor, currencyOf(row.currency)),
    }));
    const { id, reference, effectiveOn, description, reverses, actor, source, recordedAt } = first;
    return {
      id,
      reference,
      kind: kindOf(first.kind),
      effectiveOn,
      ...(description === null ? {} : { description }),
      ...(reverses === null ? {} : { reverses }),
      postings,
      actor,
      source: source ?? undefined,
      recordedAt,
    };
  });
}

export function accountOf({ accountCode, debtId, debtorId, provider }: PostingRow): Account {
  assert(isAccountCode(accountCode), `the ledger holds account ${accountCode}, which is not on this build's chart`);
  return account(accountCode, {
    ...(debtId === null ? {} : { debtId }),
    ...(debtorId === null ? {} : { debtorId }),
    ...(provider === null ? {} : { provider }),
  });
}

export function kindOf(text: string): EntryKind {
  if (!isEntryKind(text))
    throw new BrokenInvariant(`the ledger holds an entry "${text}", which this build does not know`);
  return text;
}
