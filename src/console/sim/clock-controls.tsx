import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Clock, MoveClock } from "../../web/contract.ts";
import { post } from "../api/client.ts";
import { useSession } from "../api/session.ts";
import { anchorBusinessClock, useBusinessNow } from "../format/business-clock.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Button } from "../parts/button.tsx";
import { Failure } from "../parts/failure.tsx";
import { Icon } from "../parts/icon.tsx";

const MOVES = [
  { by: "hour", word: "hour" },
  { by: "day", word: "day" },
  { by: "nextLegalMoment", word: "nextLegal" },
] as const satisfies readonly (MoveClock & { word: "hour" | "day" | "nextLegal" })[];

/** The business's time, and ways to move it forward; never back. */
export function ClockControls() {
  const words = usePageWords();
  const { dayLong, time, zone } = useFormat();
  const { business } = useSession();
  const nowMs = useBusinessNow();
  const move = useMoveClock();
  return (
    <fieldset className="sim-clock" aria-label={words.sim.clock}>
      <p className="sim-time" title={zone}>
        <Icon name="clock" />
        <span>
          <strong className="figure">{time(nowMs)}</strong> {dayLong(nowMs)}
        </span>
      </p>
      {business.isDemo &&
        MOVES.map(({ by, word }) => (
          <Button key={by} isBusy={move.isPending} onClick={() => move.mutate({ by })}>
            {words.sim[word]}
          </Button>
        ))}
      {move.error && <Failure error={move.error} />}
    </fieldset>
  );
}

/** Alarms, windows and due dates follow it, so everything on screen may have changed. */
export function useMoveClock() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: MoveClock) => post<Clock>("/api/clock", body),
    onSuccess: async ({ now }) => {
      anchorBusinessClock(now);
      await queries.invalidateQueries();
    },
  });
}
