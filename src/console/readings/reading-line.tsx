import { useState } from "react";
import type { MessageItem, MessageReading } from "../../web/contract.ts";
import { useMay } from "../api/session.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { type AllWords, usePageWords } from "../i18n/use-page-words.ts";
import { Icon } from "../parts/icon.tsx";
import { IntentMenu } from "./intent-menu.tsx";
import { likeliest } from "./intents.ts";
import { hideEvidence, showEvidence } from "./show-evidence.ts";
import { useCorrection } from "./use-correction.ts";
import "./readings.css";

type Props = { message: MessageItem; reading: MessageReading };

/** How the bot read a message, in words; for who may answer, the way to correct it. */
export function ReadingLine({ message, reading }: Props) {
  const { readings: words } = usePageWords();
  const { language } = useFormat();
  const mayCorrect = useMay()("conversations.answer");
  const [isOpen, setIsOpen] = useState(false);
  const said = saying(reading, words, language);
  const line = (
    <>
      <Icon name={reading.correction ? "check" : "bot"} />
      <span>
        {said} {mayCorrect && <span className="only-readers">{words.correct}</span>}
      </span>
    </>
  );
  const title = reading.evidence === "" ? undefined : `«${reading.evidence}»`;
  const underline = ({ currentTarget }: { currentTarget: Element }) => {
    const body = currentTarget.closest(".bubble-row")?.querySelector(".bubble-body");
    if (body) showEvidence(body, reading.evidence);
  };
  if (!mayCorrect) {
    return (
      <p className="reading" title={title}>
        {line}
      </p>
    );
  }
  return (
    <>
      <button
        type="button"
        className="reading"
        title={title}
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
        onFocus={underline}
        onBlur={hideEvidence}
        onPointerEnter={underline}
        onPointerLeave={hideEvidence}
      >
        {line}
      </button>
      {isOpen && <Correcting message={message} reading={reading} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function Correcting({ message: { id, body }, reading, onClose }: Props & { onClose: () => void }) {
  const { mutate, isPending, error } = useCorrection(id, onClose);
  return (
    <IntentMenu
      text={body}
      likely={likeliest(reading)}
      standing={reading.correction?.intent ?? (reading.act === "act" ? reading.intent : undefined)}
      isCorrected={reading.correction !== null}
      isBusy={isPending}
      error={error}
      onChoose={mutate}
      onClose={onClose}
    />
  );
}

/** What was read and how surely; or who says otherwise. Doubt is said in words. */
function saying(reading: MessageReading, words: AllWords["readings"], language: string): string {
  const { intent, confidence, act, others, correction } = reading;
  if (correction) {
    const says = withSmallInitial(words.intent[correction.intent], language);
    return (correction.intent === intent ? words.confirmedBy : words.correctedBy)(correction.by.name, says);
  }
  const parts = [words.intent[intent]];
  if (intent !== "unclear") parts.push(new Intl.NumberFormat(language, { style: "percent" }).format(confidence));
  if (act === "confirm") parts.push(words.asked);
  if (act === "human") parts.push(words.called);
  const besides = others.filter((other) => other.intent !== intent).map((other) => words.intent[other.intent]);
  if (besides.length > 0) parts.push(words.also(besides.map((says) => withSmallInitial(says, language)).join(", ")));
  return parts.join(" · ");
}

function withSmallInitial(text: string, language: string): string {
  return text.slice(0, 1).toLocaleLowerCase(language) + text.slice(1);
}
