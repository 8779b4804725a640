import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { AddNote } from "../../web/contract.ts";
import { post } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { useWords } from "../i18n/language-context.tsx";
import { Button } from "../parts/button.tsx";
import { Failure } from "../parts/failure.tsx";

/** For the team's eyes: another address on the server, so that a note can never reach the debtor. */
export function NoteForm({ id }: { id: string }) {
  const words = useWords();
  const queries = useQueryClient();
  const [text, setText] = useState("");
  const add = useMutation({
    mutationFn: (body: AddNote) => post<{ id: string }>(`/api/conversations/${id}/notes`, body),
    onSuccess: async () => {
      setText("");
      await queries.invalidateQueries({ queryKey: keys.conversation(id) });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ text: text.trim() });
  };
  return (
    <form className="composer-form" onSubmit={submit}>
      {add.error && <Failure error={add.error} />}
      <textarea
        className="input"
        rows={2}
        aria-label={words.inbox.writeNote}
        placeholder={words.inbox.writeNote}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Button type="submit" look="note" icon="note" isBusy={add.isPending} disabled={text.trim() === ""}>
        {words.inbox.addNote}
      </Button>
    </form>
  );
}
