import { type FormEvent, useState } from "react";
import type { AcceptDispute, DebtView, DisputeView, RejectDispute } from "../../web/contract.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Failure } from "../parts/failure.tsx";
import { AmountsNotOwed, correctionsOf, typedAtFirst } from "./amounts-not-owed.tsx";
import { useDecision } from "./use-decision.ts";
import { isReason, WhyField } from "./why-field.tsx";

type Props = { dispute: DisputeView; debts: readonly DebtView[]; onClose: () => void };

/** The debtor is right, and the ledger is corrected by so much; or the debt stands. Either is told to them. */
export function DecideDispute({ dispute, debts, onClose }: Props) {
  const words = usePageWords();
  const { decisions } = words;
  const [isAccepted, setIsAccepted] = useState(true);
  const [typed, setTyped] = useState(() => typedAtFirst(debts));
  const [why, setWhy] = useState("");
  const [isTried, setIsTried] = useState(false);
  const decide = useDecision<AcceptDispute | RejectDispute>(onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    const note = why.trim();
    const corrections = correctionsOf(debts, typed);
    if (!isReason(note) || (isAccepted && !corrections)) return;
    const path = `/api/disputes/${dispute.id}/${isAccepted ? "accept" : "reject"}`;
    const body = isAccepted && corrections ? { corrections, note } : { note };
    decide.mutate({ path, body, said: isAccepted ? decisions.accepted : decisions.rejected });
  };
  return (
    <Dialog title={decisions.disputeTitle(dispute.caseNumber)} onClose={onClose}>
      <form className="dialog-body" onSubmit={submit} noValidate>
        <fieldset>
          <legend className="only-readers">{decisions.disputeTitle(dispute.caseNumber)}</legend>
          <label className="choice">
            <input type="radio" name="decision" checked={isAccepted} onChange={() => setIsAccepted(true)} />
            {decisions.accept}
          </label>
          <label className="choice">
            <input type="radio" name="decision" checked={!isAccepted} onChange={() => setIsAccepted(false)} />
            {decisions.reject}
          </label>
        </fieldset>
        {isAccepted && <AmountsNotOwed debts={debts} typed={typed} isTried={isTried} onChange={setTyped} />}
        <WhyField value={why} isTried={isTried} onChange={setWhy} />
        <p className="soft small">{isAccepted ? decisions.tellsAccepted : decisions.tellsRejected}</p>
        {decide.error && <Failure error={decide.error} />}
        <div className="dialog-actions">
          <Button onClick={onClose}>{words.shell.cancel}</Button>
          <Button type="submit" look="main" isBusy={decide.isPending}>
            {isAccepted ? decisions.confirmAccept : decisions.confirmReject}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
