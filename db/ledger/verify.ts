import type { Tx } from "../client.ts";
import type { Finding } from "./finding.ts";
import { verifyBlocks } from "./verify-blocks.ts";
import { verifyDebts } from "./verify-debts.ts";
import { verifyEntries } from "./verify-entries.ts";

/**
 * Recomputes one business's books from the postings and compares them with everything that was kept to check them by:
 * sums, fingerprints, hashes, the chain of blocks. Finds what the guards cannot refuse, because somebody who may disable
 * triggers did so. Reads all rows: some seconds for a million postings. At most `atMost` findings of each kind.
 */
export async function verify(tx: Tx, { atMost = 100 }: { atMost?: number } = {}): Promise<Finding[]> {
  return [
    ...(await verifyEntries(tx, atMost)),
    ...(await verifyDebts(tx, atMost)),
    ...(await verifyBlocks(tx, atMost)),
  ];
}
