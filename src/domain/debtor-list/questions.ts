import type { AmountFormat } from "./amounts.ts";
import { columnsOf } from "./columns.ts";
import type { DateOrder } from "./dates.ts";
import type { Field, Mapping } from "./fields.ts";
import { answerFor, type ListSettings } from "./settings.ts";
import type { ColumnFormat, FileFacts } from "./survey.ts";

/**
 * What only the business can say, asked once for the whole file. `blocks` is true when rows cannot be judged without the
 * answer; a basis of permission is only offered, since rows without one import and are not written to.
 */
export type Question =
  | { readonly code: "which-column-is-the-debtor"; readonly blocks: true }
  | { readonly code: "which-column-is-the-amount"; readonly blocks: true }
  | { readonly code: "which-country"; readonly blocks: true; readonly rows: number }
  | { readonly code: "which-currency"; readonly blocks: true; readonly rows: number }
  | { readonly code: "no-phone-column"; readonly blocks: true }
  | {
      readonly code: "date-order";
      readonly blocks: true;
      readonly column: ColumnFormat<DateOrder>;
      readonly suggestion: DateOrder | undefined;
    }
  | {
      readonly code: "amount-format";
      readonly blocks: true;
      readonly column: ColumnFormat<AmountFormat>;
      readonly suggestion: AmountFormat | undefined;
    }
  | { readonly code: "permission-basis"; readonly blocks: false };

/** What is left to ask, in the order in which it should be asked; a file is judged when no question that blocks is left. */
export function questionsAbout(file: { mapping: Mapping; facts: FileFacts; settings: ListSettings }): Question[] {
  const { mapping, facts, settings } = file;
  const columns = columnsOf(mapping);
  const has = (field: Field) => columns[field] !== undefined;
  const questions: Question[] = [];

  if (!has("debtorReference") && !has("documentNumber") && !has("name")) {
    questions.push({ code: "which-column-is-the-debtor", blocks: true });
  }
  if (!has("balance") && !has("amount")) questions.push({ code: "which-column-is-the-amount", blocks: true });

  const withoutCountry = has("country") ? facts.blank.country : facts.rows;
  if (settings.country === undefined && withoutCountry > 0) {
    questions.push({ code: "which-country", blocks: true, rows: withoutCountry });
  }
  const withoutCurrency = has("currency") ? facts.blank.currency : facts.rows;
  if (settings.currency === undefined && withoutCurrency > 0) {
    questions.push({ code: "which-currency", blocks: true, rows: withoutCurrency });
  }
  if (!has("phone") && settings.withoutPhones !== true) questions.push({ code: "no-phone-column", blocks: true });

  for (const column of facts.dates) {
    if (!isOpen(column) || answerFor(settings.dateOrders, column.header) !== undefined) continue;
    questions.push({ code: "date-order", blocks: true, column, suggestion: suggestion(facts.dates) });
  }
  for (const column of facts.amounts) {
    if (!isOpen(column) || answerFor(settings.amountFormats, column.header) !== undefined) continue;
    questions.push({ code: "amount-format", blocks: true, column, suggestion: suggestion(facts.amounts) });
  }
  if (!has("permission") && settings.permissionBasis === undefined) {
    questions.push({ code: "permission-basis", blocks: false });
  }
  return questions;
}

function isOpen({ status }: ColumnFormat<string>): boolean {
  return status === "ambiguous" || status === "mixed";
}

/** What another column of the same file is known to use: offered, never taken, since columns do come from two systems. */
function suggestion<Format extends string>(columns: readonly ColumnFormat<Format>[]): Format | undefined {
  const known = new Set(columns.flatMap(({ format }) => format ?? []));
  return known.size === 1 ? [...known][0] : undefined;
}
