import { useState } from "react";
import type { DebtorFile, EndStop, WeeklyTimeSaid } from "../../web/contract.ts";
import { useMay } from "../api/session.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Button } from "../parts/button.tsx";
import { EndStopDialog } from "./end-stop-dialog.tsx";

type Props = { debtorId: string; wishes: DebtorFile["wishes"] };

/** What is on record of a person about being written to, beside holds and permissions; and an end to what stops messages. */
export function Wishes({ debtorId, wishes }: Props) {
  const { contact } = usePageWords();
  const { date } = useFormat();
  const may = useMay();
  const [ending, setEnding] = useState<EndStop["kind"] | undefined>(undefined);
  const { attorney, moratorium, requestedHours, inconvenient } = wishes;
  const hours = ({ days, start, end }: WeeklyTimeSaid) =>
    `${days.map((day) => contact.dayNames[day - 1] ?? "").join(" ")} ${start}–${end}`;
  const stops = [
    ...(attorney ? [{ kind: "attorney", says: contact.lawyer(attorney.name) } as const] : []),
    ...(moratorium
      ? ([
          { kind: "moratorium", says: contact.protectedUntil(moratorium.type, date(moratorium.lastProtectedDay)) },
        ] as const)
      : []),
  ];
  const times = [
    ...(requestedHours ? [contact.hoursAsked(hours(requestedHours))] : []),
    ...(inconvenient ?? []).map((time) => contact.hoursBad(hours(time))),
  ];
  if (stops.length + times.length === 0) return null;
  const asked = stops.find(({ kind }) => kind === ending);
  return (
    <>
      <ul className="lines">
        {stops.map(({ kind, says }) => (
          <li key={kind} className="line">
            <span>{says}</span>
            {may("holds.lift") && (
              <Button aria-label={`${contact.end}: ${says}`} onClick={() => setEnding(kind)}>
                {contact.end}
              </Button>
            )}
          </li>
        ))}
        {times.map((line) => (
          <li key={line} className="line">
            {line}
          </li>
        ))}
      </ul>
      {asked && <EndStopDialog debtorId={debtorId} {...asked} onClose={() => setEnding(undefined)} />}
    </>
  );
}
