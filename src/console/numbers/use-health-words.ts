import type { NumberDecisionView, NumberReasonView } from "../../web/contract.ts";
import type { NumberWords } from "../i18n/en/numbers.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { lookup } from "../i18n/lookup.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { useCodeWords } from "./use-code-words.ts";

type Reason = Pick<NumberReasonView, "rule" | "inputs">;
type Rule = keyof NumberWords["rules"];

/** What each rule's words are told, in their order. */
const TOLD: Record<Rule, readonly string[]> = {
  restriction: ["code"],
  "awaiting-person": ["code"],
  blocked: ["code"],
  quality: ["quality"],
  "stop-share": ["stops", "people"],
  "failure-share": ["failed", "sent"],
  "network-cap": ["heldBack", "sent"],
  "reply-ratio": ["replied", "begun"],
  "errors-in-a-row": ["errors"],
  recovery: ["peopleBefore"],
  "warm-up": ["ageDays"],
  resumed: [],
};

/** Decisions on a number's health as sentences. */
export function useHealthWords() {
  const { numbers: words } = usePageWords();
  const { count, language } = useFormat();
  const { codeWords, isOfLink } = useCodeWords();

  /** Within a sentence. Not for what begins with a name. */
  const small = (text: string) => text.slice(0, 1).toLocaleLowerCase(language) + text.slice(1);

  /** A rule that a newer server knows and this page does not is shown by its name. */
  const reason = ({ rule, inputs }: Reason): string => {
    if (!isRule(rule)) return rule;
    const { code = null } = inputs;
    if (rule === "blocked" && typeof code === "string" && isOfLink(code))
      return words.notLinked(small(codeWords(code)));
    const told = TOLD[rule].map((name) => {
      const value = inputs[name] ?? null;
      if (name === "code" && typeof value === "string")
        return isOfLink(value) ? small(codeWords(value)) : codeWords(value);
      if (value === null) return "–";
      return typeof value === "number" ? count(value) : small(lookup(words.qualities, value));
    });
    const [first = "–", second = "–"] = told;
    return words.rules[rule](first, second);
  };

  const allowed = ({ peopleADay, everyMs }: Pick<NumberDecisionView, "peopleADay" | "everyMs">): string => {
    const people =
      peopleADay === null ? words.allowsAny : peopleADay === 0 ? words.allowsNobody : words.allows(peopleADay);
    return everyMs === 0 ? people : `${people}, ${words.each(count(everyMs / 1_000))}`;
  };

  /** "Slowed down: first to 20 people in 24 hours, because …" */
  const sentence = (
    { verdict, ...may }: Pick<NumberDecisionView, "verdict" | "peopleADay" | "everyMs">,
    weightiest: Reason | undefined,
  ): string => {
    const said = words.says(words.verdicts[verdict], allowed(may));
    return verdict === "normal" || weightiest === undefined ? `${said}.` : words.why(said, reason(weightiest));
  };

  return { sentence, reason };
}

function isRule(name: string): name is Rule {
  return Object.hasOwn(TOLD, name);
}
