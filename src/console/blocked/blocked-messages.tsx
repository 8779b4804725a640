import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import type { BlockedMessage, BlockedMessages as BlockedMessagesAnswer, BlockedRule } from "../../web/contract.ts";
import { get } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { lookup } from "../i18n/lookup.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { reasonOf } from "../inbox/decision.tsx";
import { Badge } from "../parts/badge.tsx";
import { Button } from "../parts/button.tsx";
import { Failure } from "../parts/failure.tsx";
import { Loading } from "../parts/loading.tsx";
import { TableFrame } from "../parts/table-frame.tsx";
import { type Days, inDays } from "./days.ts";

/** What one rule stopped, newest first, and what has become of it since. */
export function BlockedMessages({ days, rule: { reason, clauseId } }: { days: Days; rule: BlockedRule }) {
  const words = usePageWords();
  const { moment } = useFormat();
  const query = useInfiniteQuery({
    queryKey: keys.blockedBy(days.from, days.to, reason, clauseId),
    queryFn: ({ pageParam }) => {
      const asked = inDays(days);
      asked.set("reason", reason);
      asked.set("clauseId", clauseId);
      if (pageParam !== null) asked.set("after", pageParam);
      return get<BlockedMessagesAnswer>(`/api/blocked/messages?${asked}`);
    },
    initialPageParam: firstPage,
    getNextPageParam: ({ next }) => next,
  });
  if (query.error) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading />;
  return (
    <>
      <TableFrame label={reasonOf(reason, words)} isTall>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.contacts.debtor}</th>
              <th scope="col">{words.contacts.kind}</th>
              <th scope="col">{words.contacts.at}</th>
              <th scope="col">{words.contacts.became}</th>
            </tr>
          </thead>
          <tbody>
            {query.data.pages
              .flatMap(({ items }) => items)
              .map((message) => (
                <tr key={message.id}>
                  <th scope="row">
                    <Debtor debtor={message.debtor} />
                  </th>
                  <td>{lookup(words.terms.messageKind, message.kind)}</td>
                  <td>{moment(message.at)}</td>
                  <td>
                    <Became message={message} />
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

function Debtor({ debtor }: Pick<BlockedMessage, "debtor">) {
  const words = usePageWords();
  if (!debtor) return <span className="soft">{words.contacts.stranger}</span>;
  return (
    <>
      <Link href={`/debtors/${debtor.id}`}>{debtor.name}</Link>
      <span className="line-sub">{debtor.reference}</span>
    </>
  );
}

function Became({ message: { became, until } }: { message: BlockedMessage }) {
  const words = usePageWords();
  const { moment } = useFormat();
  if (became !== "waits") {
    return <Badge tone={became === "given_up" ? "bad" : "plain"}>{words.contacts.end[became]}</Badge>;
  }
  return (
    <Badge tone="warn" icon="clock">
      {words.contacts.waits(until === null ? "" : moment(until))}
    </Badge>
  );
}
