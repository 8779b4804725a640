import type { DebtorFile, WeeklyTimeSaid } from "../../web/contract.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";

/** What is on record of a person about being written to, beside holds and permissions. */
export function Wishes({ wishes }: { wishes: DebtorFile["wishes"] }) {
  const { contact } = usePageWords();
  const { date } = useFormat();
  const { attorney, moratorium, requestedHours, inconvenient } = wishes;
  const hours = ({ days, start, end }: WeeklyTimeSaid) =>
    `${days.map((day) => contact.dayNames[day - 1] ?? "").join(" ")} ${start}–${end}`;
  const lines = [
    ...(attorney ? [contact.lawyer(attorney.name)] : []),
    ...(moratorium ? [contact.protectedUntil(moratorium.type, date(moratorium.lastProtectedDay))] : []),
    ...(requestedHours ? [contact.hoursAsked(hours(requestedHours))] : []),
    ...(inconvenient ?? []).map((time) => contact.hoursBad(hours(time))),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className="lines">
      {lines.map((line) => (
        <li key={line} className="line">
          {line}
        </li>
      ))}
    </ul>
  );
}
