import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import type { Page, UnknownPartView } from "../../web/contract.ts";
import { get, post } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Button } from "../parts/button.tsx";
import { Failure } from "../parts/failure.tsx";
import { Fold } from "../parts/fold.tsx";
import { useToast } from "../parts/toast.tsx";
import { JsonText, readJson } from "./json-text.tsx";

const firstPage: string | null = null;

/** Parts of webhooks whose shape nobody knew: of this number, and of none that is known. Nothing where there are none. */
export function UnknownParts({ channelId }: { channelId: string }) {
  const { numberPage: words, shell } = usePageWords();
  const { moment } = useFormat();
  const say = useToast();
  const queries = useQueryClient();
  const query = useInfiniteQuery({
    queryKey: keys.unknownParts,
    queryFn: ({ pageParam }) =>
      get<Page<UnknownPartView>>(
        `/api/unknown-parts${pageParam === null ? "" : `?after=${encodeURIComponent(pageParam)}`}`,
      ),
    initialPageParam: firstPage,
    getNextPageParam: ({ next }) => next,
  });
  const seen = useMutation({
    mutationFn: (id: string) => post(`/api/unknown-parts/${id}/seen`),
    onSuccess: async () => {
      say(words.seenDone);
      await queries.invalidateQueries({ queryKey: keys.unknownParts });
    },
  });
  if (query.error) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  const parts = (query.data?.pages ?? [])
    .flatMap(({ items }) => items)
    .filter((part) => part.channelId === channelId || part.channelId === null);
  if (parts.length === 0 && !query.hasNextPage) return null;
  return (
    <section className="card stack">
      <h2>{words.parts}</h2>
      <p className="soft small">{words.partsNote}</p>
      <div>
        {parts.map(({ id, what, body, receivedAt }) => (
          <Fold key={id} title={<code>{what}</code>} sub={moment(receivedAt)}>
            {() => (
              <>
                <JsonText label={words.openPart} value={readJson(body)} />
                <div className="row">
                  <Button icon="check" isBusy={seen.isPending && seen.variables === id} onClick={() => seen.mutate(id)}>
                    {words.seen}
                  </Button>
                </div>
              </>
            )}
          </Fold>
        ))}
      </div>
      {seen.error && <Failure error={seen.error} />}
      {query.hasNextPage && (
        <Button isBusy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {shell.more}
        </Button>
      )}
    </section>
  );
}
