import type { AcceptedMessage } from "../meta.ts";
import type { BenchDebtor } from "./debtors.ts";

/** What a debtor sees of a message of ours, and the outbox row that it was. */
export type Answer = Pick<AcceptedMessage, "to" | "text" | "options" | "outboxId">;

/** What a debtor does next: writes, or taps an option of the message before. */
export type Words = { readonly text: string } | { readonly tap: { readonly id: string; readonly title: string } };

export type Step = {
  readonly says: (debtor: BenchDebtor, before: Answer | undefined) => Words;
  /** Whether this is the answer the step must get: by what it says and offers, and by an amount only this debtor owes. */
  readonly isAnswer: (answer: Answer, debtor: BenchDebtor) => boolean;
};

/** How each option of ours that the script looks for begins. */
type Names = Record<"howToVerify" | "pay" | "options" | "offer" | "confirm", string>;

/** From a greeting through verification to an agreed plan, which the ledger, the law and the outcome all take part in. */
export const SCRIPT = scriptOf({
  howToVerify: "howToVerify",
  pay: "pay",
  options: "options",
  offer: "offer:3:monthly",
  confirm: "confirm:plan:3:monthly",
});

/** The same where nothing can be tapped: options are known by what they say. */
export const WRITTEN_SCRIPT = scriptOf({
  howToVerify: "Cómo comprobarlo",
  pay: "Pagar ahora",
  options: "Ver opciones",
  offer: "3 pagos mensuales",
  confirm: "Sí, acepto",
});

function scriptOf({ howToVerify, pay, options, offer, confirm }: Names): readonly Step[] {
  return [
    {
      says: () => ({ text: "hola" }),
      isAnswer: (answer, { owedText }) => offers(answer, howToVerify) && !answer.text.includes(owedText),
    },
    {
      says: ({ lastFour }) => ({ text: lastFour }),
      isAnswer: (answer, { owedText }) =>
        offers(answer, pay, options) && !offers(answer, offer) && answer.text.includes(owedText),
    },
    {
      says: () => ({ text: "ver opciones" }),
      isAnswer: (answer, { owedText }) => offers(answer, offer) && answer.text.includes(owedText),
    },
    {
      says: (_, before) => ({
        tap: before?.options.find(({ id }) => id.startsWith(offer)) ?? { id: offer, title: "3 pagos" },
      }),
      isAnswer: (answer, { owedText }) => offers(answer, confirm) && answer.text.includes(owedText),
    },
    {
      says: () => ({ text: "sí, acepto" }),
      isAnswer: (answer, { owedText }) => answer.text.includes("/p/") && answer.text.includes(owedText),
    },
  ];
}

/** By the beginning of an option's id: what follows names the very amounts and days it was shown with. */
function offers({ options }: Answer, ...ids: readonly string[]): boolean {
  return ids.every((wanted) => options.some(({ id }) => id.startsWith(wanted)));
}
