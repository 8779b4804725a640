import { assert } from "../assert.ts";
import { negate } from "../money.ts";
import { balancedEntry, type Entry, type EntryContent, type Told } from "./entry.ts";

/**
 * Undoes a whole entry by its mirror image, which names it. An entry is undone at most once (the database refuses a
 * second time), and a reversal is not undone: tell again what happened.
 */
export function reversed(entry: EntryContent, told: Told): Entry {
  assert(entry.reverses === undefined, `${entry.reference} is a reversal itself: record what happened instead`);
  const postings = entry.postings.map(({ account, amount }) => ({ account, amount: negate(amount) }));
  return balancedEntry({ ...told, kind: "reversed", reverses: entry.reference, postings });
}
