import { amountEvidence } from "./amounts.ts";
import { type Columns, cellOf } from "./columns.ts";
import type { Mapping } from "./fields.ts";
import type { TableRow } from "./table.ts";

/** Rows of a report that are nobody's debt. */
export const SKIP_REASONS = [
  "blank",
  "total",
  "group-heading",
  "header-again",
  "counter-sales",
  "repeated-line",
  "credit-balance",
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/**
 * Why a row is passed over without being wrong: an empty row, a (sub)total as QuickBooks and Odoo put between customers, a
 * group's heading ("1 - 30 days past due"), the header again on a new page, or the counter customer that shops sell to
 * (`MOSTR` in Aspel). Only the row's own writing counts.
 */
export function skipReason(
  row: TableRow,
  { columns, mapping }: { columns: Columns; mapping: Mapping },
): Extract<SkipReason, "blank" | "total" | "group-heading" | "header-again" | "counter-sales"> | undefined {
  const first = row.cells.find((cell) => cell !== "");
  if (first === undefined) return "blank";
  if (TOTAL.test(first) && totalsOnly(row, columns)) return "total";
  const words = row.cells.filter((cell) => cell !== "");
  if (words.length === 1 && mapping.length > 2 && amountEvidence(first) === "no-amount") return "group-heading";
  if (words.length > 1 && mapping.every(({ header, index }) => same(row.cells[index] ?? "", header)))
    return "header-again";
  if (COUNTER.test(cellOf(row, columns, "debtorReference")) || COUNTER.test(cellOf(row, columns, "name"))) {
    return "counter-sales";
  }
  return undefined;
}

const TOTAL =
  /^(?:sub\s?-?total(?:es|s)?|gran total|grand total|total(?:es|s)?(?: general| geral| for .*| de[l]? .*| por .*| cliente.*)?|suma(?:s|n)?)\b/i;
const COUNTER =
  /^(?:mostr|mostrador|p[uú]blico (?:en )?general|consumidor final|ventas? (?:de )?mostrador|cliente mostrador|walk-?in customer)$/i;

/** A total names no invoice and no due day; a shop called "Total Repuestos" does. */
function totalsOnly(row: TableRow, columns: Columns): boolean {
  const named = ["dueDate", "issueDate", "debtReference", "documentNumber", "phone"] as const;
  return named.every((field) => {
    const cell = cellOf(row, columns, field);
    return cell === "" || TOTAL.test(cell);
  });
}

function same(cell: string, header: string): boolean {
  return cell === header || (cell === "" && /^\([A-Z]+\)$/.test(header));
}
