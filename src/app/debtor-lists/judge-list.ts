import type { DateTime } from "luxon";
import type { Business } from "../../../db/businesses.ts";
import type { Tx } from "../../../db/client.ts";
import { saveJudgement } from "../../../db/debtor-lists/lists.ts";
import { unstageRows } from "../../../db/debtor-lists/staged-rows.ts";
import type { ListAnswers, ListSummary } from "../../../db/debtor-lists/stored-list.ts";
import { present } from "../../domain/assert.ts";
import { readCountry } from "../../domain/debtor-list/countries.ts";
import type { Mapping } from "../../domain/debtor-list/fields.ts";
import { mapColumns } from "../../domain/debtor-list/map-columns.ts";
import { planFor } from "../../domain/debtor-list/plan.ts";
import { questionsAbout } from "../../domain/debtor-list/questions.ts";
import type { ListSettings } from "../../domain/debtor-list/settings.ts";
import { startSurvey } from "../../domain/debtor-list/survey.ts";
import type { Secrets } from "../../secrets.ts";
import { expectedCost } from "../costs/expected-cost.ts";
import type { Deps } from "../deps.ts";
import { limitOutlook } from "../outbox/limit-outlook.ts";
import { judgeContacts } from "./judge-contacts.ts";
import { judgeRows } from "./judge-rows.ts";
import type { Table } from "./read/read-table.ts";
import { sealJson } from "./sealed-json.ts";

export type ListToJudge = {
  readonly tx: Tx;
  readonly business: Business;
  /** Business time. */
  readonly now: DateTime;
  readonly secrets: Secrets;
  readonly channels: Deps["channels"];
  readonly listId: string;
  readonly table: Table;
  readonly answers: ListAnswers;
};

/**
 * The dry run: what the columns mean, what is left to ask, and, once nothing that blocks is, what a commit would do, row by
 * row. The rows it stages are the ones that a commit writes; nothing else is judged or read then.
 */
export async function judgeList(list: ListToJudge): Promise<ListSummary> {
  const { tx, business, table, answers, listId } = list;
  const mapping = mapColumns(table.header.headers, table.sample, { chosen: answers.columns });
  const survey = startSurvey(mapping);
  let lastRow = table.header.row;
  for await (const row of table.rows()) {
    survey.observe(row);
    lastRow = row.number;
  }
  const file = {
    mapping,
    facts: survey.facts(),
    settings: settingsFor(business, answers.settings),
    countryIsAssumed: answers.settings.country === undefined,
  };
  const questions = questionsAbout(file);

  await unstageRows(tx, business.id, listId);
  const isOpen = questions.some(({ blocks }) => blocks);
  const dryRun = isOpen ? null : await dryRunOf({ ...list, plan: planFor(file) });
  const summary: ListSummary = {
    format: formatOf(table),
    signature: table.signature,
    columns: columnsWithExamples(mapping, table),
    questions,
    dryRun,
  };
  const { signature } = table;
  const stored = { signature, headerRow: table.header.row, isJudged: !isOpen, sealed: sealJson(list.secrets, summary) };
  await saveJudgement(tx, business.id, { listId, answers, summary: stored, totalRows: lastRow - table.header.row });
  return summary;
}

async function dryRunOf(list: ListToJudge & { plan: ReturnType<typeof planFor> }): Promise<ListSummary["dryRun"]> {
  const { result, debtors } = await judgeRows(list);
  const { verdicts: contact, countries } = await judgeContacts(list, debtors);
  const toWriteTo = contact.reduce((sum, { earliest, debtors: people }) => sum + (earliest === null ? 0 : people), 0);
  return {
    ...result,
    judgedAt: present(list.now.toUTC().toISO(), "a valid moment"),
    contact,
    outlook: await limitOutlook(list.tx, list, toWriteTo),
    cost: await expectedCost(list.tx, list, countries),
  };
}

/** The business's own country where neither the file nor anybody says another: its law is the one the gate asks, too. */
function settingsFor(business: Business, settings: ListSettings): ListSettings {
  const country = settings.country ?? readCountry(business.country);
  return country === undefined ? settings : { ...settings, country };
}

function formatOf({ format, encoding, delimiter, sheet, header }: Table): ListSummary["format"] {
  return {
    kind: format,
    encoding: encoding ?? null,
    delimiter: delimiter ?? null,
    sheet: sheet ?? null,
    headerRow: header.row === 0 ? null : header.row,
  };
}

function columnsWithExamples(mapping: Mapping, table: Table): ListSummary["columns"] {
  return mapping.map((column) => {
    const cells = table.sample.map(({ cells }) => cells[column.index] ?? "").filter((cell) => cell !== "");
    return { ...column, examples: [...new Set(cells)].slice(0, 3) };
  });
}
