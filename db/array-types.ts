import { DateTime } from "luxon";

type ArrayType = {
  readonly to: number;
  readonly from: number[];
  readonly serialize: (list: readonly unknown[]) => string;
  readonly parse: (text: string) => unknown[];
};

/**
 * How lists travel: `any(${ids}::uuid[])`. The client would ask the server for this when it connects (`fetch_types`), and
 * when that connection is cut in that moment nobody hears the error and the process ends (postgres.js 3.4.9: the promise of
 * its own query is not kept). The numbers are Postgres's own and never change.
 */
export function arrayType(oid: number, element: (text: string) => unknown = (text) => text): ArrayType {
  return {
    to: oid,
    from: [oid],
    serialize: (list) => `{${list.map(literal).join(",")}}`,
    parse: (text) => elements(text).map((each) => (each === null ? null : element(each))),
  };
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value)) return `{${value.map(literal).join(",")}}`;
  return `"${textOf(value).replaceAll(/["\\]/g, "\\$&")}"`;
}

function textOf(value: unknown): string {
  if (DateTime.isDateTime(value)) return value.toUTC().toISO() ?? "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** `{a,"b,c",NULL}` taken apart: one dimension, which is all that we read. */
function elements(text: string): (string | null)[] {
  const found = text.slice(1, -1).matchAll(/"((?:[^"\\]|\\.)*)"|([^,]+)/g);
  return [...found].map(([, quoted, bare]) => {
    if (quoted !== undefined) return quoted.replaceAll(/\\(.)/gs, "$1");
    return bare === undefined || bare === "NULL" ? null : bare;
  });
}
