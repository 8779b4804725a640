import fc from "fast-check";
import { expect, test } from "vitest";
import { canonical } from "../../../src/domain/ledger/canonical.ts";
import type { Entry } from "../../../src/domain/ledger/entry.ts";
import { refundFailed } from "../../../src/domain/ledger/refunds.ts";
import { reversed } from "../../../src/domain/ledger/reversed.ts";
import { isoDate } from "../../../src/domain/time.ts";
import { balancesOf } from "./books.ts";
import { historyOf } from "./histories.ts";
import { told } from "./sample.ts";

/*
 * What must hold of the books whatever happens, and in whatever order it is told:
 *
 *   1. In each currency all accounts together come to zero: money is moved, never made.
 *   2. It also holds at the end of each day, and after each single entry.
 *   3. No balance depends on the order in which entries arrive.
 *   4. Hearing of something twice changes nothing.
 *   5. Reading the same history again gives the same books.
 *   6. Undoing everything leaves nothing.
 *   7. The memorandum of what was written off comes to zero by itself: it is beside the books, not in them.
 *
 * test/db/ledger/invariants.test.ts asks the same of the database.
 */

const RUNS = { numRuns: 2000 };
const history = historyOf(25);

test("1, 2: every currency comes to zero, after each entry and at the end of each day", () => {
  fc.assert(
    fc.property(history, fc.nat({ max: 60 }), (entries, days) => {
      for (const entry of entries) expect(sumsByCurrency([entry])).toEqual({});
      expect(sumsByCurrency(entries)).toEqual({});
      expect(sumsByCurrency(entries.filter(({ effectiveOn }) => effectiveOn <= dayAfterStart(days)))).toEqual({});
    }),
    RUNS,
  );
});

test("3, 4: shuffled and told twice, it is the same books", () => {
  const shuffledTwice = history.chain((entries) =>
    fc
      .shuffledSubarray([...entries, ...entries], { minLength: entries.length * 2 })
      .map((again) => ({ entries, again })),
  );
  fc.assert(
    fc.property(shuffledTwice, ({ entries, again }) => {
      expect(balancesOf(again)).toEqual(balancesOf(entries));
    }),
    RUNS,
  );
});

test("5: the same history gives the same books and the same fingerprints", () => {
  const [first, second] = [1, 2].map(() => fc.sample(history, { seed: 7, numRuns: 20 }));
  expect(second?.map((entries) => entries.map(canonical))).toEqual(first?.map((entries) => entries.map(canonical)));
});

test("6: undoing everything leaves nothing", () => {
  fc.assert(
    fc.property(history, (entries) => {
      const undone = new Set(entries.map(({ reverses }) => reverses));
      const open = entries.filter(({ reference, reverses }) => reverses === undefined && !undone.has(reference));
      const reversals = open.map((entry, index) => undo(entry, `undo:${index}`));
      expect([...balancesOf([...entries, ...reversals])]).toEqual([]);
    }),
    RUNS,
  );
});

test("7: the memorandum comes to zero by itself", () => {
  fc.assert(
    fc.property(history, (entries) => {
      const memorandum = entries.flatMap(({ postings }) => postings).filter(({ account }) => account.code >= 9000);
      expect(memorandum.reduce((sum, { amount }) => sum + amount.minor, 0n)).toBe(0n);
    }),
    RUNS,
  );
});

function undo(entry: Entry, reference: string): Entry {
  return entry.kind === "refund requested" ? refundFailed(entry, told(reference)) : reversed(entry, told(reference));
}

function sumsByCurrency(entries: readonly Entry[]): Record<string, bigint> {
  const sums: Record<string, bigint> = {};
  for (const [key, minor] of balancesOf(entries)) {
    const currency = key.slice(0, 3);
    sums[currency] = (sums[currency] ?? 0n) + minor;
  }
  return Object.fromEntries(Object.entries(sums).filter(([, minor]) => minor !== 0n));
}

function dayAfterStart(days: number) {
  return isoDate(`2026-0${1 + Math.floor(days / 28)}-${String((days % 28) + 1).padStart(2, "0")}`);
}
