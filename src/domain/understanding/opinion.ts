import { type Masked, rawOf } from "./masking/mask.ts";

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
} as const;

export type OpinionIntent = keyof typeof OPINION_INTENTS;

/** A model's whole answer. Spans are parts of the masked text, word for word; none where nothing of the kind was said. */
export type Verdict = {
  readonly intent: OpinionIntent;
  readonly evidence: string;
  readonly amountSpan: string | null;
  readonly dateSpan: string | null;
  readonly language: "es" | "pt-BR" | "en" | "other";
};

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
  if (intent === "unclear")
    return isVerbatim(evidence) ? { opinion: undefined } : { because: "evidence_not_verbatim" };
  const said = rawOf(raw, masked, evidence);
  return said === undefined ? { because: "evidence_not_verbatim" } : { opinion: { intent, evidence: said } };
}
