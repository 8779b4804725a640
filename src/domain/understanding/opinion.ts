import { type Masked, rawOf } from "./masking/mask.ts";
import { type Intent, PROTECTIVE, type Reading } from "./reading.ts";

/**
 * What a language model may say of a message that we did not understand, and what each word means to it. Nothing that binds is
 * among them: no promise, no acceptance, no plan. An opt-out and a crisis are, and they call a person.
 */
export const OPINION_INTENTS = {
  crisis: "may want to die, to harm themselves, or is in danger",
  opt_out: "wants no more messages or calls",
  legal: "names a lawyer, a lawsuit, a regulator, or a complaint to an authority",
  deny_identity: "says that they are not the person we look for, or that the number is wrong",
  third_party: "is somebody else than the person we look for: family, a colleague, an employer",
  human: "wants to talk to a person",
  already_paid: "says that they have paid",
  dispute: "says that the debt, its amount or its owner is wrong, or does not know of it",
  hardship: "lost a job, is ill, mourns, or cannot live on what they have",
  abuse: "insults or threatens",
  ask_balance: "asks how much they owe",
  ask_detail: "asks what the debt is for, since when, or for a bill",
  pay_now: "wants to pay now, or asks how or where to pay",
  propose_installments: "wants to pay in parts",
  ask_discount: "asks to pay less",
  request_time: "asks for more time",
  call_later: "is busy and wants to be written to at another time",
  legitimacy: "asks who writes, or whether this is a fraud",
  greet: "only greets",
  thanks_bye: "only thanks or says goodbye",
  unclear: "none of these, or several with equal reason",
} as const satisfies Partial<Record<Intent, string>>;

export type OpinionIntent = keyof typeof OPINION_INTENTS;

/** A model's whole answer. Spans are parts of the masked text, word for word; none where nothing of the kind was said. */
export type Verdict = {
  readonly intent: OpinionIntent;
  readonly evidence: string;
  readonly amountSpan: string | null;
  readonly dateSpan: string | null;
  readonly language: "es" | "pt-BR" | "en" | "other";
};

/**
 * What came of asking: used; not used, because it was no verdict or quoted what was not written; too late; not asked, because the
 * model fails or is busy; failed; or its turn had no more need of it.
 */
export const OPINION_OUTCOMES = ["accepted", "discarded", "timeout", "open", "failed", "overtaken"] as const;
export type OpinionOutcome = (typeof OPINION_OUTCOMES)[number];

/** These are no act of ours on a model's word: a person reads them, and decides. */
const FOR_A_PERSON: ReadonlySet<Intent> = new Set<OpinionIntent>([
  "crisis",
  "opt_out",
  "legal",
  "deny_identity",
  "third_party",
  "human",
  "already_paid",
  "dispute",
  "hardship",
  "abuse",
]);

/** `evidence` is what the debtor wrote, unmasked. No amount and no day: those are read by our own parsers from the whole message. */
export type Opinion = { readonly intent: Exclude<OpinionIntent, "unclear">; readonly evidence: string };

/** Why an answer was not used. */
export type Ungrounded = "evidence_not_verbatim" | "amount_not_verbatim" | "date_not_verbatim";

/**
 * Holds a verdict to the words it is about: whoever quotes what was not written has not read it, and is not believed in anything.
 * Undefined when it has no opinion.
 */
export function ground(
  { intent, evidence, amountSpan, dateSpan }: Verdict,
  { raw, masked }: { readonly raw: string; readonly masked: Masked },
): { readonly opinion: Opinion | undefined } | { readonly because: Ungrounded } {
  const isVerbatim = (span: string | null) => span === null || span === "" || masked.text.includes(span);
  if (!isVerbatim(amountSpan)) return { because: "amount_not_verbatim" };
  if (!isVerbatim(dateSpan)) return { because: "date_not_verbatim" };
  if (intent === "unclear") return isVerbatim(evidence) ? { opinion: undefined } : { because: "evidence_not_verbatim" };
  const said = rawOf(raw, masked, evidence);
  return said === undefined ? { because: "evidence_not_verbatim" } : { opinion: { intent, evidence: said } };
}

/** Whether a second opinion could help: we did not understand it, or not well enough to act. */
export function isDoubtful({ act }: Reading): boolean {
  return act === "menu" || act === "confirm";
}

/** Choices of one question: WhatsApp shows three buttons. */
const MOST_CANDIDATES = 3;

/**
 * A reading with what a model thinks of it. What protects brings a person, whom the model cannot call off; anything else is one
 * more thing to ask back about. It takes no meaning away, and what we understood by ourselves it does not touch.
 */
export function withOpinion(reading: Reading, opinion: Opinion | undefined): Reading {
  if (!opinion || !isDoubtful(reading)) return reading;
  const { intent, evidence } = opinion;
  if (FOR_A_PERSON.has(intent)) {
    const calls = { type: "person", intent, stage: "opinion", confidence: CONFIDENCE, evidence } as const;
    return {
      ...reading,
      meanings: [calls, ...reading.meanings.filter(({ type }) => PROTECTIVE.some((protective) => protective === type))],
      act: "human",
      candidates: [],
    };
  }
  const candidates = [...new Set([...reading.candidates, intent])].slice(0, MOST_CANDIDATES);
  return { ...reading, act: "confirm", candidates };
}

/** Nobody has calibrated somebody else's model: more than nothing, and less than any reading of ours that acts. */
const CONFIDENCE = 0.5;
