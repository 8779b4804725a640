import type { Account } from "../../domain/ledger/account.ts";
import type { DebtAmount } from "../../domain/ledger/amounts.ts";
import type { EntryContent } from "../../domain/ledger/entry.ts";
import { type Money, money } from "../../domain/money.ts";

/**
 * How much of each debt is owed again when so much of a payment goes back: first what it left as credit, then the debts it
 * paid, the last one first, principal before interest and fees. Read from the payment's own entries, so that neither other
 * payments nor the order in which refunds were told bend the end. What no debt explains comes out of the payer's credit.
 */
export function undone(entries: readonly EntryContent[], amount: Money): DebtAmount[] {
  const placed = placedBy(entries, amount);
  const lines = new Map<string, DebtAmount>();
  let left = amount.minor;
  for (const { account, minor } of placed.reverse()) {
    const taken = minor < left ? minor : left;
    if (taken <= 0n) continue;
    left -= taken;
    const { debtId, debtorId } = account;
    if (debtId === undefined || debtorId === undefined) continue;
    const line = lines.get(debtId) ?? { debt: { id: debtId, debtorId } };
    lines.set(debtId, { ...line, [PART[account.code] ?? "principal"]: money(taken, amount.currency) });
  }
  return [...lines.values()];
}

/** What was taken back beyond what the payment had paid: money that comes back fills this hole before it pays any debt. */
export function overdrawn(entries: readonly EntryContent[], { currency }: Money): Money {
  const credit = placedBy(entries, money(0n, currency)).find(({ account }) => account.code === 2100)?.minor ?? 0n;
  return money(credit < 0n ? -credit : 0n, currency);
}

const PART: Partial<Record<Account["code"], "principal" | "interest" | "fees">> = {
  1100: "principal",
  1110: "interest",
  1120: "fees",
};
const PAYERS: readonly Account["code"][] = [1100, 1110, 1120, 2100];

/** What the payment holds on each account of its payer now, in the order in which it was placed: credit comes last. */
function placedBy(entries: readonly EntryContent[], { currency }: Money): { account: Account; minor: bigint }[] {
  const placed = new Map<string, { account: Account; minor: bigint }>();
  for (const { account, amount } of entries.flatMap(({ postings }) => postings)) {
    if (!PAYERS.includes(account.code) || amount.currency !== currency) continue;
    const key = `${account.code} ${account.debtId ?? ""}`;
    placed.set(key, { account, minor: (placed.get(key)?.minor ?? 0n) - amount.minor });
  }
  return [...placed.values()].sort((a, b) => Number(a.account.code === 2100) - Number(b.account.code === 2100));
}
