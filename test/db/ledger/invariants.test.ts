import fc from "fast-check";
import { expect, test } from "vitest";
import type { Tx } from "../../../db/client.ts";
import { balance } from "../../../db/ledger/balance.ts";
import { balances } from "../../../db/ledger/balances.ts";
import { recordAll } from "../../../db/ledger/record.ts";
import { reverse } from "../../../db/ledger/reverse.ts";
import { seal } from "../../../db/ledger/seal.ts";
import { statement } from "../../../db/ledger/statement.ts";
import { trialBalance } from "../../../db/ledger/trial-balance.ts";
import { verify } from "../../../db/ledger/verify.ts";
import { type Account, addressOf } from "../../../src/domain/ledger/account.ts";
import type { Entry } from "../../../src/domain/ledger/entry.ts";
import { ofAccount, owedBy, owedOn } from "../../../src/domain/ledger/scope.ts";
import { type Currency, money } from "../../../src/domain/money.ts";
import { addDays, isoDate } from "../../../src/domain/time.ts";
import { balancesOf } from "../../domain/ledger/books.ts";
import { DEBTS, historyOf } from "../../domain/ledger/histories.ts";
import { told } from "../../domain/ledger/sample.ts";
import { useLedger } from "./ledger.ts";

/*
 * What test/domain/ledger/invariants.test.ts asks of the books in general, asked of the database, for histories of any
 * happenings; and what only a database can get wrong:
 *
 *   1. What it says of an account is what the plainest books say, now and as of any day.
 *   2. A statement's last running balance is the balance; a debtor owes what their debts come to.
 *   3. In each currency, the trial balance's debits and credits come to the same.
 *   4. Told in another order, in other pieces, and twice, it is the same books.
 *   5. Undoing everything leaves nothing.
 *   6. Whatever was recorded verifies, sealed or not: the SQL and the code fingerprint it alike.
 */

const RUNS = { numRuns: 40 };
const ledger = useLedger();

/** Runs in a transaction that is rolled back, so that each history begins with empty books. */
async function inEmptyBooks(work: (tx: Tx) => Promise<void>): Promise<void> {
  const done = new Error("rolled back on purpose");
  const attempt = ledger(async (tx) => {
    await work(tx);
    throw done;
  });
  await attempt.catch((error: unknown) => {
    if (error !== done) throw error;
  });
}

const holds = (property: (tx: Tx, history: Entry[], random: number) => Promise<void>) =>
  fc.assert(
    fc.asyncProperty(historyOf(15), fc.nat({ max: 60 }), (history, random) =>
      inEmptyBooks((tx) => property(tx, history, random)),
    ),
    RUNS,
  );

test("1: every account's balance is what the plainest books say, now and as of any day", async () => {
  await holds(async (tx, history, day) => {
    await recordAll(tx, history);
    const asOf = addDays(isoDate("2026-01-15"), day);
    expect(await allBalances(tx, history)).toEqual(balancesOf(history));
    expect(await allBalances(tx, history, asOf)).toEqual(balancesOf(history, asOf));
  });
});

test("2: a statement ends with the balance, and a debtor owes what their debts come to", async () => {
  await holds(async (tx, history) => {
    await recordAll(tx, history);
    const byDebt = await balances(
      tx,
      DEBTS.map(({ debt }) => debt.id),
    );
    for (const { debt, currency } of DEBTS) {
      const scope = owedOn(debt.id);
      const owed = await balance(tx, { of: scope, currency });
      const lines = await statement(tx, { of: scope, currency });
      expect(lines.at(-1)?.balance ?? money(0n, currency)).toEqual(owed);
      expect(lines.reduce((sum, { amount }) => sum + amount.minor, 0n)).toBe(owed.minor);
      expect(byDebt.get(debt.id)?.total ?? money(0n, currency)).toEqual(owed);

      const ofDebtor = DEBTS.filter((other) => other.debt.debtorId === debt.debtorId);
      const together = ofDebtor.reduce((sum, other) => sum + (byDebt.get(other.debt.id)?.total.minor ?? 0n), 0n);
      expect(await balance(tx, { of: owedBy(debt.debtorId), currency })).toEqual(money(together, currency));
    }
  });
});

test("3: the trial balance balances", async () => {
  await holds(async (tx, history) => {
    await recordAll(tx, history);
    for (const currency of ["COP", "USD"]) {
      const lines = (await trialBalance(tx)).filter(({ debits }) => debits.currency === currency);
      const total = (side: "debits" | "credits") => lines.reduce((sum, line) => sum + line[side].minor, 0n);
      expect(total("debits")).toBe(total("credits"));
    }
  });
});

test("4: in another order, in pieces and twice, it is the same books", async () => {
  await holds(async (tx, history, random) => {
    // What is undone must be known first: the database refuses a reversal of nothing.
    const firsts = history.filter(({ reverses }) => reverses === undefined).toReversed();
    const undoings = history.filter(({ reverses }) => reverses !== undefined);
    const cut = random % (firsts.length + 1);
    await recordAll(tx, firsts.slice(cut));
    await recordAll(tx, [...firsts, ...undoings]);
    await recordAll(tx, history);
    expect(await allBalances(tx, history)).toEqual(balancesOf(history));
  });
});

test("5: undoing everything leaves nothing", async () => {
  await holds(async (tx, history) => {
    await recordAll(tx, history);
    const undone = new Set(history.map(({ reverses }) => reverses));
    for (const { reference, reverses } of history) {
      if (reverses === undefined && !undone.has(reference))
        await reverse(tx, { undo: reference, ...told(`undo ${reference}`) });
    }
    expect([...(await allBalances(tx, history))]).toEqual([]);
  });
});

test("6: whatever was recorded verifies, sealed or not", async () => {
  await holds(async (tx, history, random) => {
    const cut = random % history.length;
    await recordAll(tx, history.slice(0, cut), { actor: 'an "agent"\n', source: "a\\b é" });
    await seal(tx);
    await recordAll(tx, history);
    const findings = await verify(tx);
    // A random history may pay more than is owed: that is found, and is the only finding.
    expect(findings.filter(({ what }) => what !== "debt below zero")).toEqual([]);
    for (const { debt, currency } of DEBTS) {
      const below = (await balance(tx, { of: owedOn(debt.id), currency })).minor < 0n;
      expect(findings.some(({ message }) => message.includes(debt.id))).toBe(below);
    }
  });
});

/** The balance of each account that the history moves, signed as postings are. */
async function allBalances(
  tx: Tx,
  history: readonly Entry[],
  asOf?: ReturnType<typeof isoDate>,
): Promise<Map<string, bigint>> {
  const accounts = new Map<string, { account: Account; currency: Currency }>();
  for (const { account, amount } of history.flatMap(({ postings }) => postings)) {
    accounts.set(`${amount.currency} ${addressOf(account)}`, { account, currency: amount.currency });
  }
  const sums = new Map<string, bigint>();
  for (const [key, { account, currency }] of [...accounts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const of = ofAccount(account);
    const { minor } = await balance(tx, { of, currency, ...(asOf === undefined ? {} : { asOf }) });
    if (minor !== 0n) sums.set(key, of.normal === "debit" ? minor : -minor);
  }
  return sums;
}
