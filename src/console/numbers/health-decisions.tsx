import { useInfiniteQuery } from "@tanstack/react-query";
import type { NumberDecisions, NumberDecisionView } from "../../web/contract.ts";
import { get } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Button } from "../parts/button.tsx";
import { Failure } from "../parts/failure.tsx";
import { Fold } from "../parts/fold.tsx";
import { Loading } from "../parts/loading.tsx";
import { useHealthWords } from "./use-health-words.ts";

const firstPage: string | null = null;

/** What was decided on a number's health, the newest first, each with all its reasons. */
export function HealthDecisions({ id }: { id: string }) {
  const { numberPage: words, shell } = usePageWords();
  const query = useInfiniteQuery({
    queryKey: keys.numberDecisions(id),
    queryFn: ({ pageParam }) =>
      get<NumberDecisions>(
        `/api/channels/${id}/decisions${pageParam === null ? "" : `?after=${encodeURIComponent(pageParam)}`}`,
      ),
    initialPageParam: firstPage,
    getNextPageParam: ({ next }) => next,
  });
  if (query.error) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={2} />;
  const decisions = query.data.pages.flatMap((page) => page.decisions);
  if (decisions.length === 0) return <p className="soft">{words.noDecisions}</p>;
  return (
    <div>
      {decisions.map((decision) => (
        <Decision key={decision.id} decision={decision} />
      ))}
      {query.hasNextPage && (
        <Button isBusy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {shell.more}
        </Button>
      )}
    </div>
  );
}

function Decision({ decision }: { decision: NumberDecisionView }) {
  const { numberPage: words } = usePageWords();
  const { moment } = useFormat();
  const { sentence, reason } = useHealthWords();
  const { reasons, lookAgainAt, verdict, ruleVersion, at } = decision;
  return (
    <Fold title={sentence(decision, reasons[0])} sub={moment(at)}>
      {() => (
        <>
          <ul className="number-reasons">
            {reasons.map((one) => (
              <li key={one.rule}>
                {reason(one)}
                <span className="soft small">
                  {" "}
                  · {words.source}: {one.source}
                </span>
              </li>
            ))}
          </ul>
          <p className="soft small">
            {lookAgainAt !== null && words.lookAgain(moment(lookAgainAt))}
            {lookAgainAt === null && verdict === "stopped" && words.needsPerson} · {ruleVersion}
          </p>
        </>
      )}
    </Fold>
  );
}
