import { assert } from "../assert.ts";
import { add, type Currency, type Money, money, toText } from "../money.ts";
import type { IsoDate } from "../time.ts";
import type { Account } from "./account.ts";

/** Everything that can happen to money, in the past tense. One builder each. */
export const ENTRY_KINDS = [
  "debt raised",
  "debt adjusted",
  "interest accrued",
  "fee accrued",
  "credit brought forward",
  "payment received",
  "payment unidentified",
  "payment identified",
  "credit applied",
  "recovery received",
  "provider fee",
  "payout",
  "refund requested",
  "refund succeeded",
  "refund failed",
  "dispute withdrawn",
  "dispute reinstated",
  "dispute lost",
  "debt written off",
  "discount earned",
  "reversed",
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export function isEntryKind(text: string): text is EntryKind {
  return ENTRY_KINDS.some((kind) => kind === text);
}

/** A debit is positive, a credit negative, and none is zero. */
export type Posting = { readonly account: Account; readonly amount: Money };

/** What a caller says about anything that happened. */
export type Told = {
  /** What makes it the same happening when it is told twice: unique in a business. `stripe:pi_3Q`, `upload:7/row:12`. */
  readonly reference: string;
  /** The day it counts from; not the day we learned of it. */
  readonly effectiveOn: IsoDate;
  readonly description?: string;
};

export type EntryContent = Told & {
  readonly kind: EntryKind;
  readonly postings: readonly Posting[];
  /** The reference of the entry this one undoes. */
  readonly reverses?: string;
};

// Not exported, so that nothing outside this file can make an Entry without passing its checks.
const balanced: unique symbol = Symbol("balanced");

/** An entry that balances. Only the builders of this folder make one. */
export type Entry = EntryContent & { readonly [balanced]: true };

/**
 * Adds up the postings of each account and checks what must hold of every entry. For the builders beside this file.
 * @throws {BrokenInvariant} when a currency does not sum to zero, less than two accounts move, a debt has two
 * currencies, or an amount or text is beyond what a row can hold.
 */
export function balancedEntry({ postings, ...content }: EntryContent): Entry {
  const { reference } = content;
  assert(
    REFERENCE.test(reference),
    `${JSON.stringify(reference)} is no reference: 1 to 200 characters, none of them a control`,
  );
  const merged = mergePostings(postings);
  assert(merged.length >= 2, `${reference} moves less than two accounts`);
  assertBalanced(reference, merged);
  assertOneCurrencyPerDebt(reference, merged);
  return { ...content, postings: merged, [balanced]: true };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it refuses.
const REFERENCE = /^[^\u0000-\u001f\u007f]{1,200}$/;
const INT8_MAX = 2n ** 63n - 1n;

function mergePostings(postings: readonly Posting[]): Posting[] {
  const byAccount = new Map<string, Posting>();
  for (const posting of postings) {
    const { code, debtId, debtorId, provider } = posting.account;
    const key = `${code} ${debtId} ${debtorId} ${provider} ${posting.amount.currency}`;
    const before = byAccount.get(key);
    byAccount.set(key, before === undefined ? posting : { ...posting, amount: add(before.amount, posting.amount) });
  }
  return [...byAccount.values()].filter(({ amount }) => amount.minor !== 0n);
}

function assertBalanced(reference: string, postings: readonly Posting[]): void {
  const sums = new Map<Currency, bigint>();
  for (const { amount } of postings) {
    assert(amount.minor <= INT8_MAX && amount.minor >= -INT8_MAX, `${toText(amount)} is more than a row can hold`);
    sums.set(amount.currency, (sums.get(amount.currency) ?? 0n) + amount.minor);
  }
  for (const [currency, minor] of sums)
    assert(minor === 0n, `${reference} is off by ${toText(money(minor, currency))}`);
}

function assertOneCurrencyPerDebt(reference: string, postings: readonly Posting[]): void {
  const currencies = new Map<string, Currency>();
  for (const { account, amount } of postings) {
    if (account.debtId === undefined) continue;
    const first = currencies.get(account.debtId) ?? amount.currency;
    assert(first === amount.currency, `${reference} has debt ${account.debtId} in ${first} and in ${amount.currency}`);
    currencies.set(account.debtId, first);
  }
}
