import { useQuery } from "@tanstack/react-query";
import type { InboxOutcomes, InboxView, Outcome } from "../../web/contract.ts";
import { get } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { useFormat, useWords } from "../i18n/language-context.tsx";
import { Failure } from "../parts/failure.tsx";

/** What is in front of a person is sorted by who needs them first; the others can be looked through by how they ended. */
export function countsOutcomes(view: InboxView): boolean {
  return view === "bot" || view === "closed" || view === "all";
}

type Props = {
  view: InboxView;
  chosen: Outcome | undefined;
  isSearch: boolean;
  onChoose: (outcome: Outcome | undefined) => void;
};

/**
 * How many conversations ended in each way; a press shows those alone, one more shows all again. The numbers are the whole
 * view's: beside what a search found they would be wrong, and counting each search costs more than it tells.
 */
export function OutcomeFilter({ view, chosen, isSearch, onChoose }: Props) {
  const words = useWords();
  const { count: digits } = useFormat();
  const { data, error, refetch } = useQuery({
    queryKey: keys.inboxOutcomes(view),
    queryFn: () => get<InboxOutcomes>(`/api/inbox/outcomes?view=${view}`),
  });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const counts = withChosen(data?.counts ?? [], chosen);
  if (counts.length === 0) return null;
  return (
    <fieldset
      className="row list-outcomes"
      aria-label={view === "closed" ? words.inbox.outcomes : words.inbox.lastOutcomes}
    >
      {counts.map(({ outcome, count, more }) => (
        <button
          key={outcome}
          type="button"
          className="chip"
          aria-pressed={outcome === chosen}
          onClick={() => onChoose(outcome === chosen ? undefined : outcome)}
        >
          {words.terms.outcome[outcome]}
          {!isSearch && (
            <span className="figure">
              {" "}
              {digits(count)}
              {more && "+"}
            </span>
          )}
        </button>
      ))}
    </fieldset>
  );
}

/** What was chosen stays to be let go of, in a view that has none of it too. */
function withChosen(counts: InboxOutcomes["counts"], chosen: Outcome | undefined): InboxOutcomes["counts"] {
  if (chosen === undefined || counts.some(({ outcome }) => outcome === chosen)) return counts;
  return [...counts, { outcome: chosen, count: 0, more: false }];
}
