import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Channels, ChannelView } from "../../web/contract.ts";
import { get } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { useMay } from "../api/session.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Badge } from "../parts/badge.tsx";
import { Button } from "../parts/button.tsx";
import { Empty } from "../parts/empty.tsx";
import { Failure } from "../parts/failure.tsx";
import { Loading } from "../parts/loading.tsx";
import { LimitDialog } from "./limit-dialog.tsx";

/** Each send moves what was reached and what waits, and so does time alone: asked again so often, and not at each message. */
const AGAIN_AFTER_MS = 15_000;

/** The numbers that the business writes through, and to how many people each may write in a day. */
export function NumbersPage() {
  const { numbers: words } = usePageWords();
  const numbers = useQuery({
    queryKey: keys.numbers,
    queryFn: () => get<Channels>("/api/channels"),
    staleTime: 0,
    refetchInterval: AGAIN_AFTER_MS,
  });
  return (
    <div className="page">
      <header className="page-head">
        <h1>{words.title}</h1>
      </header>
      <div className="page-body">
        <div className="stack">
          <p className="soft">{words.about}</p>
          {numbers.error && <Failure error={numbers.error} onRetry={() => void numbers.refetch()} />}
          {numbers.isPending && <Loading />}
          {numbers.data?.channels.length === 0 && <Empty icon="info" title={words.none} />}
          {numbers.data?.channels.map((number) => (
            <NumberCard key={number.id} number={number} />
          ))}
        </div>
      </div>
    </div>
  );
}

function NumberCard({ number }: { number: ChannelView }) {
  const { numbers: words } = usePageWords();
  const { moment } = useFormat();
  const may = useMay();
  const [isChanging, setIsChanging] = useState(false);
  const { name, kind, messagingLimit, reached, waiting, lastAt } = number;
  return (
    <section className="card stack number">
      <h2>
        {name} <Badge>{words.kinds[kind]}</Badge> <State number={number} />
      </h2>
      <dl className="sums">
        <div>
          <dt>{words.limit}</dt>
          <dd>{messagingLimit === null ? words.unlimited : words.perDay(messagingLimit)}</dd>
        </div>
        <div>
          <dt>{words.reached}</dt>
          <dd>{words.people(reached)}</dd>
        </div>
        <div>
          <dt>{words.waiting}</dt>
          <dd>
            {words.messages(waiting)}
            {lastAt !== null && `; ${words.until(moment(lastAt))}`}
          </dd>
        </div>
      </dl>
      {may("channels.manage") && (
        <div className="row">
          <Button icon="settings" onClick={() => setIsChanging(true)}>
            {words.change}
          </Button>
        </div>
      )}
      {isChanging && <LimitDialog number={number} onClose={() => setIsChanging(false)} />}
    </section>
  );
}

function State({ number: { blockedBecause, pausedUntil } }: { number: ChannelView }) {
  const { numbers: words } = usePageWords();
  const { moment } = useFormat();
  if (blockedBecause !== null) {
    return (
      <Badge tone="bad" icon="blocked">
        {words.blocked(blockedBecause)}
      </Badge>
    );
  }
  return pausedUntil === null ? (
    <Badge tone="good" icon="check">
      {words.works}
    </Badge>
  ) : (
    <Badge tone="warn" icon="clock">
      {words.rests(moment(pausedUntil))}
    </Badge>
  );
}
