import type { ChannelView, NumberQuality } from "./channels.ts";
import type { Moment } from "./common.ts";
import type { NumberDecisionView, NumberReasonView } from "./number-health.ts";
import type { LinkedPhone, LinkStand, RiskAccepted } from "./number-link.ts";

/** What a card shows of a number. Figures are of the last 24 hours and of the last 7 days of the business's time. */
export type NumberCard = ChannelView & {
  /** E.164 digits; of a linked phone the one that is expected. */
  readonly phone: string | null;
  readonly state: NumberState;
  /** As Meta said last; null for what is no number of Meta's. */
  readonly quality: NumberQuality | null;
  readonly day: NumberFigures;
  readonly week: NumberFigures;
  /** Of the business's day, a sum a currency: what Meta billed, by our rate card. */
  readonly costToday: readonly CostView[];
  /** Billed messages of today for which the rate card names no price. */
  readonly unpricedToday: number;
  readonly queue: readonly QueueView[];
  /** What its health lets it do now; null before the first decision. */
  readonly health: HealthView | null;
};

/** One word for how it stands, the gravest that is true. Nothing says that it works before it is so. */
export type NumberState =
  | { readonly state: "retired"; readonly at: Moment }
  /** Of a linked phone: how its link stands, unless it is open. */
  | { readonly state: "link"; readonly link: Exclude<LinkStand, { readonly state: "open" }> }
  /** Meta or WhatsApp refused the number itself: by its code. */
  | { readonly state: "blocked"; readonly because: string }
  /** Its health stopped it: by the rule's name. */
  | { readonly state: "stopped"; readonly because: string }
  | { readonly state: "resting"; readonly until: Moment }
  | { readonly state: "works" };

export type NumberFigures = {
  /** Messages that WhatsApp took. */
  readonly sent: number;
  /** Of those, what arrived; and what was read. Who hides that they read counts as not having read. */
  readonly delivered: number;
  readonly read: number;
  /** What WhatsApp could not deliver, or did not take. */
  readonly failed: number;
  /** Different people written to. */
  readonly people: number;
  /** Of those, who wrote back after it; and whom it does not reach: they blocked us, opted out, or have no WhatsApp. */
  readonly replied: number;
  readonly blocked: number;
};

/** Exact, in decimals of the currency's unit: `{ currency: "USD", amount: "0.012345" }`. */
export type CostView = { readonly currency: string; readonly amount: string };

/** How many messages wait for one reason, and when the next of them may leave, where that is known. */
export type QueueView = { readonly because: QueueReason; readonly count: number; readonly next: Moment | null };
export type QueueReason =
  /** Leaving now. */
  | "leaving"
  /** Its moment, by contact law or by its plan, is yet to come. */
  | "not-yet"
  /** The number's messaging limit. */
  | "messaging-limit"
  /** To how many people its health lets it write first. */
  | "number-health"
  /** The number is retired, blocked, resting or not linked: nothing leaves through it. */
  | "number"
  /** WhatsApp asked for patience with this message. */
  | "patience"
  /** It is not known whether WhatsApp has it: a status is awaited. */
  | "unknown";

export type HealthView = Pick<NumberDecisionView, "verdict" | "peopleADay" | "everyMs" | "at"> & {
  /** The rule that held it back most, and what it was judged by then. */
  readonly because: string;
  readonly inputs: NumberReasonView["inputs"];
};

/** `GET /api/channels/:id` → `NumberPage`: all about one number but its lists, which have addresses of their own. 404 when there is none. */
export type NumberPage = NumberCard & {
  readonly wabaId: string | null;
  /** Meta's `phone_number_id`; null for what is no number of Meta's. */
  readonly phoneNumberId: string | null;
  /** Its credentials are its own and can be changed here; those of the settings are changed there. */
  readonly hasOwnCredentials: boolean;
  /** What Meta calls back about it; null for what is no number of Meta's, and for a retired one. */
  readonly webhookUrl: string | null;
  readonly tierLimit: number | null;
  readonly messagesPerSecond: number | null;
  readonly learntAt: Moment | null;
  readonly firstUsedAt: Moment | null;
  /** What failed for good and nobody has cleared, newest first. Null for who may not see alarms. */
  readonly alarms: readonly NumberAlarm[] | null;
  /** Null for what is no linked phone. */
  readonly link: NumberLinkStand | null;
};

export type { NumberAlarmKind } from "../../domain/alarm-kind.ts";

export type NumberAlarm = {
  readonly id: string;
  readonly kind: string;
  readonly detail: string;
  readonly times: number;
  readonly raisedAt: Moment;
};

export type NumberLinkStand = {
  readonly stand: LinkStand;
  /** Real time. */
  readonly since: Moment | null;
  readonly linked: LinkedPhone | null;
  readonly risk: RiskAccepted | null;
};
