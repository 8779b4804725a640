import type { Money } from "../src/domain/money.ts";
import type { Proposal } from "../src/domain/negotiation/proposal.ts";
import type { Offer, PlanTerms } from "../src/domain/negotiation/terms.ts";
import type { Outcome } from "../src/domain/outcome.ts";
import type { IsoDate } from "../src/domain/time.ts";

/** Why a person has to take over. Shown to the agent, and the order in which the inbox sorts. */
export const HAND_OVER_REASONS = [
  "crisis",
  "legal",
  "deceased",
  "dispute",
  "hardship",
  "wrong_person",
  "already_paid",
  "receipt",
  "beyond_policy",
  "asked",
  "refused",
  "abuse",
  "not_verified",
  "unknown_number",
  "unclear",
  "promise_broken",
  "payment_problem",
  "on_phone",
] as const;
export type HandOverReason = (typeof HAND_OVER_REASONS)[number];

/** What the bot may offer when it asks back what was meant: each is a fixed option (`flows/lib/options.ts`), and none binds. */
export const SUGGESTIONS = [
  "balance",
  "pay",
  "options",
  "promise",
  "paid",
  "dispute",
  "wrongPerson",
  "person",
  "stop",
  "howToVerify",
] as const;
export type Suggestion = (typeof SUGGESTIONS)[number];

/**
 * What happened, in the past tense, with what a flow needs in order to decide. Understanding turns a debtor's words into
 * these; payments, alarms, agents and businesses make the others.
 */
export type FlowEvent =
  /** The business opens the conversation. `nothingOwed` never gets here: a send is planned from facts. */
  | { type: "business.opened" }
  /** The debtor writes first, and the number is on file. */
  | { type: "debtor.wroteFirst" }
  /** Somebody writes whom no contact on file explains. They are asked for a reference and told nothing. */
  | { type: "stranger.wroteFirst" }
  | { type: "stranger.gaveReference" }
  | { type: "debtor.saidYes" }
  | { type: "debtor.saidNo" }
  /**
   * A yes that can bind: exactly the confirmation, without condition, question, new date or new amount. `of` names what a
   * tapped button was shown for (`plan:3:monthly`), because buttons of older messages stay on the debtor's screen.
   */
  | { type: "debtor.confirmed"; of?: string }
  /** With a plan in force, agreed in this conversation or an earlier one, what is due is its next instalment. */
  | { type: "debtor.provedIdentity"; nothingOwed?: boolean; hasPlan?: boolean }
  | { type: "debtor.failedIdentity" }
  | { type: "debtor.askedHowToVerifyUs" }
  | { type: "debtor.askedBalance"; nothingOwed?: boolean }
  | { type: "debtor.choseToPay" }
  | { type: "debtor.askedForOptions" }
  | { type: "debtor.choseOffer"; terms: PlanTerms }
  /** The typed proposal fits the business's policy as it stands now. */
  | { type: "debtor.proposedWithinPolicy"; terms: PlanTerms }
  /** It does not: an agent gets the numbers, and nobody says yes or no before. */
  | { type: "debtor.proposedBeyondPolicy"; proposal: Proposal }
  /** A day to pay, within the policy. Without an amount it is the whole balance. */
  | { type: "debtor.promised"; on: IsoDate; amount?: string }
  /** A day that is too far, past, or that two readings disagree about; or a promise without a day. */
  | { type: "debtor.promisedUnclearDay" }
  | { type: "debtor.saidAlreadyPaid" }
  | { type: "debtor.sentReceipt" }
  | { type: "debtor.disputed" }
  | { type: "debtor.saidWrongPerson" }
  | { type: "debtor.saidDeceased" }
  | { type: "debtor.saidHardship" }
  | { type: "debtor.inCrisis" }
  | { type: "debtor.threatenedLegal" }
  | { type: "debtor.abused" }
  | { type: "debtor.askedForPerson" }
  | { type: "debtor.optedOut" }
  /**
   * They had opted out before this chat began, or elsewhere while it was open: on another number, by telephone, by letter. Heard
   * when they write, before what they write.
   */
  | { type: "debtor.optedOutElsewhere" }
  /** Asks to be written to again. `lifts`: an opt-out stands, these words came after it, and they are this person's to take back. */
  | { type: "debtor.askedForMessages"; lifts: boolean }
  | { type: "debtor.refused" }
  | { type: "debtor.thanked" }
  | { type: "debtor.greeted" }
  /** A picture, an audio, a place: something we cannot read as an answer. */
  | { type: "debtor.sentUnreadable" }
  /** `didYouMean`: what it may have been, the likeliest first; absent when nothing is likely. */
  | { type: "debtor.unclear"; didYouMean?: readonly Suggestion[] }
  /** Busy, and will write at another time: nothing is wanted of us now but patience. */
  | { type: "debtor.saidLater" }
  /** Perhaps a danger to a life (`danger`), a stop or the law: too grave to ask back, and too doubtful to act on. */
  | { type: "debtor.soundedGrave"; danger?: boolean }
  /** Money settled. What is still owed is a fact read when the answer is written; whether anything is, decides here. */
  | { type: "payment.settled"; stillOwed: boolean; promiseKept?: boolean }
  | { type: "payment.failed" }
  | { type: "promise.broken" }
  | { type: "alarm.rang" }
  | { type: "agent.tookOver" }
  /** The agent hands back: carry on where the balance is shown, or ask again who it is; after an opt-out, silence. */
  | { type: "agent.returned"; verified: boolean; nothingOwed?: boolean; hasPlan?: boolean; optedOut?: boolean };

export type FlowEventType = FlowEvent["type"];
export type EventOf<T extends FlowEventType> = Extract<FlowEvent, { type: T }>;

export type { Outcome, Proposal };

/** How long a state waits, in business words; turned into a moment by one function that knows hours and holidays. */
export type Wait = { readonly hours: number } | { readonly workingDays: number } | { readonly dayAfter: IsoDate };

/** Everything a flow may ask for. A flow asks; it never does. */
export type Effects = {
  /** One message, and never two in a step. Amounts are read when it is written. */
  say: { message: MessageKey };
  /** Makes a payment link for what is due: the balance, or the first open instalment of the plan. Its text is `say`'s. */
  createPaymentLink: { for: "balance" | "instalment" };
  setAlarm: Wait;
  recordPromise: { on: IsoDate; amount?: string };
  recordPlan: { terms: PlanTerms };
  /** The debtor says that they paid: stops dunning until an agent or a settled payment answers it. */
  recordPaymentClaim: undefined;
  openDispute: undefined;
  recordHardship: undefined;
  /** This number does not belong to the debtor: suppressed for this debt, at once. */
  suppressContact: undefined;
  recordDeceased: undefined;
  /** Somebody's life may be in danger: everything we start is stopped until a supervisor lifts it. */
  recordCrisis: undefined;
  /** Opt-out: everything we start is stopped on every channel. */
  stopContact: undefined;
  /** They asked to be written to again and said a plain yes to its echo: their words are kept, and the opt-out ends. */
  recordPermission: undefined;
  /** Asked again while a person has the conversation, it adds the reason and calls for attention. */
  handToAgent: { because: HandOverReason };
  /** Once from the beginning, and once more after an agent hands back or a permission is given again: `step` drops repeats. */
  recordOutcome: { outcome: Outcome };
  stayQuiet: undefined;
};

export type Effect = { [K in keyof Effects]: { readonly type: K; readonly params: Effects[K] } }[keyof Effects];

/** What the state we are in reads an answer as. Each flow state names one in its `meta`. */
export const EXPECTATIONS = [
  "identityAnswer", // yes / no: is it you?
  "identityProof", // last four digits of the document, or a birth date
  "reference", // an account reference, from somebody unknown
  "menu", // one of the last menu's options
  "offer", // an option of the offers, or a typed proposal
  "promise", // a day, perhaps an amount
  "confirmation", // a strict yes
  "amount", // how much they can pay
  "instalments", // in how many payments
  "receipt", // that it was sent, its reference, or a picture of it
  "nothing",
] as const;
export type Expectation = (typeof EXPECTATIONS)[number];

/** One choice the debtor can tap or type. Ids are stable; `flows/lib/options.ts` has them all. */
export type Option = { readonly id: string; readonly title: string };

/** What one message says: a body of at most 80 words with one question, and what can be tapped. */
export type Saying = { readonly body: string; readonly options?: readonly Option[] };

export const LANGUAGES = ["es", "pt-BR", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** The facts a message may use, read from the ledger and the tables when it is written; never kept in a flow. */
export type Words = {
  readonly creditor: string;
  /** First name only, or the company's name. Unknown for a stranger. */
  readonly name: string | undefined;
  readonly today: IsoDate;
  readonly owed: Money;
  readonly debts: readonly { readonly description: string; readonly owed: Money; readonly dueOn: IsoDate }[];
  readonly offers: readonly Offer[];
  /** The plan, offer or proposal the conversation is about: the echo before a strict yes, and the plan in force after. */
  readonly plan: Offer | undefined;
  readonly promise: { readonly on: IsoDate; readonly amount: Money } | undefined;
  readonly paymentLink: { readonly url: string; readonly amount: Money } | undefined;
  readonly receipt: { readonly amount: Money; readonly paidOn: IsoDate; readonly reference: string } | undefined;
  readonly nextInstalment: { readonly amount: Money; readonly dueOn: IsoDate } | undefined;
  readonly caseNumber: string | undefined;
  readonly triesLeft: number;
  /** What may have been meant, when the bot asks back. */
  readonly suggestions: readonly Suggestion[] | undefined;
  /** Where the debtor can check that it is really the creditor who writes. */
  readonly howToVerifyUs: string;
};

/** Every message the bot can send. `flows/collect/messages.ts` says what each one discloses and needs to know. */
export type MessageKey =
  | "opening"
  | "opening.isItYou"
  | "welcome.verify"
  | "verify.ask"
  | "verify.again"
  | "verify.didYouMean"
  | "verify.howToVerifyUs"
  | "verify.neutralClose"
  | "stranger.askReference"
  | "stranger.close"
  | "balance.show"
  | "balance.nothingOwed"
  | "options.show"
  | "plan.confirm"
  | "plan.agreed"
  | "plan.beyondPolicy"
  | "promise.askDay"
  | "promise.confirm"
  | "promise.noted"
  | "promise.broken"
  | "pay.link"
  | "pay.failed"
  | "paid.thanks"
  | "paid.thanksInFull"
  | "paid.receipt"
  | "paid.claimNoted"
  | "receipt.toVerify"
  | "dispute.noted"
  | "dispute.accepted"
  | "dispute.rejected"
  | "wrongPerson.sorry"
  | "deceased.sorry"
  | "hardship.noted"
  | "crisis.care"
  | "person.coming"
  | "stop.confirmed"
  | "permission.confirm"
  | "permission.noted"
  | "refused.noted"
  | "thanks.reply"
  | "later.noted"
  | "unreadable"
  | "unclear.yesNo"
  | "unclear.proof"
  | "unclear.menu"
  | "unclear.didYouMean"
  | "unclear.toPerson"
  | "agent.returned"
  | "nudge"
  | "nudge.continue";
