/**
 * Rows for one set-based statement: `select … from jsonb_to_recordset(${rows(list)}::text::jsonb) as r(id uuid, …)`. One
 * parameter whatever the count, so the statement is prepared once. The text cast keeps the driver from encoding it twice.
 */
export function rows(list: readonly object[]): string {
  return JSON.stringify(list, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value));
}

/** A JSON document for one column: `${document(value)}::text::jsonb`. */
export function document(value: unknown): string {
  return rows([{ value }]).slice('[{"value":'.length, -"}]".length);
}
