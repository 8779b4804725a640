import { useState } from "react";
import type { DebtorFile, EraseDebtor } from "../../web/contract.ts";
import { useDecision } from "../decisions/use-decision.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { LineField } from "./line-field.tsx";
import { RecordForm } from "./record-form.tsx";

/** For good: so whoever does it types whom they mean. */
export function EraseDialog({ file, onClose }: { file: DebtorFile; onClose: () => void }) {
  const { contact } = usePageWords();
  const [typed, setTyped] = useState("");
  const [isTried, setIsTried] = useState(false);
  const erase = useDecision<EraseDebtor>(onClose);
  const isSame = typed.trim() === file.reference;
  const submit = () => {
    setIsTried(true);
    if (!isSame) return;
    const body = { reference: typed.trim() };
    erase.mutate({ path: `/api/debtors/${file.id}/erasure`, body, said: contact.erased });
  };
  return (
    <RecordForm
      title={contact.eraseTitle}
      note={contact.eraseNote}
      does={contact.eraseDo}
      isBusy={erase.isPending}
      error={erase.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <LineField
        label={contact.eraseType(file.reference)}
        value={typed}
        problem={isTried && !isSame ? contact.needAll : undefined}
        onChange={setTyped}
      />
    </RecordForm>
  );
}
