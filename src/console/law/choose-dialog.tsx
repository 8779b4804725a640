import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ChooseReading, ReadingChange, ReadingOptionView, ReadingView } from "../../web/contract.ts";
import { put } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { RecordForm } from "../contact/record-form.tsx";
import { isReason, WhyField } from "../decisions/why-field.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Icon } from "../parts/icon.tsx";
import { useToast } from "../parts/toast.tsx";

type Props = { country: string; reading: ReadingView; option: ReadingOptionView; onClose: () => void };

/** Says what changes from now on, and asks why: a choice of law is not made in passing. */
export function ChooseDialog({ country, reading, option, onClose }: Props) {
  const { law: words } = usePageWords();
  const [why, setWhy] = useState("");
  const [isTried, setIsTried] = useState(false);
  const queries = useQueryClient();
  const say = useToast();
  const choose = useMutation({
    mutationFn: (body: ChooseReading) => put(`/api/contact-law/${country}/readings/${reading.name}`, body),
    onSuccess: async () => {
      say(words.chosen);
      onClose();
      for (const queryKey of [keys.law, keys.debtorFiles]) await queries.invalidateQueries({ queryKey });
    },
  });
  const submit = () => {
    setIsTried(true);
    if (isReason(why)) choose.mutate({ option: option.name, reason: why.trim() });
  };
  return (
    <RecordForm
      title={words.chooseTitle}
      note={words.chooseNote}
      does={words.confirm}
      isBusy={choose.isPending}
      error={choose.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        <strong>{reading.about}</strong> {option.clause.text}
      </p>
      <Changes changes={option.changes} />
      {option.strictness !== "default" && option.strictness !== "stricter" && (
        <p className="law-warning">
          <Icon name="warning" />
          {words.looser}
        </p>
      )}
      <WhyField value={why} isTried={isTried} onChange={setWhy} />
    </RecordForm>
  );
}

function Changes({ changes }: { changes: readonly ReadingChange[] }) {
  const { law: words } = usePageWords();
  if (changes.length === 0) return <p>{words.noChange}</p>;
  return (
    <dl className="law-changes">
      {changes.map(({ topic, part, before, after }) => (
        <div key={`${topic} ${part}`}>
          <dt>
            {words.topics[topic]}
            {part !== null && ` (${words.onlyIn(part)})`}
          </dt>
          <dd>
            <span className="soft">{words.now}:</span> {before}
          </dd>
          <dd>
            <span className="soft">{words.fromNow}:</span> <strong>{after}</strong>
          </dd>
        </div>
      ))}
    </dl>
  );
}
