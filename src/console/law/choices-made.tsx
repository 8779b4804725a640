import type { ReadingChoice } from "../../web/contract.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";

/** Who chose which reading, when and why, newest first. */
export function ChoicesMade({ history }: { history: readonly ReadingChoice[] }) {
  const { law: words } = usePageWords();
  const { moment, day } = useFormat();
  return (
    <section className="card">
      <h2>{words.history}</h2>
      {history.length === 0 && <p className="soft">{words.noHistory}</p>}
      <ol className="law-rules">
        {history.map(({ id, at, by, about, reading, from, to, reason }) => (
          <li key={id} className="law-rule">
            <p className="law-says">{about ?? reading}</p>
            <p>{to.says ?? to.name}</p>
            {from !== null && from.name !== to.name && (
              <p className="small soft">{words.instead(from.says ?? from.name)}</p>
            )}
            <p className="small">
              {words.chosenBy(by ?? words.somebody, `${moment(at)} (${day(at)})`)} <q>{reason}</q>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
