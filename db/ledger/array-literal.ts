/**
 * A column of values as Postgres writes an array: `{a,NULL,"with \\"quotes\\""}`. For lists of thousands: taken apart by
 * `unnest` it costs the server 40 % less than the same as JSON (10.1 against 17.1 ms for a thousand entries of two postings,
 * in one run).
 */
export function arrayLiteral(values: readonly (string | number | bigint | undefined)[]): string {
  return `{${values.map(element).join(",")}}`;
}

function element(value: string | number | bigint | undefined): string {
  if (value === undefined) return "NULL";
  if (typeof value !== "string") return value.toString();
  return PLAIN.test(value) ? value : `"${value.replaceAll(/["\\]/g, "\\$&")}"`;
}

/** Ids, hashes and days that begin with a digit need no quotes, and cannot be the word `null`. */
const PLAIN = /^[0-9][0-9a-z-]*$/;
