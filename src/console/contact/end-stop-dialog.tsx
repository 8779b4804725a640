import { useState } from "react";
import type { EndStop } from "../../web/contract.ts";
import { useDecision } from "../decisions/use-decision.ts";
import { isReason, WhyField } from "../decisions/why-field.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { RecordForm } from "./record-form.tsx";

type Props = { debtorId: string; kind: EndStop["kind"]; says: string; onClose: () => void };

/** A lawyer or a legal protection that is over, or never was: why, and then it stops nothing any more. */
export function EndStopDialog({ debtorId, kind, says, onClose }: Props) {
  const { contact } = usePageWords();
  const [why, setWhy] = useState("");
  const [isTried, setIsTried] = useState(false);
  const end = useDecision<EndStop>(onClose);
  const submit = () => {
    setIsTried(true);
    if (!isReason(why)) return;
    end.mutate({
      path: `/api/debtors/${debtorId}/stops/end`,
      body: { kind, reason: why.trim() },
      said: contact.ended,
    });
  };
  return (
    <RecordForm
      title={contact.endTitle(says)}
      note={contact.endNote}
      does={contact.endDo}
      isBusy={end.isPending}
      error={end.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <WhyField value={why} isTried={isTried} onChange={setWhy} />
    </RecordForm>
  );
}
