import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import type { DebtorSummary, Debtors } from "../../web/contract.ts";
import { get } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { useMay } from "../api/session.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { lookup } from "../i18n/lookup.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Badge } from "../parts/badge.tsx";
import { Button } from "../parts/button.tsx";
import { Empty } from "../parts/empty.tsx";
import { Failure } from "../parts/failure.tsx";
import { LinkButton } from "../parts/link-button.tsx";
import { Loading } from "../parts/loading.tsx";
import { SearchBox } from "../parts/search-box.tsx";
import { TableFrame } from "../parts/table-frame.tsx";
import { useSettled } from "../parts/use-settled.ts";
import "./debtor-search.css";

export function DebtorSearch() {
  const words = usePageWords();
  const may = useMay();
  const [search, setSearch] = useState("");
  return (
    <div className="page">
      <header className="page-head">
        <h1>{words.debtors.title}</h1>
        <div className="debtor-search">
          <SearchBox label={words.debtors.searchPlaceholder} value={search} onChange={setSearch} />
        </div>
        {may("debtor-lists.upload") && (
          <LinkButton href="/lists/new" icon="lists">
            {words.debtors.uploadList}
          </LinkButton>
        )}
      </header>
      <div className="page-body">
        <Found search={useSettled(search.trim())} />
      </div>
    </div>
  );
}

function Found({ search }: { search: string }) {
  const words = usePageWords();
  const query = useInfiniteQuery({
    queryKey: keys.debtorSearch(search),
    queryFn: ({ pageParam }) => {
      const asked = new URLSearchParams({ limit: "50" });
      if (search !== "") asked.set("search", search);
      if (pageParam !== null) asked.set("after", pageParam);
      return get<Debtors>(`/api/debtors?${asked}`);
    },
    initialPageParam: firstPage,
    getNextPageParam: ({ next }) => next,
  });
  if (query.error) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={8} />;
  const debtors = query.data.pages.flatMap(({ items }) => items);
  if (debtors.length === 0) return <Nobody isSearch={search !== ""} />;
  return (
    <div className="stack">
      <DebtorTable debtors={debtors} />
      {query.hasNextPage && (
        <p className="row">
          <Button isBusy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {words.shell.more}
          </Button>
        </p>
      )}
    </div>
  );
}

const firstPage: string | null = null;

function Nobody({ isSearch }: { isSearch: boolean }) {
  const words = usePageWords();
  const may = useMay();
  if (isSearch) return <Empty icon="search" title={words.debtors.emptySearch} />;
  return (
    <Empty icon="debtors" title={words.debtors.empty}>
      <p>{words.debtors.emptyNext}</p>
      {may("debtor-lists.upload") && (
        <LinkButton href="/lists/new" look="main" icon="lists">
          {words.debtors.uploadList}
        </LinkButton>
      )}
    </Empty>
  );
}

function DebtorTable({ debtors }: { debtors: readonly DebtorSummary[] }) {
  const words = usePageWords();
  return (
    <TableFrame label={words.debtors.title}>
      <table className="table table-hover debtor-table">
        <thead>
          <tr>
            <th scope="col">{words.debtors.name}</th>
            <th scope="col">{words.debtors.state}</th>
            <th scope="col">{words.debtors.pastDue}</th>
            <th scope="col" className="number">
              {words.debtors.owed}
            </th>
          </tr>
        </thead>
        <tbody>
          {debtors.map((debtor) => (
            <DebtorRow key={debtor.id} debtor={debtor} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function DebtorRow({ debtor }: { debtor: DebtorSummary }) {
  const words = usePageWords();
  const { money } = useFormat();
  const { id, name, reference, holds, owed, daysPastDue, mayBeWrittenTo } = debtor;
  return (
    <tr>
      <th scope="row">
        <Link href={`/debtors/${id}`} className="debtor-link">
          {name}
        </Link>
        <span className="line-sub">{reference}</span>
      </th>
      <td>
        <span className="row">
          {!mayBeWrittenTo && (
            <Badge tone="bad" icon="blocked">
              {words.debtors.mayNotWrite}
            </Badge>
          )}
          {holds.map((hold) => (
            <Badge key={hold} tone="warn">
              {lookup(words.terms.hold, hold)}
            </Badge>
          ))}
        </span>
      </td>
      <td>{daysPastDue !== null && words.terms.daysPastDue(daysPastDue)}</td>
      <td className="number">
        {owed.map((amount) => (
          <div key={amount}>{money(amount)}</div>
        ))}
      </td>
    </tr>
  );
}
