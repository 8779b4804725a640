import type { ReactNode } from "react";
import { isLinked } from "../../domain/channel-kind.ts";
import type { NumberCard } from "../../web/contract.ts";
import { formatCost } from "../format/cost.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";

/** How much of its limit a number has used, how much waits for it (`children` says more of that), and what it has cost today. */
export function Sums({ number, children }: { number: NumberCard; children?: ReactNode }) {
  const { numbers: words } = usePageWords();
  const { reached, queue, kind } = number;
  const limit = limitOf(number);
  const waiting = queue.reduce((sum, { count }) => sum + count, 0);
  return (
    <dl className="number-sums">
      <div>
        <dt>{words.limit}</dt>
        <dd>
          {limit === undefined ? words.budgetToCome : limit === null ? words.unlimited : words.perDay(limit)}
          {isLinked(kind) && <span className="number-more soft small">{words.budgetNote}</span>}
        </dd>
      </div>
      <div>
        <dt>{words.reached}</dt>
        <dd>
          {words.people(reached)}
          {typeof limit === "number" && limit > 0 && <Used of={limit} reached={reached} />}
        </dd>
      </div>
      <div>
        <dt>{words.waiting}</dt>
        <dd>
          {words.messages(waiting)}
          {children}
        </dd>
      </div>
      {number.kind === "cloud" && <Cost number={number} />}
    </dl>
  );
}

/**
 * Meta's limit, or what somebody set below it. Of a linked phone, for which there is none, what its own health lets it do, or what somebody
 * set below that: undefined until it is judged. Null: none.
 */
function limitOf({ kind, messagingLimit, health }: NumberCard): number | null | undefined {
  if (!isLinked(kind)) return messagingLimit;
  if (health === null) return messagingLimit ?? undefined;
  const { peopleADay } = health;
  return peopleADay === null || messagingLimit === null
    ? (peopleADay ?? messagingLimit)
    : Math.min(peopleADay, messagingLimit);
}

function Used({ of: limit, reached }: { of: number; reached: number }) {
  const { numbers: words } = usePageWords();
  const { language } = useFormat();
  const share = Math.min(1, reached / limit);
  const percent = new Intl.NumberFormat(language, { style: "percent" }).format(share);
  return (
    <span className="number-more small">
      <meter className="number-meter" min={0} max={1} high={0.8} value={share} aria-hidden="true" />
      <span className="soft">{words.used(percent)}</span>
    </span>
  );
}

function Cost({ number: { costToday, unpricedToday } }: { number: NumberCard }) {
  const { numbers: words } = usePageWords();
  const { language } = useFormat();
  return (
    <div>
      <dt>{words.cost}</dt>
      <dd>
        {costToday.length === 0 && unpricedToday === 0 && <span className="soft">{words.noCost}</span>}
        {costToday.map((cost) => (
          <span key={cost.currency} className="number-cost money">
            {formatCost(cost, language)}
          </span>
        ))}
        {unpricedToday > 0 && <span className="number-more soft small">{words.unpriced(unpricedToday)}</span>}
      </dd>
    </div>
  );
}
