import { cleanCell, isBlank, type TableRow } from "../../../domain/debtor-list/table.ts";

/** A thousand rows as one piece of JSON: 100,000 rows of ten cells held so take 12 MB, as arrays of strings about 90. */
export type PackedRows = { readonly json: Uint8Array; readonly count: number };

/** Cleans the cells and leaves out blank rows, whose numbers are not given to others. */
export function* packRows(rows: readonly TableRow[]): Generator<PackedRows> {
  let batch: unknown[] = [];
  for (const { number, cells, malformed } of rows) {
    const clean = cells.map(cleanCell);
    if (isBlank(clean)) continue;
    batch.push(malformed ? [number, clean, malformed] : [number, clean]);
    if (batch.length === 1_000) {
      yield { json: Buffer.from(JSON.stringify(batch)), count: batch.length };
      batch = [];
    }
  }
  if (batch.length > 0) yield { json: Buffer.from(JSON.stringify(batch)), count: batch.length };
}

export function unpackRows({ json }: PackedRows): TableRow[] {
  // Written by `packRows` and read by nobody else.
  const batch = JSON.parse(Buffer.from(json.buffer, json.byteOffset, json.byteLength).toString("utf8")) as [
    number,
    string[],
    TableRow["malformed"]?,
  ][];
  return batch.map(([number, cells, malformed]) => (malformed ? { number, cells, malformed } : { number, cells }));
}
