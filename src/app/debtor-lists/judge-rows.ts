import { setImmediate } from "node:timers/promises";
import type { Business } from "../../../db/businesses.ts";
import type { Tx } from "../../../db/client.ts";
import { type DebtFound, debtsOnFile, hasDebtors, owedInAll, ownersOfKeys } from "../../../db/debtor-lists/on-file.ts";
import { markRows, type StagedRow, stageRows } from "../../../db/debtor-lists/staged-rows.ts";
import type { StoredDryRun } from "../../../db/debtor-lists/stored-list.ts";
import { suppressedAmong } from "../../../db/suppressions.ts";
import { isThirdPartyRole } from "../../domain/contact-law/role-of.ts";
import { compareRow, fingerprintOf } from "../../domain/debtor-list/compare-row.ts";
import { judgeRow } from "../../domain/debtor-list/judge-row.ts";
import type { JudgedDebt, JudgedRow, WrongRow } from "../../domain/debtor-list/judged-row.ts";
import type { Plan } from "../../domain/debtor-list/plan.ts";
import { marksOfRow } from "../../domain/debtor-list/row-marks.ts";
import type { TableRow } from "../../domain/debtor-list/table.ts";
import { money } from "../../domain/money.ts";
import type { SuppressionReason } from "../../domain/outreach/suppression.ts";
import type { Secrets } from "../../secrets.ts";
import { rowHash, suppressionHash } from "../contact/suppression-hash.ts";
import type { Table } from "./read/read-table.ts";
import { sealJson } from "./sealed-json.ts";
import { makeStager, type Stager } from "./stage-debt.ts";
import { makeTally, type TalliedDebtor, type Tally } from "./tally.ts";

export type RowsToJudge = {
  readonly tx: Tx;
  readonly business: Business;
  readonly secrets: Secrets;
  readonly listId: string;
  readonly table: Pick<Table, "rows">;
  readonly plan: Plan;
};

/** A wrong row as it is kept for the errors file. */
export type KeptRow = { readonly row: TableRow; readonly judged: WrongRow };

const ROWS_A_STATEMENT = 2_000;
/** Judging takes some 20 µs a row: whoever else is served by this process waits 10 ms at most. */
const ROWS_AT_A_STRETCH = 500;

/**
 * Judges every row of a list, compares it with the books and stages it for the commit; writes nothing else. While the
 * database stages one lot, the next is judged.
 */
export async function judgeRows(
  job: RowsToJudge,
): Promise<{ result: Omit<StoredDryRun, "contact" | "judgedAt" | "outlook" | "cost">; debtors: TalliedDebtor[] }> {
  const { tx, business } = job;
  const hashOf = suppressionHash(job.secrets, business.id);
  const state: State = {
    ...job,
    tally: makeTally(),
    stager: makeStager(job.secrets, hashOf),
    hashOf,
    markOf: rowHash(job.secrets, business.id),
    owners: new Map(),
    suppressed: new Map(),
    isFirstList: !(await hasDebtors(tx, business.id)),
  };
  let staging: Promise<void> = Promise.resolve();
  for await (const lot of inLots(job.table.rows(), ROWS_A_STATEMENT)) {
    const judged: [TableRow, JudgedRow][] = [];
    for (const [index, row] of lot.entries()) {
      if (index % ROWS_AT_A_STRETCH === 0) await setImmediate();
      judged.push([row, judgeRow(row, job.plan)]);
    }
    const debts = await lookUp(state, judged);
    const staged = await stageLot(state, judged, debts);
    await staging;
    staging = stageLotRows(job, staged);
    // Awaited with the next lot; until then nobody listens.
    staging.catch(() => undefined);
  }
  await staging;

  const debtors = [...state.tally.debtors.values()];
  return { result: state.tally.result(await owedInAll(tx)), debtors };
}

async function stageLotRows({ tx, business, listId }: RowsToJudge, staged: readonly StagedRow[]): Promise<void> {
  const marked = staged.flatMap(({ row, marks = [] }) => marks.map((hash) => ({ row, hash })));
  await Promise.all([
    stageRows(tx, business.id, { listId, staged }),
    marked.length > 0 && markRows(tx, business.id, { listId, marked }),
  ]);
}

type State = RowsToJudge & {
  readonly tally: Tally;
  readonly stager: Stager;
  /** Whose each number is, by WhatsApp key: another debtor on file, or whoever the list names first. */
  readonly owners: Map<string, string>;
  /** Which numbers nothing may be started to, by WhatsApp key, and why. */
  readonly suppressed: Map<string, SuppressionReason>;
  readonly hashOf: (waKey: string) => string;
  readonly markOf: (mark: string) => string;
  /** Nobody is on file: nothing to compare with. */
  readonly isFirstList: boolean;
};

async function* inLots<Row>(rows: AsyncIterable<Row>, size: number): AsyncGenerator<Row[]> {
  let lot: Row[] = [];
  for await (const row of rows) {
    lot.push(row);
    if (lot.length < size) continue;
    yield lot;
    lot = [];
  }
  if (lot.length > 0) yield lot;
}

/** What is on file for a lot of rows, in three questions however many they are. */
async function lookUp(state: State, judged: readonly [TableRow, JudgedRow][]): Promise<Map<string, DebtFound>> {
  if (state.isFirstList) return new Map();
  const { tx, business, stager, hashOf } = state;
  const debts = judged.flatMap(([, row]) => (row.kind === "debt" ? [row] : []));
  const asked = debts.map(({ debtor, debt }) => ({
    debtor: stager.referenceOf(debtor),
    reference: debt.reference,
    currency: debt.currency,
  }));
  const keys = new Set(debts.flatMap(({ contacts }) => contacts.map(({ phone }) => phone.key)));
  const [found, owners, suppressed] = await Promise.all([
    debtsOnFile(tx, business.id, asked),
    ownersOfKeys(tx, business.id, [...keys]),
    suppressedAmong(
      tx,
      business.id,
      [...keys].map((key) => ({ key, hash: hashOf(key) })),
    ),
  ]);
  for (const [key, reason] of suppressed) state.suppressed.set(key, reason);
  for (const { key, debtor } of owners) state.owners.set(key, debtor);
  return new Map(found.map((debt) => [keyOf(debt), debt]));
}

function keyOf({ debtor, reference, currency }: { debtor: string; reference: string; currency: string }): string {
  return `${debtor}\u001f${reference}\u001f${currency}`;
}

async function stageLot(
  state: State,
  judged: readonly [TableRow, JudgedRow][],
  debts: ReadonlyMap<string, DebtFound>,
): Promise<StagedRow[]> {
  const staged: StagedRow[] = [];
  for (const [index, [row, verdict]] of judged.entries()) {
    if (index % ROWS_AT_A_STRETCH === 0) await setImmediate();
    staged.push(stageOne(state, { row, verdict, debts }));
  }
  return staged;
}

function stageOne(
  state: State,
  { row, verdict, debts }: { row: TableRow; verdict: JudgedRow; debts: ReadonlyMap<string, DebtFound> },
): StagedRow {
  const { tally, secrets, plan, markOf } = state;
  const nothing = { row: row.number, judged: undefined, cells: undefined, problems: undefined };
  switch (verdict.kind) {
    case "skipped":
      tally.skipped(verdict.because);
      return { ...nothing, verdict: "skipped" };
    case "error": {
      tally.wrong(row.number, verdict.problems);
      const kept: KeptRow = { row, judged: verdict };
      const problems = verdict.problems.map(({ code, column }) => ({ code, column }));
      const marks = new Set([row, ...verdict.together].flatMap((one) => marksOfRow(one, plan)));
      return { ...nothing, verdict: "error", cells: sealJson(secrets, kept), problems, marks: [...marks].map(markOf) };
    }
    case "debt":
      return { ...nothing, ...stageDebt(state, verdict, debts) };
  }
}

function stageDebt(
  { tally, stager, owners, suppressed }: State,
  judged: JudgedDebt,
  debts: ReadonlyMap<string, DebtFound>,
): Pick<StagedRow, "verdict" | "judged"> {
  const { debt } = judged;
  const reference = stager.referenceOf(judged.debtor);
  const said = fingerprintOf(judged);
  const fingerprint = stager.keyed(said);
  const found = debts.get(keyOf({ debtor: reference, reference: debt.reference, currency: debt.currency }));
  const onFile = found && {
    fingerprint: found.fingerprint === fingerprint ? said : "",
    owed: money(found.owedMinor, debt.currency),
  };
  const { change, difference } = compareRow(onFile, judged);

  const debtor = tally.debt(judged, { reference, change, difference });
  const contacts = judged.contacts.filter(({ phone }) => {
    const owner = owners.get(phone.key) ?? reference;
    owners.set(phone.key, owner);
    return owner === reference;
  });
  for (const { phone, recipient } of contacts) {
    const reason = suppressed.get(phone.key);
    if (isThirdPartyRole(recipient)) debtor.thirdParty ??= recipient;
    else if (reason === undefined) debtor.reachable = true;
    else debtor.suppressed ??= reason;
  }
  for (let shared = contacts.length; shared < judged.contacts.length; shared += 1) tally.sharedPhone(judged.row);
  // What is the same is not written, so it need not be staged; nor is another debtor's number, which lets the commit write
  // two debtors side by side.
  return change === "same"
    ? { verdict: "same", judged: undefined }
    : { verdict: change, judged: stager.stage({ ...judged, contacts }, { reference, fingerprint }) };
}
