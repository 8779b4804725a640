import { type FormEvent, useState } from "react";
import type { HoldView, LiftHold } from "../../web/contract.ts";
import { useMay } from "../api/session.ts";
import { Holds } from "../debtors/file-parts.tsx";
import { lookup } from "../i18n/lookup.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Failure } from "../parts/failure.tsx";
import { useDecision } from "./use-decision.ts";
import { isReason, WhyField } from "./why-field.tsx";

/** Why nothing may be said, and for what somebody placed: a way to lift it, with the reason. */
export function ActiveHolds({ debtorId, holds }: { debtorId: string; holds: readonly HoldView[] }) {
  const { decisions, terms } = usePageWords();
  const may = useMay();
  const [lifting, setLifting] = useState<string | undefined>(undefined);
  // What has no beginning follows from something else, and ends with that; an opt-out ends with the debtor's own words.
  const lift = ({ kind, since }: HoldView) =>
    since !== null &&
    kind !== "opt_out" && (
      <Button onClick={() => setLifting(kind)} aria-label={decisions.liftTitle(lookup(terms.hold, kind))}>
        {decisions.lift}
      </Button>
    );
  return (
    <>
      <Holds holds={holds} {...(may("holds.lift") && { action: lift })} />
      {lifting !== undefined && <LiftDialog debtorId={debtorId} kind={lifting} onClose={() => setLifting(undefined)} />}
    </>
  );
}

function LiftDialog({ debtorId, kind, onClose }: { debtorId: string; kind: string; onClose: () => void }) {
  const { decisions, terms, shell } = usePageWords();
  const [why, setWhy] = useState("");
  const [isTried, setIsTried] = useState(false);
  const lift = useDecision<LiftHold>(onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (!isReason(why)) return;
    lift.mutate({
      path: `/api/debtors/${debtorId}/holds/lift`,
      body: { kind, reason: why.trim() },
      said: decisions.lifted,
    });
  };
  return (
    <Dialog title={decisions.liftTitle(lookup(terms.hold, kind))} onClose={onClose}>
      <form className="dialog-body" onSubmit={submit} noValidate>
        <p className="soft">{decisions.liftNote}</p>
        <WhyField value={why} isTried={isTried} onChange={setWhy} />
        {lift.error && <Failure error={lift.error} />}
        <div className="dialog-actions">
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button type="submit" look="main" isBusy={lift.isPending}>
            {decisions.liftDo}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
