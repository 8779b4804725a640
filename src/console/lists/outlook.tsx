import type { LimitOutlook } from "../../web/contract.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Icon } from "../parts/icon.tsx";

/** How many days the number needs for so many people: said before anything is sent. */
export function Outlook({ outlook }: { outlook: LimitOutlook | null }) {
  const { lists: words } = usePageWords();
  const { date } = useFormat();
  if (outlook === null) return null;
  const { people, limit, days, lastDay } = outlook;
  return (
    <p className="callout">
      <Icon name="clock" />
      <span>
        {words.outlookLimit(limit)} {words.outlookDays(people, days)} {words.outlookLast(date(lastDay))}
      </span>
    </p>
  );
}
