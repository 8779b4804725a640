import { useState } from "react";
import type { WithdrawOutsideContact } from "../../web/contract.ts";
import { useDecision } from "../decisions/use-decision.ts";
import { isReason, WhyField } from "../decisions/why-field.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { RecordForm } from "./record-form.tsx";

type Props = { debtorId: string; id: string; says: string; onClose: () => void };

/** A contact that was entered and was not so: why, and then it counts no more. */
export function WithdrawContactDialog({ debtorId, id, says, onClose }: Props) {
  const { outside } = usePageWords();
  const [why, setWhy] = useState("");
  const [isTried, setIsTried] = useState(false);
  const withdraw = useDecision<WithdrawOutsideContact>(onClose);
  const submit = () => {
    setIsTried(true);
    if (!isReason(why)) return;
    const path = `/api/debtors/${debtorId}/outside-contacts/${id}/withdrawal`;
    withdraw.mutate({ path, body: { reason: why.trim() }, said: outside.withdrawn });
  };
  return (
    <RecordForm
      title={outside.withdrawTitle(says)}
      note={outside.withdrawNote}
      does={outside.withdrawDo}
      isBusy={withdraw.isPending}
      error={withdraw.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <WhyField value={why} isTried={isTried} onChange={setWhy} />
    </RecordForm>
  );
}
