import { addressOf } from "../../../src/domain/ledger/account.ts";
import type { EntryContent } from "../../../src/domain/ledger/entry.ts";
import type { IsoDate } from "../../../src/domain/time.ts";

/**
 * The plainest books there are, to compare the real ones with: each reference once, a sum for each account. Sums of
 * zero are left out.
 */
export function balancesOf(entries: readonly EntryContent[], asOf?: IsoDate): Map<string, bigint> {
  const once = new Map(entries.map((entry) => [entry.reference, entry]));
  const sums = new Map<string, bigint>();
  for (const { postings, effectiveOn } of once.values()) {
    if (asOf !== undefined && effectiveOn > asOf) continue;
    for (const { account, amount } of postings) {
      const key = `${amount.currency} ${addressOf(account)}`;
      sums.set(key, (sums.get(key) ?? 0n) + amount.minor);
    }
  }
  return new Map([...sums].filter(([, minor]) => minor !== 0n).sort(([a], [b]) => (a < b ? -1 : 1)));
}
