import type { ColumnUse } from "../../../src/domain/debtor-list/fields.ts";
import { findHeader } from "../../../src/domain/debtor-list/find-header.ts";
import { judgeRow } from "../../../src/domain/debtor-list/judge-row.ts";
import type { JudgedDebt, JudgedRow, WrongRow } from "../../../src/domain/debtor-list/judged-row.ts";
import { mapColumns } from "../../../src/domain/debtor-list/map-columns.ts";
import { planFor } from "../../../src/domain/debtor-list/plan.ts";
import { questionsAbout } from "../../../src/domain/debtor-list/questions.ts";
import type { ListSettings } from "../../../src/domain/debtor-list/settings.ts";
import { startSurvey } from "../../../src/domain/debtor-list/survey.ts";
import type { TableRow } from "../../../src/domain/debtor-list/table.ts";

export const COLOMBIA: ListSettings = { country: "CO", currency: "COP" };

/** Lines with cells between bars, as a test reads best: `Cliente | Saldo`. */
export function tableOf(text: string): TableRow[] {
  return text
    .trim()
    .split("\n")
    .map((line, index) => ({ number: index + 1, cells: line.split("|").map((cell) => cell.trim()) }));
}

/** The path of a file from rows to judgement, without its bytes. */
export function surveyed(rows: readonly TableRow[], { chosen = {} }: { chosen?: Record<string, ColumnUse> } = {}) {
  const header = findHeader(rows);
  const below = rows.filter(({ number }) => number > header.row);
  const mapping = mapColumns(header.headers, below, { chosen });
  const survey = startSurvey(mapping);
  for (const row of below) survey.observe(row);
  return { header, below, mapping, facts: survey.facts() };
}

export function questionsOf(text: string, settings: ListSettings = {}) {
  return questionsAbout({ ...surveyed(tableOf(text)), settings });
}

export function judged(text: string, settings: ListSettings = { ...COLOMBIA, withoutPhones: true }): JudgedRow[] {
  const file = surveyed(tableOf(text));
  const plan = planFor({ ...file, settings });
  return file.below.map((row) => judgeRow(row, plan));
}

/** The debts of a list, all of whose rows must be debts. */
export function debtsOf(text: string, settings?: ListSettings): JudgedDebt[] {
  return judged(text, settings).map((row) => {
    if (row.kind !== "debt") throw new Error(`row ${row.row} is no debt: ${JSON.stringify(row)}`);
    return row;
  });
}

export function onlyDebt(text: string, settings?: ListSettings): JudgedDebt {
  const [debt, second] = debtsOf(text, settings);
  if (!debt || second) throw new Error("not one debt");
  return debt;
}

/** The codes of what is wrong with the only row. */
export function problemsOf(text: string, settings?: ListSettings): WrongRow["problems"] {
  const [row] = judged(text, settings);
  if (row?.kind !== "error") throw new Error(`the row is not wrong: ${row?.kind}`);
  return row.problems;
}
