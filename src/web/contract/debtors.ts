import type { Day, DecisionView, Language, Moment, MoneyText, Page, Person } from "./common.ts";
import type { AttorneySaid, ContactTimesSaid, MoratoriumSaid } from "./contact-records.ts";
import type { ConversationSummary, Outcome } from "./inbox.ts";
import type { ContactChannel, OutsideContactView } from "./outside-contacts.ts";
import type { HoldView } from "./thread.ts";

/** `GET /api/debtors?search=…` → `Debtors`, by name. */
export type Debtors = Page<DebtorSummary>;

export type DebtorSummary = {
  readonly id: string;
  readonly reference: string;
  readonly kind: "person" | "company";
  readonly name: string;
  /** One amount a currency; empty when nothing is owed. */
  readonly owed: readonly MoneyText[];
  /** Of the oldest debt that is still owed. */
  readonly daysPastDue: number | null;
  readonly holds: readonly string[];
  /** Some contact may be written to: there is permission and nobody took it back. */
  readonly mayBeWrittenTo: boolean;
  readonly openConversationId: string | null;
};

/** `GET /api/debtors/:id` → `DebtorFile`: all but the ledger's lines, in one answer. */
export type DebtorFile = DebtorSummary & {
  readonly language: Language | null;
  readonly zone: string | null;
  readonly document: { readonly type: string | null; readonly lastFour: string | null };
  readonly contacts: readonly ContactView[];
  readonly wishes: WishesView;
  readonly debts: readonly DebtView[];
  readonly plan: PlanView | null;
  readonly promises: readonly PromiseView[];
  readonly payments: readonly PaymentView[];
  readonly disputes: readonly DisputeView[];
  readonly activeHolds: readonly HoldView[];
  /** Null: there is no number to write to. */
  readonly contactNow: ContactNow | null;
  readonly conversations: readonly ConversationSummary[];
  /** Newest first, the last 100. */
  readonly timeline: readonly TimelineItem[];
};

/**
 * What the gate would say to a first message of ours, judged as the file was read: nothing is stored. `zone`: the debtor's, or
 * the business's where more than one is plausible for the debtor.
 */
export type ContactNow = {
  readonly decision: DecisionView;
  readonly zone: string;
  readonly zoneIsTheirs: boolean;
  /** May a person of the business call them, come by, or write otherwise: the same question for each other channel. */
  readonly others: readonly { readonly channel: ContactChannel; readonly decision: DecisionView }[];
};

/** What the person said of being written to, as far as it is on record. */
export type WishesView = {
  readonly attorney: AttorneySaid | null;
  readonly moratorium: MoratoriumSaid | null;
  readonly requestedHours: ContactTimesSaid["requestedHours"];
  readonly inconvenient: ContactTimesSaid["inconvenient"];
};

export type ContactView = {
  readonly id: string;
  readonly name: string | null;
  readonly role: string | null;
  readonly phone: string | null;
  /** Nothing is started to it any more. */
  readonly suppressedAt: Moment | null;
  /** `wrong_person`, `opted_out`, `deceased`, `erased`; null while it is not suppressed. */
  readonly suppressedBecause: string | null;
  /** The newest word on it, whose wording, day and source say where it comes from. Null: never given. */
  readonly permission: {
    /** By WhatsApp. */
    readonly granted: boolean;
    /** By these channels too, or by these alone. */
    readonly otherChannels: readonly ContactChannel[];
    readonly wording: string;
    readonly grantedOn: Day;
    readonly source: string;
  } | null;
};

export type DebtView = {
  readonly id: string;
  readonly reference: string;
  readonly description: string;
  readonly issuedOn: Day | null;
  readonly dueOn: Day;
  /** Negative: not due yet. */
  readonly daysPastDue: number;
  readonly principal: MoneyText;
  readonly interest: MoneyText;
  readonly fees: MoneyText;
  readonly owed: MoneyText;
};

export type PlanView = {
  readonly id: string;
  readonly state: "active" | "completed" | "broken" | "replaced";
  readonly agreedOn: Day;
  readonly total: MoneyText;
  readonly paid: MoneyText;
  readonly instalments: readonly {
    readonly number: number;
    readonly dueOn: Day;
    readonly amount: MoneyText;
    /** What the payments since the agreement cover of it, oldest first. */
    readonly paid: MoneyText;
    readonly state: "paid" | "due" | "late" | "upcoming";
  }[];
};

export type PromiseView = {
  readonly id: string;
  readonly promisedOn: Day;
  readonly dueOn: Day;
  readonly amount: MoneyText;
  readonly state: "open" | "kept" | "broken" | "cancelled";
};

export type PaymentView = {
  readonly id: string;
  readonly provider: string;
  /** The receipt's number, as the debtor was told it, and the provider's own name of the money. */
  readonly reference: string;
  readonly state: "announced" | "to_verify" | "processing" | "settled" | "reversed" | "failed";
  readonly amount: MoneyText;
  readonly paidOn: Day | null;
  readonly recordedAt: Moment;
};

export type DisputeView = {
  readonly id: string;
  readonly caseNumber: string;
  readonly openedAt: Moment;
  readonly decidedAt: Moment | null;
  /** `accepted`, `rejected`. */
  readonly decision: string | null;
  /** Why, for colleagues. */
  readonly note: string | null;
};

/** Everything with a moment, in one list: the reader filters by `type`. */
export type TimelineItem = { readonly at: Moment; readonly id: string } & (
  | {
      readonly type: "message";
      readonly direction: "in" | "out";
      readonly body: string;
      readonly conversationId: string;
    }
  | {
      readonly type: "blocked";
      readonly kind: string;
      readonly decision: DecisionView;
      readonly conversationId: string;
    }
  | {
      readonly type: "outcome";
      readonly outcome: Outcome;
      readonly by: "bot" | "agent";
      readonly conversationId: string;
    }
  | {
      readonly type: "payment";
      readonly state: PaymentView["state"];
      readonly amount: MoneyText;
      readonly provider: string;
    }
  | { readonly type: "promise"; readonly amount: MoneyText; readonly dueOn: Day }
  | { readonly type: "plan"; readonly total: MoneyText; readonly instalments: number }
  | { readonly type: "dispute"; readonly caseNumber: string }
  | {
      readonly type: "hold";
      readonly kind: string;
      readonly liftedAt: Moment | null;
      readonly liftedBecause: string | null;
    }
  | ({ readonly type: "outside" } & OutsideContactView)
  | { readonly type: "note"; readonly body: string; readonly author: Person; readonly conversationId: string }
);

/** `GET /api/debtors/:id/statement` → `Statement`: the ledger's lines of all debts, oldest first. */
export type Statement = { readonly byCurrency: readonly StatementOfCurrency[] };
export type StatementOfCurrency = {
  readonly balance: MoneyText;
  readonly lines: readonly {
    readonly entryId: string;
    readonly reference: string;
    /** `debt.raised`, `payment.received` … : the ledger's kinds. */
    readonly kind: string;
    readonly effectiveOn: Day;
    readonly recordedAt: Moment;
    readonly description: string | null;
    readonly account: string;
    readonly amount: MoneyText;
    /** After this line. */
    readonly balance: MoneyText;
  }[];
};
