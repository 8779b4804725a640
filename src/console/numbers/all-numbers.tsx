import { useQuery } from "@tanstack/react-query";
import type { Channels } from "../../web/contract.ts";
import { get } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { useMay, useSession } from "../api/session.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { DemoNotice } from "../parts/demo-notice.tsx";
import { Empty } from "../parts/empty.tsx";
import { Failure } from "../parts/failure.tsx";
import { LinkButton } from "../parts/link-button.tsx";
import { Loading } from "../parts/loading.tsx";
import { MovesSwitch } from "./moves-switch.tsx";
import { NumberCard } from "./number-card.tsx";

/** Each send moves what was reached and what waits, and so does time alone: asked again so often, and not at each message. */
export const AGAIN_AFTER_MS = 15_000;

/** The numbers that the business writes through, how each stands, and to how many people each may write in a day. */
export function AllNumbers() {
  const { numbers: words } = usePageWords();
  const { isDemo } = useSession().business;
  const may = useMay();
  const numbers = useQuery({
    queryKey: keys.allNumbers,
    queryFn: () => get<Channels>("/api/channels"),
    staleTime: 0,
    refetchInterval: AGAIN_AFTER_MS,
  });
  const all = numbers.data?.channels ?? [];
  const inUse = all.filter(({ state }) => state.state !== "retired");
  const retired = all.filter(({ state }) => state.state === "retired");
  return (
    <div className="page">
      <header className="page-head">
        <h1>{words.title}</h1>
        {may("channels.manage") && !isDemo && (
          <LinkButton href="/numbers/new" look="main" icon="plus">
            {words.add}
          </LinkButton>
        )}
      </header>
      <div className="page-body">
        <div className="stack numbers">
          <p className="soft number-about">{words.about}</p>
          {isDemo && <DemoNotice />}
          {numbers.error && <Failure error={numbers.error} onRetry={() => void numbers.refetch()} />}
          {numbers.isPending && <Loading />}
          {numbers.data?.channels.length === 0 && <Empty icon="info" title={words.none} />}
          {inUse.map((number) => (
            <NumberCard key={number.id} number={number} />
          ))}
          {retired.length > 0 && <h2 className="number-retired">{words.retiredOnes}</h2>}
          {retired.map((number) => (
            <NumberCard key={number.id} number={number} />
          ))}
          {inUse.length > 1 && <MovesSwitch />}
        </div>
      </div>
    </div>
  );
}
