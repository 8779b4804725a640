import { useInfiniteQuery } from "@tanstack/react-query";
import type { LedgerEntries, LedgerEntryView } from "../../web/contract.ts";
import { get } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { entrySource } from "../format/entry-source.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { lookup } from "../i18n/lookup.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Button } from "../parts/button.tsx";
import { Failure } from "../parts/failure.tsx";
import { Fold } from "../parts/fold.tsx";
import { Loading } from "../parts/loading.tsx";

/** The journal, newest first; each entry opens to its postings. */
export function Entries() {
  const words = usePageWords();
  const query = useInfiniteQuery({
    queryKey: keys.entries,
    queryFn: ({ pageParam }) => {
      const asked = new URLSearchParams({ limit: "30" });
      if (pageParam !== null) asked.set("after", pageParam);
      return get<LedgerEntries>(`/api/ledger/entries?${asked}`);
    },
    initialPageParam: firstPage,
    getNextPageParam: ({ next }) => next,
  });
  return (
    <section className="card">
      <h2>{words.ledger.entries}</h2>
      {query.error && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      {query.data && (
        <>
          {query.data.pages
            .flatMap(({ items }) => items)
            .map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          {query.data.pages[0]?.items.length === 0 && <p className="soft">{words.ledger.emptyNext}</p>}
          {query.hasNextPage && (
            <Button isBusy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {words.shell.more}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

const firstPage: string | null = null;

function Entry({ entry }: { entry: LedgerEntryView }) {
  const words = usePageWords();
  const { money, date, moment } = useFormat();
  const { kind, effectiveOn, recordedAt, description, reference, reverses, actor, postings } = entry;
  const moved = postings.find(({ debit }) => debit !== null)?.debit;
  return (
    <Fold
      title={lookup(words.terms.entryKind, kind)}
      sub={
        <>
          {date(effectiveOn)} · {description ?? entrySource(reference, words)}
        </>
      }
      aside={moved && <span className="money">{money(moved)}</span>}
    >
      {() => (
        <>
          {postings.map(({ account, debit, credit }) => (
            <p key={account} className={debit === null ? "posting posting-credit" : "posting"}>
              <span className="mono">{account}</span>
              <span className="money">{money(debit ?? credit ?? "")}</span>
              <span className="soft small">{debit === null ? words.ledger.credit : words.ledger.debit}</span>
            </p>
          ))}
          <p className="small soft">
            <span className="mono">{reference}</span> · {words.ledger.recorded(moment(recordedAt))} ·{" "}
            {words.ledger.by(actor)}
            {reverses !== null && ` · ${words.ledger.reverses(reverses)}`}
          </p>
        </>
      )}
    </Fold>
  );
}
