import { useQuery } from "@tanstack/react-query";
import type { NumberPage as Page } from "../../web/contract.ts";
import { ApiError } from "../api/api-error.ts";
import { get } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { useMay } from "../api/session.ts";
import { useWords } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Empty } from "../parts/empty.tsx";
import { Failure } from "../parts/failure.tsx";
import { Loading } from "../parts/loading.tsx";
import { AGAIN_AFTER_MS } from "./all-numbers.tsx";
import { FigureTable } from "./figure-table.tsx";
import { HealthDecisions } from "./health-decisions.tsx";
import { LinkCard } from "./link-card.tsx";
import { NumberActions } from "./number-actions.tsx";
import { NumberAlarms } from "./number-alarms.tsx";
import { NumberEvents } from "./number-events.tsx";
import { NumberFacts } from "./number-facts.tsx";
import { PageHead } from "./page-head.tsx";
import { Queue } from "./queue.tsx";
import { StateBadge } from "./state-badge.tsx";
import { Sums } from "./sums.tsx";
import { UnknownParts } from "./unknown-parts.tsx";

/** All about one number, and what can be done with it. */
export function NumberPage({ id }: { id: string }) {
  const { numberPage: words } = usePageWords();
  const { shell } = useWords();
  const page = useQuery({
    queryKey: keys.number(id),
    queryFn: () => get<Page>(`/api/channels/${id}`),
    staleTime: 0,
    refetchInterval: AGAIN_AFTER_MS,
  });
  if (page.error instanceof ApiError && page.error.status === 404)
    return <Empty icon="info" title={shell.nothingHere} />;
  return (
    <div className="page">
      <PageHead title={page.data?.name ?? ""} back={{ href: "/numbers", says: words.back }}>
        {page.data && <StateBadge number={page.data} />}
      </PageHead>
      <div className="page-body">
        {page.error && <Failure error={page.error} onRetry={() => void page.refetch()} />}
        {page.isPending && <Loading />}
        {page.data && <Sections number={page.data} />}
      </div>
    </div>
  );
}

function Sections({ number }: { number: Page }) {
  const { numberPage: words, numbers } = usePageWords();
  const may = useMay();
  const { id, kind, link, alarms } = number;
  const isReal = kind !== "simulator";
  return (
    <div className="stack number-page numbers">
      {alarms !== null && alarms.length > 0 && <NumberAlarms alarms={alarms} />}
      {link !== null && <LinkCard number={number} link={link} />}
      <section className="card stack">
        <h2>{words.standsNow}</h2>
        <Sums number={number} />
      </section>
      <section className="card stack">
        <h2>{numbers.figures}</h2>
        <FigureTable number={number} />
      </section>
      <Queue number={number} />
      {isReal && (
        <section className="card stack">
          <h2>{words.health}</h2>
          <p className="soft small">{words.healthNote}</p>
          <HealthDecisions id={id} />
        </section>
      )}
      {isReal && <NumberEvents id={id} />}
      <NumberFacts number={number} />
      {isReal && may("channels.manage") && (
        <>
          <UnknownParts channelId={id} />
          {number.state.state !== "retired" && <NumberActions number={number} />}
        </>
      )}
    </div>
  );
}
