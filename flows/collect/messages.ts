import type { FixedOptionId } from "../lib/options.ts";
import type { Language, MessageKey, Option, Saying, Words } from "../vocabulary.ts";

/** A fact that a message cannot be written without. */
type Need = "name" | "plan" | "promise" | "paymentLink" | "receipt" | "caseNumber" | "suggestions";

type About = {
  /** Carries debt facts, or a hint that there are any: only for somebody who proved who they are. */
  readonly discloses: boolean;
  readonly needs: readonly Need[];
};

const neutral = <const N extends readonly Need[]>(...needs: N) => ({ discloses: false, needs }) as const;
const disclosing = <const N extends readonly Need[]>(...needs: N) => ({ discloses: true, needs }) as const;

/** What each message gives away and needs to know. A test proves that none that discloses is said before the proof. */
export const MESSAGES = {
  opening: neutral("name"),
  "opening.isItYou": neutral("name"),
  nudge: neutral("name"),
  "nudge.continue": neutral("name"),
  "welcome.verify": neutral(),
  "verify.ask": neutral(),
  "verify.again": neutral(),
  "verify.didYouMean": neutral("suggestions"),
  "verify.howToVerifyUs": neutral(),
  "verify.neutralClose": neutral(),
  "stranger.askReference": neutral(),
  "stranger.close": neutral(),
  "balance.show": disclosing(),
  "balance.nothingOwed": disclosing(),
  "options.show": disclosing(),
  "plan.confirm": disclosing("plan"),
  "plan.agreed": disclosing("plan", "paymentLink"),
  "plan.beyondPolicy": disclosing(),
  "promise.askDay": disclosing(),
  "promise.confirm": disclosing("promise"),
  "promise.noted": disclosing("promise"),
  "promise.broken": neutral("name"),
  "pay.link": disclosing("paymentLink"),
  "pay.failed": disclosing(),
  "paid.thanks": disclosing("receipt"),
  "paid.thanksInFull": disclosing("receipt"),
  "paid.receipt": disclosing("receipt"),
  "paid.claimNoted": neutral(),
  "receipt.toVerify": neutral(),
  "dispute.noted": neutral("caseNumber"),
  "dispute.accepted": neutral("caseNumber"),
  "dispute.rejected": neutral("caseNumber"),
  "wrongPerson.sorry": neutral(),
  "deceased.sorry": neutral(),
  "hardship.noted": neutral(),
  "crisis.care": neutral(),
  "person.coming": neutral(),
  "stop.confirmed": neutral(),
  "permission.confirm": neutral(),
  "permission.noted": neutral(),
  "refused.noted": neutral(),
  "thanks.reply": neutral(),
  "later.noted": neutral(),
  unreadable: neutral(),
  "unclear.yesNo": neutral("name"),
  "unclear.proof": neutral(),
  "unclear.menu": disclosing(),
  "unclear.didYouMean": disclosing("suggestions"),
  "unclear.toPerson": neutral(),
  "agent.returned": disclosing(),
} as const satisfies Record<MessageKey, About>;

type Present<N extends keyof Words> = { readonly [K in N]: NonNullable<Words[K]> };

/** The facts as one message sees them: what it needs is there, by type. */
export type WordsFor<K extends MessageKey> = Omit<Words, Need> &
  Partial<Pick<Words, Need>> &
  Present<(typeof MESSAGES)[K]["needs"][number]>;

/** A language: every message, or it does not compile. */
export type Copy = { readonly [K in MessageKey]: (words: WordsFor<K>) => Saying };

/**
 * What may be said when WhatsApp's 24 hours are over: Meta approves these texts under these names. Those that begin or go
 * on carry neither debt nor amount; the receipt confirms what the debtor did and asks for nothing; a case's end names the
 * case. No variable stands at either end (a reason for rejection).
 */
export const TEMPLATES = {
  opening: { name: "saldar_opening", parameters: ["name", "creditor"] },
  nudge: { name: "saldar_nudge", parameters: ["name", "creditor"] },
  "nudge.continue": { name: "saldar_continue", parameters: ["name", "creditor"] },
  "promise.broken": { name: "saldar_follow_up", parameters: ["name", "creditor"] },
  "paid.receipt": { name: "saldar_receipt", parameters: ["creditor", "amount", "day", "receipt number"] },
  "dispute.accepted": { name: "saldar_case_accepted", parameters: ["case number", "creditor"] },
  "dispute.rejected": { name: "saldar_case_rejected", parameters: ["case number", "creditor"] },
} as const satisfies Partial<Record<MessageKey, { name: string; parameters: readonly TemplateParameter[] }>>;

export type TemplateParameter = "name" | "creditor" | "amount" | "day" | "receipt number" | "case number";

/** Messages that leave in other words then: one approved text confirms a payment, whatever is left to pay. */
export const SAID_INSTEAD = {
  "paid.thanks": "paid.receipt",
  "paid.thanksInFull": "paid.receipt",
} as const satisfies Partial<Record<MessageKey, TemplateKey>>;

export type TemplateKey = keyof typeof TEMPLATES;

/** Meta's code of each language. */
export const TEMPLATE_LANGUAGES = { es: "es", "pt-BR": "pt_BR", en: "en" } as const satisfies Record<Language, string>;

/** Options by their fixed ids, titled in one language. WhatsApp shows 20 characters of a button and three buttons. */
export type Titles = { readonly [I in FixedOptionId]: string };

export function titled(titles: Titles, ids: readonly FixedOptionId[]): Option[] {
  return ids.map((id) => ({ id, title: titles[id] }));
}
