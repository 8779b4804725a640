import { useInfiniteQuery } from "@tanstack/react-query";
import type { ContactVerdict, DryRun, ListContacts } from "../../web/contract.ts";
import { get } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { nameOfRule, reasonOf } from "../inbox/decision.tsx";
import { Badge } from "../parts/badge.tsx";
import { Button } from "../parts/button.tsx";
import { Failure } from "../parts/failure.tsx";
import { Fold } from "../parts/fold.tsx";
import { Loading } from "../parts/loading.tsx";
import { TableFrame } from "../parts/table-frame.tsx";

/** When each debtor may be written to, or the article that forbids it: the same judge as at sending, rule by rule. */
export function ContactTable({ listId, dryRun: { contact, judgedAt } }: { listId: string; dryRun: DryRun }) {
  const words = usePageWords();
  const { moment, count } = useFormat();
  if (contact.length === 0) return null;
  return (
    <section className="card">
      <h2>{words.lists.whenMayWrite}</h2>
      <p className="soft small">{words.lists.judgedAt(moment(judgedAt))}</p>
      {contact.map((verdict, place) => (
        <Fold
          key={`${verdict.reason} ${verdict.clause?.id}`}
          title={reasonOf(verdict.reason, words)}
          sub={verdict.clause ? <Rule clause={verdict.clause} /> : words.lists.noPhoneRule}
          aside={
            <>
              <span className="figure">{count(verdict.debtors)}</span>
              <When verdict={verdict} judgedAt={judgedAt} />
            </>
          }
        >
          {() => (
            <Debtors listId={listId} verdict={place} judgedAt={judgedAt} label={reasonOf(verdict.reason, words)} />
          )}
        </Fold>
      ))}
    </section>
  );
}

function Rule({ clause }: { clause: NonNullable<ContactVerdict["clause"]> }) {
  const words = usePageWords();
  return (
    <>
      {nameOfRule(clause, words)}
      {clause.text !== null && ` · ${clause.text}`}
    </>
  );
}

function When({ verdict: { earliest, latest }, judgedAt }: { verdict: ContactVerdict; judgedAt: string }) {
  const words = usePageWords();
  const { moment } = useFormat();
  if (earliest === null || latest === null) return <Moment at={null} judgedAt={judgedAt} />;
  if (earliest === latest) return <Moment at={earliest} judgedAt={judgedAt} />;
  return (
    <Badge tone="warn" icon="clock">
      {words.lists.fromTo(moment(earliest), moment(latest))}
    </Badge>
  );
}

function Moment({ at, judgedAt }: { at: string | null; judgedAt: string }) {
  const words = usePageWords();
  const { moment } = useFormat();
  if (at === null) {
    return (
      <Badge tone="bad" icon="blocked">
        {words.inbox.blocked}
      </Badge>
    );
  }
  return at <= judgedAt ? (
    <Badge tone="good" icon="check">
      {words.lists.mayWriteNow}
    </Badge>
  ) : (
    <Badge tone="warn" icon="clock">
      {moment(at)}
    </Badge>
  );
}

type DebtorsProps = { listId: string; verdict: number; judgedAt: string; label: string };

function Debtors({ listId, verdict, judgedAt, label }: DebtorsProps) {
  const words = usePageWords();
  const { money } = useFormat();
  const query = useInfiniteQuery({
    // Judged anew, the same place is another rule's.
    queryKey: keys.listContacts(listId, judgedAt, verdict),
    queryFn: ({ pageParam }) => {
      const asked = new URLSearchParams({ judgedAt, verdict: String(verdict) });
      if (pageParam !== null) asked.set("after", pageParam);
      return get<ListContacts>(`/api/debtor-lists/${listId}/contacts?${asked}`);
    },
    initialPageParam: firstPage,
    getNextPageParam: ({ next }) => next,
  });
  if (query.error) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading />;
  return (
    <>
      <TableFrame label={label} isTall>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.debtors.name}</th>
              <th scope="col" className="number">
                {words.debtors.owed}
              </th>
              <th scope="col">{words.debtors.mayWrite}</th>
            </tr>
          </thead>
          <tbody>
            {query.data.pages
              .flatMap(({ items }) => items)
              .map(({ reference, name, owed, mayWriteAt }) => (
                <tr key={reference}>
                  <th scope="row">
                    {name}
                    <span className="line-sub">{reference}</span>
                  </th>
                  <td className="number">{money(owed)}</td>
                  <td>
                    <Moment at={mayWriteAt} judgedAt={judgedAt} />
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </TableFrame>
      {query.hasNextPage && (
        <Button isBusy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {words.shell.more}
        </Button>
      )}
    </>
  );
}

const firstPage: string | null = null;
