import { chooseOption } from "./answers/choose-option.ts";
import { readIdentityProof } from "./answers/read-identity-proof.ts";
import { readOptIn } from "./answers/read-opt-in.ts";
import { type Located, readPromise } from "./answers/read-promise.ts";
import { readProposal, readRhythm } from "./answers/read-proposal.ts";
import { readReference } from "./answers/read-reference.ts";
import { readYesNo } from "./answers/read-yes-no.ts";
import { findCues } from "./entities/cues.ts";
import { dayContextOf, readEntities } from "./entities/read-entities.ts";
import { languageOf } from "./language.ts";
import { lexicon } from "./lexicon.ts";
import { INTENTS, type Intent } from "./phrases/intents.ts";
import { protectiveHits } from "./protective.ts";
import {
  type Content,
  type Context,
  type Inbound,
  type Meaning,
  type Reading,
  type Stage,
  urgency,
} from "./reading.ts";
import { type Text, type Token, tokenise, verbatim } from "./tokens.ts";

const INTENT_PHRASES = lexicon(INTENTS);

/** What wants the most of us first; a greeting is the whole meaning only when there is no other. */
const INTENT_ORDER: readonly Intent[] = [
  "refusal",
  "howToVerify",
  "options",
  "rejection",
  "howMuch",
  "pay",
  "balance",
  "thanks",
  "greeting",
];

const MEANING_OF = {
  refusal: "refusal",
  howToVerify: "howToVerify",
  options: "options",
  rejection: "no",
  howMuch: "balance",
  pay: "pay",
  balance: "balance",
  thanks: "thanks",
  greeting: "greeting",
} as const satisfies Record<Intent, Content["type"]>;

/**
 * Text → meanings, in stages: what the transport says for certain; what protects the debtor, in every state; what the
 * state awaits; amounts and days; what people want; and if nothing was found, that. Pure, synchronous, never throws.
 */
export function understand(message: Inbound, context: Context): Reading {
  switch (message.kind) {
    case "choice":
      return transport({ type: "option", id: message.id }, message.title);
    case "unsupported":
      return transport({ type: "unreadable" }, "");
    case "media":
      return understandMedia(message, context);
    case "text":
      return understandText(message.body, context);
  }
}

function transport(content: Content, evidence: string): Reading {
  return { meanings: [{ ...content, stage: "transport", confidence: 1, evidence }], language: undefined };
}

/** A picture or a PDF may be a receipt; it is the words under it that may say something else as well. */
function understandMedia({ mime, caption }: Extract<Inbound, { kind: "media" }>, context: Context): Reading {
  const mayBeReceipt = (mime.startsWith("image/") && mime !== "image/webp") || mime.startsWith("application/pdf");
  const picture: Meaning = {
    type: mayBeReceipt ? "receipt" : "unreadable",
    stage: "transport",
    confidence: mayBeReceipt ? 0.7 : 1,
    evidence: "",
  };
  if (!caption) return { meanings: [picture], language: undefined };
  const { meanings, language } = understandText(caption, context);
  const said = meanings.filter(({ type }) => type !== "unclear");
  if (!mayBeReceipt) return { meanings: said.length > 0 ? said : [picture], language };
  const urgent = said.filter(({ type }) =>
    ["crisis", "optOut", "legal", "deceased", "wrongPerson", "person"].includes(type),
  );
  return { meanings: [...urgent, picture, ...said.filter((meaning) => !urgent.includes(meaning))], language };
}

function understandText(body: string, context: Context): Reading {
  const text = tokenise(body);
  const urgent = protective(text, context);
  // "No me escriban" begins with a no and is none: beside what protects, a loose yes or no says nothing.
  const answered = answers(text, context).filter((meaning) => urgent.length === 0 || !isLoose(meaning));
  // Beside what protects, a request to be written to again is none: an opt-out wins over it in the same breath.
  const again = urgent.length === 0 ? optIn(text) : [];
  const found = [...urgent, ...again, ...answered, ...commitments(text, context), ...intents(text)];
  const meanings = withoutRepeats(inOrder(found, context));
  const unclear: Meaning = { type: "unclear", stage: "fallback", confidence: 1, evidence: "" };
  return { meanings: meanings.length > 0 ? meanings : [unclear], language: languageOf(text) };
}

function protective(text: Text, { expects }: Context): Meaning[] {
  const hits = protectiveHits(text).map(
    ({ says, first, end, corrected }): Meaning => ({
      type: says,
      stage: corrected ? "speller" : "protective",
      confidence: corrected ? 0.8 : 0.95,
      evidence: verbatim(text, text.words[first], text.words[end - 1]),
    }),
  );
  // Who answers "is it you?" with "my husband died" tells us that the person we look for is dead.
  const loss = hits.find(
    ({ type, evidence }) => type === "hardship" && /fallec|muri|falec|morreu|died|passed/i.test(evidence),
  );
  const isKnown = hits.some(({ type }) => type === "deceased");
  return expects === "identityAnswer" && loss && !isKnown
    ? [...hits, { ...loss, type: "deceased" as const }].sort((a, b) => urgency(a.type) - urgency(b.type))
    : hits;
}

function optIn(text: Text): Meaning[] {
  const hit = readOptIn(text);
  if (!hit) return [];
  const evidence = verbatim(text, text.words[hit.first], text.words[hit.end - 1]);
  return [{ type: "optIn", stage: "phrases", confidence: 0.9, evidence }];
}

function answers(text: Text, context: Context): Meaning[] {
  const whole = (content: Content, stage: Stage, confidence: number): Meaning => ({
    ...content,
    stage,
    confidence,
    evidence: verbatim(text, text.tokens[0], text.tokens.at(-1)),
  });
  const option = chooseOption(text, context);
  const proof = context.expects === "identityProof" ? readIdentityProof(text, dayContextOf(context)) : undefined;
  const reference = context.expects === "reference" ? readReference(text) : undefined;
  const yesNo = readYesNo(text, context.expects);
  return [
    ...(option === undefined ? [] : [whole({ type: "option", id: option }, "menu", 1)]),
    ...(proof ? [whole({ type: "identityProof", ...proof }, "answer", 0.95)] : []),
    ...(reference === undefined ? [] : [whole({ type: "reference", text: reference }, "answer", 0.9)]),
    ...(yesNo ? [whole(yesNo, "answer", yesNo.type === "yes" && yesNo.strict ? 1 : 0.9)] : []),
  ];
}

/** Promises and proposals; none while we do not know who is there, and none out of what must not be read as one. */
function commitments(text: Text, context: Context): Meaning[] {
  if (["identityAnswer", "identityProof", "reference"].includes(context.expects)) return [];
  const entities = readEntities(text, context);
  const isBare = entities.amounts.length === 0 && entities.days.length === 0 && !text.words.some(isCountable);
  if (isBare && context.expects !== "confirmation") return [];
  const cues = findCues(text);
  const proposal = isBare ? undefined : readProposal(text, entities, cues, context);
  const rhythm = proposal ? undefined : readRhythm(text, entities, cues, context);
  const found: Located<Content> | undefined =
    proposal ?? rhythm ?? (isBare ? undefined : readPromise(text, entities, cues, context));
  if (!found) return [];
  return [{ ...found.content, stage: "entities", confidence: 0.9, evidence: verbatim(text, found.first, found.last) }];
}

/** A number, or a word that may be one. */
function isCountable({ kind, word }: Token): boolean {
  return (
    kind === "number" ||
    [
      "dos",
      "tres",
      "cuatro",
      "duas",
      "quatro",
      "two",
      "three",
      "four",
      "mitad",
      "metade",
      "half",
      "cinco",
      "seis",
      "six",
      "five",
      "diez",
      "doce",
    ].includes(word)
  );
}

function intents(text: Text): Meaning[] {
  return INTENT_PHRASES.find(text.words)
    .sort((a, b) => INTENT_ORDER.indexOf(a.says) - INTENT_ORDER.indexOf(b.says))
    .map(({ says, first, end }) => ({
      type: MEANING_OF[says],
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

function isLoose({ type, stage, ...content }: Meaning): boolean {
  return stage === "answer" && (type === "no" || (type === "yes" && !("strict" in content && content.strict)));
}

function withoutRepeats(meanings: readonly Meaning[]): Meaning[] {
  return meanings.filter(({ type }, index) => meanings.findIndex((other) => other.type === type) === index);
}
