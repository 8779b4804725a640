import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { useWords } from "../i18n/language-context.tsx";
import { Icon } from "./icon.tsx";
import "./dialog.css";

/** Where one begins: at the question, not at the sign that closes it. */
const FIRST = "input:checked, input:not([type='radio']), select, textarea, .dialog-actions button";

/** A question that must be answered or left before going on. The browser keeps the focus inside and gives it back after. */
export function Dialog({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const words = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Closed while it is still in the page: from one that is out of it the browser gives the focus back to nothing.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    shown?.querySelector<HTMLElement>(FIRST)?.focus();
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={titleId} onCancel={onClose} onClose={onClose}>
      <header className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="icon-button" aria-label={words.shell.closeDialog} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      {children}
    </dialog>
  );
}
