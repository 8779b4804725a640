import type { Likelihoods } from "./classifier/model.ts";
import {
  type Act,
  AGAINST_PAYING,
  type Content,
  type Expectation,
  INTENTS,
  type Intent,
  type Meaning,
  PAYING,
  PLAIN,
  PROTECTIVE,
  urgency,
} from "./reading.ts";
import { asSuspected, chanceOf, isDetected, isMeant, suspicionsIn } from "./suspicion.ts";

/** What binds somebody, or ends the talk for good, is never said by the classifier alone: it needs a rule, or words to stand on. */
const WEIGHTY: ReadonlySet<Intent> = new Set(["promise", "accept", "counter_offer", "opt_out"]);

/** How much the chance of a dangerous confusion weighs against a reading that would pay or agree. */
const DANGER = 2;

/** What a rule found and the classifier holds for less likely than this was not meant. */
const NOT_MEANT = { warning: 0.15, other: 0.05 };
/** What no rule found has to be as likely as this to be heard. */
const HEARD = { warning: 0.45, other: 0.25 };
/** What the state waits for and the rules read is meant, unless it is most unlikely. */
const AWAITED = 0.7;
/** A warning as likely as this goes before all else. */
const GOES_FIRST = 0.35;
/** From here on it is acted on; later where somebody would pay or agree: on the golden sets a quarter of what lies between is wrong. */
const CERTAIN_ENOUGH = { paying: 0.65, other: 0.5 };
/** Beside what is as likely as this, and pays nothing, a stop that only a rule heard may be passed over. */
const AS_GOOD_AS_CERTAIN = 0.8;
/** Below this nothing is worth asking about. */
const WORTH_ASKING = 0.12;
/** In doubt, what speaks against paying is named for less. */
const WORTH_NAMING = 0.05;
const MOST_CANDIDATES = 3;

export type Findings = {
  /** What the rules found, in their order. */
  readonly found: readonly Meaning[];
  readonly likely: Likelihoods;
  /** The weighty intents that have words or figures to stand on, and how likely they have to be besides. */
  readonly support: ReadonlyMap<Intent, number>;
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
  const likelihood = (intent: Intent) => likely.first.get(intent) ?? 0;
  const believed = found.filter((meaning) => isMeant(meaning, likely));
  const certain = believed.filter(isCertain).map(seconded);
  const weighed = believed
    .filter((meaning) => !isCertain(meaning))
    .map((meaning) => ({ ...named(meaning, likely), confidence: likelihoodOf(meaning.intent, found, likely) }))
    .filter((meaning) => meaning.confidence >= NOT_MEANT[kindOf(meaning)])
    .map((meaning) =>
      isAwaited(meaning, expects) ? { ...meaning, confidence: Math.max(AWAITED, meaning.confidence) } : meaning,
    );
  const isFound = (intent: Intent) => believed.some((meaning) => said(meaning).includes(intent));
  const guess = (intent: Intent): Meaning => ({
    ...CONTENT[intent],
    intent,
    stage: "classifier",
    confidence: chanceOf(intent, likely),
    evidence: whole,
  });
  const unfound = INTENTS.filter((intent) => intent !== "unclear" && !isFound(intent)).map(guess);
  // Who asks to be written to again is read strictly: beside that no warning is guessed.
  const mayWarn = !found.some(({ type }) => type === "optIn");
  const heard = unfound.filter((meaning) => {
    const least = WEIGHTY.has(meaning.intent) ? support.get(meaning.intent) : HEARD[kindOf(meaning)];
    return least !== undefined && meaning.confidence >= least && (mayWarn || kindOf(meaning) === "other");
  });

  const harm = [...AGAINST_PAYING].reduce((sum, intent) => sum + likelihood(intent), 0);
  const merit = ({ intent, confidence }: Meaning) =>
    confidence - (PAYING.has(intent) ? DANGER * harm * (1 - confidence) : 0);
  const byMerit = (a: Meaning, b: Meaning) => merit(b) - merit(a);
  const meanings = warningsFirst([...certain, ...[...weighed, ...heard].sort(byMerit)]);
  const [first] = meanings;
  const isSure =
    first !== undefined &&
    (certain.includes(first) || merit(first) >= CERTAIN_ENOUGH[PAYING.has(first.intent) ? "paying" : "other"]);
  const done = isSure ? [...certain, ...leading(meanings)] : certain;
  const isHarmless = first !== undefined && !PAYING.has(first.intent) && merit(first) >= AS_GOOD_AS_CERTAIN;
  const { called, asked } = suspicionsIn(found, likely, { done, isSure, isHarmless });
  if (isSure && called.length === 0) return { meanings, act: "act", candidates: [] };

  // Nothing is done about these: they say what it may be, and what it is asked whether it is.
  const isSuspected = (intent: Intent) => [...called, ...asked].some((suspected) => suspected === intent);
  const maybe = unfound
    .filter(({ intent, confidence }) =>
      isDetected(intent)
        ? isSuspected(intent)
        : !WEIGHTY.has(intent) && confidence >= (AGAINST_PAYING.has(intent) ? WORTH_NAMING : WORTH_ASKING),
    )
    .map(asSuspected);
  const isThere = (intent: Intent) => meanings.some((meaning) => meaning.intent === intent);
  const doubtful = [...meanings, ...maybe.filter(({ intent }) => !isThere(intent))];
  const unclear: Meaning = {
    type: "unclear",
    intent: "unclear",
    stage: "fallback",
    confidence: likelihood("unclear"),
    evidence: "",
  };
  const read = doubtful.length > 0 ? againstFirst(doubtful.sort(byMerit)) : [unclear];
  if (called.length > 0) return { meanings: read, act: "human", candidates: [] };
  const likeliest = INTENTS.filter((intent) => intent !== "unclear" && likelihood(intent) >= WORTH_ASKING).sort(
    (a, b) => likelihood(b) - likelihood(a),
  );
  // Whoever may have said stop is asked, if not first.
  const candidates = [...new Set([...likeliest.slice(0, MOST_CANDIDATES - asked.length), ...asked])];
  const isNothing = asked.length === 0 && unclear.confidence >= CERTAIN_ENOUGH.other;
  return candidates.length === 0 || isNothing
    ? { meanings: [unclear], act: "menu", candidates: [] }
    : { meanings: read, act: "confirm", candidates };
}

/** A stop in which rule and classifier agree is plain, whichever way the rule came to it. */
function seconded(meaning: Meaning): Meaning {
  return meaning.type === "optOut" ? { ...meaning, confidence: Math.max(meaning.confidence, PLAIN) } : meaning;
}

/** In doubt nobody is shown as one who pays before what speaks against it. */
function againstFirst(meanings: readonly Meaning[]): Meaning[] {
  const [first] = meanings;
  if (!first || !PAYING.has(first.intent)) return [...meanings];
  const against = meanings.filter(({ intent }) => AGAINST_PAYING.has(intent));
  return [...against, ...meanings.filter((meaning) => !against.includes(meaning))];
}

/** What protects and stands before all else is done whatever else is said. */
function leading(meanings: readonly Meaning[]): readonly Meaning[] {
  const other = meanings.findIndex((meaning) => kindOf(meaning) === "other");
  return other === -1 ? meanings : meanings.slice(0, other);
}

/** Who chooses in words chooses what the words say: "ver opciones" is both. Of one intent all that was found is as likely. */
function likelihoodOf(intent: Intent, found: readonly Meaning[], likely: Likelihoods): number {
  const sums = found
    .filter((meaning) => meaning.intent === intent)
    .map((meaning) => said(meaning).reduce((sum, each) => sum + (likely.first.get(each) ?? 0), 0));
  return Math.max(...sums);
}

/** A plan under the likelier of its names. */
function named(meaning: Meaning, { first }: Likelihoods): Meaning {
  if (meaning.type !== "proposal") return meaning;
  const [intent = meaning.intent] = [...said(meaning)].sort((a, b) => (first.get(b) ?? 0) - (first.get(a) ?? 0));
  return { ...meaning, intent };
}

/** A plan with its figures, whether it is asked for or held against ours. */
const PLANS: readonly Intent[] = ["counter_offer", "propose_installments"];

function said({ intent, type, stage }: Meaning): readonly Intent[] {
  if (type === "proposal" && PLANS.includes(intent)) return PLANS;
  return stage === "phrases" && type !== "greeting" && type !== "thanks" ? [intent, "menu_choice"] : [intent];
}

const ALWAYS_MEANT: ReadonlySet<Content["type"]> = new Set([
  "crisis",
  "optIn",
  "deceased",
  "option",
  "identityProof",
  "reference",
]);

/** Who gives the bot orders says beside them what is likelier, such as a yes: found by a rule, they stay. */
function isCertain({ type, intent, confidence }: Meaning): boolean {
  return confidence === 1 || type === "optOut" || ALWAYS_MEANT.has(type) || intent === "injection";
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
    case "amount":
      return type === "proposal";
    case "instalments":
      return type === "proposal" || type === "options";
    case "receipt":
      return type === "receipt";
    default:
      return false;
  }
}

/** Warnings first, by urgency; one that is hardly likely waits its turn. */
function warningsFirst(meanings: readonly Meaning[]): Meaning[] {
  const rank = (meaning: Meaning) => (meaning.confidence >= GOES_FIRST ? urgency(meaning.type) : PROTECTIVE.length);
  return [...meanings].sort((a, b) => rank(a) - rank(b));
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
