import { useQuery } from "@tanstack/react-query";
import type { Statement as StatementAnswer, StatementOfCurrency } from "../../web/contract.ts";
import { get } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { entrySource } from "../format/entry-source.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { lookup } from "../i18n/lookup.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Failure } from "../parts/failure.tsx";
import { Loading } from "../parts/loading.tsx";
import { TableFrame } from "../parts/table-frame.tsx";

/** The ledger's own lines with the balance after each: what the bot says is read from these. */
export function Statement({ debtorId }: { debtorId: string }) {
  const words = usePageWords();
  const statement = useQuery({
    queryKey: keys.statement(debtorId),
    queryFn: () => get<StatementAnswer>(`/api/debtors/${debtorId}/statement`),
  });
  if (statement.error) return <Failure error={statement.error} onRetry={() => void statement.refetch()} />;
  if (!statement.data) return <Loading />;
  const { byCurrency } = statement.data;
  if (byCurrency.every(({ lines }) => lines.length === 0)) return <p className="soft">{words.debtors.noLines}</p>;
  return byCurrency.map((one) => <Lines key={one.balance.slice(0, 3)} statement={one} />);
}

function Lines({ statement: { lines } }: { statement: StatementOfCurrency }) {
  const words = usePageWords();
  const { money, date } = useFormat();
  return (
    <TableFrame label={words.debtors.ledgerLines}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.debtors.date}</th>
            <th scope="col">{words.debtors.movement}</th>
            <th scope="col" className="number">
              {words.debtors.amount}
            </th>
            <th scope="col" className="number">
              {words.debtors.balance}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ entryId, account, kind, effectiveOn, description, reference, amount, balance }) => (
            <tr key={`${entryId}/${account}`}>
              <td>{date(effectiveOn)}</td>
              <th scope="row">
                {lookup(words.terms.entryKind, kind)}
                <span className="line-sub">{description ?? entrySource(reference, words)}</span>
              </th>
              <td className="number">{money(amount)}</td>
              <td className="number">{money(balance)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
