import type { CloudCheckView, CloudNumberChecked } from "../../web/contract.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Badge, type Tone } from "../parts/badge.tsx";
import type { IconName } from "../parts/icon.tsx";

const LOOKS: Record<CloudCheckView["state"], readonly [Tone, IconName]> = {
  passed: ["good", "check"],
  failed: ["bad", "blocked"],
  unknown: ["warn", "unclear"],
};

/** What Meta answered, one line a check: passed, failed or not known, and what to do. */
export function CheckList({ checked: { checks, facts } }: { checked: CloudNumberChecked }) {
  const { linking } = usePageWords();
  const words = linking.cloud;
  return (
    <div className="stack">
      {facts && (facts.verifiedName ?? facts.displayPhone) !== null && (
        <p>{words.facts(facts.verifiedName ?? "–", facts.displayPhone ?? "–")}</p>
      )}
      <ul className="number-checks">
        {checks.map(({ name, state, words: says, code }) => {
          const [tone, icon] = LOOKS[state];
          return (
            <li key={name}>
              <span className="number-check-name">{words.names[name]}</span>
              <Badge tone={tone} icon={icon}>
                {words.states[state]}
              </Badge>
              <p className="number-check-says">
                {says}
                {code !== null && (
                  <>
                    {" "}
                    <code>{code}</code>
                  </>
                )}
              </p>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
