import { useInfiniteQuery } from "@tanstack/react-query";
import type { NumberEventView, Page } from "../../web/contract.ts";
import { get } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Badge } from "../parts/badge.tsx";
import { Button } from "../parts/button.tsx";
import { Failure } from "../parts/failure.tsx";
import { Fold } from "../parts/fold.tsx";
import { Loading } from "../parts/loading.tsx";
import { JsonText } from "./json-text.tsx";

const firstPage: string | null = null;

/** What Meta or WhatsApp said of a number, the newest first. */
export function NumberEvents({ id }: { id: string }) {
  const { numberPage: words, shell } = usePageWords();
  const { moment } = useFormat();
  const query = useInfiniteQuery({
    queryKey: keys.numberEvents(id),
    queryFn: ({ pageParam }) =>
      get<Page<NumberEventView>>(
        `/api/channels/${id}/events${pageParam === null ? "" : `?after=${encodeURIComponent(pageParam)}`}`,
      ),
    initialPageParam: firstPage,
    getNextPageParam: ({ next }) => next,
  });
  const events = query.data?.pages.flatMap(({ items }) => items);
  return (
    <section className="card stack">
      <h2>{words.events}</h2>
      {query.error && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Loading lines={2} />}
      {events?.length === 0 && <p className="soft">{words.noEvents}</p>}
      {events !== undefined && events.length > 0 && (
        <div>
          {events.map((event) => (
            <Fold
              key={event.id}
              title={event.words}
              sub={
                <>
                  {moment(event.at)}{" "}
                  {event.isAlarming && (
                    <Badge tone="warn" icon="warning">
                      {words.alarms}
                    </Badge>
                  )}
                </>
              }
            >
              {() => <JsonText label={words.rawEvent} value={event.detail} />}
            </Fold>
          ))}
        </div>
      )}
      {query.hasNextPage && (
        <Button isBusy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {shell.more}
        </Button>
      )}
    </section>
  );
}
