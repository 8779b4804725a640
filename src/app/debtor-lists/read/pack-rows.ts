import { cleanCell, isBlank, type TableRow } from "../../../domain/debtor-list/table.ts";

/** A thousand rows as one piece of JSON: 100,000 rows of ten cells held so take 12 MB, as arrays of strings about 90. */
export type PackedRows = { readonly json: Uint8Array; readonly count: number };

/** Cleans the cells and leaves out blank rows, whose numbers are not given to others. */
export function* packRows(rows: readonly TableRow[]): Generator<PackedRows> {
  let batch: TableRow[] = [];
  for (const row of rows) {
    const cells = row.cells.map(cleanCell);
    if (isBlank(cells)) continue;
    batch.push({ ...row, cells });
    if (batch.length === 1_000) {
      yield pack(batch);
      batch = [];
    }
  }
  if (batch.length > 0) yield pack(batch);
}

export function unpackRows({ json }: PackedRows): TableRow[] {
  // Written by `pack` and by nobody else.
  return JSON.parse(Buffer.from(json.buffer, json.byteOffset, json.byteLength).toString("utf8")) as TableRow[];
}

function pack(batch: readonly TableRow[]): PackedRows {
  return { json: Buffer.from(JSON.stringify(batch)), count: batch.length };
}
