import { useRef, useState } from "react";
import type { InboxView } from "../../web/contract.ts";
import { useWords } from "../i18n/language-context.tsx";
import { Button } from "../parts/button.tsx";
import { Empty } from "../parts/empty.tsx";
import { Failure } from "../parts/failure.tsx";
import { Loading } from "../parts/loading.tsx";
import { Composer } from "./composer.tsx";
import { Log } from "./log.tsx";
import { OtherNumber } from "./other-number.tsx";
import { ThreadHead } from "./thread-head.tsx";
import { ThreadItems } from "./thread-items.tsx";
import { useReplies } from "./use-replies.ts";
import { useThread } from "./use-thread.ts";
import { useViewers } from "./use-viewers.ts";
import "./thread.css";

/** One conversation: what was said, and the place to answer. */
export function Thread({ id, view }: { id: string; view: InboxView }) {
  const words = useWords();
  const { conversation, items, loadOlder } = useThread(id);
  const [isWriting, setIsWriting] = useState(false);
  const returned = useRef<(text: string) => void>(() => {});
  const replies = useReplies(id, items, (text) => returned.current(text));
  const viewers = useViewers(id, conversation.data?.viewers ?? [], isWriting);
  const { data, error, refetch } = conversation;

  if (error && !data) {
    return (
      <section className="thread thread-alone" aria-label={words.inbox.thread}>
        <Failure error={error} onRetry={() => void refetch()} />
      </section>
    );
  }
  if (!data) {
    return (
      <section className="thread thread-alone" aria-label={words.inbox.thread}>
        <Loading lines={8} />
      </section>
    );
  }
  return (
    <section className="thread" aria-labelledby="thread-title">
      <ThreadHead conversation={data} view={view} viewers={viewers} />
      <Log label={words.inbox.thread} size={items.length + replies.pending.length} first={items[0]?.id ?? ""}>
        {loadOlder && (
          <p className="thread-older">
            <Button look="quiet" onClick={loadOlder}>
              {words.inbox.older}
            </Button>
          </p>
        )}
        {data.continues && !loadOlder && (
          <OtherNumber id={data.continues.id} says={words.inbox.continues(data.continues.number)} />
        )}
        {items.length === 0 && replies.pending.length === 0 && <Empty icon="inbox" title={words.inbox.noMessages} />}
        <ThreadItems conversation={data} items={items} pending={replies.pending} />
        {data.wentOn && <OtherNumber id={data.wentOn.id} says={words.inbox.wentOn(data.wentOn.number, data.number)} />}
      </Log>
      <Composer conversation={data} replies={replies} returned={returned} onWriting={setIsWriting} />
    </section>
  );
}
