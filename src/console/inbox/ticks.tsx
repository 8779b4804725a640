import type { MessageItem } from "../../web/contract.ts";
import { useWords } from "../i18n/language-context.tsx";
import { Icon } from "../parts/icon.tsx";

/** One tick sent, two delivered, two in colour read; the word beside it where it matters, and for readers always. */
export function Ticks({ status }: { status: NonNullable<MessageItem["status"]> }) {
  const words = useWords();
  const word = words.terms.status[status];
  if (status === "failed" || status === "unknown" || status === "sending") {
    return (
      <span className={`ticks ticks-${status}`}>
        <Icon name={status === "failed" ? "warning" : "clock"} />
        {word}
      </span>
    );
  }
  return (
    <span className={`ticks ticks-${status}`} title={word}>
      <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
        <path d={status === "sent" ? "M5 12.5l4.5 4.5L19 7.5" : "M1.5 12.5L6 17l9.5-9.5M11 16l1 1 10-9.5"} />
      </svg>
      <span className="only-readers">{word}</span>
    </span>
  );
}
