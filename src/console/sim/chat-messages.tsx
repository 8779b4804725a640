import { useEffect, useRef, useState } from "react";
import type { PhoneContent, PhoneMessage } from "../../web/contract.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Icon } from "../parts/icon.tsx";
import { LinkedText } from "./linked-text.tsx";
import type { PendingSend } from "./use-phone.ts";

type Choose = (id: string, title: string) => void;
type Props = { messages: readonly PhoneMessage[]; pending: readonly PendingSend[]; onChoose: Choose };

export function ChatMessages({ messages, pending, onChoose }: Props) {
  const words = usePageWords();
  const { time, civilDay, dayLong } = useFormat();
  return (
    <>
      {messages.map((message, index) => {
        const before = messages[index - 1];
        const isNewDay = before === undefined || civilDay(before.at) !== civilDay(message.at);
        return (
          <div key={message.id} className="chat-place">
            {isNewDay && <p className="chat-day">{dayLong(message.at)}</p>}
            <article className={`chat chat-${message.direction}`}>
              <Said content={message.content} />
              <p className="chat-foot">
                <time dateTime={message.at}>{time(message.at)}</time>
              </p>
              <Choices content={message.content} onChoose={onChoose} />
            </article>
          </div>
        );
      })}
      {pending.map(({ key, text }) => (
        <div key={key} className="chat-place">
          <article className="chat chat-in">
            <p className="chat-body">{text}</p>
            <p className="chat-foot">
              <Icon name="clock" />
              <span className="only-readers">{words.terms.status.sending}</span>
            </p>
          </article>
        </div>
      ))}
    </>
  );
}

function Said({ content }: { content: PhoneContent }) {
  const words = usePageWords();
  switch (content.kind) {
    case "text":
      return <LinkedText text={content.body} />;
    case "choiceReply":
      return <LinkedText text={content.title} />;
    case "buttons":
    case "template":
    case "list":
      return <LinkedText text={content.body} />;
    case "picture":
      return (
        <>
          {content.pictureUrl === null ? (
            <p className="row">
              <Icon name="image" />
              {words.sim.picture}
            </p>
          ) : (
            <img src={content.pictureUrl} alt={words.sim.picture} loading="lazy" />
          )}
          {content.caption !== null && <LinkedText text={content.caption} />}
        </>
      );
  }
}

/** What can be tapped stands under the message and its hour, as on WhatsApp. */
function Choices({ content, onChoose }: { content: PhoneContent; onChoose: Choose }) {
  if (content.kind === "list") return <Menu content={content} onChoose={onChoose} />;
  if (content.kind !== "buttons" && content.kind !== "template") return null;
  return <Options options={content.options} onChoose={onChoose} />;
}

function Options({
  options,
  onChoose,
}: {
  options: Extract<PhoneContent, { kind: "buttons" }>["options"];
  onChoose: Choose;
}) {
  if (options.length === 0) return null;
  return (
    <div className="chat-options">
      {options.map(({ id, title, description }) => (
        <button key={id} type="button" className="chat-option" onClick={() => onChoose(id, title)}>
          {title}
          {description !== null && <span className="small soft">{description}</span>}
        </button>
      ))}
    </div>
  );
}

/** A list opens its rows on a tap, as on WhatsApp, and closes once one is chosen. */
function Menu({
  content: { opener, options },
  onChoose,
}: {
  content: Extract<PhoneContent, { kind: "list" }>;
  onChoose: Choose;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const rows = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOpen) rows.current?.scrollIntoView({ block: "nearest" });
  }, [isOpen]);
  const choose: Choose = (id, title) => {
    setIsOpen(false);
    onChoose(id, title);
  };
  return (
    <>
      <div className="chat-options">
        <button
          type="button"
          className="chat-option chat-opener"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          <Icon name="list" />
          {opener}
        </button>
      </div>
      {isOpen && (
        <div ref={rows}>
          <Options options={options} onChoose={choose} />
        </div>
      )}
    </>
  );
}
