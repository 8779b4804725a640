import type { Day, DecisionView, Language, Moment, MoneyText } from "./common.ts";
import type { Owner } from "./inbox.ts";
import type { HoldView, UnsentItem } from "./thread.ts";

/** `GET /api/simulator/phones` → whom one can be. All of `/api/simulator` is 404 where there is no simulated phone. */
export type Phones = { readonly phones: readonly SimulatedPerson[] };

export type SimulatedPerson = {
  /** E.164: `+573001234567`. */
  readonly phone: string;
  readonly name: string | null;
  readonly debtorId: string | null;
  /** What this invented person knows of themselves, to pass the bot's check. */
  readonly documentLastFour: string | null;
  readonly birthDate: string | null;
  readonly owed: readonly MoneyText[];
  readonly conversationId: string | null;
  /** Messages on the phone, by the last one's moment; null when there are none. */
  readonly lastAt: Moment | null;
};

/** `GET /api/simulator/phones/:phone` → `PhoneView` (`:phone` is E.164 without the plus). */
export type PhoneView = {
  readonly phone: string;
  readonly businessName: string;
  readonly language: Language;
  readonly now: Moment;
  /** Oldest first, the last 200. */
  readonly messages: readonly PhoneMessage[];
};

export type PhoneMessage = {
  readonly id: string;
  readonly direction: "in" | "out";
  readonly at: Moment;
  readonly status: string;
  readonly content: PhoneContent;
};

/** What the phone shows. `in` is what its owner wrote. */
export type PhoneContent =
  | { readonly kind: "text"; readonly body: string }
  | { readonly kind: "buttons"; readonly body: string; readonly options: readonly PhoneOption[] }
  | { readonly kind: "list"; readonly body: string; readonly opener: string; readonly options: readonly PhoneOption[] }
  | { readonly kind: "choiceReply"; readonly id: string; readonly title: string }
  | {
      readonly kind: "template";
      readonly name: string;
      readonly body: string;
      readonly options: readonly PhoneOption[];
    }
  | { readonly kind: "picture"; readonly caption: string | null; readonly pictureUrl: string | null };
export type PhoneOption = { readonly id: string; readonly title: string; readonly description: string | null };

/** `POST /api/simulator/phones/:phone/messages` → 204. `base64`: at most 2 MB of JPEG, PNG or PDF. */
export type SendFromPhone =
  | { readonly kind: "text"; readonly body: string }
  | { readonly kind: "choiceReply"; readonly id: string; readonly title: string }
  | { readonly kind: "picture"; readonly mime: string; readonly base64: string; readonly caption?: string };

/** `GET /api/simulator/phones/:phone/bot` → `BotView`: the other side of the same chat. */
export type BotView = {
  readonly conversationId: string | null;
  readonly state: string | null;
  /** The state's own sentence, from the flow. */
  readonly stateMeans: string | null;
  readonly owner: Owner | null;
  readonly verified: boolean;
  readonly alarmAt: Moment | null;
  readonly windowClosesAt: Moment | null;
  readonly holds: readonly HoldView[];
  /** Newest first, the last 20 messages of the debtor's: how each was read, and what came of it. */
  readonly heard: readonly HeardView[];
  /** Newest first, the last 20 moves. */
  readonly moves: readonly {
    readonly at: Moment;
    readonly event: string;
    readonly from: string;
    readonly to: string;
  }[];
  /** Newest first, the last 20: every send with its decision, blocked ones too. */
  readonly decisions: readonly (DecisionView & { readonly outboxId: string; readonly kind: string })[];
  readonly outbox: readonly UnsentItem[];
};

/** One message as the bot heard it. */
export type HeardView = {
  readonly messageId: string;
  readonly at: Moment;
  /** `text`, `choice`, `media` and what else a channel brings. */
  readonly kind: string;
  /** The message cut where something was found in it; put together it is what was written. Empty where nothing is left of it. */
  readonly parts: readonly HeardPart[];
  /** Null for what needs no answer, such as a thumb. */
  readonly reading: HeardReading | null;
  /** What was decided about it, in order. Empty while it waits, and where the messages beside it decided. */
  readonly decided: readonly DecidedView[];
  /** Its turn has not come yet. */
  readonly waits: boolean;
};

/** Text, and all that was found in it: several at once where a day stands in the words that tell the intent. */
export type HeardPart = { readonly text: string; readonly found: readonly ("evidence" | "amount" | "day")[] };

export type HeardReading = {
  /** `kept`: as its turn read it. `again`: read once more now, for what was only looked at beside another message. */
  readonly from: "kept" | "again";
  /** What the conversation waited for: `menu`, `identityProof` … */
  readonly expects: string;
  /** All that was said, the first acted on. `confidence` from 0 to 1. */
  readonly intents: readonly {
    readonly intent: string;
    readonly stage: string;
    readonly confidence: number;
    readonly evidence: string;
  }[];
  readonly act: "act" | "confirm" | "menu" | "human";
  /** Intents to ask back about, the likeliest first. */
  readonly candidates: readonly string[];
  readonly language: Language | null;
  readonly amounts: readonly AmountView[];
  /** Parts of the debt, from 0 to 1. */
  readonly shares: readonly (FoundText & { readonly share: number })[];
  readonly days: readonly DayFoundView[];
};

/** Words of the message, and where they begin in it, in UTF-16 units. */
export type FoundText = { readonly text: string; readonly at: number };

export type AmountView = FoundText & {
  readonly amount: MoneyText;
  readonly exactness: "exact" | "about" | "atMost" | "atLeast" | "range" | "either";
  /** The ends of a range; of what reads in several ways the least and the most. */
  readonly range: { readonly from: MoneyText; readonly to: MoneyText } | null;
};

export type DayFoundView = FoundText & {
  readonly on: Day;
  /** It is asked: it may be another day, or is a stretch of days. */
  readonly ambiguous: boolean;
  readonly alternatives: readonly Day[];
  /** Its parts contradict each other, as in "sábado 23" when the 23rd is a Friday. */
  readonly mismatch: boolean;
};

export type DecidedView = {
  readonly event: string;
  readonly from: string;
  readonly to: string;
  /** What the flow asked for: `say` with the message's key, `handToAgent` with the reason, `setAlarm` with `workingDays 2` … */
  readonly effects: readonly { readonly type: string; readonly about: string }[];
};

/** `POST /api/simulator/phones/:phone/faults` → 204: the next message to or from this phone goes wrong like this. */
export type OrderFault =
  | { readonly kind: "duplicate" }
  | { readonly kind: "delay"; readonly seconds: number }
  | { readonly kind: "reorder" }
  | { readonly kind: "lose-message" }
  | { readonly kind: "lose-answer" }
  | { readonly kind: "refuse"; readonly code: number }
  | { readonly kind: "refuse-http"; readonly status: number }
  | { readonly kind: "fail"; readonly code: number };
