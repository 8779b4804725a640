import type { Money } from "../money.ts";
import type { Frequency } from "../negotiation/terms.ts";
import type { IsoDate } from "../time.ts";

/** What a debtor sent, after the channel's own shape is taken off. */
export type Inbound =
  | { readonly kind: "text"; readonly body: string }
  | { readonly kind: "choice"; readonly id: string; readonly title: string }
  | { readonly kind: "media"; readonly mime: string; readonly caption?: string }
  | { readonly kind: "unsupported"; readonly what: string };

/** What the state that waits reads an answer as. */
export type Expectation =
  | "identityAnswer"
  | "identityProof"
  | "reference"
  | "menu"
  | "offer"
  | "promise"
  | "confirmation"
  | "amount"
  | "instalments"
  | "receipt"
  | "nothing";

export type SpokenLanguage = "es" | "pt-BR" | "en";

export type Context = {
  readonly expects: Expectation;
  /** The last menu shown, in the order in which it was numbered. */
  readonly options: readonly { readonly id: string; readonly title: string }[];
  readonly language: SpokenLanguage;
  readonly currency: Money["currency"];
  /** ISO 3166-1 alpha-2: slang for money, and the order of day and month, go by country. */
  readonly country: string;
  /** Today where the debtor is. Every day that is understood counts from it. */
  readonly today: IsoDate;
  /** What is owed, when it may be used: halves and percentages need it. */
  readonly owed?: Money;
  /** Days of the month on which people here are paid; beyond a month's end it is its last day. 15 and the last, if absent. */
  readonly payDays?: readonly number[];
};

/**
 * What somebody says, in the terms in which reading is measured, counted and corrected. The order is of urgency: of several
 * at once the first is acted on.
 */
export const INTENTS = [
  "crisis", // may hurt themselves
  "opt_out",
  "legal",
  "third_party", // "soy la esposa": somebody else has the phone, or tells of the debtor
  "deny_identity",
  "human",
  "already_paid",
  "receipt", // a file or photo of a payment, sent or on its way
  "dispute",
  "hardship",
  "abuse",
  "promise",
  "counter_offer", // other terms than ours, with a figure
  "propose_installments",
  "legitimacy", // "¿cómo sé que no es estafa?"
  "menu_choice",
  "confirm_identity",
  "accept",
  "reject",
  "yes",
  "no",
  "ask_discount",
  "request_time",
  "pay_now",
  "ask_detail",
  "ask_balance",
  "call_later", // busy now, write at another time
  "injection", // tries to instruct the bot
  "greet",
  "thanks_bye",
  "unclear",
] as const;
export type Intent = (typeof INTENTS)[number];

/**
 * One payment of several. The amount in money where it was said or can be reckoned, else its share of what is owed in hundredths
 * of a percent; `rest` is what the others leave. Without `on` no single day was named.
 */
export type ProposedPart = {
  readonly amount?: Money;
  readonly basisPoints?: number;
  readonly rest?: true;
  readonly on?: IsoDate;
};

/** To take one of the first for one of the second is dangerous: it duns, or binds, somebody who asked for the contrary. */
export const AGAINST_PAYING: ReadonlySet<Intent> = new Set([
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
export const PAYING: ReadonlySet<Intent> = new Set([
  "promise",
  "counter_offer",
  "propose_installments",
  "accept",
  "yes",
  "pay_now",
]);

/** What a conversation does about a message; a closed union, so that a new meaning does not compile until the engine handles it. */
export type Content =
  | { readonly type: "crisis" }
  | { readonly type: "optOut" }
  | { readonly type: "legal" }
  | { readonly type: "deceased" }
  | { readonly type: "wrongPerson" }
  | { readonly type: "person" }
  | { readonly type: "alreadyPaid" }
  | { readonly type: "receipt" }
  | { readonly type: "dispute" }
  | { readonly type: "hardship" }
  | { readonly type: "abuse" }
  | { readonly type: "option"; readonly id: string }
  /** Strict is the only yes that can bind: no condition, question, emoji, new day or new amount. */
  | { readonly type: "yes"; readonly strict: boolean }
  | { readonly type: "no" }
  /** The last four digits of a document, or a birth date; both when eight digits can be either. */
  | { readonly type: "identityProof"; readonly digits?: string; readonly birthDate?: IsoDate }
  | { readonly type: "reference"; readonly text: string }
  | { readonly type: "pay" }
  | { readonly type: "options" }
  | { readonly type: "balance" }
  | {
      readonly type: "proposal";
      readonly firstAmount?: Money;
      readonly firstOn?: IsoDate;
      /** All payments, the first among them. */
      readonly instalments?: number;
      readonly each?: Money;
      readonly frequency?: Frequency;
      /** Payments named one by one, in the order in which they were said. */
      readonly parts?: readonly ProposedPart[];
      /** The amount is to be the end of it, for all that is owed. */
      readonly settles?: true;
    }
  /** Ambiguous: two readings of the day disagree, or it is past. `on` is then only a guess to ask about. */
  | { readonly type: "promise"; readonly on?: IsoDate; readonly amount?: Money; readonly ambiguous: boolean }
  | { readonly type: "refusal" }
  /** Asks to be written to again, in so many words and without a reservation. It says something only after an opt-out. */
  | { readonly type: "optIn" }
  | { readonly type: "howToVerify" }
  /** Busy: nothing is wanted of us now but patience. */
  | { readonly type: "later" }
  | { readonly type: "greeting" }
  | { readonly type: "thanks" }
  | { readonly type: "unreadable" }
  | { readonly type: "unclear" };

export type MeaningType = Content["type"];

/** The stage of the pipeline that said so. */
export type Stage =
  | "transport"
  | "protective"
  | "speller"
  | "menu"
  | "answer"
  | "entities"
  | "phrases"
  | "classifier"
  /** A language model's second opinion, held to the debtor's words. */
  | "opinion"
  | "fallback";

/**
 * `type` is what a conversation does about it, `intent` what was said: a discount and more time are both asked for and both
 * answered with what is possible. `confidence` from 0 to 1; `evidence` is a verbatim part of what the debtor wrote, empty where
 * there is no text.
 */
export type Meaning = Content & {
  readonly intent: Intent;
  readonly stage: Stage;
  readonly confidence: number;
  readonly evidence: string;
};

/** From here on something is said plainly. */
export const PLAIN = 0.9;

/** So plainly said, by a rule, that it holds also in a message whose rest is in doubt; what is only likely is part of the doubt. */
export function isPlain({ confidence, stage }: Meaning): boolean {
  return confidence >= PLAIN && stage !== "classifier";
}

/**
 * What may be done with a reading: act on it; ask "¿Quisiste decir…?"; show what is possible; or call a person, because it is
 * too grave to ask back and too doubtful to act on.
 */
export type Act = "act" | "confirm" | "menu" | "human";

/** All that one message can mean: protective meanings first, by rank; then what it answers; then the rest. */
export type Reading = {
  readonly meanings: readonly Meaning[];
  readonly act: Act;
  /** What to offer when asking back, the likeliest first; empty when the act is another. */
  readonly candidates: readonly Intent[];
  /** A cheap guess; absent when the words do not tell. */
  readonly language: SpokenLanguage | undefined;
};

/** What a message says first; asking to be written to again counts only after an opt-out, and else is said beside the rest. */
export function intentOf({ meanings }: Reading): Intent {
  return (meanings.find(({ type }) => type !== "optIn") ?? meanings[0])?.intent ?? "unclear";
}

/** Meanings that are heard in every state, the most urgent first. */
export const PROTECTIVE = [
  "crisis",
  "optOut",
  "legal",
  "deceased",
  "wrongPerson",
  "person",
  "alreadyPaid",
  "receipt",
  "dispute",
  "hardship",
  "abuse",
] as const satisfies readonly MeaningType[];

export type Protective = (typeof PROTECTIVE)[number];

const RANKS: ReadonlyMap<string, number> = new Map(PROTECTIVE.map((type, rank) => [type, rank]));

/** 0 is the most urgent; what is not protective comes after all that is. */
export function urgency(type: MeaningType): number {
  return RANKS.get(type) ?? PROTECTIVE.length;
}
