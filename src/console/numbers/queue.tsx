import { isLinked } from "../../domain/channel-kind.ts";
import type { NumberCard, QueueReason } from "../../web/contract.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";

type Waiting = Pick<NumberCard, "queue" | "lastAt" | "kind">;

/** A linked phone has no limit of Meta's: what it waits for then is what somebody set. */
function useBecause({ kind }: Waiting): (reason: QueueReason) => string {
  const { numbers: words } = usePageWords();
  return (reason) => (reason === "messaging-limit" && isLinked(kind) ? words.waitsForBudget : words.because[reason]);
}

/** What waits to leave through a number, by reason. Nothing that waits is lost. */
export function Queue({ number }: { number: Waiting }) {
  const { numbers: words, numberPage } = usePageWords();
  const { moment } = useFormat();
  const because = useBecause(number);
  const { queue, lastAt } = number;
  return (
    <section className="card stack">
      <h2>{numberPage.queue}</h2>
      {queue.length === 0 && <p className="soft">{words.nothingWaits}</p>}
      {queue.length > 0 && (
        <ul className="number-queue">
          {queue.map(({ because: reason, count, next }) => (
            <li key={reason}>
              {words.messages(count)}: {because(reason)}
              {next !== null && <span className="soft"> · {words.nextAt(moment(next))}</span>}
            </li>
          ))}
        </ul>
      )}
      {lastAt !== null && <p className="soft small">{words.until(moment(lastAt))}</p>}
    </section>
  );
}

/** The same in a card, in few words. */
export function QueueLines({ number }: { number: Waiting }) {
  const { numbers: words } = usePageWords();
  const { moment } = useFormat();
  const because = useBecause(number);
  const { queue, lastAt } = number;
  return (
    <>
      {queue.map(({ because: reason, count }) => (
        <span key={reason} className="number-more soft small">
          {words.messages(count)}: {because(reason)}
        </span>
      ))}
      {lastAt !== null && <span className="number-more soft small">{words.until(moment(lastAt))}</span>}
    </>
  );
}
