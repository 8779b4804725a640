import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import type { CorrectGroup, MissedGroup, NotUnderstood } from "../../web/contract.ts";
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
import { IntentMenu } from "../readings/intent-menu.tsx";
import { withCommon } from "../readings/intents.ts";
import { useGroupCorrection } from "../readings/use-correction.ts";
import "../readings/readings.css";

/** Days of the business, both included; what is absent is open. */
export type Asked = {
  readonly [K in "from" | "to" | "state" | "language"]?: CorrectGroup[K] | undefined;
};

export function MissedGroups({ asked }: { asked: Asked }) {
  const words = usePageWords();
  const filter = onlyGiven(asked);
  const query = useInfiniteQuery({
    queryKey: keys.notUnderstoodIn(new URLSearchParams(filter).toString()),
    queryFn: ({ pageParam }) => {
      const params = new URLSearchParams(filter);
      if (pageParam !== null) params.set("after", pageParam);
      return get<NotUnderstood>(`/api/not-understood?${params}`);
    },
    initialPageParam: firstPage,
    getNextPageParam: ({ next }) => next,
  });
  if (query.error) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading />;
  const groups = query.data.pages.flatMap(({ items }) => items);
  if (groups.length === 0) {
    return (
      <Empty icon="check" title={words.readings.missed.empty}>
        <p>{words.readings.missed.emptyNext}</p>
      </Empty>
    );
  }
  return (
    <>
      <ul className="missed-list">
        {groups.map((group) => (
          <Group key={group.words} group={group} filter={filter} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button isBusy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {words.shell.more}
        </Button>
      )}
    </>
  );
}

const firstPage: string | null = null;

type Filter = Pick<CorrectGroup, "from" | "to" | "state" | "language">;

function onlyGiven({ from, to, state, language }: Asked): Filter {
  return { ...(from && { from }), ...(to && { to }), ...(state && { state }), ...(language && { language }) };
}

function Group({ group, filter }: { group: MissedGroup; filter: Filter }) {
  const words = usePageWords();
  const { readings } = words;
  const { moment } = useFormat();
  const may = useMay();
  const [isOpen, setIsOpen] = useState(false);
  const { count, latest, states, languages, readAs, corrections, examples } = group;
  const understood = readAs.filter((intent) => intent !== "unclear");
  const facts = [
    ...states.map((state) => readings.state[state]),
    ...languages.map((language) => readings.missed.languages[language]),
    ...(understood.length > 0
      ? [readings.missed.readAs(understood.map((intent) => readings.intent[intent]).join(", "))]
      : []),
  ];
  return (
    <li className="missed">
      <div className="missed-words">
        <p className="missed-text">{examples[0]?.body ?? group.words}</p>
        <p className="line-sub">{facts.join(" · ")}</p>
        {corrections.length > 0 && (
          <p>
            <Badge tone="good" icon="check">
              {readings.missed.corrected(
                corrections.map((one) => `${readings.intent[one.intent]} (${one.count})`).join(", "),
              )}
            </Badge>
          </p>
        )}
        <p className="row small">
          {examples.map((example) => (
            <Link key={example.at} href={`/inbox/all/c/${example.conversationId}`}>
              {readings.missed.example(moment(example.at))}
            </Link>
          ))}
        </p>
      </div>
      <div className="missed-aside">
        <span className="figure">{readings.missed.times(count)}</span>
        <span className="soft small">{readings.missed.latest(moment(latest))}</span>
        {may("conversations.answer") && (
          <Button onClick={() => setIsOpen(true)}>{readings.missed.correctAll(count)}</Button>
        )}
      </div>
      {isOpen && <Correcting group={group} filter={filter} onClose={() => setIsOpen(false)} />}
    </li>
  );
}

type CorrectingProps = { group: MissedGroup; filter: Filter; onClose: () => void };

function Correcting({ group, filter, onClose }: CorrectingProps) {
  const { mutate, isPending, error } = useGroupCorrection({ ...filter, words: group.words }, onClose);
  const [first, ...others] = group.corrections;
  const standing = others.length === 0 && first?.count === group.count ? first.intent : undefined;
  return (
    <IntentMenu
      text={group.examples[0]?.body ?? group.words}
      likely={withCommon([...group.corrections.map(({ intent }) => intent), ...group.readAs], standing)}
      standing={standing}
      isCorrected={first !== undefined}
      isBusy={isPending}
      error={error}
      onChoose={mutate}
      onClose={onClose}
    />
  );
}
