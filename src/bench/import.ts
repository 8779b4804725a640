import { insertBusiness } from "../../db/businesses.ts";
import { commitList } from "../app/debtor-lists/commit-list.ts";
import { commitLists } from "../app/debtor-lists/commit-lists.ts";
import { uploadList } from "../app/debtor-lists/upload-list.ts";
import type { Deps } from "../app/deps.ts";
import { assert } from "../domain/assert.ts";
import { benchBusiness } from "./business.ts";
import { importFile } from "./import-file.ts";
import { writeByPlainSql } from "./import-sql.ts";

export type ImportFigures = {
  readonly timed: string;
  readonly rows: number;
  readonly debtors: number;
  /** Of the commit of a judged list: debtors, contacts, permissions, debts and postings, which is what plain SQL writes, too. */
  readonly rowsPerSecond: number;
  /** Of the commit to plain SQL: 1 is as fast. */
  readonly ratioToSql: number;
  readonly sqlRowsPerSecond: number;
  /** Of what happens before it, while somebody looks: reading the file, judging each row and staging it. */
  readonly dryRunRowsPerSecond: number;
  readonly dryRunSeconds: number;
  readonly commitSeconds: number;
  /** Of this process, which reads, judges and commits. */
  readonly peakRssMb: number;
};

/**
 * Imports a generated list through the real path (read, judge, stage, commit in batches) into a business of its own, then
 * lets plain SQL write the same rows of the same tables for another. The database keeps both: give it one of its own.
 */
export async function benchImport(deps: Deps, { rows = 100_000 }: { rows?: number } = {}): Promise<ImportFigures> {
  const { db, clock } = deps;
  const file = importFile(rows);
  const seconds = (from: number) => (clock.elapsedMs() - from) / 1000;
  const make = async (): Promise<string> => {
    const business = benchBusiness();
    await db.inBusiness(business.id, (tx) => insertBusiness(tx, business));
    return business.id;
  };

  const businessId = await make();
  const start = clock.elapsedMs();
  const { list } = await uploadList(deps, {
    businessId,
    userId: "bench",
    fileName: "bench.csv",
    path: "bench.csv",
    bytes: file.bytes,
  });
  const dryRunSeconds = seconds(start);
  const committing = clock.elapsedMs();
  const answer = await commitList(deps, { businessId, listId: list.id, userId: "bench" });
  assert(answer === "started", `the list to measure was not committed: ${answer}`);
  await commitLists(deps, businessId);
  const commitSeconds = seconds(committing);
  const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024);

  const sqlSeconds = await writeByPlainSql(db, { businessId: await make(), like: businessId, clock });
  const rowsPerSecond = Math.round(rows / commitSeconds);
  const sqlRowsPerSecond = Math.round(rows / sqlSeconds);
  return {
    timed:
      "rowsPerSecond: the commit of a judged list, against SQL that writes the same; dryRunRowsPerSecond: reading, judging and staging it",
    rows,
    debtors: file.debtors,
    rowsPerSecond,
    ratioToSql: Math.round((rowsPerSecond / sqlRowsPerSecond) * 100) / 100,
    sqlRowsPerSecond,
    dryRunRowsPerSecond: Math.round(rows / dryRunSeconds),
    dryRunSeconds: Math.round(dryRunSeconds * 100) / 100,
    commitSeconds: Math.round(commitSeconds * 100) / 100,
    peakRssMb,
  };
}
