import { useQuery } from "@tanstack/react-query";
import type { Costs } from "../../web/contract.ts";
import { get } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Failure } from "../parts/failure.tsx";
import { Loading } from "../parts/loading.tsx";
import { TableFrame } from "../parts/table-frame.tsx";

/** What was billed, day by day. A price that nobody here knows is said to be unknown, and is never a zero. */
export function MessageCosts() {
  const { templates: words } = usePageWords();
  const { date } = useFormat();
  const costs = useQuery({ queryKey: keys.costs, queryFn: () => get<Costs>("/api/costs?days=30"), staleTime: 0 });
  const kinds: Readonly<Record<string, string>> = words.billing;
  return (
    <section className="card stack">
      <h2>{words.costs}</h2>
      <p className="soft small">{words.costsNote}</p>
      {costs.error && <Failure error={costs.error} onRetry={() => void costs.refetch()} />}
      {costs.isPending && <Loading />}
      {costs.data?.days.length === 0 && <p>{words.noCosts}</p>}
      {costs.data && costs.data.days.length > 0 && (
        <TableFrame label={words.costs}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{words.day}</th>
                <th scope="col">{words.kind}</th>
                <th scope="col">{words.market}</th>
                <th scope="col" className="number">
                  {words.billed}
                </th>
                <th scope="col" className="number">
                  {words.cost}
                </th>
              </tr>
            </thead>
            <tbody>
              {costs.data.days.map((one) => (
                <tr key={`${one.day} ${one.channelId} ${one.category} ${one.market} ${one.amount?.currency ?? ""}`}>
                  <th scope="row">{date(one.day)}</th>
                  <td>{kinds[one.category] ?? one.category}</td>
                  <td>{one.market}</td>
                  <td className="number">{one.priced + one.unpriced}</td>
                  <td className="number">
                    <Cost cost={one} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </section>
  );
}

function Cost({ cost: { amount, unpriced, priced } }: { cost: Costs["days"][number] }) {
  const { templates: words } = usePageWords();
  if (amount === null) return priced + unpriced === 0 ? "0" : words.unknownPrice;
  const said = `${amount.currency} ${amount.amount}`;
  return unpriced > 0 ? words.atLeast(said) : said;
}
