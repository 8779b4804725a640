import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { isLinked } from "../../domain/channel-kind.ts";
import type { ChannelView, SetMessagingLimit } from "../../web/contract.ts";
import { put } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { RecordForm } from "../contact/record-form.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Field } from "../parts/field.tsx";
import { useToast } from "../parts/toast.tsx";

const OTHER = "other";
const UNLIMITED = "unlimited";
/** As many digits as the server takes. */
const WHOLE = /^[1-9]\d{0,8}$/;

/** One of Meta's tiers, no limit, or the number's share of it. Of a linked phone, which has none of Meta's: its own budget, or less. */
export function LimitDialog({ number, onClose }: { number: ChannelView; onClose: () => void }) {
  const { numbers: words } = usePageWords();
  const queries = useQueryClient();
  const say = useToast();
  const { id, messagingLimit, kind } = number;
  const isLinkedPhone = isLinked(kind);
  const tiers = isLinkedPhone ? [] : number.tiers;
  const [chosen, setChosen] = useState(() => choiceFor(messagingLimit, tiers));
  const [typed, setTyped] = useState(messagingLimit === null ? "" : String(messagingLimit));
  const [isTried, setIsTried] = useState(false);
  const save = useMutation({
    mutationFn: (body: SetMessagingLimit) => put(`/api/channels/${id}/messaging-limit`, body),
    onSuccess: async () => {
      say(words.saved);
      onClose();
      await queries.invalidateQueries({ queryKey: keys.numbers });
    },
  });
  const isWrong = chosen === OTHER && !WHOLE.test(typed.trim());
  const submit = () => {
    setIsTried(true);
    if (isWrong) return;
    save.mutate({ limit: chosen === UNLIMITED ? null : Number(chosen === OTHER ? typed.trim() : chosen) });
  };
  return (
    <RecordForm
      title={words.changeTitle}
      note={isLinkedPhone ? words.budgetChangeNote : words.changeNote}
      does={words.save}
      isBusy={save.isPending}
      error={save.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={isLinkedPhone ? words.budget : words.tier}>
        {(ids) => (
          <select {...ids} className="input" value={chosen} onChange={({ target }) => setChosen(target.value)}>
            {tiers.map((tier) => (
              <option key={tier} value={tier}>
                {words.perDay(tier)}
              </option>
            ))}
            <option value={UNLIMITED}>{isLinkedPhone ? words.budgetOnly : words.unlimited}</option>
            <option value={OTHER}>{words.other}</option>
          </select>
        )}
      </Field>
      {chosen === OTHER && (
        <Field label={words.howMany} problem={isTried && isWrong ? words.wholeNumber : undefined}>
          {(ids) => (
            <input
              {...ids}
              className="input"
              inputMode="numeric"
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
          )}
        </Field>
      )}
    </RecordForm>
  );
}

function choiceFor(limit: number | null, tiers: readonly number[]): string {
  if (limit === null) return UNLIMITED;
  return tiers.includes(limit) ? String(limit) : OTHER;
}
