import { type FormEvent, useState } from "react";
import type { CloseConversation, Outcome } from "../../web/contract.ts";
import { useWords } from "../i18n/language-context.tsx";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Failure } from "../parts/failure.tsx";
import { Field } from "../parts/field.tsx";
import { useConversationAction } from "./use-conversation-action.ts";

/** What an agent may close with. `handed_over` is no ending, and what the bot alone finds out is not theirs to say. */
const OUTCOMES = [
  "promise",
  "plan",
  "paid",
  "payment_to_verify",
  "dispute",
  "hardship",
  "refused",
  "wrong_person",
  "deceased",
  "opted_out",
  "unreachable",
  "not_verified",
  "other",
] as const satisfies readonly Outcome[];

export function CloseDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const words = useWords();
  const [outcome, setOutcome] = useState<Outcome | undefined>(undefined);
  const close = useConversationAction<CloseConversation>(id, "close", onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (outcome) close.mutate({ outcome });
  };
  return (
    <Dialog title={words.inbox.closeTitle} onClose={onClose}>
      <form className="dialog-body" onSubmit={submit}>
        <Field label={words.inbox.closeOutcome}>
          {(ids) => (
            <select
              {...ids}
              className="input"
              required
              value={outcome ?? ""}
              onChange={({ target }) => setOutcome(OUTCOMES.find((known) => known === target.value))}
            >
              <option value="">{words.inbox.closeChoose}</option>
              {OUTCOMES.map((known) => (
                <option key={known} value={known}>
                  {words.terms.outcome[known]}
                </option>
              ))}
            </select>
          )}
        </Field>
        {close.error && <Failure error={close.error} />}
        <div className="dialog-actions">
          <Button onClick={onClose}>{words.shell.cancel}</Button>
          <Button type="submit" look="main" disabled={outcome === undefined} isBusy={close.isPending}>
            {words.inbox.closeDo}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
