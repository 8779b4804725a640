import { useQuery } from "@tanstack/react-query";
import { useLocation, useParams } from "wouter";
import type { ContactLaw } from "../../web/contract.ts";
import { get } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { Choose } from "../contact/choose.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Failure } from "../parts/failure.tsx";
import { Icon } from "../parts/icon.tsx";
import { Loading } from "../parts/loading.tsx";
import { CountryLawView } from "./country-law.tsx";
import "./law.css";

/** The law a business is under, country by country: for its owner, and for its lawyer. */
export function LawPage() {
  const words = usePageWords();
  const law = useQuery({ queryKey: keys.law, queryFn: () => get<ContactLaw>("/api/contact-law") });
  return (
    <div className="page">
      <header className="page-head">
        <h1>{words.law.title}</h1>
      </header>
      <div className="page-body">
        {law.error && <Failure error={law.error} onRetry={() => void law.refetch()} />}
        {law.isPending && <Loading />}
        {law.data && <Countries law={law.data} />}
      </div>
    </div>
  );
}

function Countries({ law: { countries, unwritten, unknown } }: { law: ContactLaw }) {
  const { law: words } = usePageWords();
  const { country: asked } = useParams<{ country?: string }>();
  const [, go] = useLocation();
  const nameOf = (code: string) => countries.find(({ country }) => country === code)?.name ?? code;
  const chosen = countries.find(({ country }) => country === asked) ?? countries[0];
  const places = countries.map(({ country, name, isOwn, debtors }) => ({
    value: country,
    says: isOwn ? words.yours(name) : debtors > 0 ? words.debtors(name, debtors) : name,
  }));
  return (
    <div className="stack law">
      <section className="card law-head">
        <p>{words.about}</p>
        <p className="law-warning">
          <Icon name="warning" />
          {words.noLawyer}
        </p>
        {unwritten.length > 0 && (
          <p className="law-warning">
            <Icon name="blocked" />
            {words.unwritten(unwritten.map(({ name }) => name).join(", "))}
          </p>
        )}
        {unknown.map(({ country, reading, option }) => (
          <p key={`${country} ${reading}`} className="law-warning">
            <Icon name="warning" />
            {words.unknown(nameOf(country), `${reading} = ${option}`)}
          </p>
        ))}
        <Choose
          label={words.country}
          value={chosen?.country ?? ""}
          options={places}
          onChoose={(country) => go(`/law/${country}`)}
        />
      </section>
      {chosen && <CountryLawView key={chosen.country} country={chosen.country} />}
    </div>
  );
}
