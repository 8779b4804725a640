import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { CountryLaw } from "../../web/contract.ts";
import { get } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { Choose } from "../contact/choose.tsx";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Failure } from "../parts/failure.tsx";
import { Fold } from "../parts/fold.tsx";
import { Loading } from "../parts/loading.tsx";
import { TableFrame } from "../parts/table-frame.tsx";
import { ChoicesMade } from "./choices-made.tsx";
import { ReadingChoices } from "./reading-choices.tsx";
import { Rule, Rules } from "./rule.tsx";

/** No part in particular. */
const WHOLE = "*";

/** One country's law as it holds now, or that of one of its parts. */
export function CountryLawView({ country }: { country: string }) {
  const { law: words } = usePageWords();
  const [place, setPlace] = useState(WHOLE);
  const part = place === WHOLE ? "" : place;
  const law = useQuery({
    queryKey: keys.lawOf(country, part),
    queryFn: () => get<CountryLaw>(`/api/contact-law/${country}${part === "" ? "" : `?part=${part}`}`),
    // While another part is fetched the one before stays, so that the page does not jump.
    placeholderData: (before) => before,
  });
  if (law.error) return <Failure error={law.error} onRetry={() => void law.refetch()} />;
  if (!law.data) return <Loading />;
  const { parts } = law.data;
  const places = [{ value: WHOLE, says: words.whole }, ...parts.map((code) => ({ value: code, says: code }))];
  return (
    <>
      {parts.length > 0 && (
        <section className="card">
          <Choose label={words.part} value={place} options={places} onChoose={setPlace} />
        </section>
      )}
      <Hours law={law.data} />
      <Limits law={law.data} />
      <Holidays law={law.data} />
      <ReadingChoices law={law.data} />
      <section className="card">
        {law.data.chapters.map(({ topic, heading, note, rules }) => (
          <Fold key={topic} title={heading} sub={note}>
            {() => <Rules rules={rules} />}
          </Fold>
        ))}
        <p className="small soft law-version">
          {words.version} <code>{law.data.version}</code>
        </p>
      </section>
      <ChoicesMade history={law.data.history} />
    </>
  );
}

function Hours({ law: { hours, zones } }: { law: CountryLaw }) {
  const { law: words } = usePageWords();
  return (
    <section className="card">
      <h2>{words.week}</h2>
      <TableFrame label={words.week}>
        <table className="table law-week">
          <thead>
            <tr>
              <th scope="col">{words.day}</th>
              <th scope="col">{words.hours}</th>
            </tr>
          </thead>
          <tbody>
            {hours.week.map(({ name, open }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className={open.length === 0 ? "soft" : "figure"}>
                  {open.length === 0 ? words.closed : open.map(({ start, end }) => `${start}–${end}`).join(", ")}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <div className="law-below">
        <Rule rule={{ says: null, clause: hours.clause }} />
        <p className="small soft">{zones.length === 1 ? words.zone(zones.join()) : words.zones(zones.join(", "))}</p>
      </div>
    </section>
  );
}

function Limits({ law: { limits, counts } }: { law: CountryLaw }) {
  const { law: words } = usePageWords();
  return (
    <section className="card">
      <h2>{words.limits}</h2>
      {limits.length === 0 ? <p>{words.noLimit}</p> : <Rules rules={limits} />}
      <p className="law-below">{counts}</p>
    </section>
  );
}

function Holidays({ law: { holidays } }: { law: CountryLaw }) {
  const { law: words } = usePageWords();
  const { date } = useFormat();
  return (
    <section className="card">
      <h2>{words.holidays}</h2>
      {holidays ? (
        <>
          <p>{holidays.next.length === 0 ? words.noneSoon : holidays.next.map(date).join(" · ")}</p>
          <div className="law-below">
            <Rule rule={{ says: null, clause: holidays.clause }} />
          </div>
        </>
      ) : (
        <p>{words.notClosed}</p>
      )}
    </section>
  );
}
