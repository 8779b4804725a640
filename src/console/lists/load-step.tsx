import type { DebtorListView } from "../../web/contract.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";

export function LoadStep({ list: { progress } }: { list: DebtorListView }) {
  const words = usePageWords();
  const { count } = useFormat();
  const { committedRows, totalRows } = progress;
  return (
    <section className="card stack">
      <h2>{words.lists.loading}</h2>
      <progress
        className="progress"
        max={Math.max(totalRows, 1)}
        value={committedRows}
        aria-label={words.lists.loading}
      />
      <p className="figure">{words.lists.rowsOf(count(committedRows), count(totalRows))}</p>
      <p className="soft">{words.lists.mayLeave}</p>
    </section>
  );
}
