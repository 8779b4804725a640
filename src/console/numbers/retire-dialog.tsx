import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { NumberPage, NumberRetired, RetireNumber } from "../../web/contract.ts";
import { post } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { LineField } from "../contact/line-field.tsx";
import { RecordForm } from "../contact/record-form.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { useToast } from "../parts/toast.tsx";

type Props = { number: Pick<NumberPage, "id" | "name">; onClose: () => void };

/** Takes a number out of use, once its name has been typed: that is not done by a slip. */
export function RetireDialog({ number: { id, name }, onClose }: Props) {
  const { numberPage: words } = usePageWords();
  const say = useToast();
  const queries = useQueryClient();
  const [typed, setTyped] = useState("");
  const [reason, setReason] = useState("");
  const [isTried, setIsTried] = useState(false);
  const retire = useMutation({
    mutationFn: (body: RetireNumber) => post<NumberRetired>(`/api/channels/${id}/retirement`, body),
    onSuccess: async ({ companion }) => {
      say(companion === "left" ? words.retireLeft : words.retireDone);
      onClose();
      await queries.invalidateQueries({ queryKey: keys.numbers });
    },
  });
  const isOther = typed.trim() !== name.trim();
  const isReasonMissing = reason.trim() === "";
  const submit = () => {
    setIsTried(true);
    if (!isOther && !isReasonMissing) retire.mutate({ reason: reason.trim() });
  };
  return (
    <RecordForm
      title={words.retireTitle}
      note={words.retireNote}
      does={words.retire}
      isBusy={retire.isPending}
      error={retire.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <LineField
        label={words.retireType(name)}
        value={typed}
        onChange={setTyped}
        problem={isTried && isOther ? words.retireWrong : undefined}
      />
      <LineField
        label={words.retireWhy}
        value={reason}
        onChange={setReason}
        problem={isTried && isReasonMissing ? words.whyMissing : undefined}
      />
    </RecordForm>
  );
}
