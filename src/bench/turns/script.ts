import type { AcceptedMessage } from "../meta.ts";
import type { BenchDebtor } from "./debtors.ts";

/** What a debtor does next: writes, or taps an option of the message before. */
export type Words = { readonly text: string } | { readonly tap: { readonly id: string; readonly title: string } };

export type Step = {
  readonly says: (debtor: BenchDebtor, before: AcceptedMessage | undefined) => Words;
  /** Whether this is the answer the step must get: by what it says and offers, and by an amount only this debtor owes. */
  readonly isAnswer: (answer: AcceptedMessage, debtor: BenchDebtor) => boolean;
};

const OFFER = "offer:3:monthly";
const CONFIRM = "confirm:plan:3:monthly";

/** From a greeting through verification to an agreed plan, which the ledger, the law and the outcome all take part in. */
export const SCRIPT: readonly Step[] = [
  {
    says: () => ({ text: "hola" }),
    isAnswer: (answer, debtor) => offers(answer, "howToVerify") && !answer.text.includes(debtor.owedText),
  },
  {
    says: ({ lastFour }) => ({ text: lastFour }),
    isAnswer: (answer, debtor) =>
      offers(answer, "pay", "options") && !offers(answer, OFFER) && answer.text.includes(debtor.owedText),
  },
  {
    says: () => ({ text: "ver opciones" }),
    isAnswer: (answer, debtor) => offers(answer, OFFER) && answer.text.includes(debtor.owedText),
  },
  {
    says: (_, before) => ({
      tap: before?.options.find(({ id }) => id.startsWith(OFFER)) ?? { id: OFFER, title: "3 pagos" },
    }),
    isAnswer: (answer, debtor) => offers(answer, CONFIRM) && answer.text.includes(debtor.owedText),
  },
  {
    says: () => ({ text: "sí, acepto" }),
    isAnswer: (answer, debtor) => answer.text.includes("/p/") && answer.text.includes(debtor.owedText),
  },
];

/** By the beginning of an option's id: what follows names the very amounts and days it was shown with. */
function offers({ options }: AcceptedMessage, ...ids: readonly string[]): boolean {
  return ids.every((wanted) => options.some(({ id }) => id.startsWith(wanted)));
}
