import type { CostView } from "../../web/contract.ts";

/** A message costs parts of a cent: up to four decimals. The digits go to Intl as text, so no float is made. */
export function formatCost({ currency, amount }: CostView, language: string): string {
  const format = new Intl.NumberFormat(language, { style: "currency", currency, maximumFractionDigits: 4 });
  return format.format(amount as Intl.StringNumericLiteral); // decimal digits, which the type cannot see
}
