import type { FormEvent, ReactNode } from "react";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Failure } from "../parts/failure.tsx";

type Props = {
  title: string;
  note: string;
  does: string;
  isBusy: boolean;
  error: unknown;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** A question with its note, its fields, and one thing to do about it. */
export function RecordForm({ title, note, does, isBusy, error, onSubmit, onClose, children }: Props) {
  const { shell } = usePageWords();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="dialog-body" onSubmit={submit} noValidate>
        <p className="soft">{note}</p>
        {children}
        {error !== null && <Failure error={error} />}
        <div className="dialog-actions">
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button type="submit" look="main" isBusy={isBusy}>
            {does}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
