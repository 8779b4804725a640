import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Blocked, BlockedRule } from "../../web/contract.ts";
import { get } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { businessNow } from "../format/business-clock.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { nameOfRule, reasonOf } from "../inbox/decision.tsx";
import { Empty } from "../parts/empty.tsx";
import { Failure } from "../parts/failure.tsx";
import { Field } from "../parts/field.tsx";
import { Fold } from "../parts/fold.tsx";
import { Loading } from "../parts/loading.tsx";
import { BlockedMessages } from "./blocked-messages.tsx";
import { type Days, inDays } from "./days.ts";
import "./blocked.css";

const DAY_MS = 86_400_000;
/** What the page shows before somebody chooses: this many days, today among them. */
const DAYS_AT_FIRST = 30;

/** What was not sent, by the rule that stopped it; each opens to its messages. */
export function BlockedPage() {
  const words = usePageWords();
  const { civilDay } = useFormat();
  const [days, setDays] = useState<Days>(() => ({
    from: civilDay(businessNow() - (DAYS_AT_FIRST - 1) * DAY_MS),
    to: civilDay(businessNow()),
  }));
  return (
    <div className="page">
      <header className="page-head">
        <h1>{words.contacts.title}</h1>
      </header>
      <div className="page-body">
        <section className="card">
          <div className="blocked-head">
            <p className="soft">{words.contacts.about}</p>
            <DayField label={words.contacts.from} value={days.from} onChange={(from) => setDays({ ...days, from })} />
            <DayField label={words.contacts.to} value={days.to} onChange={(to) => setDays({ ...days, to })} />
          </div>
          <Rules days={days} />
        </section>
      </div>
    </div>
  );
}

type DayProps = { label: string; value: string; onChange: (day: string) => void };

function DayField({ label, value, onChange }: DayProps) {
  return (
    <Field label={label}>
      {(ids) => (
        <input {...ids} className="input" type="date" value={value} onChange={({ target }) => onChange(target.value)} />
      )}
    </Field>
  );
}

function Rules({ days }: { days: Days }) {
  const words = usePageWords();
  const { count, moment } = useFormat();
  const blocked = useQuery({
    queryKey: keys.blockedIn(days.from, days.to),
    queryFn: () => get<Blocked>(`/api/blocked?${inDays(days)}`),
  });
  if (blocked.error) return <Failure error={blocked.error} onRetry={() => void blocked.refetch()} />;
  if (!blocked.data) return <Loading />;
  const { rules } = blocked.data;
  if (rules.length === 0) {
    return (
      <Empty icon="check" title={words.contacts.empty}>
        <p>{words.contacts.emptyNext}</p>
      </Empty>
    );
  }
  return rules.map((rule) => (
    <Fold
      key={`${rule.reason} ${rule.clauseId} ${days.from} ${days.to}`}
      title={reasonOf(rule.reason, words)}
      sub={<Rule rule={rule} />}
      aside={
        <>
          <span className="soft small">{words.contacts.latest(moment(rule.latest))}</span>
          <span className="figure">{count(rule.count)}</span>
        </>
      }
    >
      {() => <BlockedMessages days={days} rule={rule} />}
    </Fold>
  ));
}

function Rule({ rule: { clause } }: { rule: BlockedRule }) {
  const words = usePageWords();
  if (!clause) return null;
  return (
    <>
      {nameOfRule(clause, words)}
      {clause.text !== null && ` · ${clause.text}`}
    </>
  );
}
