import type { ReactNode } from "react";
import type { AmountView, DayFoundView, DecidedView, HeardPart, HeardReading, HeardView } from "../../web/contract.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { lookup } from "../i18n/lookup.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Badge, type Tone } from "../parts/badge.tsx";
import type { IconName } from "../parts/icon.tsx";

/** The message, with what was found in it marked, and under it what each mark means. */
export function HeardWords({ parts }: { parts: readonly HeardPart[] }) {
  const { readings } = usePageWords();
  if (parts.length === 0) return <p className="soft">{readings.noWords}</p>;
  const found = (["evidence", "amount", "day"] as const).filter((one) =>
    parts.some((part) => part.found.includes(one)),
  );
  return (
    <>
      <blockquote className="heard-words">{marked(parts)}</blockquote>
      <p className="heard-legend row small soft">
        {found.map((one) => (
          <span key={one} className={`heard-found heard-${one}`}>
            {readings.found[one]}
          </span>
        ))}
      </p>
    </>
  );
}

function marked(parts: readonly HeardPart[]): ReactNode[] {
  let at = 0;
  return parts.map(({ text, found }) => {
    const key = at;
    at += text.length;
    if (found.length === 0) return <span key={key}>{text}</span>;
    return (
      <mark key={key} className={`heard-found ${found.map((one) => `heard-${one}`).join(" ")}`}>
        {text}
      </mark>
    );
  });
}

/** What was read in it, what may be done with that, and what was decided. */
export function HeardMessage({ heard: { reading, decided, waits } }: { heard: HeardView }) {
  const { readings } = usePageWords();
  return (
    <>
      {reading ? <Reading reading={reading} /> : <p className="soft">{readings.noAnswer}</p>}
      <h3>{readings.decided}</h3>
      {decided.length === 0 ? (
        <p className="soft">{waits ? readings.waits : readings.beside}</p>
      ) : (
        <ol className="lines">
          {decided.map((one) => (
            <Decided key={`${one.event}/${one.from}/${one.to}`} decided={one} />
          ))}
        </ol>
      )}
    </>
  );
}

const ACT: Record<HeardReading["act"], { readonly tone: Tone; readonly icon: IconName }> = {
  act: { tone: "good", icon: "check" },
  confirm: { tone: "warn", icon: "info" },
  menu: { tone: "plain", icon: "list" },
  human: { tone: "bad", icon: "person" },
};

function Reading({ reading }: { reading: HeardReading }) {
  const { readings } = usePageWords();
  const { act, intents, candidates, language, expects, from } = reading;
  return (
    <>
      <p className="row">
        <Badge {...ACT[act]}>{readings.act[act]}</Badge>
        {language !== null && <Badge>{readings.language[language]}</Badge>}
      </p>
      <h3>{readings.said}</h3>
      <ul className="lines">
        {intents.map(({ intent, stage, confidence, evidence }) => (
          <li key={`${intent}/${stage}/${evidence}`} className="heard-intent">
            <span>
              {lookup(readings.intent, intent)}
              <span className="line-sub">{lookup(readings.stage, stage)}</span>
            </span>
            {stage !== "fallback" && <Confidence share={confidence} />}
          </li>
        ))}
      </ul>
      {candidates.length > 0 && (
        <p>
          {readings.didYouMean}: {candidates.map((one) => lookup(readings.intent, one)).join(" · ")}
        </p>
      )}
      <Found reading={reading} />
      <p className="small soft">
        {readings.expected(lookup(readings.expects, expects))}
        {from === "again" && `. ${readings.again}`}
      </p>
    </>
  );
}

/** The figure says it; the bar is for the eye that compares. */
function Confidence({ share }: { share: number }) {
  const { readings } = usePageWords();
  const { language } = useFormat();
  const percent = new Intl.NumberFormat(language, { style: "percent" }).format(share);
  return (
    <span className="heard-sure">
      <span className="heard-bar" aria-hidden="true">
        <span style={{ inlineSize: `${Math.round(share * 100)}%` }} />
      </span>
      <span className="figure" title={readings.sure(percent)}>
        {percent}
      </span>
    </span>
  );
}

function Found({ reading: { amounts, shares, days } }: { reading: HeardReading }) {
  const { readings } = usePageWords();
  const { language } = useFormat();
  const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });
  return (
    <>
      {amounts.length + shares.length > 0 && (
        <>
          <h3>{readings.amounts}</h3>
          <ul className="lines">
            {amounts.map((one) => (
              <Amount key={one.at} amount={one} />
            ))}
            {shares.map(({ text, at, share }) => (
              <li key={at} className="line">
                <q>{text}</q>
                <span className="figure">{readings.ofDebt(percent.format(share))}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {days.length > 0 && (
        <>
          <h3>{readings.days}</h3>
          <ul className="lines">
            {days.map((one) => (
              <DayFound key={one.at} day={one} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Amount({ amount: { text, amount, exactness, range } }: { amount: AmountView }) {
  const { readings } = usePageWords();
  const { money } = useFormat();
  return (
    <li className="line">
      <span>
        <q>{text}</q>
        {exactness !== "exact" && <span className="line-sub">{readings.exactness[exactness]}</span>}
      </span>
      <span className="figure">{range ? `${money(range.from)} – ${money(range.to)}` : money(amount)}</span>
    </li>
  );
}

function DayFound({ day: { text, on, ambiguous, alternatives, mismatch } }: { day: DayFoundView }) {
  const { readings } = usePageWords();
  const { date } = useFormat();
  const others = alternatives.map((one) => date(one)).join(", ");
  return (
    <li className="line">
      <span>
        <q>{text}</q>
        {mismatch && <span className="line-sub">{readings.isMismatch}</span>}
        {ambiguous && <span className="line-sub">{readings.isAmbiguous}</span>}
        {others !== "" && <span className="line-sub">{readings.orElse(others)}</span>}
      </span>
      <span className="figure">{date(on)}</span>
    </li>
  );
}

function Decided({ decided: { event, from, to, effects } }: { decided: DecidedView }) {
  const { terms } = usePageWords();
  return (
    <li className="line line-tall">
      <span>
        {lookup(terms.event, event)}
        <span className="line-sub">
          {lookup(terms.state, from)}
          {from !== to && ` → ${lookup(terms.state, to)}`}
        </span>
        {effects.map(({ type, about }) => (
          <Effect key={`${type}/${about}`} type={type} about={about} />
        ))}
      </span>
    </li>
  );
}

function Effect({ type, about }: DecidedView["effects"][number]) {
  const { readings, terms } = usePageWords();
  const { date } = useFormat();
  const [unit = "", value = ""] = about.split(" ");
  const shown = () => {
    switch (type) {
      case "say":
        return <code>{about}</code>;
      case "handToAgent":
        return lookup(terms.handOver, about);
      case "recordOutcome":
        return lookup(terms.outcome, about);
      case "setAlarm":
        if (unit === "dayAfter") return readings.wait.dayAfter(date(value));
        return unit === "hours" ? readings.wait.hours(Number(value)) : readings.wait.workingDays(Number(value));
      default:
        return about;
    }
  };
  return (
    <span className="line-sub">
      {lookup(readings.effect, type)}
      {about !== "" && <>: {shown()}</>}
    </span>
  );
}
