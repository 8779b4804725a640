import { lookup } from "../i18n/lookup.ts";
import type { Words } from "../i18n/words.ts";

const LIST_ROW = /^list:[^/]+\/row:(\d+)/;

/** Where an entry comes from, for people; the whole reference stands where an entry is opened. */
export function entrySource(reference: string, { terms }: Words): string {
  const [, row] = LIST_ROW.exec(reference) ?? [];
  if (row !== undefined) return terms.listRow(row);
  const [origin = reference] = reference.split(":");
  return origin in terms.provider ? lookup(terms.provider, origin) : reference;
}
