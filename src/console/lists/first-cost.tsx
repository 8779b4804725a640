import type { ExpectedCost } from "../../web/contract.ts";
import { usePageWords } from "../i18n/use-page-words.ts";

/** What the first messages cost, before any is sent: what has no known price is counted apart. */
export function FirstCost({ cost }: { cost: ExpectedCost | null }) {
  const { lists: words } = usePageWords();
  if (cost === null) return null;
  const { amount, priced, unpriced } = cost;
  return (
    <p className="callout">
      {amount !== null && words.firstCost(priced, `${amount.currency} ${amount.amount}`)}{" "}
      {unpriced > 0 && words.unknownCost(unpriced)} {words.answersCost}
    </p>
  );
}
