import type { ListView } from "../app/debtor-lists/list-view.ts";
import { unreachable } from "../domain/assert.ts";
import { citationOf } from "../domain/contact-law/clause.ts";
import type { Question } from "../domain/debtor-list/questions.ts";
import type { Outcome } from "./import-run.ts";

/** One debtor of a dry run: `verdict` is a place in the dry run's `contact`. */
export type ContactOnList = {
  readonly verdict: number;
  readonly reference: string;
  readonly name: string;
  readonly owed: string;
  readonly mayWriteAt: string | null;
};

/** What an import did or would do, for people at a terminal. */
export function importLines(outcome: Outcome, view: ListView, contacts: readonly ContactOnList[] = []): string {
  const lines = [HEADLINES[outcome](view)];
  const { dryRun } = view;
  if (dryRun !== null && outcome !== "repeat") {
    const { rows } = dryRun;
    lines.push(
      ...(outcome === "committed" ? [] : [`columns: ${columns(view)}`]),
      `rows: ${rows.new} new, ${rows.changed} changed, ${rows.same} the same, ${rows.error} in error, ${rows.skipped} passed over`,
      ...dryRun.money.map(
        ({ inFile, before, after }) => `money: ${inFile} in the file; the books go from ${before} to ${after}`,
      ),
      `debtors: ${dryRun.debtors}`,
      `permission in the file: ${dryRun.permission.given} given, ${dryRun.permission.refused} refused, ${dryRun.permission.none} not said`,
      ...(dryRun.sharedPhones.count > 0
        ? [`phones not taken: ${dryRun.sharedPhones.count}. ${dryRun.sharedPhones.says}`]
        : []),
      ...dryRun.problems.map(({ rows: count, says, howToFix }) => `error in ${count} row(s): ${says} ${howToFix}`),
      ...dryRun.warnings.map(
        ({ rows: count, says, howToFix }) => `worth a look in ${count} row(s): ${says} ${howToFix}`,
      ),
      ...(outcome === "dry-run" ? contactLines(dryRun, contacts) : []),
      ...(outcome === "dry-run" && dryRun.outlook !== null ? [outlookLine(dryRun.outlook)] : []),
      ...(outcome === "dry-run" && dryRun.cost !== null ? [costLine(dryRun.cost)] : []),
    );
  }
  return `${lines.join("\n")}\n`;
}

function outlookLine({
  people,
  limit,
  days,
  lastDay,
}: NonNullable<NonNullable<ListView["dryRun"]>["outlook"]>): string {
  return `to write first to ${people} takes ${days} day(s), the last on ${lastDay}: the number may reach ${limit} people in 24 hours`;
}

function costLine({ amount, priced, unpriced }: NonNullable<NonNullable<ListView["dryRun"]>["cost"]>): string {
  const known = amount === null ? "" : `${priced} at ${amount.currency} ${amount.amount} by list price`;
  const unknown = unpriced === 0 ? "" : `${unpriced} at a price that is not known here`;
  return `first messages cost: ${[known, unknown].filter((part) => part !== "").join("; ")}`;
}

/** What is left to ask, each with the option that answers it. */
export function questionLines(view: ListView): string {
  const open = view.questions.map((question) => `  - ${asked(question)}`);
  return `${view.fileName} cannot be judged before this is answered:\n${open.join("\n")}\ncolumns: ${columns(view)}\n`;
}

/** Under each verdict, for people; programs get all. */
export const DEBTORS_SHOWN = 3;

const HEADLINES: Readonly<Record<Outcome, (view: ListView) => string>> = {
  repeat: ({ id, state, fileName }) =>
    `These bytes are list ${id} already (${fileName}, ${state}). Nothing was written.`,
  questions: ({ fileName }) => `${fileName} leaves questions.`,
  "dry-run": ({ fileName }) => `${fileName}: dry run, nothing was changed.`,
  nothing: ({ fileName }) => `${fileName}: there is no row that can be imported.`,
  committed: ({ fileName, id }) => `${fileName} is in the books, as list ${id}.`,
  failed: ({ id, failedBecause, progress }) =>
    `List ${id} stopped after row ${progress.committedRows} of ${progress.totalRows}: ${failedBecause ?? "unknown"}. The rows before are in the books.`,
};

function columns({ columns: all }: ListView): string {
  return all
    .map(({ header, use, confidence }) => `${header} → ${use}${confidence === "guess" ? " (a guess)" : ""}`)
    .join("; ");
}

type DryRun = NonNullable<ListView["dryRun"]>;

/** Each verdict with how many debtors are under it, and the first of them by name. */
function contactLines({ contact, judgedAt }: DryRun, contacts: readonly ContactOnList[]): string[] {
  const verdicts = contact.flatMap(({ reason, clause, debtors, earliest, latest }, verdict) => {
    const rule = clause === null ? "" : `, ${citationOf(clause, "en")}`;
    const shown = contacts.filter((line) => line.verdict === verdict).slice(0, DEBTORS_SHOWN);
    const left = debtors - shown.length;
    return [
      `  ${debtors} debtor(s) ${mayBeWrittenTo(earliest, latest)} (${reason}${rule})`,
      ...shown.map(
        ({ reference, owed, mayWriteAt }) => `    ${reference} owes ${owed}: ${mayBeWrittenTo(mayWriteAt, mayWriteAt)}`,
      ),
      ...(left > 0 ? [`    and ${left} more: --json lists every one`] : []),
    ];
  });
  return [`when each may be written to, by what is known at ${judgedAt}:`, ...verdicts];
}

function mayBeWrittenTo(earliest: string | null, latest: string | null): string {
  if (earliest === null) return "may not be written to";
  return earliest === latest
    ? `may be written to from ${earliest}`
    : `may be written to, the first from ${earliest}, the last from ${latest}`;
}

function asked(question: Question): string {
  switch (question.code) {
    case "which-column-is-the-debtor":
      return "Which column says who owes? --mapping debtorReference=Column, or documentNumber, or name";
    case "which-column-is-the-amount":
      return "Which column says what is owed? --mapping balance=Column, or amount";
    case "which-country":
      return `In which country do these debtors live? ${question.rows} row(s) do not say. --country CO`;
    case "which-currency":
      return `In which currency are the amounts? ${question.rows} row(s) do not say. --currency COP`;
    case "no-phone-column":
      return "Which column has the telephone numbers? --mapping phone=Column, or --without-phones when there are none";
    case "date-order":
      return `Is the day or the month first in ${question.column.header} (${question.column.examples.join(", ")})? --date-order "${question.column.header}=${question.suggestion ?? "dmy"}"`;
    case "amount-format":
      return `Is a comma or a point before the decimals in ${question.column.header} (${question.column.examples.join(", ")})? --amount-format "${question.column.header}=${question.suggestion ?? "comma"}"`;
    case "permission-basis":
      return "May these debtors be written to? (optional) --permission-wording TEXT --permission-date 2026-01-15 --permission-channel TEXT";
    default:
      return unreachable(question);
  }
}
