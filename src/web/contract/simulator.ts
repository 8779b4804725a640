import type { DecisionView, Language, Moment, MoneyText } from "./common.ts";
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
  /** Newest first, the last 20 moves: how each message was understood and what came of it. */
  readonly moves: readonly {
    readonly at: Moment;
    readonly event: string;
    readonly meaning: unknown;
    readonly from: string;
    readonly to: string;
    readonly effects: readonly string[];
    readonly handled: boolean;
  }[];
  /** Newest first, the last 20: every send with its decision, blocked ones too. */
  readonly decisions: readonly (DecisionView & { readonly outboxId: string; readonly kind: string })[];
  readonly outbox: readonly UnsentItem[];
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
