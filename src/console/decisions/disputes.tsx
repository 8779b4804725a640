import { useState } from "react";
import type { DebtView, DisputeView } from "../../web/contract.ts";
import { useMay } from "../api/session.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { lookup } from "../i18n/lookup.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Badge } from "../parts/badge.tsx";
import { Button } from "../parts/button.tsx";
import { DecideDispute } from "./decide-dispute.tsx";

/** What a debtor does not recognise, by the number they were told; an open one waits for a decision. */
export function Disputes({ disputes, debts }: { disputes: readonly DisputeView[]; debts: readonly DebtView[] }) {
  const { decisions, debtors } = usePageWords();
  const { day } = useFormat();
  const may = useMay();
  const [deciding, setDeciding] = useState<DisputeView | undefined>(undefined);
  return (
    <>
      <ul className="lines">
        {disputes.map((dispute) => {
          const { id, caseNumber, openedAt, decidedAt, decision, note } = dispute;
          const isOpen = decidedAt === null;
          return (
            <li key={id} className="line line-tall">
              <span>
                {caseNumber}
                <span className="line-sub">{debtors.since(day(openedAt))}</span>
                {note !== null && <span className="line-sub">{note}</span>}
              </span>
              {isOpen && may("disputes.decide") ? (
                <Button onClick={() => setDeciding(dispute)} aria-label={decisions.disputeTitle(caseNumber)}>
                  {decisions.decide}
                </Button>
              ) : (
                <Badge tone={isOpen ? "warn" : "plain"}>
                  {decision === null ? debtors.disputeOpen : lookup(decisions.outcome, decision)}
                </Badge>
              )}
            </li>
          );
        })}
      </ul>
      {deciding && <DecideDispute dispute={deciding} debts={debts} onClose={() => setDeciding(undefined)} />}
    </>
  );
}
