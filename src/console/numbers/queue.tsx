import type { NumberCard } from "../../web/contract.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";

/** What waits to leave through a number, by reason. Nothing that waits is lost. */
export function Queue({ queue, lastAt }: Pick<NumberCard, "queue" | "lastAt">) {
  const { numbers: words, numberPage } = usePageWords();
  const { moment } = useFormat();
  return (
    <section className="card stack">
      <h2>{numberPage.queue}</h2>
      {queue.length === 0 && <p className="soft">{words.nothingWaits}</p>}
      {queue.length > 0 && (
        <ul className="number-queue">
          {queue.map(({ because, count, next }) => (
            <li key={because}>
              {words.messages(count)}: {words.because[because]}
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
export function QueueLines({ number: { queue, lastAt } }: { number: Pick<NumberCard, "queue" | "lastAt"> }) {
  const { numbers: words } = usePageWords();
  const { moment } = useFormat();
  return (
    <>
      {queue.map(({ because, count }) => (
        <span key={because} className="number-more soft small">
          {words.messages(count)}: {words.because[because]}
        </span>
      ))}
      {lastAt !== null && <span className="number-more soft small">{words.until(moment(lastAt))}</span>}
    </>
  );
}
