import { readBusiness } from "../../../db/businesses.ts";
import type { Tx } from "../../../db/client.ts";
import {
  type CommittingList,
  finishCommit,
  saveProgress,
  takeCommittingList,
} from "../../../db/debtor-lists/commit-progress.ts";
import {
  appendPermissions,
  differencesOf,
  endOfNextRows,
  IMPORT_ACTOR,
  type RowRange,
  type WrittenDebt,
  writeContacts,
  writeDebtors,
  writeDebts,
  writeDisputes,
} from "../../../db/debtor-lists/commit-rows.ts";
import { forgetFile } from "../../../db/debtor-lists/kept-file.ts";
import { setListState } from "../../../db/debtor-lists/lists.ts";
import { forgetWrittenRows } from "../../../db/debtor-lists/staged-rows.ts";
import { tellConsole } from "../../../db/intake.ts";
import { isDatabaseAway } from "../../../db/is-database-away.ts";
import { recordAll } from "../../../db/ledger/record.ts";
import { gatherFirstStatistics } from "../../../db/statistics.ts";
import { businessTime } from "../../clock.ts";
import { present } from "../../domain/assert.ts";
import { AppError, ERRORS } from "../../domain/errors.ts";
import { debtAdjusted, debtRaised } from "../../domain/ledger/debts.ts";
import type { Entry } from "../../domain/ledger/entry.ts";
import { money } from "../../domain/money.ts";
import { dayOf, type IsoDate } from "../../domain/time.ts";
import { oneByOne } from "./one-by-one.ts";
import type { ListDeps } from "./upload-list.ts";

/** A lane holds its locks for some 400 ms, and a kill costs no more than a batch. */
const ROWS_A_BATCH = 5_000;

/**
 * A batch's rows are shared out by debtor among transactions that run side by side, because Postgres works for one on one
 * core and waits while the entries of one are hashed here. Measured on two cores in one run: 6,400 rows/s with one, 9,300
 * with two, 10,250 with three.
 */
const LANES = 3;

/** `listId` names whose rows were written; `idle`: this business has none to write, or another process is at it. */
export type BatchDone =
  | { readonly kind: "idle" }
  | { readonly kind: "written" | "finished" | "failed"; readonly listId: string; readonly committedRow: number };

/** A batch holds one connection while its lanes wait for others: several batches at once could hold them all. */
const inTurn = oneByOne();

/**
 * Writes the next rows of the business's oldest committing list: debtors, contacts, permissions, debts and the ledger's
 * entries. All that a row says is written in one transaction, and the place where the next batch goes on when every lane has
 * committed: a kill between loses nothing, and a lane that is written again changes nothing (a debt that is known is
 * adjusted by the difference, which is none). No lane waits for another with its locks held: where they wait for a webhook
 * and it for them, Postgres sees the circle.
 */
export function commitBatch(deps: ListDeps, businessId: string): Promise<BatchDone> {
  return inTurn(() => commitNext(deps, businessId));
}

async function commitNext(deps: ListDeps, businessId: string): Promise<BatchDone> {
  let taken: CommittingList | undefined;
  try {
    // Before the batch, which plans by them: a first list makes its tables out of nothing. Without them it is only slow.
    await gatherFirstStatistics(deps.db.lookups).catch((error: unknown) =>
      deps.log.warn({ error }, "new tables have no statistics yet"),
    );
    return await deps.db.inBusiness(businessId, async (tx) => {
      taken = await takeCommittingList(tx, businessId);
      return taken ? writeNext(deps, tx, { businessId, list: taken }) : { kind: "idle" };
    });
  } catch (error) {
    // What passes by itself is tried again by the queue and the sweep; what does not would be tried for ever.
    if (taken === undefined || passesByItself(error)) throw error;
    return fail(deps, { businessId, list: taken, error });
  }
}

type Taken = { readonly businessId: string; readonly list: CommittingList };

async function writeNext(deps: ListDeps, tx: Tx, { businessId, list }: Taken): Promise<BatchDone> {
  const after = list.committedRow;
  const upTo = await endOfNextRows(tx, businessId, { listId: list.id, after, count: ROWS_A_BATCH });
  if (upTo === null) return finish(deps, tx, { businessId, list });

  const business = present(await readBusiness(tx), "the business");
  const batch = {
    businessId,
    list,
    range: { listId: list.id, after, upTo, lanes: LANES },
    uploadedOn: dayOf(list.uploadedAt, business.zone),
  };
  await allOrTheFirstError(
    Array.from({ length: LANES }, (_, lane) => deps.db.inBusiness(businessId, (own) => writeLane(own, lane, batch))),
  );
  await saveProgress(tx, businessId, { listId: list.id, committedRow: upTo });
  await tellConsole(tx, businessId, [
    { kind: "debtor-list.changed", subjectId: list.id, payload: { committedRow: upTo } },
  ]);
  return { kind: "written", listId: list.id, committedRow: upTo };
}

/** Waits for all, so that nothing of a batch goes on when its lock is given back. */
async function allOrTheFirstError(lanes: readonly Promise<void>[]): Promise<void> {
  const ended = await Promise.allSettled(lanes);
  for (const lane of ended) if (lane.status === "rejected") throw lane.reason;
}

type Batch = {
  readonly businessId: string;
  readonly list: CommittingList;
  readonly range: Omit<RowRange, "lane">;
  readonly uploadedOn: IsoDate;
};

async function writeLane(tx: Tx, lane: number, { businessId, list, uploadedOn, ...batch }: Batch): Promise<void> {
  const range = { ...batch.range, lane, uploadedOn };
  // In this order: each looks up what the one before has made, and locks are taken table by table.
  await writeDebtors(tx, businessId, range);
  await writeContacts(tx, businessId, range);
  await appendPermissions(tx, businessId, { ...range, at: list.uploadedAt });
  const debts = await writeDebts(tx, businessId, range);
  await writeDisputes(tx, businessId, { listId: list.id, debts, at: list.uploadedAt });
  const known = debts.filter(({ isNew }) => !isNew);
  const differences = await differencesOf(tx, businessId, { listId: list.id, debts: known });
  const entries = debts.flatMap(
    (debt) => entryFor(debt, { list, uploadedOn, difference: differences.get(debt.id) }) ?? [],
  );
  await recordAll(tx, entries, { actor: IMPORT_ACTOR, source: `list:${list.id}` });
}

/** What the row adds to the books: all of a new debt, the difference of a known one, nothing when there is none. */
function entryFor(
  { row, id, debtorId, currency, owedMinor, isNew }: WrittenDebt,
  { list, uploadedOn, difference }: { list: CommittingList; uploadedOn: IsoDate; difference: bigint | undefined },
): Entry | undefined {
  const minor = isNew ? owedMinor : present(difference, `what debt ${id} differs by`);
  if (minor === 0n) return undefined;
  const principal = money(minor, currency);
  const told = { debt: { id, debtorId }, principal, reference: `list:${list.id}/row:${row}`, effectiveOn: uploadedOn };
  return isNew ? debtRaised(told) : debtAdjusted(told);
}

/** What is in the books needs no second copy of people's data: only wrong rows stay, for the errors file. */
async function finish(deps: ListDeps, tx: Tx, { businessId, list }: Taken): Promise<BatchDone> {
  const business = present(await readBusiness(tx), "the business");
  const at = businessTime(deps.clock.now(), Number(business.clockOffsetMs));
  await forgetFile(tx, businessId, list.id);
  await forgetWrittenRows(tx, businessId, list.id);
  await finishCommit(tx, businessId, { listId: list.id, at });
  await tellConsole(tx, businessId, [{ kind: "debtor-list.changed", subjectId: list.id }]);
  return { kind: "finished", listId: list.id, committedRow: list.committedRow };
}

/** The rows before stay in the books; the list says why it stopped, and goes on from there when it is committed again. */
async function fail(
  { db, log }: ListDeps,
  { businessId, list, error }: Taken & { error: unknown },
): Promise<BatchDone> {
  const because = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  log.error(
    { error, businessId, listId: list.id, afterRow: list.committedRow },
    "a debtor list could not be committed",
  );
  await db.inBusiness(businessId, async (tx) => {
    await setListState(tx, businessId, { listId: list.id, state: "failed", because });
    await tellConsole(tx, businessId, [{ kind: "debtor-list.changed", subjectId: list.id }]);
  });
  return { kind: "failed", listId: list.id, committedRow: list.committedRow };
}

/** Class 40: a deadlock or a serialization; 57: the server is stopping or starting. */
function passesByItself(error: unknown): boolean {
  if (error instanceof AppError) return ERRORS[error.code].retry;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return isDatabaseAway(error) || /^(?:40|57)/.test(code);
}
