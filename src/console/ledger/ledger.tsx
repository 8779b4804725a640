import { useMutation } from "@tanstack/react-query";
import type { Verification } from "../../web/contract.ts";
import { post } from "../api/client.ts";
import { UnplacedMoneyCard } from "../decisions/unplaced-money.tsx";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Button } from "../parts/button.tsx";
import { Failure } from "../parts/failure.tsx";
import { Icon } from "../parts/icon.tsx";
import { Entries } from "./entries.tsx";
import { TrialBalanceCard } from "./trial-balance.tsx";
import "./ledger.css";

/** The books, as they are: both columns, every entry, and a button that recomputes it all. */
export function Ledger() {
  const words = usePageWords();
  const verify = useMutation({ mutationFn: () => post<Verification>("/api/ledger/verification") });
  return (
    <div className="page">
      <header className="page-head">
        <h1>{words.ledger.title}</h1>
        <Button icon="shield" isBusy={verify.isPending} onClick={() => verify.mutate()}>
          {verify.isPending ? words.ledger.verifying : words.ledger.verify}
        </Button>
      </header>
      <div className="page-body">
        <div className="stack">
          <div role="status" className="verdict">
            {verify.data && <Verdict verification={verify.data} />}
          </div>
          {verify.error && <Failure error={verify.error} onRetry={() => verify.mutate()} />}
          <UnplacedMoneyCard />
          <div className="ledger">
            <TrialBalanceCard />
            <Entries />
          </div>
        </div>
      </div>
    </div>
  );
}

function Verdict({ verification: { checkedAt, findings } }: { verification: Verification }) {
  const words = usePageWords();
  const { moment } = useFormat();
  if (findings.length === 0) {
    return (
      <p className="verdict-line verdict-sound">
        <Icon name="check" />
        {words.ledger.sound(moment(checkedAt))}
      </p>
    );
  }
  return (
    <div className="verdict-line verdict-unsound">
      <Icon name="warning" />
      <div>
        <p>
          <strong>{words.ledger.findings(findings.length)}</strong>
        </p>
        <ul>
          {findings.map(({ what, message }) => (
            <li key={`${what}/${message}`}>
              {what}: {message}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
