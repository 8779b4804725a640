import { type RefObject, useEffect, useRef, useState } from "react";
import type { Conversation, TakenOver } from "../../web/contract.ts";
import { useMay } from "../api/session.ts";
import { useBusinessNow } from "../format/business-clock.ts";
import { useWords } from "../i18n/language-context.tsx";
import { useConnection } from "../live/live-provider.tsx";
import { Button } from "../parts/button.tsx";
import { useShortcut } from "../shell/shortcuts.tsx";
import { CloseDialog } from "./close-dialog.tsx";
import { canWrite, composerMode, heldUntilIn } from "./composer-mode.ts";
import { ComposerNotices } from "./composer-notices.tsx";
import { HandBackDialog } from "./hand-back-dialog.tsx";
import { NoteForm } from "./note-form.tsx";
import { ReplyForm, type SendHow } from "./reply-form.tsx";
import { TakeOverButton } from "./take-over-button.tsx";
import type { Pending, Refusal } from "./use-replies.ts";
import "./composer.css";

type Replies = {
  readonly pending: readonly Pending[];
  readonly send: (text: string, how?: SendHow) => void;
  readonly refusal: Refusal | undefined;
};

type Props = {
  conversation: Conversation;
  replies: Replies;
  /** Where a text that was refused goes back to. */
  returned: RefObject<(text: string) => void>;
  onWriting: (isWriting: boolean) => void;
};

/** The place to answer: who may write now is one state, said in words; notes have their own place, colour and button. */
export function Composer({ conversation, replies, returned, onWriting }: Props) {
  const words = useWords();
  const may = useMay();
  const nowMs = useBusinessNow();
  const connection = useConnection();
  const [side, setSide] = useState<"reply" | "note">("reply");
  const [asking, setAsking] = useState<"handBack" | "close">();
  const [takenOver, setTakenOver] = useState<TakenOver>();
  const place = useRef<HTMLDivElement>(null);
  const isOffline = connection.state === "offline";
  const mode = composerMode(conversation, {
    nowMs,
    isOffline,
    missed: replies.refusal?.missed ?? 0,
    heldUntil: heldUntilIn(conversation.items),
  });
  const isMine = conversation.owner.kind === "agent" && conversation.owner.isMe && conversation.closedAt === null;
  const isWritable = canWrite(mode) && side === "reply";

  useFocusOnTurn(place, `${side}/${isWritable}`);
  useShortcut("reply", () => setSide("reply"));
  useShortcut("note", () => setSide("note"));
  useShortcut("handBack", isMine ? () => setAsking("handBack") : undefined);

  if (!may("conversations.answer")) return null;
  return (
    <footer className={`composer composer-${side}`} ref={place}>
      {takenOver && takenOver.inFlight.length > 0 && (
        <InFlight taken={takenOver} onDismiss={() => setTakenOver(undefined)} />
      )}
      <div className="composer-head">
        <fieldset className="composer-sides" aria-label={words.inbox.thread}>
          <SideButton isOn={side === "reply"} onClick={() => setSide("reply")} word={words.inbox.reply} />
          <SideButton isOn={side === "note"} onClick={() => setSide("note")} word={words.inbox.note} />
        </fieldset>
        {isMine && (
          <div className="composer-actions">
            <Button look="quiet" icon="bot" shortcut="b" onClick={() => setAsking("handBack")}>
              {words.inbox.handBack}
            </Button>
            <Button look="quiet" icon="check" onClick={() => setAsking("close")}>
              {words.inbox.close}
            </Button>
          </div>
        )}
      </div>
      {side === "note" ? (
        <NoteForm id={conversation.id} />
      ) : (
        <>
          <ComposerNotices mode={mode} refusal={replies.refusal} />
          {isWritable ? (
            <ReplyForm
              id={conversation.id}
              isHeld={mode.mode === "offline"}
              isVerified={conversation.verifiedAt !== null}
              doubts={replies.refusal?.doubts ?? []}
              onSend={replies.send}
              returned={returned}
              onWriting={onWriting}
            />
          ) : (
            <TakeOverButton conversation={conversation} onTaken={setTakenOver} />
          )}
        </>
      )}
      {asking === "handBack" && <HandBackDialog id={conversation.id} onClose={() => setAsking(undefined)} />}
      {asking === "close" && <CloseDialog id={conversation.id} onClose={() => setAsking(undefined)} />}
    </footer>
  );
}

/** After a take-over, and after choosing reply or note, one writes at once; not when a conversation is merely opened. */
function useFocusOnTurn(place: RefObject<HTMLElement | null>, turn: string): void {
  const before = useRef(turn);
  useEffect(() => {
    if (before.current === turn) return;
    before.current = turn;
    place.current?.querySelector("textarea")?.focus();
  }, [place, turn]);
}

function SideButton({ isOn, onClick, word }: { isOn: boolean; onClick: () => void; word: string }) {
  return (
    <button type="button" className="composer-side" aria-pressed={isOn} onClick={onClick}>
      {word}
    </button>
  );
}

function InFlight({ taken, onDismiss }: { taken: TakenOver; onDismiss: () => void }) {
  const words = useWords();
  return (
    <div className="composer-notice composer-warn" role="status">
      <div>
        <p>{words.inbox.inFlight(taken.inFlight.length)}</p>
        <ul>
          {taken.inFlight.map(({ id, body }) => (
            <li key={id}>{body}</li>
          ))}
        </ul>
      </div>
      <Button onClick={onDismiss}>{words.inbox.dismiss}</Button>
    </div>
  );
}
