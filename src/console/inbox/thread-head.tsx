import { Link } from "wouter";
import type { Conversation, InboxView, Viewer } from "../../web/contract.ts";
import { useBusinessNow } from "../format/business-clock.ts";
import { formatSpan } from "../format/span.ts";
import { useFormat, useWords } from "../i18n/language-context.tsx";
import { lookup } from "../i18n/lookup.ts";
import { Badge } from "../parts/badge.tsx";
import { Icon } from "../parts/icon.tsx";
import { nameOf } from "./name-of.ts";
import { pathOf } from "./route.ts";

type Props = { conversation: Conversation; view: InboxView; viewers: readonly Viewer[] };

export function ThreadHead({ conversation, view, viewers }: Props) {
  const words = useWords();
  const { id, contact, state, verifiedAt, closedAt, outcome, owner } = conversation;
  return (
    <header className="thread-head">
      <Link href={pathOf({ view })} className="icon-button thread-back" aria-label={words.inbox.backToList}>
        <Icon name="back" />
      </Link>
      <div className="thread-who">
        <h2 id="thread-title">{nameOf(conversation, words.inbox.stranger)}</h2>
        <p className="thread-facts">
          {contact.phone !== null && <span className="figure">{contact.phone}</span>}
          {closedAt === null ? (
            <Badge tone={owner.kind === "bot" ? "bot" : "plain"}>{lookup(words.terms.state, state)}</Badge>
          ) : (
            <Badge>{outcome === null ? words.terms.state.closed : words.terms.outcome[outcome]}</Badge>
          )}
          <Badge tone={verifiedAt === null ? "plain" : "good"} icon={verifiedAt === null ? "info" : "check"}>
            {verifiedAt === null ? words.inbox.notVerified : words.inbox.verified}
          </Badge>
          {closedAt === null && <WindowLeft closesAt={conversation.windowClosesAt} />}
        </p>
        <Viewers viewers={viewers} />
      </div>
      <Link href={pathOf({ view, id, showsFile: true })} className="button thread-file">
        {words.inbox.file}
      </Link>
    </header>
  );
}

/** How long WhatsApp still takes free text. It changes each minute and is not spoken: the composer says when it matters. */
function WindowLeft({ closesAt }: { closesAt: string | null }) {
  const words = useWords();
  const { language } = useFormat();
  const nowMs = useBusinessNow();
  if (closesAt === null) return <span className="soft small">{words.inbox.notYetWritten}</span>;
  const leftMs = Date.parse(closesAt) - nowMs;
  return (
    <span className="soft small figure">
      {leftMs > 0 ? words.inbox.windowOpen(formatSpan(leftMs, language)) : words.inbox.windowClosed}
    </span>
  );
}

function Viewers({ viewers }: { viewers: readonly Viewer[] }) {
  const words = useWords();
  const writing = viewers.filter(({ isWriting }) => isWriting);
  const shown = writing.length > 0 ? writing : viewers;
  if (shown.length === 0) return null;
  const names = shown.map(({ name }) => name).join(", ");
  return (
    <p className="thread-viewers">{writing.length > 0 ? words.inbox.writing(names) : words.inbox.viewing(names)}</p>
  );
}
