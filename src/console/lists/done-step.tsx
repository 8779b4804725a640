import type { DebtorListView } from "../../web/contract.ts";
import { useMay } from "../api/session.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Badge } from "../parts/badge.tsx";
import { LinkButton } from "../parts/link-button.tsx";
import { StartList } from "./start-list.tsx";

export function DoneStep({ list: { id, progress } }: { list: DebtorListView }) {
  const words = usePageWords();
  const { count } = useFormat();
  const may = useMay();
  return (
    <section className="card stack">
      <div>
        <h2>
          {words.lists.done}{" "}
          <Badge tone="good">{words.lists.rowsOf(count(progress.committedRows), count(progress.totalRows))}</Badge>
        </h2>
        <p className="soft">{words.lists.doneNext}</p>
      </div>
      <div className="row">
        {may("conversations.open") && <StartList listId={id} />}
        <LinkButton href="/debtors" icon="debtors">
          {words.lists.seeDebtors}
        </LinkButton>
      </div>
    </section>
  );
}
