import { type FormEvent, type KeyboardEvent, lazy, type RefObject, Suspense, useEffect, useState } from "react";
import { useWords } from "../i18n/language-context.tsx";
import { Button } from "../parts/button.tsx";
import type { Attachment } from "./attachment.tsx";
import { keepDraft, keptDraft } from "./drafts.ts";

/** Only a verified debtor gets files: the first look at the inbox does without. */
const AttachFile = lazy(() => import("./attachment.tsx").then((module) => ({ default: module.AttachFile })));
const WRITING_ENDS_AFTER_MS = 8_000;

/** The rules whose doubts were read, and the file that goes with it. */
export type SendHow = { readonly confirmed?: readonly string[]; readonly file?: Attachment };

type Props = {
  id: string;
  /** Writing goes on, sending waits. */
  isHeld: boolean;
  /** What the text just refused may be against: it can be sent in spite of these, by a button of its own and no key. */
  doubts: readonly string[];
  /** Nobody can read in a file whether it speaks of the debt: only who has proved who they are gets one. */
  isVerified: boolean;
  onSend: (text: string, how?: SendHow) => void;
  returned: RefObject<(text: string) => void>;
  onWriting: (isWriting: boolean) => void;
};

/** Enter sends, Shift and Enter begins a line. What was refused comes back, before whatever was written since. */
export function ReplyForm({ id, isHeld, isVerified, doubts, onSend, returned, onWriting }: Props) {
  const words = useWords();
  const [text, setText] = useState(() => keptDraft(id));
  const [attached, setAttached] = useState<Attachment>();
  const isEmpty = text.trim() === "" && attached === undefined;

  useEffect(() => keepDraft(id, text), [id, text]);
  useEffect(() => {
    returned.current = (refused) => setText((since) => (since === "" ? refused : `${refused}\n${since}`));
  }, [returned]);
  useEffect(() => {
    if (text === "") {
      onWriting(false);
      return undefined;
    }
    onWriting(true);
    const timer = setTimeout(() => onWriting(false), WRITING_ENDS_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text, onWriting]);

  const send = (confirmed: readonly string[] = []) => {
    if (isEmpty || isHeld) return;
    onSend(text.trim(), { confirmed, ...(attached && { file: attached }) });
    setText("");
    setAttached(undefined);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <form className="composer-form" onSubmit={submit}>
      <textarea
        className="input"
        rows={2}
        aria-label={words.inbox.writeReply}
        placeholder={words.inbox.writeReply}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={press}
      />
      <Button type="submit" look="main" icon="send" disabled={isEmpty || isHeld}>
        {words.inbox.send}
      </Button>
      {isVerified && (
        <Suspense fallback={<div className="composer-file composer-file-place" />}>
          <AttachFile conversationId={id} attached={attached} onChange={setAttached} />
        </Suspense>
      )}
      {doubts.length > 0 && (
        <Button look="danger" disabled={isEmpty || isHeld} onClick={() => send(doubts)}>
          {words.inbox.sendAnyway}
        </Button>
      )}
    </form>
  );
}
