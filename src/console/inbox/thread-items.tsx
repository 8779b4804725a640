import { Fragment } from "react";
import type { Conversation, HappeningItem, NoteItem, ThreadItem, UnsentItem } from "../../web/contract.ts";
import { useFormat, useWords } from "../i18n/language-context.tsx";
import { lookup } from "../i18n/lookup.ts";
import { Icon } from "../parts/icon.tsx";
import { Decision } from "./decision.tsx";
import { MessageBubble } from "./message-bubble.tsx";
import { nameOf } from "./name-of.ts";
import type { Pending } from "./use-replies.ts";

type Props = { conversation: Conversation; items: readonly ThreadItem[]; pending: readonly Pending[] };

/** Everything that was said, noted, decided or happened, in order, with a line between days. */
export function ThreadItems({ conversation, items, pending }: Props) {
  const words = useWords();
  const { civilDay, dayLong } = useFormat();
  const debtorName = nameOf(conversation, words.inbox.stranger);
  return (
    <>
      {items.map((item, index) => {
        const before = items[index - 1];
        const isNewDay = before === undefined || civilDay(before.at) !== civilDay(item.at);
        return (
          <Fragment key={`${item.type}/${item.id}`}>
            {isNewDay && (
              <p className="thread-day">
                <time dateTime={item.at}>{dayLong(item.at)}</time>
              </p>
            )}
            <Item item={item} debtorName={debtorName} />
          </Fragment>
        );
      })}
      {pending.map(({ key, text }) => (
        <article key={key} className="bubble-row bubble-row-out" aria-label={words.inbox.you}>
          <div className="bubble bubble-agent bubble-pending">
            <p className="bubble-body">{text}</p>
            <p className="bubble-foot">{words.terms.status.sending}</p>
          </div>
        </article>
      ))}
    </>
  );
}

function Item({ item, debtorName }: { item: ThreadItem; debtorName: string }) {
  switch (item.type) {
    case "message":
      return <MessageBubble message={item} debtorName={debtorName} />;
    case "unsent":
      return <Unsent item={item} />;
    case "note":
      return <Note item={item} />;
    case "happening":
      return <Happening item={item} />;
  }
}

/** What was to be said and is not: never hidden, and with the reason. */
function Unsent({ item: { kind, text, state, sendAt, waitsBecause, decision, at, failure } }: { item: UnsentItem }) {
  const words = useWords();
  const { time, moment } = useFormat();
  const isOver = state === "blocked" || state === "rejected" || state === "superseded";
  // WhatsApp's 24 hours are no contact law.
  const stand = words.inbox.unsent[failure === "WINDOW_CLOSED" ? "rejected" : state];
  return (
    <article className="bubble-row bubble-row-out" aria-label={`${stand}, ${time(at)}`}>
      <div className="bubble bubble-unsent">
        <p className="bubble-by">
          <Icon name={isOver ? "blocked" : "clock"} />
          {stand}
        </p>
        <p className="bubble-body">{text ?? lookup(words.terms.messageKind, kind)}</p>
        {state === "queued" && <p className="bubble-foot">{words.inbox.leavesAt(moment(sendAt))}</p>}
        {waitsBecause !== null && <p className="bubble-foot">{words.inbox.waitsBecause[waitsBecause]}</p>}
        {failure !== null && failure !== decision?.reason && (
          <p className="bubble-foot">
            {Object.hasOwn(words.terms.reason, failure)
              ? lookup(words.terms.reason, failure)
              : words.inbox.failedWith(failure)}
          </p>
        )}
      </div>
      {decision && <Decision decision={decision} isQueued={state === "queued"} />}
    </article>
  );
}

function Note({ item: { author, body, at } }: { item: NoteItem }) {
  const words = useWords();
  const { time } = useFormat();
  const by = author.kind === "agent" ? author.agent.name : words.inbox.bot;
  return (
    <article className="thread-note" aria-label={words.inbox.noteBy(by)}>
      <p className="bubble-by">
        <Icon name="note" />
        {words.inbox.note} · {by}
      </p>
      <p className="bubble-body">{body}</p>
      <p className="bubble-foot">
        <time dateTime={at}>{time(at)}</time>
      </p>
    </article>
  );
}

function Happening({ item: { event, from, to, at, agent } }: { item: HappeningItem }) {
  const words = useWords();
  const { time } = useFormat();
  return (
    <p className="thread-happening">
      <time dateTime={at}>{time(at)}</time> {lookup(words.terms.event, event)}
      {agent && ` (${agent.name})`}
      {from !== to && (
        <>
          {" "}
          <span aria-hidden="true">→</span> {lookup(words.terms.state, to)}
        </>
      )}
    </p>
  );
}
