import { chooseOption, namesSomeOption } from "./answers/choose-option.ts";
import { isReceiptAnswer, readAwaited } from "./answers/read-awaited.ts";
import { readIdentityProof } from "./answers/read-identity-proof.ts";
import { readOptIn } from "./answers/read-opt-in.ts";
import { type Located, partsOf, readPromise } from "./answers/read-promise.ts";
import { readBitByBit, readProposal, readRhythm } from "./answers/read-proposal.ts";
import { readReference } from "./answers/read-reference.ts";
import { readYesNo } from "./answers/read-yes-no.ts";
import { dayContextOf, type Entities } from "./entities/read-entities.ts";
import { readNumber } from "./entities/read-number.ts";
import { lexicon } from "./lexicon.ts";
import { MEANING_OF_WISH, WISHES } from "./phrases/intents.ts";
import { MEANING_OF_WARNING } from "./phrases/protective.ts";
import { warningsIn } from "./protective.ts";
import { type Content, type Context, type Intent, type Meaning, type Stage, urgency } from "./reading.ts";
import { stopWordIn } from "./stop-word.ts";
import { KNOWS_NOBODY, LONGEST_COMMITMENT } from "./support.ts";
import { type Text, verbatim } from "./tokens.ts";

const WISH_PHRASES = lexicon(WISHES);
const WISH_ORDER = Object.keys(MEANING_OF_WISH);

/**
 * All that the rules find in a text, in stages: what protects the debtor, in every state; what the state awaits; amounts
 * and days; what people want. The most important first; empty when they find nothing.
 */
export function readByRules(text: Text, entities: Entities, context: Context): Meaning[] {
  const urgent = protective(text, context);
  // "No me escriban" begins with a no and is none: beside what protects, a loose yes or no says nothing.
  const answered = answers(text, context).filter((meaning) => urgent.length === 0 || !isLoose(meaning));
  // Beside what protects, a request to be written to again is none: an opt-out wins over it in the same breath.
  const again = urgent.length === 0 ? optIn(text) : [];
  const named = answered.filter(({ type }) => type !== "yes" && type !== "no");
  const judged = answered.filter((meaning) => !named.includes(meaning));
  const committed = commitments(text, entities, context);
  const found = [...urgent, ...again, ...named, ...committed, ...judged, ...wishes(text)];
  // "2", "la segunda": an option, of a menu that is not on the screen.
  if (found.length === 0 && namesSomeOption(text)) return [optionOfNone(text)];
  return withoutRepeats(inOrder(found, context));
}

function protective(text: Text, { expects }: Context): Meaning[] {
  const keyword = stopWordIn(text);
  const warned = warningsIn(text).map(
    ({ says, first, end, corrected }): Meaning => ({
      ...MEANING_OF_WARNING[says],
      stage: corrected ? "speller" : "protective",
      confidence: corrected ? 0.8 : 0.95,
      evidence: verbatim(text, text.words[first], text.words[end - 1]),
    }),
  );
  // The keyword takes the place of whatever else of a stop stands there: it is the surer of the two.
  const advertised: Meaning[] = keyword
    ? [
        {
          type: "optOut",
          intent: "opt_out",
          stage: "protective",
          confidence: 1,
          evidence: verbatim(text, keyword.first, keyword.last),
        },
      ]
    : [];
  const hits = [...advertised, ...warned.filter(({ type }) => type !== "optOut" || !keyword)];
  hits.sort((a, b) => urgency(a.type) - urgency(b.type));
  // Who answers "is it you?" with "my husband died" tells us that the person we look for is dead.
  const loss = hits.find(
    ({ type, evidence }) => type === "hardship" && /fallec|muri|falec|morreu|died|passed/i.test(evidence),
  );
  const isKnown = hits.some(({ type }) => type === "deceased");
  if (expects !== "identityAnswer" || !loss || isKnown) return hits;
  const deceased: Meaning = {
    type: "deceased",
    intent: "third_party",
    stage: loss.stage,
    confidence: loss.confidence,
    evidence: loss.evidence,
  };
  return [...hits, deceased].sort((a, b) => urgency(a.type) - urgency(b.type));
}

function optIn(text: Text): Meaning[] {
  const hit = readOptIn(text);
  if (!hit) return [];
  const evidence = verbatim(text, text.words[hit.first], text.words[hit.end - 1]);
  return [{ type: "optIn", intent: "greet", stage: "phrases", confidence: 0.9, evidence }];
}

function answers(text: Text, context: Context): Meaning[] {
  const whole = (content: Content, intent: Intent, stage: Stage, confidence: number): Meaning => ({
    ...content,
    intent,
    stage,
    confidence,
    evidence: verbatim(text, text.tokens[0], text.tokens.at(-1)),
  });
  const option = chooseOption(text, context);
  const proof = context.expects === "identityProof" ? readIdentityProof(text, dayContextOf(context)) : undefined;
  const reference = context.expects === "reference" ? readReference(text) : undefined;
  const yesNo = readYesNo(text, context);
  const sent = isReceiptAnswer(text, context);
  return [
    ...(option === undefined ? [] : [whole({ type: "option", id: option }, "menu_choice", "menu", 1)]),
    ...(sent ? [whole({ type: "receipt" }, "receipt", "answer", 0.9)] : []),
    ...(proof ? [whole({ type: "identityProof", ...proof }, "confirm_identity", "answer", 0.95)] : []),
    ...(reference === undefined
      ? []
      : [whole({ type: "reference", text: reference }, "confirm_identity", "answer", 0.9)]),
    ...(yesNo ? [whole(yesNo.content, yesNo.intent, "answer", isStrict(yesNo.content) ? 1 : 0.9)] : []),
  ];
}

function optionOfNone(text: Text): Meaning {
  const evidence = verbatim(text, text.tokens[0], text.tokens.at(-1));
  return { type: "unclear", intent: "menu_choice", stage: "menu", confidence: 0.9, evidence };
}

function isStrict(content: Content): boolean {
  return content.type === "yes" && content.strict;
}

/** Promises and proposals; none while we do not know who is there, and none out of what must not be read as one. */
function commitments(text: Text, entities: Entities, context: Context): Meaning[] {
  if (KNOWS_NOBODY.has(context.expects)) return [];
  if (text.words.length > LONGEST_COMMITMENT) return [];
  const heard = { text, entities, parts: partsOf(text, entities, context) };
  const isBare = entities.amounts.length === 0 && entities.days.length === 0 && !hasNumber(text);
  const awaited = readAwaited(text, entities, context);
  const found: Located<Content> | undefined =
    awaited ??
    (isBare ? undefined : readProposal(heard, context)) ??
    readRhythm(heard, context) ??
    (isBare ? undefined : readPromise(heard, context)) ??
    readBitByBit(heard);
  if (!found) return [];
  const { content, intent = "promise", first, last } = found;
  return [
    { ...content, intent, stage: "entities", confidence: awaited ? 1 : 0.9, evidence: verbatim(text, first, last) },
  ];
}

/** "La mitad" is a share and no number. */
const SHARES: ReadonlySet<string> = new Set(["mitad", "metade", "half", "media", "meia"]);

function hasNumber({ words }: Text): boolean {
  return words.some(
    ({ kind, word }, at) => kind === "number" || SHARES.has(word) || readNumber(words, at, "") !== undefined,
  );
}

function wishes(text: Text): Meaning[] {
  return WISH_PHRASES.find(text.words)
    .sort((a, b) => WISH_ORDER.indexOf(a.says) - WISH_ORDER.indexOf(b.says))
    .map(({ says, first, end }) => ({
      ...MEANING_OF_WISH[says],
      stage: "phrases",
      confidence: 0.85,
      evidence: verbatim(text, text.words[first], text.words[end - 1]),
    }));
}

/**
 * What was named exactly comes before what was said loosely: "sí, el viernes 200 mil" is a promise, "no, en 3 cuotas" a
 * proposal, "sí, ¿cuánto debo?" a question; and a bare yes or no answers what was asked.
 */
function inOrder(found: readonly Meaning[], { expects }: Context): Meaning[] {
  const loose = found.filter(
    (meaning) => isLoose(meaning) && !(meaning.type === "yes" && expects === "identityAnswer"),
  );
  const isBusiness = ({ type }: Meaning) => !["thanks", "greeting"].includes(type);
  const exact = found.filter((meaning) => !loose.includes(meaning) && isBusiness(meaning));
  return [...exact, ...loose, ...found.filter((meaning) => !isBusiness(meaning))];
}

/** A bare yes or no. What is said of our terms in so many words ("acepto", "no me sirve") is exact. */
function isLoose({ stage, type, intent, ...meaning }: Meaning): boolean {
  if (stage !== "answer" || intent === "accept" || intent === "reject") return false;
  return type === "no" || (type === "yes" && "strict" in meaning && !meaning.strict);
}

/** One of each intent: "no me cobren, no debo nada" disputes once. */
function withoutRepeats(meanings: readonly Meaning[]): Meaning[] {
  return meanings.filter(({ type, intent }, index) => {
    const first = meanings.findIndex((other) => other.type === type && other.intent === intent);
    return first === index;
  });
}
