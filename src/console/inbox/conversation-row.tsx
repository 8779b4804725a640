import { Link } from "wouter";
import type { ConversationSummary, InboxView, Owner } from "../../web/contract.ts";
import { useBusinessNow } from "../format/business-clock.ts";
import { formatSpan } from "../format/span.ts";
import { useFormat, useWords } from "../i18n/language-context.tsx";
import { lookup } from "../i18n/lookup.ts";
import { Badge, type Tone } from "../parts/badge.tsx";
import { nameOf } from "./name-of.ts";
import { pathOf } from "./route.ts";
import { speakerOf } from "./speaker-of.ts";
import "./conversation-row.css";

/** Reasons that cannot wait, whatever else does. */
const GRAVE: readonly string[] = ["crisis", "legal", "deceased"];

type Props = { conversation: ConversationSummary; view: InboxView; isOpen: boolean };

export function ConversationRow({ conversation, view, isOpen }: Props) {
  const words = useWords();
  const { language } = useFormat();
  const nowMs = useBusinessNow();
  const { id, owner, preview, handedOverBecause, handedOverAt, outcome, closedAt, state } = conversation;
  const waits = owner.kind === "nobody" && handedOverAt !== null && closedAt === null;
  return (
    <Link href={pathOf({ view, id })} className="conversation" aria-current={isOpen ? "true" : undefined}>
      <span className="conversation-top">
        <span className="conversation-name">{nameOf(conversation, words.inbox.stranger)}</span>
        <span className="conversation-when figure">
          {waits ? (
            words.inbox.waitingSince(formatSpan(nowMs - Date.parse(handedOverAt), language))
          ) : (
            <When at={preview?.at ?? conversation.openedAt} />
          )}
        </span>
      </span>
      <span className="conversation-preview">
        {preview
          ? `${preview.author.kind === "debtor" ? "" : `${speakerOf(preview.author, words)}: `}${preview.body}`
          : words.inbox.noMessages}
      </span>
      <span className="conversation-badges">
        {closedAt !== null ? (
          <Badge>{outcome === null ? words.terms.state.closed : words.terms.outcome[outcome]}</Badge>
        ) : handedOverBecause !== null && owner.kind !== "bot" ? (
          <Badge tone={toneOf(handedOverBecause)}>{words.terms.handOver[handedOverBecause]}</Badge>
        ) : (
          <Badge tone="bot" icon="bot">
            {lookup(words.terms.state, state)}
          </Badge>
        )}
        {owner.kind === "agent" && <OwnerBadge owner={owner} />}
      </span>
    </Link>
  );
}

function OwnerBadge({ owner }: { owner: Extract<Owner, { kind: "agent" }> }) {
  const words = useWords();
  return <Badge tone={owner.isMe ? "accent" : "plain"}>{owner.isMe ? words.inbox.ownerMe : owner.agent.name}</Badge>;
}

/** The hour today, the day before. */
function When({ at }: { at: string }) {
  const { time, dayShort, civilDay } = useFormat();
  const nowMs = useBusinessNow();
  return <time dateTime={at}>{civilDay(at) === civilDay(nowMs) ? time(at) : dayShort(at)}</time>;
}

function toneOf(reason: string): Tone {
  return GRAVE.includes(reason) ? "bad" : "warn";
}
