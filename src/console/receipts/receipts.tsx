import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useParams } from "wouter";
import type { Receipts as ReceiptsAnswer, ReceiptView } from "../../web/contract.ts";
import { get } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Badge } from "../parts/badge.tsx";
import { Button } from "../parts/button.tsx";
import { Empty } from "../parts/empty.tsx";
import { Failure } from "../parts/failure.tsx";
import { Loading } from "../parts/loading.tsx";
import { ReceiptDetail } from "./receipt-detail.tsx";
import "./receipts.css";

const STATES = ["to_verify", "settled", "refused"] as const satisfies readonly ReceiptView["state"][];

/** Whoever says "I paid" waits here until a person has seen the money. */
export function Receipts() {
  const words = usePageWords();
  const { id } = useParams<{ id?: string }>();
  const [state, setState] = useState<ReceiptView["state"]>("to_verify");
  const query = useInfiniteQuery({
    queryKey: keys.receiptsIn(state),
    queryFn: ({ pageParam }) => {
      const asked = new URLSearchParams({ state, limit: "50" });
      if (pageParam !== null) asked.set("after", pageParam);
      return get<ReceiptsAnswer>(`/api/receipts?${asked}`);
    },
    initialPageParam: firstPage,
    getNextPageParam: ({ next }) => next,
  });
  const receipts = query.data?.pages.flatMap((page) => page.receipts) ?? [];
  const open = receipts.find((receipt) => receipt.id === id);
  return (
    <div className="page">
      <header className="page-head">
        <h1>{words.receipts.title}</h1>
        <fieldset className="row" aria-label={words.receipts.queue}>
          {STATES.map((name) => (
            <button
              key={name}
              type="button"
              className="chip"
              aria-pressed={name === state}
              onClick={() => setState(name)}
            >
              {words.receipts.states[name]}
            </button>
          ))}
        </fieldset>
      </header>
      {query.error ? (
        <div className="page-body">
          <Failure error={query.error} onRetry={() => void query.refetch()} />
        </div>
      ) : query.isPending ? (
        <Loading lines={6} />
      ) : receipts.length === 0 ? (
        <Empty icon="receipts" title={state === "to_verify" ? words.receipts.empty : words.receipts.states[state]}>
          <p>{words.receipts.emptyNext}</p>
        </Empty>
      ) : (
        <div className="receipts" data-shown={open ? "detail" : "queue"}>
          <div className="receipt-queue">
            <ul className="receipt-rows" aria-label={words.receipts.queue}>
              {receipts.map((receipt) => (
                <li key={receipt.id}>
                  <Row receipt={receipt} isOpen={receipt.id === id} />
                </li>
              ))}
            </ul>
            {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()}>{words.shell.more}</Button>}
          </div>
          {open ? (
            <ReceiptDetail key={open.id} receipt={open} />
          ) : (
            <div className="receipt-nothing">
              <Empty icon="receipts" title={words.receipts.pick} />
            </div>
          )}
        </div>
      )}
    </div>
  );
}

const firstPage: string | null = null;

function Row({ receipt, isOpen }: { receipt: ReceiptView; isOpen: boolean }) {
  const words = usePageWords();
  const { money, moment } = useFormat();
  const { id, debtor, claimedAt, amount, owed, sameAs } = receipt;
  const shown = amount ?? owed[0];
  return (
    <Link href={`/receipts/${id}`} className="receipt-row" aria-current={isOpen ? "true" : undefined}>
      <span className="receipt-name">{debtor.name}</span>
      {shown !== undefined && <span className="money">{money(shown)}</span>}
      <span className="line-sub">{moment(claimedAt)}</span>
      {sameAs && (
        <Badge tone="bad" icon="warning">
          {words.terms.refusal.duplicate}
        </Badge>
      )}
    </Link>
  );
}
