import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import type { Outcome } from "../../web/contract.ts";
import { useMay, useSession } from "../api/session.ts";
import { useWords } from "../i18n/language-context.tsx";
import { Empty } from "../parts/empty.tsx";
import { Failure } from "../parts/failure.tsx";
import { LinkButton } from "../parts/link-button.tsx";
import { Loading } from "../parts/loading.tsx";
import { SearchBox } from "../parts/search-box.tsx";
import { useSettled } from "../parts/use-settled.ts";
import { useShortcut } from "../shell/shortcuts.tsx";
import { ConversationRow } from "./conversation-row.tsx";
import { countsOutcomes, OutcomeFilter } from "./outcome-filter.tsx";
import { type InboxPlace, pathOf } from "./route.ts";
import { useConversations } from "./use-conversations.ts";
import "./conversation-list.css";

const ROW_PX = 76;

export function ConversationList({ place: { view, id } }: { place: InboxPlace }) {
  const words = useWords();
  const [, goTo] = useLocation();
  const [search, setSearch] = useState("");
  const [outcome, setOutcome] = useState<Outcome>();
  const sought = useSettled(search.trim());
  const query = useConversations(view, sought, countsOutcomes(view) ? outcome : undefined);
  const { conversations, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const frame = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: conversations.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;

  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= conversations.length - 1) void fetchNextPage();
  }, [last, conversations.length, hasNextPage, isFetchingNextPage, fetchNextPage]);

  const move = (by: 1 | -1) => {
    const at = conversations.findIndex((conversation) => conversation.id === id);
    const index = at < 0 ? 0 : Math.min(Math.max(at + by, 0), conversations.length - 1);
    const next = conversations[index];
    if (!next) return;
    rows.scrollToIndex(index);
    goTo(pathOf({ view, id: next.id }));
  };
  useShortcut("next", () => move(1));
  useShortcut("previous", () => move(-1));

  return (
    <section className="list" aria-labelledby="list-title">
      <header className="list-head">
        <h2 id="list-title" className="list-title">
          {words.inbox.views[view]}
        </h2>
        <SearchBox label={words.inbox.searchPlaceholder} value={search} onChange={setSearch} />
        {countsOutcomes(view) && (
          <OutcomeFilter view={view} chosen={outcome} isSearch={sought !== ""} onChoose={setOutcome} />
        )}
      </header>
      {query.error ? (
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      ) : query.isPending ? (
        <Loading lines={6} />
      ) : conversations.length === 0 ? (
        <NothingHere isSearch={search.trim() !== ""} isWaiting={view === "waiting"} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className="list-frame" ref={frame} tabIndex={0} aria-label={words.inbox.conversations}>
          <ul className="list-rows" style={{ blockSize: rows.getTotalSize() }}>
            {shown.map(({ index, start }) => {
              const conversation = conversations[index];
              if (!conversation) return null;
              return (
                <li
                  key={conversation.id}
                  aria-posinset={index + 1}
                  aria-setsize={hasNextPage ? -1 : conversations.length}
                  className="list-row"
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <ConversationRow conversation={conversation} view={view} isOpen={conversation.id === id} />
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </section>
  );
}

function NothingHere({ isSearch, isWaiting }: { isSearch: boolean; isWaiting: boolean }) {
  const words = useWords();
  const may = useMay();
  const { hasSimulator } = useSession();
  if (isSearch) {
    return (
      <Empty icon="search" title={words.inbox.emptySearch}>
        <p>{words.inbox.emptySearchNext}</p>
      </Empty>
    );
  }
  return (
    <Empty icon="inbox" title={isWaiting ? words.inbox.emptyWaiting : words.inbox.emptyOther}>
      {isWaiting && <p>{words.inbox.emptyWaitingNext}</p>}
      {hasSimulator && may("simulator.use") && <LinkButton href="/sim">{words.inbox.openSimulator}</LinkButton>}
    </Empty>
  );
}
