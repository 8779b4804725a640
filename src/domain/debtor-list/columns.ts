import type { Field, Mapping } from "./fields.ts";
import type { TableRow } from "./table.ts";

/** The mapping turned around: where each field is, in the file's order. */
export type Columns = Partial<Record<Field, readonly number[]>>;

export function columnsOf(mapping: Mapping): Columns {
  const columns: Partial<Record<Field, number[]>> = {};
  for (const { use, index } of mapping) {
    if (use === "extra" || use === "ignore") continue;
    const places = columns[use] ?? [];
    places.push(index);
    columns[use] = places;
  }
  return columns;
}

/** The cell of a field in this row; "" when the file has no such column or the cell is empty. */
export function cellOf(row: TableRow, columns: Columns, field: Field): string {
  const index = columns[field]?.[0];
  return index === undefined ? "" : (row.cells[index] ?? "");
}

/**
 * What a debtor is known by in this file: the business's own code, else the document's letters and digits, else the name.
 * Rows with the same one are the same debtor.
 */
export function debtorKeyOf(row: TableRow, columns: Columns): string {
  const reference = cellOf(row, columns, "debtorReference");
  if (reference !== "") return `ref:${reference}`;
  const document = cellOf(row, columns, "documentNumber");
  if (document !== "")
    return `doc:${document
      .replace(/^(\d+)[.,]0$/, "$1")
      .toUpperCase()
      .replace(/[^\p{L}\p{N}]/gu, "")}`;
  const name = `${cellOf(row, columns, "name")} ${cellOf(row, columns, "lastName")}`;
  return name.trim() === ""
    ? ""
    : `name:${name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim()}`;
}

/** The invoice and, where it has one, its instalment: "FV-102" or "FV-102/3"; "" when the row names no invoice. */
export function debtReferenceOf(row: TableRow, columns: Columns): string {
  const reference = cellOf(row, columns, "debtReference");
  const instalment = cellOf(row, columns, "instalment");
  return reference !== "" && instalment !== "" ? `${reference}/${instalment}` : reference;
}
