import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { fromText, subtract, toText } from "../../domain/money.ts";
import type { TrialBalance } from "../../web/contract.ts";
import { get } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { isZero } from "../format/money.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { lookup } from "../i18n/lookup.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Badge } from "../parts/badge.tsx";
import { Empty } from "../parts/empty.tsx";
import { Failure } from "../parts/failure.tsx";
import { Field } from "../parts/field.tsx";
import { Loading } from "../parts/loading.tsx";
import { TableFrame } from "../parts/table-frame.tsx";

export function TrialBalanceCard() {
  const words = usePageWords();
  const [asOf, setAsOf] = useState("");
  const balance = useQuery({
    queryKey: keys.trialBalance(asOf),
    queryFn: () => get<TrialBalance>(`/api/ledger/trial-balance${asOf === "" ? "" : `?asOf=${asOf}`}`),
  });
  return (
    <section className="card">
      <div className="trial-head">
        <h2>{words.ledger.trial}</h2>
        <Field label={words.ledger.asOf}>
          {(ids) => (
            <input
              {...ids}
              className="input"
              type="date"
              value={asOf}
              onChange={({ target }) => setAsOf(target.value)}
            />
          )}
        </Field>
      </div>
      {balance.error ? (
        <Failure error={balance.error} onRetry={() => void balance.refetch()} />
      ) : balance.data ? (
        <Table balance={balance.data} />
      ) : (
        <Loading />
      )}
    </section>
  );
}

function Table({ balance: { lines, totals } }: { balance: TrialBalance }) {
  const words = usePageWords();
  const { money } = useFormat();
  if (lines.length === 0) {
    return (
      <Empty icon="ledger" title={words.ledger.empty}>
        <p>{words.ledger.emptyNext}</p>
      </Empty>
    );
  }
  const isBalanced = totals.every(({ debits, credits }) => debits === credits);
  const shown = (amount: string) => (isZero(amount) ? "" : money(amount));
  return (
    <>
      <p className="trial-verdict">
        <Badge tone={isBalanced ? "good" : "bad"} icon={isBalanced ? "check" : "warning"}>
          {isBalanced ? words.ledger.balanced : words.ledger.unbalanced}
        </Badge>
      </p>
      <TableFrame label={words.ledger.trial}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.ledger.account}</th>
              <th scope="col" className="number">
                {words.ledger.debit}
              </th>
              <th scope="col" className="number">
                {words.ledger.credit}
              </th>
              <th scope="col" className="number">
                {words.ledger.balance}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ code, name, debits, credits }) => (
              <tr key={`${code}/${debits.slice(0, 3)}`}>
                <th scope="row">
                  <span className="soft figure trial-code">{code}</span> {lookup(words.ledger.accounts, name)}
                </th>
                <td className="number">{shown(debits)}</td>
                <td className="number">{shown(credits)}</td>
                <td className="number">{money(difference(debits, credits))}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            {totals.map(({ debits, credits }) => (
              <tr key={debits}>
                <th scope="row">
                  {words.ledger.total} {debits.slice(0, 3)}
                </th>
                <td className="number">{money(debits)}</td>
                <td className="number">{money(credits)}</td>
                <td className="number">{money(difference(debits, credits))}</td>
              </tr>
            ))}
          </tfoot>
        </table>
      </TableFrame>
    </>
  );
}

/** What a debit account holds is positive, what a credit account holds is negative. */
function difference(debits: string, credits: string): string {
  const [more, less] = [fromText(debits), fromText(credits)];
  return more && less ? toText(subtract(more, less)) : "";
}
