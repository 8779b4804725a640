import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { DebtorSummary, Debtors } from "../../web/contract.ts";
import { get } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Button } from "../parts/button.tsx";
import { Failure } from "../parts/failure.tsx";
import { SearchBox } from "../parts/search-box.tsx";
import { useSettled } from "../parts/use-settled.ts";

/** As many as one reads before typing another letter. */
const SHOWN = 5;

export function FindDebtor({ onFound }: { onFound: (debtor: DebtorSummary) => void }) {
  const { decisions } = usePageWords();
  const { money } = useFormat();
  const [typed, setTyped] = useState("");
  const search = useSettled(typed.trim());
  const query = useQuery({
    queryKey: [...keys.debtorSearch(search), SHOWN],
    queryFn: () => get<Debtors>(`/api/debtors?${new URLSearchParams({ limit: String(SHOWN), search })}`),
    enabled: search !== "",
  });
  return (
    <div className="stack">
      <SearchBox label={decisions.findDebtor} value={typed} onChange={setTyped} />
      {query.error && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.items.length === 0 && <p className="soft">{decisions.nobody}</p>}
      <ul className="lines">
        {query.data?.items.map((debtor) => (
          <li key={debtor.id} className="line">
            <span>
              {debtor.name}
              <span className="line-sub">{[debtor.reference, ...debtor.owed.map(money)].join(" · ")}</span>
            </span>
            <Button onClick={() => onFound(debtor)} aria-label={`${decisions.chosen}: ${debtor.name}`}>
              {decisions.chosen}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
