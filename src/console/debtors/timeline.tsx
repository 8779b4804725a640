import { useState } from "react";
import type { TimelineItem } from "../../web/contract.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { lookup } from "../i18n/lookup.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Decision } from "../inbox/decision.tsx";
import { Button } from "../parts/button.tsx";
import { Icon, type IconName } from "../parts/icon.tsx";
import { WhatsAppText } from "../parts/whatsapp-text.tsx";
import { OutsideContact } from "./outside-contact.tsx";
import "./timeline.css";

const FILTERS = ["all", "messages", "decisions", "money", "notes"] as const;
type Filter = (typeof FILTERS)[number];

/** Under which filter each kind is found, and its sign. */
const KINDS: Record<TimelineItem["type"], { filter: Exclude<Filter, "all">; icon: IconName }> = {
  message: { filter: "messages", icon: "inbox" },
  blocked: { filter: "decisions", icon: "blocked" },
  outcome: { filter: "messages", icon: "check" },
  payment: { filter: "money", icon: "receipts" },
  promise: { filter: "money", icon: "clock" },
  plan: { filter: "money", icon: "list" },
  dispute: { filter: "decisions", icon: "warning" },
  hold: { filter: "decisions", icon: "shield" },
  note: { filter: "notes", icon: "note" },
  outside: { filter: "messages", icon: "person" },
};

/** A screenful; the rest is a click away. */
const FIRST = 12;

export function Timeline({ debtorId, items }: { debtorId: string; items: readonly TimelineItem[] }) {
  const words = usePageWords();
  const { moment } = useFormat();
  const [filter, setFilter] = useState<Filter>("all");
  const [most, setMost] = useState(FIRST);
  const found = items.filter(({ type }) => filter === "all" || KINDS[type].filter === filter);
  const shown = found.slice(0, most);
  if (items.length === 0) return <p className="soft">{words.debtors.timelineEmpty}</p>;
  return (
    <>
      <fieldset className="timeline-filters" aria-label={words.debtors.timeline}>
        {FILTERS.map((name) => (
          <button
            key={name}
            type="button"
            className="chip"
            aria-pressed={name === filter}
            onClick={() => setFilter(name)}
          >
            {words.debtors.filters[name]}
          </button>
        ))}
      </fieldset>
      <ol className="timeline">
        {shown.map((item) => (
          <li key={`${item.type}/${item.id}`} className={`timeline-item timeline-${item.type}`}>
            <Icon name={KINDS[item.type].icon} />
            <div className="timeline-what">
              <What debtorId={debtorId} item={item} />
            </div>
            <time className="small soft figure" dateTime={item.at}>
              {moment(item.at)}
            </time>
          </li>
        ))}
      </ol>
      {found.length > most && <Button onClick={() => setMost(found.length)}>{words.shell.more}</Button>}
    </>
  );
}

function What({ debtorId, item }: { debtorId: string; item: TimelineItem }) {
  const words = usePageWords();
  const { money, date } = useFormat();
  switch (item.type) {
    case "message":
      return (
        <>
          <span className="line-sub">{item.direction === "in" ? words.debtors.wrote : words.debtors.weWrote}</span>
          <p className="timeline-body">
            <WhatsAppText text={item.body} />
          </p>
        </>
      );
    case "blocked":
      return (
        <>
          <p>{words.debtors.wasBlocked(lookup(words.terms.messageKind, item.kind))}</p>
          <Decision decision={item.decision} isQueued={false} />
        </>
      );
    case "outcome":
      return <p>{words.debtors.endedAs(lookup(words.terms.outcome, item.outcome))}</p>;
    case "payment":
      return (
        <p>
          {words.terms.paymentState[item.state]}: <strong className="money">{money(item.amount)}</strong> ·{" "}
          {lookup(words.terms.provider, item.provider)}
        </p>
      );
    case "promise":
      return <p>{words.debtors.promiseMade(money(item.amount), date(item.dueOn))}</p>;
    case "plan":
      return <p>{words.debtors.planMade(money(item.total), item.instalments)}</p>;
    case "dispute":
      return <p>{words.debtors.disputeOpened(item.caseNumber)}</p>;
    case "hold": {
      const kind = lookup(words.terms.hold, item.kind);
      return (
        <>
          <p>{item.liftedAt === null ? words.debtors.holdSet(kind) : words.debtors.holdLifted(kind)}</p>
          {item.liftedBecause !== null && <p className="line-sub">{item.liftedBecause}</p>}
        </>
      );
    }
    case "outside":
      return <OutsideContact debtorId={debtorId} made={item} />;
    case "note":
      return (
        <>
          <span className="line-sub">{words.inbox.noteBy(item.author.name)}</span>
          <p className="timeline-body">{item.body}</p>
        </>
      );
  }
}
