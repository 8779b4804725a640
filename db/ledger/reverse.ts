import { present } from "../../src/domain/assert.ts";
import type { Told } from "../../src/domain/ledger/entry.ts";
import { reversed } from "../../src/domain/ledger/reversed.ts";
import type { Tx } from "../client.ts";
import { findEntry } from "./find-entry.ts";
import type { Origin } from "./hashes.ts";
import { type Recorded, record } from "./record.ts";

/**
 * Undoes the entry of that reference by its mirror image. A second time under the same new reference changes nothing;
 * under another it is refused by the database.
 * @throws {BrokenInvariant} when there is no such entry, or it is a reversal itself.
 */
export async function reverse(tx: Tx, { undo, ...told }: { undo: string } & Told, origin?: Origin): Promise<Recorded> {
  const entry = present(await findEntry(tx, undo), `the entry ${undo} to be reversed`);
  return record(tx, reversed(entry, told), origin);
}
