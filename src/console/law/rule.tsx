import type { ClauseView, RuleSaid } from "../../web/contract.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { isAddress, nameOfRule } from "../inbox/decision.tsx";

export function Rules({ rules }: { rules: readonly RuleSaid[] }) {
  return (
    <ul className="law-rules">
      {rules.map((rule) => (
        <li key={`${rule.clause?.id} ${rule.says}`}>
          <Rule rule={rule} />
        </li>
      ))}
    </ul>
  );
}

/** What a rule comes to, its sentence, and all that a lawyer asks of it: the norm, how sure it is, and where it was read. */
export function Rule({ rule: { says, clause } }: { rule: RuleSaid }) {
  return (
    <div className="law-rule">
      {says !== null && <p className="law-says">{says}</p>}
      {clause && (
        <>
          {clause.text !== null && <p>{clause.text}</p>}
          <Norm clause={clause} />
        </>
      )}
    </div>
  );
}

export function Norm({ clause }: { clause: ClauseView }) {
  const words = usePageWords();
  const { standing, law, article, confidence, source, id } = clause;
  // Policy is never shown as law; which text it reads, where it reads one, is said behind it.
  const of = standing === "policy" && law !== HOUSE ? ` (${law}, ${article})` : "";
  return (
    <p className="small soft">
      {nameOfRule(clause, words)}
      {of} · {words.terms.confidence[confidence]} · <code>{id}</code>
      {isAddress(source) && (
        <>
          {" · "}
          <a href={source} target="_blank" rel="noreferrer" aria-label={`${words.shell.source}: ${id}`}>
            {words.shell.source}
          </a>
        </>
      )}
    </p>
  );
}

/** The law of a clause that is nobody's but the house's own. */
const HOUSE = "Saldar";
