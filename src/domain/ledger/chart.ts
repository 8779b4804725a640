/**
 * The chart of accounts: what each code means, which side makes it grow, and whose it is. `{}` in an address stands for
 * the holder: a debt, a debtor, a provider. A posting on a code without its holder, or with another's, is refused here
 * and by a check constraint that `db/schema/ledger.ts` makes from this very table.
 */
export const CHART = {
  1100: { address: "debt:{}:principal", class: "asset", normal: "debit", heldBy: "debt" },
  1110: { address: "debt:{}:interest", class: "asset", normal: "debit", heldBy: "debt" },
  1120: { address: "debt:{}:fees", class: "asset", normal: "debit", heldBy: "debt" },
  /** Money a provider took for us and has not paid out yet. */
  1200: { address: "provider:{}:clearing", class: "asset", normal: "debit", heldBy: "provider" },
  1210: { address: "bank", class: "asset", normal: "debit", heldBy: "business" },
  /** Money a provider took back while a card dispute is open. */
  1300: { address: "provider:{}:disputed", class: "asset", normal: "debit", heldBy: "provider" },
  /** What a debtor paid beyond what was owed: theirs, until it is applied or refunded. */
  2100: { address: "debtor:{}:credit", class: "liability", normal: "credit", heldBy: "debtor" },
  /** Money that came and that nobody can place yet. */
  2110: { address: "suspense", class: "liability", normal: "credit", heldBy: "business" },
  2200: { address: "refunds-payable", class: "liability", normal: "credit", heldBy: "business" },
  2300: { address: "client-payable", class: "liability", normal: "credit", heldBy: "business" },
  /** The other side of every balance that was born before us, in the business's own books. */
  3000: { address: "opening", class: "equity", normal: "credit", heldBy: "business" },
  4100: { address: "income:interest", class: "income", normal: "credit", heldBy: "business" },
  4110: { address: "income:fees", class: "income", normal: "credit", heldBy: "business" },
  /** Paid after the debt was written off. */
  4200: { address: "income:recoveries", class: "income", normal: "credit", heldBy: "business" },
  5100: { address: "expense:discounts", class: "expense", normal: "debit", heldBy: "business" },
  5200: { address: "expense:write-offs", class: "expense", normal: "debit", heldBy: "business" },
  5300: { address: "expense:provider-fees", class: "expense", normal: "debit", heldBy: "business" },
  5400: { address: "expense:chargebacks", class: "expense", normal: "debit", heldBy: "business" },
  5500: { address: "expense:rounding", class: "expense", normal: "debit", heldBy: "business" },
  5600: { address: "expense:exchange", class: "expense", normal: "debit", heldBy: "business" },
  /** Memorandum of what was written off ("castigada") and may still be collected; outside assets and income. */
  9000: { address: "debt:{}:written-off", class: "memorandum", normal: "debit", heldBy: "debt" },
  9001: { address: "written-off", class: "memorandum", normal: "credit", heldBy: "business" },
} as const satisfies Record<
  number,
  {
    address: string;
    class: "asset" | "liability" | "equity" | "income" | "expense" | "memorandum";
    normal: "debit" | "credit";
    heldBy: "debt" | "debtor" | "provider" | "business";
  }
>;

export type AccountCode = keyof typeof CHART;

/** Principal, interest and fees: together, what is owed on a debt. */
export const OWED = [1100, 1110, 1120] as const satisfies readonly AccountCode[];

export function isAccountCode(code: number): code is AccountCode {
  return Object.hasOwn(CHART, code);
}
