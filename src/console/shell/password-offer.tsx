import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { SetPassword } from "../../web/contract.ts";
import { put } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { useSession } from "../api/session.ts";
import { useWords } from "../i18n/language-context.tsx";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Failure } from "../parts/failure.tsx";
import { Field } from "../parts/field.tsx";
import { useToast } from "../parts/toast.tsx";

const FEWEST_CHARACTERS = 10;

/** Whoever came by a link that works once is asked, gently, for a password to come back with. */
export function PasswordOffer() {
  const words = useWords();
  const { hasPassword } = useSession();
  const [answer, setAnswer] = useState<"undecided" | "asking" | "later">("undecided");
  if (hasPassword || answer === "later") return null;
  return (
    <section className="offer" aria-label={words.shell.choosePassword}>
      <p>{words.shell.choosePasswordWhy}</p>
      <Button onClick={() => setAnswer("asking")}>{words.shell.choosePassword}</Button>
      <Button look="quiet" onClick={() => setAnswer("later")}>
        {words.shell.later}
      </Button>
      {answer === "asking" && <PasswordDialog onClose={() => setAnswer("undecided")} />}
    </section>
  );
}

function PasswordDialog({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const say = useToast();
  const queries = useQueryClient();
  const [newPassword, setNewPassword] = useState("");
  const save = useMutation({
    mutationFn: (body: SetPassword) => put("/api/session/password", body),
    onSuccess: async () => {
      say(words.shell.passwordSaved);
      onClose();
      await queries.invalidateQueries({ queryKey: keys.session });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ newPassword });
  };
  return (
    <Dialog title={words.shell.choosePassword} onClose={onClose}>
      <form className="dialog-body" onSubmit={submit}>
        <Field label={words.shell.newPassword}>
          {(ids) => (
            <input
              {...ids}
              className="input"
              type="password"
              autoComplete="new-password"
              minLength={FEWEST_CHARACTERS}
              required
              value={newPassword}
              onChange={(event) => setNewPassword(event.target.value)}
            />
          )}
        </Field>
        {save.error && <Failure error={save.error} />}
        <div className="dialog-actions">
          <Button type="submit" look="main" isBusy={save.isPending}>
            {words.shell.savePassword}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
