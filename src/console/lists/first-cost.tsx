import type { ExpectedCost, MarketCost } from "../../web/contract.ts";
import { formatCost } from "../format/cost.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { lookup } from "../i18n/lookup.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { TableFrame } from "../parts/table-frame.tsx";

/** What the first messages cost, before any is sent: by category and market. What has no known price is counted apart. */
export function FirstCost({ cost }: { cost: ExpectedCost | null }) {
  const { lists: words } = usePageWords();
  const { count, language } = useFormat();
  if (cost === null) return null;
  const { amount, priced, unpriced, markets, category } = cost;
  const costOf = (sum: string | null): string =>
    sum === null || amount === null
      ? words.costUnknown
      : formatCost({ currency: amount.currency, amount: sum }, language);
  return (
    <section className="stack">
      <h2>{words.costTitle}</h2>
      <p className="callout">
        {amount !== null && words.firstCost(priced, formatCost(amount, language))}{" "}
        {unpriced > 0 && words.unknownCost(unpriced)} {words.answersCost}
      </p>
      <TableFrame label={words.costTitle}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.costMarket}</th>
              <th scope="col">{words.costCategory}</th>
              <th scope="col" className="number">
                {words.costMessages}
              </th>
              <th scope="col" className="number">
                {words.costEach}
              </th>
              <th scope="col" className="number">
                {words.costAmount}
              </th>
            </tr>
          </thead>
          <tbody>
            {markets.map((market) => (
              <tr key={market.market}>
                <th scope="row">
                  <Market of={market} cost={cost} />
                </th>
                <td>{lookup(words.costCategories, category)}</td>
                <td className="number">{count(market.messages)}</td>
                <td className="number">{costOf(market.each)}</td>
                <td className="number">{costOf(market.amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}

function Market({ of: { market, rateCard }, cost }: { of: MarketCost; cost: ExpectedCost }) {
  const { lists: words } = usePageWords();
  const { date, language } = useFormat();
  return (
    <>
      {market === "unknown" ? words.costNowhere : nameOf(market, { language, names: words.costMarkets })}
      {rateCard !== null && rateCard !== cost.rateCard && (
        <span className="line-sub">{words.costOlder(date(rateCard))}</span>
      )}
    </>
  );
}

/** A market that no card names is a country's two letters. */
function nameOf(
  market: string,
  { language, names }: { language: string; names: Readonly<Record<string, string>> },
): string {
  if (/^[A-Z]{2}$/.test(market)) return new Intl.DisplayNames([language], { type: "region" }).of(market) ?? market;
  return lookup(names, market);
}
