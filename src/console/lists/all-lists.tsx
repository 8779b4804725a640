import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import type { DebtorLists, DebtorListView } from "../../web/contract.ts";
import { get } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { useMay } from "../api/session.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Badge, type Tone } from "../parts/badge.tsx";
import { Button } from "../parts/button.tsx";
import { Empty } from "../parts/empty.tsx";
import { Failure } from "../parts/failure.tsx";
import { LinkButton } from "../parts/link-button.tsx";
import { Loading } from "../parts/loading.tsx";
import { TableFrame } from "../parts/table-frame.tsx";

const STATE_TONES: Record<DebtorListView["state"], Tone> = {
  staged: "warn",
  committing: "accent",
  committed: "good",
  failed: "bad",
  discarded: "plain",
};

export function AllLists() {
  const words = usePageWords();
  const may = useMay();
  return (
    <div className="page">
      <header className="page-head">
        <h1>{words.lists.title}</h1>
        {may("debtor-lists.upload") && (
          <LinkButton href="/lists/new" look="main" icon="lists">
            {words.lists.upload}
          </LinkButton>
        )}
      </header>
      <div className="page-body">
        <Found />
      </div>
    </div>
  );
}

function Found() {
  const words = usePageWords();
  const query = useInfiniteQuery({
    queryKey: keys.lists,
    queryFn: ({ pageParam }) => {
      const asked = new URLSearchParams({ limit: "50" });
      if (pageParam !== null) asked.set("after", pageParam);
      return get<DebtorLists>(`/api/debtor-lists?${asked}`);
    },
    initialPageParam: firstPage,
    getNextPageParam: ({ next }) => next,
  });
  if (query.error) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading />;
  const lists = query.data.pages.flatMap(({ items }) => items);
  if (lists.length === 0) {
    return (
      <Empty icon="lists" title={words.lists.empty}>
        <p>{words.lists.emptyNext}</p>
      </Empty>
    );
  }
  return (
    <div className="stack">
      <Table lists={lists} />
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

function Table({ lists }: { lists: DebtorLists["items"] }) {
  const words = usePageWords();
  const { moment, count } = useFormat();
  return (
    <TableFrame label={words.lists.title}>
      <table className="table table-hover">
        <thead>
          <tr>
            <th scope="col">{words.lists.file}</th>
            <th scope="col">{words.lists.state}</th>
            <th scope="col">{words.lists.uploaded}</th>
            <th scope="col" className="number">
              {words.lists.rowCount}
            </th>
          </tr>
        </thead>
        <tbody>
          {lists.map(({ id, fileName, state, uploadedAt, uploadedBy, totalRows }) => (
            <tr key={id}>
              <th scope="row">
                <Link href={`/lists/${id}`} className="list-link">
                  {fileName}
                </Link>
              </th>
              <td>
                <Badge tone={STATE_TONES[state]}>{words.lists.states[state]}</Badge>
              </td>
              <td>
                {moment(uploadedAt)}
                {uploadedBy !== null && <span className="list-uploader">{uploadedBy}</span>}
              </td>
              <td className="number">{count(totalRows)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
