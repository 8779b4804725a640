import { z } from "zod";
import { storable } from "../domain/storable.ts";
import { OPINION_INTENTS, type OpinionIntent, type Verdict } from "../domain/understanding/opinion.ts";

/** What leaves the house about one message: its masked words and where the conversation stands. No name, balance or offer. */
export type Question = {
  /** Masked (`src/domain/understanding/masking/mask.ts`). */
  readonly text: string;
  /** The flow's state, as `collect/verifying`. */
  readonly state: string;
};

/** What came of asking. Never a rejection: a model that fails is a model that was not there. */
export type Answer =
  | { readonly kind: "answered"; readonly verdict: Verdict; readonly tokens: number | undefined }
  /** It answered something that is no verdict. */
  | { readonly kind: "unreadable"; readonly why: string }
  | { readonly kind: "timeout" }
  | { readonly kind: "failed"; readonly why: string }
  /** The breaker is open after many failures, or too many questions are under way. */
  | { readonly kind: "not_asked"; readonly because: "open" | "busy" };

/** A second opinion on what a debtor meant. Off unless an operator names an endpoint. */
export type LanguageModel = {
  /** The model's id, for the record. */
  readonly model: string;
  /** Answers within so many milliseconds of real time, whatever happens. */
  ask(question: Question, withinMs: number): Promise<Answer>;
};

const INTENTS = Object.keys(OPINION_INTENTS).filter((name): name is OpinionIntent => name in OPINION_INTENTS);
/** Longer is no quotation of a message that WhatsApp lets through. */
const MOST_LETTERS = 4_096;
/** Nor is what no text of a message can hold, and no table keep. */
const Span = z
  .string()
  .max(MOST_LETTERS)
  .refine((text) => storable(text) === text);

/** As it stands on the wire and in our table; a word more or less and it is no verdict. */
export const WireVerdict = z.strictObject({
  intent: z.enum(INTENTS),
  evidence: Span,
  amount_span: Span.nullable(),
  date_span: Span.nullable(),
  language: z.enum(["es", "pt-BR", "en", "other"]),
});

/** The verdict that this JSON is, or undefined. */
export function readVerdict(json: unknown): Verdict | undefined {
  const read = WireVerdict.safeParse(json);
  if (!read.success) return undefined;
  const { intent, evidence, amount_span: amountSpan, date_span: dateSpan, language } = read.data;
  return { intent, evidence, amountSpan, dateSpan, language };
}

/** The same as it came: what is kept of it. */
export function wireOf({ intent, evidence, amountSpan, dateSpan, language }: Verdict): z.infer<typeof WireVerdict> {
  return { intent, evidence, amount_span: amountSpan, date_span: dateSpan, language };
}
