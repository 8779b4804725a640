import { lazy, Suspense } from "react";
import type { MessageItem } from "../../web/contract.ts";
import { useFormat, useWords } from "../i18n/language-context.tsx";
import { lookup } from "../i18n/lookup.ts";
import { Icon } from "../parts/icon.tsx";
import { WhatsAppText } from "../parts/whatsapp-text.tsx";
import { Decision } from "./decision.tsx";
import { speakerOf } from "./speaker-of.ts";
import { Ticks } from "./ticks.tsx";

// Fetched with the first thread that is opened, and its words with it: the list does not wait for them.
const Reading = lazy(() => import("../readings/reading-line.tsx").then((module) => ({ default: module.ReadingLine })));

/** One message, by whom, with its status, and for our own: why it was allowed to leave. */
export function MessageBubble({ message, debtorName }: { message: MessageItem; debtorName: string }) {
  const words = useWords();
  const { time } = useFormat();
  const {
    direction,
    author,
    body,
    options,
    status,
    failedCode,
    failedBecause,
    at,
    decision,
    waits,
    cardNumberDropped,
    reading,
  } = message;
  const by = author.kind === "debtor" ? debtorName : speakerOf(author, words);
  return (
    <article className={`bubble-row bubble-row-${direction}`} aria-label={`${by}, ${time(at)}`}>
      <div className={`bubble bubble-${author.kind}`}>
        {author.kind !== "debtor" && (
          <p className="bubble-by">
            <Icon name={author.kind === "bot" ? "bot" : "person"} />
            {by}
          </p>
        )}
        <Media message={message} />
        {body !== "" && (
          <p className="bubble-body">
            <WhatsAppText text={body} />
          </p>
        )}
        {options.length > 0 && (
          <ul className="bubble-options">
            {options.map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ul>
        )}
        <p className="bubble-foot">
          <time dateTime={at}>{time(at)}</time>
          {status && <Ticks status={status} />}
        </p>
      </div>
      {reading && (
        <Suspense fallback={<p className="reading-place" />}>
          <Reading message={message} reading={reading} />
        </Suspense>
      )}
      {waits && <p className="bubble-aside">{words.inbox.waits}</p>}
      {cardNumberDropped && <p className="bubble-aside">{words.inbox.cardDropped}</p>}
      {status === "failed" && (
        <p className="bubble-aside bubble-failed">
          {words.inbox.failedWith(failedCode ?? "?")} {failedBecause}
        </p>
      )}
      {decision && <Decision decision={decision} isQueued={false} />}
    </article>
  );
}

function Media({ message: { kind, fileUrl, fileMime, fileName } }: { message: MessageItem }) {
  const words = useWords();
  const named = (
    <>
      <Icon name="file" />
      {fileName ?? lookup(words.terms.media, kind)}
    </>
  );
  if (fileUrl === null) return Object.hasOwn(words.terms.media, kind) ? <p className="bubble-media">{named}</p> : null;
  if (fileMime?.startsWith("audio/")) {
    // biome-ignore lint/a11y/useMediaCaption: nobody wrote down what a debtor said.
    return <audio className="bubble-audio" controls preload="none" src={fileUrl} aria-label={words.inbox.voice} />;
  }
  if (kind !== "image") {
    return (
      <a className="bubble-media" href={fileUrl} target="_blank" rel="noreferrer">
        {named}
      </a>
    );
  }
  return (
    <a className="bubble-picture" href={fileUrl} target="_blank" rel="noreferrer" title={words.inbox.showPicture}>
      <img src={fileUrl} alt={words.inbox.picture} loading="lazy" />
    </a>
  );
}
