import { type FormEvent, useState } from "react";
import type { HandBack } from "../../web/contract.ts";
import { useWords } from "../i18n/language-context.tsx";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Failure } from "../parts/failure.tsx";
import { useConversationAction } from "./use-conversation-action.ts";

/** The bot goes on where the balance is shown, or asks again who it is: the agent decides, not the bot. */
export function HandBackDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const words = useWords();
  const [isVerified, setIsVerified] = useState(true);
  const handBack = useConversationAction<HandBack>(id, "hand-back", onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    handBack.mutate({ verified: isVerified });
  };
  return (
    <Dialog title={words.inbox.handBackTitle} onClose={onClose}>
      <form className="dialog-body" onSubmit={submit}>
        <fieldset>
          <legend className="only-readers">{words.inbox.handBackTitle}</legend>
          <label className="choice">
            <input type="radio" name="verified" checked={isVerified} onChange={() => setIsVerified(true)} />
            {words.inbox.handBackContinue}
          </label>
          <label className="choice">
            <input type="radio" name="verified" checked={!isVerified} onChange={() => setIsVerified(false)} />
            {words.inbox.handBackVerify}
          </label>
        </fieldset>
        {handBack.error && <Failure error={handBack.error} />}
        <div className="dialog-actions">
          <Button onClick={onClose}>{words.shell.cancel}</Button>
          <Button type="submit" look="main" icon="bot" isBusy={handBack.isPending}>
            {words.inbox.handBackDo}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
