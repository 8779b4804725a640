import type { Likelihoods } from "./classifier/model.ts";
import {
  type Act,
  type Content,
  type Expectation,
  INTENTS,
  type Intent,
  type Meaning,
  PROTECTIVE,
  urgency,
} from "./reading.ts";

/** What binds somebody, or ends the talk for good, is never said by the classifier alone: it needs a rule, or words to stand on. */
const WEIGHTY: ReadonlySet<Intent> = new Set(["promise", "accept", "counter_offer", "opt_out"]);

/** To take one of the first for one of the second is dangerous: it duns, or binds, somebody who asked for the contrary. */
const AGAINST_PAYING: ReadonlySet<Intent> = new Set([
  "crisis",
  "opt_out",
  "legal",
  "third_party",
  "deny_identity",
  "already_paid",
  "receipt",
  "dispute",
  "hardship",
  "reject",
]);
const PAYING: ReadonlySet<Intent> = new Set([
  "promise",
  "counter_offer",
  "propose_installments",
  "accept",
  "yes",
  "pay_now",
]);

/** How many times worse a dangerous confusion is than any other. */
const DANGER = 2;

/** A rule's finding that is less likely than this was not meant; a warning is given up later, since it costs a look only. */
const NOT_MEANT = { warning: 0.05, other: 0.05 };
/** What no rule found has to be as likely as this to be heard: a warning goes before all else. */
const HEARD = { warning: 0.45, other: 0.25 };
/** What the state waits for and the rules read is meant, unless it is most unlikely. */
const AWAITED = 0.7;
/** Words that something weighty can stand on have to be as likely as this to mean it. */
const SECONDED = 0.6;
/** From here on it is acted on. */
const CERTAIN_ENOUGH = 0.5;
/** Below this nothing is worth asking about. */
const WORTH_ASKING = 0.12;
/** Distress that is only possible is read by a person. */
const GRAVE = 0.12;
const MOST_CANDIDATES = 3;

export type Findings = {
  /** What the rules found, in their order. */
  readonly found: readonly Meaning[];
  readonly likely: Likelihoods;
  /** The weighty intents that have words or figures to stand on. */
  readonly support: ReadonlySet<Intent>;
  /** All that was written. */
  readonly whole: string;
  readonly expects: Expectation;
};

export type Decision = {
  readonly meanings: readonly Meaning[];
  readonly act: Act;
  readonly candidates: readonly Intent[];
};

/**
 * Weighs what the rules found against what is likely. What is certain stays as it is: a choice, a plain yes, a document's digits,
 * a crisis, an opt-out. The classifier may add what binds nobody, and take away what it holds for a misreading; a
 * commitment needs rule and likelihood both.
 */
export function decide({ found, likely, support, whole, expects }: Findings): Decision {
  const likelihood = (intent: Intent) => likely.get(intent) ?? 0;
  const certain = found.filter(isCertain);
  const weighed = found
    .filter((meaning) => !certain.includes(meaning) && likelihood(meaning.intent) >= NOT_MEANT[kindOf(meaning)])
    .map((meaning) => ({
      ...meaning,
      confidence: Math.max(likelihood(meaning.intent), isAwaited(meaning, expects) ? AWAITED : 0),
    }));
  const isFound = (intent: Intent) => found.some((meaning) => meaning.intent === intent);
  const guessed = INTENTS.flatMap((intent): Meaning[] => {
    const meaning: Meaning = {
      ...CONTENT[intent],
      intent,
      stage: "classifier",
      confidence: likelihood(intent),
      evidence: whole,
    };
    const isHeard = WEIGHTY.has(intent)
      ? meaning.confidence >= SECONDED && support.has(intent)
      : meaning.confidence >= HEARD[kindOf(meaning)];
    return isHeard && intent !== "unclear" && !isFound(intent) ? [meaning] : [];
  });

  const harm = [...AGAINST_PAYING].reduce((sum, intent) => sum + likelihood(intent), 0);
  const merit = ({ intent, confidence }: Meaning) =>
    confidence - (PAYING.has(intent) ? DANGER * harm * (1 - confidence) : 0);
  const rest = [...weighed, ...guessed].sort((a, b) => merit(b) - merit(a));
  const meanings = inOrder([...certain, ...rest]);
  const [first] = meanings;
  if (first && (certain.includes(first) || merit(first) >= CERTAIN_ENOUGH))
    return { meanings, act: "act", candidates: [] };

  const unclear: Meaning = {
    type: "unclear",
    intent: "unclear",
    stage: "fallback",
    confidence: likelihood("unclear"),
    evidence: "",
  };
  const doubtful = first ? meanings : [unclear];
  if (likelihood("crisis") >= GRAVE) return { meanings: doubtful, act: "human", candidates: [] };
  const candidates = INTENTS.filter((intent) => intent !== "unclear" && likelihood(intent) >= WORTH_ASKING)
    .sort((a, b) => likelihood(b) - likelihood(a))
    .slice(0, MOST_CANDIDATES);
  return candidates.length === 0 || unclear.confidence >= CERTAIN_ENOUGH
    ? { meanings: [unclear], act: "menu", candidates: [] }
    : { meanings: doubtful, act: "confirm", candidates };
}

const ALWAYS_MEANT: ReadonlySet<Content["type"]> = new Set([
  "crisis",
  "optOut",
  "optIn",
  "deceased",
  "option",
  "identityProof",
  "reference",
]);

function isCertain({ type, confidence }: Meaning): boolean {
  return confidence === 1 || ALWAYS_MEANT.has(type);
}

function kindOf({ type }: Meaning): "warning" | "other" {
  return PROTECTIVE.some((protective) => protective === type) ? "warning" : "other";
}

function isAwaited({ type, stage }: Meaning, expects: Expectation): boolean {
  if (stage !== "entities" && stage !== "answer") return false;
  switch (expects) {
    case "promise":
      return type === "promise";
    case "offer":
      return type === "proposal" || type === "yes" || type === "no";
    case "confirmation":
      return type === "proposal" || type === "promise" || type === "yes" || type === "no";
    case "identityAnswer":
      return type === "yes" || type === "no";
    default:
      return false;
  }
}

/** Protective meanings first, by urgency. */
function inOrder(meanings: readonly Meaning[]): Meaning[] {
  return [...meanings].sort((a, b) => urgency(a.type) - urgency(b.type));
}

/** What is done about an intent that no rule found. */
const CONTENT: Readonly<Record<Intent, Content>> = {
  crisis: { type: "crisis" },
  opt_out: { type: "optOut" },
  legal: { type: "legal" },
  third_party: { type: "wrongPerson" },
  deny_identity: { type: "wrongPerson" },
  human: { type: "person" },
  already_paid: { type: "alreadyPaid" },
  receipt: { type: "alreadyPaid" },
  dispute: { type: "dispute" },
  hardship: { type: "hardship" },
  abuse: { type: "abuse" },
  promise: { type: "promise", ambiguous: true },
  counter_offer: { type: "options" },
  propose_installments: { type: "options" },
  legitimacy: { type: "howToVerify" },
  menu_choice: { type: "unclear" },
  confirm_identity: { type: "yes", strict: false },
  accept: { type: "yes", strict: false },
  reject: { type: "no" },
  yes: { type: "yes", strict: false },
  no: { type: "no" },
  ask_discount: { type: "options" },
  request_time: { type: "options" },
  pay_now: { type: "pay" },
  ask_detail: { type: "balance" },
  ask_balance: { type: "balance" },
  call_later: { type: "later" },
  injection: { type: "unclear" },
  greet: { type: "greeting" },
  thanks_bye: { type: "thanks" },
  unclear: { type: "unclear" },
};
