import type { ClauseView, DecisionView } from "../../web/contract.ts";
import { useFormat, useWords } from "../i18n/language-context.tsx";
import { lookup } from "../i18n/lookup.ts";
import type { Words } from "../i18n/words.ts";
import { Icon } from "../parts/icon.tsx";
import "./decision.css";

type Props = {
  decision: DecisionView;
  /** Its message still waits. What was given up as it was planned is not decided on again. */
  isQueued: boolean;
};

/** Why a message was sent or was not: a line that opens to the article, its sentence, and the next lawful moment. */
export function Decision({ decision, isQueued, isOpen = false }: Props & { isOpen?: boolean }) {
  const words = useWords();
  const { allowed } = decision;
  return (
    <details className={`decision ${allowed ? "decision-allowed" : "decision-blocked"}`} open={isOpen}>
      <summary>
        <Icon name={allowed ? "shield" : "blocked"} />
        <span className="only-readers">{allowed ? words.inbox.why : words.inbox.whyBlocked}: </span>
        {shortNameOf(decision, words)}
      </summary>
      <DecisionText decision={decision} isQueued={isQueued} />
    </details>
  );
}

/** The whole of it, without the line to open. */
export function DecisionText({ decision, isQueued }: Props) {
  const words = useWords();
  const { moment } = useFormat();
  const { stage, allowed, reason, clause, until, longestClause, readings } = decision;
  return (
    <div className="decision-text">
      <p>
        <strong>{allowed ? words.inbox.allowed : words.inbox.blocked}</strong> · {reasonOf(reason, words)}
      </p>
      {clause && (
        <>
          <p className="decision-law">{nameOfRule(clause, words)}</p>
          {clause.text !== null && <blockquote>{clause.text}</blockquote>}
          <p className="small">
            {words.terms.confidence[clause.confidence]}
            {isAddress(clause.source) && (
              <>
                {" · "}
                <a href={clause.source} target="_blank" rel="noreferrer">
                  {words.shell.source}
                </a>
              </>
            )}
          </p>
        </>
      )}
      {readings.map(({ reading, option, about, says }) => (
        <p key={reading}>
          {words.inbox.byChoice}: {says === null ? `${reading} = ${option}` : `${about ?? ""} ${says}`}
        </p>
      ))}
      {stage !== null && (
        <p className="small">
          {words.inbox.decided[stage]}
          {stage === "planning" && isQueued && ` ${words.inbox.decidedAgain}`}
        </p>
      )}
      {longestClause && (
        <p>
          {words.inbox.untilThen(nameOfRule(longestClause, words))}
          {longestClause.text !== null && ` ${longestClause.text}`}
        </p>
      )}
      {!allowed && (
        <p className="decision-next">{until === null ? words.inbox.never : words.inbox.nextLawful(moment(until))}</p>
      )}
    </div>
  );
}

/** `HOLD_dispute` names the hold; every other reason has its own sentence. */
export function reasonOf(reason: string, words: Words): string {
  if (!reason.startsWith("HOLD_")) return lookup(words.terms.reason, reason);
  return words.terms.heldBy(lookup(words.terms.hold, reason.slice("HOLD_".length)).toLowerCase());
}

function shortNameOf({ allowed, reason, clause }: DecisionView, words: Words): string {
  const article = clause && nameOfRule(clause, words);
  if (allowed) return article ?? reasonOf(reason, words);
  return article === null ? reasonOf(reason, words) : `${reasonOf(reason, words)} · ${article}`;
}

/** What nobody has verified is the house's policy and never shown as law. */
export function nameOfRule({ standing, law, article }: ClauseView, words: Words): string {
  if (standing === "policy") return words.terms.standing.policy;
  // An article may come with its own word: "par. 2", "first paragraph".
  return `${law}, ${/^\d+$/.test(article) ? `${words.inbox.article} ${article}` : article}`;
}

export function isAddress(source: string): boolean {
  return source.startsWith("https://");
}
