import { hash } from "node:crypto";
import { canonical } from "../../src/domain/ledger/canonical.ts";
import type { EntryContent } from "../../src/domain/ledger/entry.ts";

/** Who made an entry, and out of what: `agent:<id>`, `bot`, `import`; the event, upload or job behind it. */
export type Origin = { readonly actor: string; readonly source?: string };

/** SHA-256, in hex, of the money in an entry: the same reference must come back with the same. */
export function fingerprintOf(entry: EntryContent): string {
  return hash("sha256", canonical(entry), "hex");
}

/**
 * SHA-256, in hex, of all that a row of `ledger_entry` says but its moment, which only the database knows and which is
 * hashed into the block. The texts are framed as JSON, so that no two rows read the same.
 */
export function contentHashOf(row: { id: string; fingerprint: string; entry: EntryContent; origin: Origin }): string {
  const { id, fingerprint, entry, origin } = row;
  const said = [id, fingerprint, entry.reference, origin.actor, origin.source ?? null, entry.description ?? null];
  return hash("sha256", JSON.stringify(said), "hex");
}
