import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { BrokenInvariant } from "../../../src/domain/assert.ts";
import { BANK, OPENING, principalOn, SUSPENSE } from "../../../src/domain/ledger/account.ts";
import {
  balancedEntry,
  ENTRY_KINDS,
  type EntryContent,
  isEntryKind,
  type Posting,
} from "../../../src/domain/ledger/entry.ts";
import { money } from "../../../src/domain/money.ts";
import { cop, debtOf, journalOf, LOAN, told } from "./sample.ts";

const entryOf = (...postings: Posting[]) => balancedEntry({ ...told("test:1"), kind: "payout", postings });
const move = (account: Posting["account"], units: number): Posting => ({ account, amount: cop(units) });

test("an entry that balances is made", () => {
  expect(journalOf(entryOf(move(BANK, 10), move(SUSPENSE, -10)))).toEqual([
    "debit bank COP 10.00",
    "credit suspense COP 10.00",
  ]);
});

test("an entry off by the smallest unit is refused, and says by how much", () => {
  const almost = { account: SUSPENSE, amount: money(-999n, "COP") };
  expect(() => entryOf(move(BANK, 10), almost)).toThrow("test:1 is off by COP 0.01");
});

test("each currency balances by itself: ten dollars do not pay for ten pesos", () => {
  const dollars = { account: SUSPENSE, amount: cop(-10, "USD") };
  expect(() => entryOf(move(BANK, 10), dollars)).toThrow("test:1 is off by COP 10.00");
  const legs = [move(BANK, 10), move(OPENING, -10), dollars, { account: BANK, amount: cop(10, "USD") }];
  expect(entryOf(...legs).postings).toHaveLength(4);
});

test("an entry that moves less than two accounts is refused", () => {
  expect(() => entryOf()).toThrow("moves less than two accounts");
  expect(() => entryOf(move(BANK, 0), move(SUSPENSE, 0))).toThrow("moves less than two accounts");
  expect(() => entryOf(move(BANK, 5), move(BANK, -5))).toThrow("moves less than two accounts");
});

test("postings of one account are added up, and what comes to nothing leaves no trace", () => {
  const entry = entryOf(move(BANK, 4), move(BANK, 6), move(OPENING, 3), move(OPENING, -3), move(SUSPENSE, -10));
  expect(journalOf(entry)).toEqual(["debit bank COP 10.00", "credit suspense COP 10.00"]);
});

test("a debt has one currency", () => {
  const both = [move(principalOn(LOAN), 1), move(BANK, -1)].flatMap((posting) => [
    posting,
    { account: posting.account, amount: { ...posting.amount, currency: "USD" as const } },
  ]);
  expect(() => entryOf(...both)).toThrow(`has debt ${LOAN.id} in COP and in USD`);
  const other = { account: principalOn(debtOf(1, 1)), amount: cop(1, "USD") };
  expect(
    entryOf(move(principalOn(LOAN), 1), move(BANK, -1), other, { account: BANK, amount: cop(-1, "USD") }).postings,
  ).toHaveLength(4);
});

test("an amount that no row can hold is refused here and not by the database", () => {
  const most = 2n ** 63n - 1n;
  const of = (minor: bigint) =>
    entryOf({ account: BANK, amount: money(minor, "COP") }, { account: SUSPENSE, amount: money(-minor, "COP") });
  expect(of(most).postings).toHaveLength(2);
  expect(() => of(most + 1n)).toThrow(BrokenInvariant);
});

test.each(["", "x".repeat(201), "two\nlines", "tab\t", "\u0000"])("%o is no reference", (reference) => {
  const content: EntryContent = { ...told(reference), kind: "payout", postings: [move(BANK, 1), move(SUSPENSE, -1)] };
  expect(() => balancedEntry(content)).toThrow("is no reference");
});

test("only known kinds are kinds", () => {
  expect(ENTRY_KINDS.every(isEntryKind)).toBe(true);
  expect(isEntryKind("payment")).toBe(false);
});

test("only the builders make an entry: nobody outside the ledger's own folder calls balancedEntry", () => {
  const sources = ["src", "db", "flows", "webhooks"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => join(folder, path)),
  );
  const callers = sources
    .filter(
      (path) =>
        path.endsWith(".ts") && !path.includes("node_modules") && readFileSync(path, "utf8").includes("balancedEntry"),
    )
    .filter((path) => !path.startsWith(join("src", "domain", "ledger")));
  expect(callers).toEqual([]);
});
