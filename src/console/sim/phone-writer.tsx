import { type FormEvent, type KeyboardEvent, type RefObject, useRef, useState } from "react";
import type { Language, SendFromPhone } from "../../web/contract.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Icon } from "../parts/icon.tsx";
import { drawReceipt } from "./draw-receipt.ts";
import { readPicture } from "./read-picture.ts";

/** What a debtor may say at any moment, in the debtor's language, which is not always the reader's. */
const SUGGESTIONS: Record<Language, readonly string[]> = {
  es: ["No reconozco esa deuda", "Pago el viernes", "Quiero una persona"],
  "pt-BR": ["Não reconheço essa dívida", "Pago na sexta-feira", "Quero uma pessoa"],
  en: ["I don't recognise this debt", "I'll pay on Friday", "I want a person"],
};

type Props = {
  field: RefObject<HTMLTextAreaElement | null>;
  text: string;
  onText: (text: string) => void;
  language: Language;
  /** Offered while the bot asks for it. */
  lastFour: string | null;
  onSend: (message: SendFromPhone) => void;
};

export function PhoneWriter({ field, text, onText, language, lastFour, onSend }: Props) {
  const words = usePageWords();
  const send = () => {
    if (text.trim() === "") return;
    onSend({ kind: "text", body: text.trim() });
    onText("");
    field.current?.focus();
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
  const suggestions = [...(lastFour === null ? [] : [lastFour]), ...SUGGESTIONS[language]];
  return (
    <footer className="phone-foot">
      <fieldset className="phone-tries" aria-label={words.sim.tryThis} lang={language}>
        {suggestions.map((suggestion) => (
          <button
            key={suggestion}
            type="button"
            className="phone-try"
            onClick={() => onSend({ kind: "text", body: suggestion })}
          >
            {suggestion}
          </button>
        ))}
      </fieldset>
      <form className="phone-form" onSubmit={submit}>
        <Attach onSend={onSend} />
        <textarea
          ref={field}
          className="input"
          rows={1}
          aria-label={words.sim.message}
          placeholder={words.sim.message}
          value={text}
          onChange={({ target }) => onText(target.value)}
          onKeyDown={press}
        />
        <button type="submit" className="phone-send" aria-label={words.sim.send} disabled={text.trim() === ""}>
          <Icon name="send" />
        </button>
      </form>
    </footer>
  );
}

function Attach({ onSend }: { onSend: (message: SendFromPhone) => void }) {
  const words = usePageWords();
  const menu = useRef<HTMLDivElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const sendReceipt = () => {
    menu.current?.hidePopover();
    onSend({ kind: "picture", ...drawReceipt({ title: words.sim.receiptTitle, remark: words.sim.receiptSample }) });
  };
  const sendFile = async (file: File | undefined) => {
    if (!file) return;
    const picture = await readPicture(file);
    setProblem(picture ? undefined : words.sim.pictureTooLarge);
    if (picture) {
      menu.current?.hidePopover();
      onSend({ kind: "picture", ...picture });
    }
  };
  return (
    <>
      <button type="button" className="icon-button phone-attach" popoverTarget="attach" aria-label={words.sim.attach}>
        <Icon name="attach" />
      </button>
      <div id="attach" ref={menu} popover="auto" className="phone-menu">
        <button type="button" className="button button-quiet" onClick={sendReceipt}>
          <Icon name="receipts" />
          {words.sim.attachReceipt}
        </button>
        <button type="button" className="button button-quiet" onClick={() => picker.current?.click()}>
          <Icon name="image" />
          {words.sim.attachFile}
        </button>
        {problem !== undefined && <p role="alert">{problem}</p>}
        <input
          ref={picker}
          type="file"
          hidden
          aria-label={words.sim.attachFile}
          accept="image/jpeg,image/png,application/pdf"
          onChange={({ target }) => void sendFile(target.files?.[0])}
        />
      </div>
    </>
  );
}
