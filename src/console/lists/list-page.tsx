import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "wouter";
import type { DebtorListView } from "../../web/contract.ts";
import { get, post } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Failure } from "../parts/failure.tsx";
import { Icon } from "../parts/icon.tsx";
import { Loading } from "../parts/loading.tsx";
import { CheckStep } from "./check-step.tsx";
import { ColumnsStep } from "./columns-step.tsx";
import { DoneStep } from "./done-step.tsx";
import { LoadStep } from "./load-step.tsx";
import { type Step, Steps } from "./steps.tsx";

/** Events tell the progress; asking each second besides costs nothing and survives a cut line. */
const ASK_MS = 1_000;

/** One upload from its columns to its end. The server's state says at which step it is: one may leave and come back. */
export function ListPage({ id }: { id: string }) {
  const words = usePageWords();
  const queries = useQueryClient();
  const list = useQuery({
    queryKey: keys.list(id),
    queryFn: () => get<DebtorListView>(`/api/debtor-lists/${id}`),
    refetchInterval: ({ state }) => (state.data?.state === "committing" ? ASK_MS : false),
  });
  const commit = useMutation({
    mutationFn: () => post(`/api/debtor-lists/${id}/commit`),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.list(id) }),
  });
  const { data } = list;
  return (
    <div className="page">
      <header className="page-head">
        <Link href="/lists" className="icon-button" aria-label={words.lists.title}>
          <Icon name="back" />
        </Link>
        <h1>{data?.fileName ?? words.lists.title}</h1>
        {data && <Steps current={stepOf(data)} />}
      </header>
      <div className="page-body">
        <div className="stack page-narrow">
          {list.error && <Failure error={list.error} onRetry={() => void list.refetch()} />}
          {commit.error && <Failure error={commit.error} />}
          {!data && !list.error && <Loading />}
          {data?.isRepeat && (
            <p className="callout">
              <Icon name="info" />
              {words.lists.repeat}
            </p>
          )}
          {data && <CurrentStep list={data} isCommitting={commit.isPending} onCommit={() => commit.mutate()} />}
        </div>
      </div>
    </div>
  );
}

function stepOf({ state, dryRun }: DebtorListView): Step {
  if (state === "committing") return "load";
  if (state === "committed") return "done";
  return dryRun ? "check" : "columns";
}

type StepProps = { list: DebtorListView; isCommitting: boolean; onCommit: () => void };

function CurrentStep({ list, isCommitting, onCommit }: StepProps) {
  const words = usePageWords();
  switch (list.state) {
    case "staged":
      return list.dryRun ? (
        <CheckStep list={list} dryRun={list.dryRun} isCommitting={isCommitting} onCommit={onCommit} />
      ) : (
        <ColumnsStep list={list} />
      );
    case "committing":
      return <LoadStep list={list} />;
    case "committed":
      return <DoneStep list={list} />;
    case "discarded":
      return <p className="callout">{words.lists.discarded}</p>;
    case "failed":
      return (
        <p className="callout callout-bad" role="alert">
          <Icon name="warning" />
          {words.lists.failed} {list.failedBecause}
        </p>
      );
  }
}
