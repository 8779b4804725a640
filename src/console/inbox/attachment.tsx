import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { flushSync } from "react-dom";
import type { Attached } from "../../web/contract.ts";
import { upload } from "../api/client.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Button } from "../parts/button.tsx";
import { Failure } from "../parts/failure.tsx";
import { Icon } from "../parts/icon.tsx";

/** A file that the next reply will carry. */
export type Attachment = { readonly id: string; readonly name: string };

/** What WhatsApp takes here: pictures and PDF documents. */
const TAKEN = "image/jpeg,image/png,application/pdf";

type Props = {
  conversationId: string;
  attached: Attachment | undefined;
  onChange: (attached: Attachment | undefined) => void;
};

/** One file a reply: it is with WhatsApp before the reply is sent, so that what cannot be sent is known while it can be changed. */
export function AttachFile({ conversationId, attached, onChange }: Props) {
  const { files: words } = usePageWords();
  const input = useRef<HTMLInputElement>(null);
  const sending = useMutation({
    mutationFn: (file: File) => upload<Attached>(`/api/conversations/${conversationId}/files`, file),
    onSuccess: ({ id }, { name }) => onChange({ id, name }),
  });
  const box = useRef<HTMLDivElement>(null);
  const detach = () => {
    flushSync(() => onChange(undefined));
    // The button that had the focus is gone: the one in its place has it now.
    box.current?.querySelector("button")?.focus();
  };
  return (
    <div className="composer-file" ref={box}>
      <input
        ref={input}
        type="file"
        accept={TAKEN}
        hidden
        aria-label={words.attach}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) sending.mutate(file);
          // The same file may be chosen again after it was taken out.
          target.value = "";
        }}
      />
      {attached ? (
        <div className="composer-attached">
          <Icon name="file" />
          <span title={attached.name}>{attached.name}</span>
          <button type="button" className="icon-button" aria-label={words.detach(attached.name)} onClick={detach}>
            <Icon name="close" />
          </button>
        </div>
      ) : (
        <Button look="quiet" icon="attach" disabled={sending.isPending} onClick={() => input.current?.click()}>
          {sending.isPending ? `${words.attach}…` : words.attach}
        </Button>
      )}
      {sending.error && <Failure error={sending.error} />}
    </div>
  );
}
