import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { Conversation, TakenOver, TakeOver } from "../../web/contract.ts";
import { post } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { useMay } from "../api/session.ts";
import { useWords } from "../i18n/language-context.tsx";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Failure } from "../parts/failure.tsx";
import { Field } from "../parts/field.tsx";
import { useShortcut } from "../shell/shortcuts.tsx";

type Props = { conversation: Conversation; onTaken: (taken: TakenOver) => void };

/** One click from the bot or the queue; from a colleague only for those who may, and with a reason. */
export function TakeOverButton({ conversation: { id, composer, owner }, onTaken }: Props) {
  const words = useWords();
  const may = useMay();
  const queries = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const take = useMutation({
    mutationFn: (body: TakeOver) => post<TakenOver>(`/api/conversations/${id}/take-over`, body),
    onSuccess: (taken) => {
      setIsAsking(false);
      onTaken(taken);
    },
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: keys.conversation(id) });
      await queries.invalidateQueries({ queryKey: keys.inbox });
    },
  });
  const isFree = composer === "bot_owns" || composer === "nobody_owns";
  const isColleagues = composer === "other_owns" && may("conversations.steal");
  useShortcut("takeOver", isFree ? () => take.mutate({}) : isColleagues ? () => setIsAsking(true) : undefined);

  return (
    <>
      {take.error && <Failure error={take.error} />}
      {isFree && (
        <Button look="main" icon="person" shortcut="t" isBusy={take.isPending} onClick={() => take.mutate({})}>
          {words.inbox.takeOver}
        </Button>
      )}
      {isColleagues && (
        <Button icon="person" shortcut="t" onClick={() => setIsAsking(true)}>
          {words.inbox.takeOverFrom(owner.kind === "agent" ? owner.agent.name : "")}
        </Button>
      )}
      {isAsking && (
        <ReasonDialog
          isBusy={take.isPending}
          onClose={() => setIsAsking(false)}
          onReason={(reason) => take.mutate({ reason })}
        />
      )}
    </>
  );
}

type ReasonProps = { isBusy: boolean; onClose: () => void; onReason: (reason: string) => void };

function ReasonDialog({ isBusy, onClose, onReason }: ReasonProps) {
  const words = useWords();
  const [reason, setReason] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onReason(reason.trim());
  };
  return (
    <Dialog title={words.inbox.takeOver} onClose={onClose}>
      <form className="dialog-body" onSubmit={submit}>
        <Field label={words.inbox.takeOverReason}>
          {(ids) => (
            <input
              {...ids}
              className="input"
              required
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
        <div className="dialog-actions">
          <Button onClick={onClose}>{words.shell.cancel}</Button>
          <Button type="submit" look="main" isBusy={isBusy} disabled={reason.trim() === ""}>
            {words.inbox.takeOver}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
