import { insertBusiness } from "../../db/businesses.ts";
import type { Database } from "../../db/client.ts";
import { recordAll } from "../../db/ledger/record.ts";
import { verify } from "../../db/ledger/verify.ts";
import { insertPlainEntries } from "../../db/samples.ts";
import type { Deps } from "../app/deps.ts";
import { assert } from "../domain/assert.ts";
import { debtAdjusted } from "../domain/ledger/debts.ts";
import { ofUnits } from "../domain/money.ts";
import { isoDate } from "../domain/time.ts";
import { newId } from "../ids.ts";
import { benchBusiness } from "./business.ts";
import { seedDebtors } from "./turns/debtors.ts";

export type LedgerFigures = {
  readonly entries: number;
  readonly entriesPerSecond: number;
  /** Of ours to that of plain SQL: 1 is as fast. */
  readonly ratioToSql: number;
  readonly sqlEntriesPerSecond: number;
  /** Findings of `ledger verify` about what was recorded. */
  readonly findings: number;
};

/** Entries of a transaction, in both. */
const BATCH = 1_000;
const DEBTORS = 1_000;
const DAY = isoDate("2026-03-02");

/**
 * Records entries of two postings through the one verb there is, and lets plain SQL write as many of the same shape for
 * another business: same tables, constraints and triggers, rows made by the database itself. The two take turns batch by
 * batch, so that whatever else the machine does hits both.
 */
export async function benchLedger(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { entries }: { entries: number },
): Promise<LedgerFigures> {
  const ours = await makeBusiness(db);
  const theirs = await makeBusiness(db);
  const time = { ours: 0, sql: 0 };
  const measured = async (whose: keyof typeof time, work: () => Promise<void>): Promise<void> => {
    const start = clock.elapsedMs();
    await work();
    time[whose] += clock.elapsedMs() - start;
  };

  for (let first = 0; first < entries; first += BATCH) {
    const count = Math.min(BATCH, entries - first);
    await measured("ours", () => recordBatch(db, ours, { first, count }));
    await measured("sql", () =>
      db.inBusiness(theirs.businessId, (tx) =>
        insertPlainEntries(tx, theirs.businessId, { first, count, effectiveOn: DAY }),
      ),
    );
  }

  const findings = await db.inBusiness(ours.businessId, (tx) => verify(tx));
  assert(findings.length === 0, `the books do not hold: ${findings[0]?.message}`);
  const rate = (ms: number): number => Math.round(entries / (ms / 1_000));
  return {
    entries,
    entriesPerSecond: rate(time.ours),
    ratioToSql: Math.round((time.sql / time.ours) * 100) / 100,
    sqlEntriesPerSecond: rate(time.sql),
    findings: findings.length,
  };
}

type Books = {
  readonly businessId: string;
  readonly debts: readonly { readonly id: string; readonly debtorId: string }[];
};

async function makeBusiness(db: Database): Promise<Books> {
  const business = benchBusiness();
  await db.inBusiness(business.id, (tx) => insertBusiness(tx, business));
  const debtors = await seedDebtors(db, business.id, { from: 1, count: DEBTORS });
  return { businessId: business.id, debts: debtors.map(({ debtId, debtorId }) => ({ id: debtId, debtorId })) };
}

async function recordBatch(
  db: Database,
  { businessId, debts }: Books,
  { first, count }: { first: number; count: number },
): Promise<void> {
  const batch = Array.from({ length: count }, (_, index) => {
    const debt = debts[(first + index) % debts.length];
    assert(debt !== undefined, "a debt to adjust");
    return debtAdjusted({
      debt,
      principal: ofUnits(100n, "COP"),
      reference: `bench/${first + index}/${newId()}`,
      effectiveOn: DAY,
    });
  });
  await db.inBusiness(businessId, (tx) => recordAll(tx, batch));
}
