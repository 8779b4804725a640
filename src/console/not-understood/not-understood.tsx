import { useState } from "react";
import type { Expectation, Language } from "../../web/contract.ts";
import { useMay } from "../api/session.ts";
import { businessNow } from "../format/business-clock.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Field } from "../parts/field.tsx";
import { Icon } from "../parts/icon.tsx";
import { type Asked, MissedGroups } from "./missed-groups.tsx";
import "./not-understood.css";

const DAY_MS = 86_400_000;
/** What the page shows before somebody chooses: this many days, today among them. */
const DAYS_AT_FIRST = 30;

const LANGUAGES = ["es", "pt-BR", "en"] as const satisfies readonly Language[];
/** All of them; a test holds them complete. */
const STATES = [
  "identityAnswer",
  "identityProof",
  "reference",
  "menu",
  "offer",
  "promise",
  "confirmation",
  "amount",
  "instalments",
  "receipt",
  "nothing",
] as const satisfies readonly Expectation[];

/** What the bot did not understand, alike texts together, the most frequent first; each group is corrected at once. */
export function NotUnderstoodPage() {
  const { missed: words, state: states } = usePageWords().readings;
  const { civilDay } = useFormat();
  const [asked, setAsked] = useState<Asked>(() => ({
    from: civilDay(businessNow() - (DAYS_AT_FIRST - 1) * DAY_MS),
    to: civilDay(businessNow()),
  }));
  return (
    <div className="page">
      <header className="page-head">
        <h1>{words.title}</h1>
      </header>
      <div className="page-body stack">
        <section className="card">
          <p className="soft">{words.about}</p>
          <div className="missed-filter">
            {(["from", "to"] as const).map((end) => (
              <Field key={end} label={words[end]}>
                {(ids) => (
                  <input
                    {...ids}
                    className="input"
                    type="date"
                    value={asked[end] ?? ""}
                    onChange={({ target }) => setAsked({ ...asked, [end]: target.value || undefined })}
                  />
                )}
              </Field>
            ))}
            <Choice
              label={words.state}
              all={words.all}
              names={states}
              options={STATES}
              value={asked.state}
              onChange={(state) => setAsked({ ...asked, state })}
            />
            <Choice
              label={words.language}
              all={words.all}
              names={words.languages}
              options={LANGUAGES}
              value={asked.language}
              onChange={(language) => setAsked({ ...asked, language })}
            />
          </div>
          <MissedGroups asked={asked} />
        </section>
        <Download since={asked.from} />
      </div>
    </div>
  );
}

type ChoiceProps<Option extends string> = {
  label: string;
  all: string;
  names: Readonly<Record<Option, string>>;
  options: readonly Option[];
  value: Option | undefined;
  onChange: (option: Option | undefined) => void;
};

function Choice<Option extends string>({ label, all, names, options, value, onChange }: ChoiceProps<Option>) {
  return (
    <Field label={label}>
      {(ids) => (
        <select
          {...ids}
          className="input"
          value={value ?? ""}
          onChange={({ target }) => onChange(options.find((option) => option === target.value))}
        >
          <option value="">{all}</option>
          {options.map((option) => (
            <option key={option} value={option}>
              {names[option]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Download({ since }: { since: string | undefined }) {
  const { missed: words } = usePageWords().readings;
  const may = useMay();
  if (!may("corrections.export")) return null;
  return (
    <section className="card">
      <p className="row">
        <a
          className="button button-plain"
          href={`/api/corrections.tsv${since === undefined ? "" : `?since=${since}`}`}
          download
        >
          <Icon name="download" />
          {words.download}
        </a>
        <span className="soft small">{words.downloadNote}</span>
      </p>
    </section>
  );
}
