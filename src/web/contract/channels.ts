import type { Moment } from "./common.ts";
import type { NumberCard } from "./number-page.ts";

/** `GET /api/channels` → `Channels`: the numbers of the business, the one it writes through first; the retired ones last. */
export type Channels = { readonly channels: readonly NumberCard[] };
export type ChannelView = {
  readonly id: string;
  readonly kind: "cloud" | "simulator" | "baileys" | "whatsapp_web";
  readonly name: string;
  readonly blockedBecause: string | null;
  /** Real time until which it rests, because Meta said that it goes too fast. */
  readonly pausedUntil: Moment | null;
  /** To how many different people it may write first in any 24 hours: Meta's messaging limit. Null: to any number. */
  readonly messagingLimit: number | null;
  /** How many it has written to in the last 24 hours outside WhatsApp's service window. */
  readonly reached: number;
  /** What leaves later because of the limit, and when the last of it does. */
  readonly waiting: number;
  readonly lastAt: Moment | null;
  /** Meta's tiers, to choose from; any other number of people may be set too. */
  readonly tiers: readonly number[];
};

/**
 * `PUT /api/channels/:id/messaging-limit` → 204, on the record: a whole number of people from 1 on, or null for no limit. What
 * waited for the number's day is looked at again at once. 404 when there is no such number.
 */
export type SetMessagingLimit = { readonly limit: number | null };

/**
 * `GET /api/cloud-numbers` → `CloudNumbers`: the Cloud API numbers of the business, those in use first, the retired ones after them.
 * All that follows, up to the unknown parts, needs `channels.manage`.
 */
export type CloudNumbers = {
  readonly numbers: readonly CloudNumberView[];
  /** What Meta is to call back about a number that is added here begins so: its phone number id comes after it. */
  readonly webhookBase: string;
};
export type CloudNumberView = {
  readonly id: string;
  readonly name: string;
  /** Meta's id of the number. */
  readonly phoneNumberId: string;
  /** E.164 digits; null until Meta has told it. */
  readonly phone: string | null;
  readonly verifiedName: string | null;
  readonly wabaId: string | null;
  /** `settings`: its credentials are in the WHATSAPP_… settings, and are changed there. */
  readonly credentials: "settings" | "here";
  /** What Meta calls back: to be entered in the app's webhook settings, with the verify token. */
  readonly webhookUrl: string;
  readonly blockedBecause: string | null;
  readonly pausedUntil: Moment | null;
  readonly quality: NumberQuality | null;
  /** Meta's messaging limit as Meta last told it, in people in 24 hours. Null: none is known, or Meta sets none. */
  readonly tierLimit: number | null;
  /** The limit that holds: the least of what Meta, the health governor and an administrator say. Null: none. */
  readonly effectiveLimit: number | null;
  readonly messagesPerSecond: number | null;
  /** When Meta last told any of this. */
  readonly learntAt: Moment | null;
  readonly firstUsedAt: Moment | null;
  /** From then on nothing is sent or received through it. */
  readonly retiredAt: Moment | null;
};
export type NumberQuality = "GREEN" | "YELLOW" | "RED" | "UNKNOWN";

/** A number as it is entered. None of the three secrets is ever told again. */
export type CloudNumberEntered = CloudCredentialsEntered & {
  readonly phoneNumberId: string;
  readonly wabaId: string;
  /** The number that is meant, as people write it, with its country: what Meta tells must be the same. */
  readonly expectedPhone: string;
};
export type CloudCredentialsEntered = {
  readonly accessToken: string;
  readonly appSecret: string;
  readonly verifyToken: string;
};

/**
 * `POST /api/cloud-numbers/check` with `CheckCloudNumber` → 200 `CloudNumberChecked`: asks Meta now; nothing is kept. With `subscribe`
 * the app is subscribed to the account where it is not yet.
 * `POST /api/cloud-numbers/:id/check` with `{ subscribe }` → the same, for a number that is here with what it has; 404 without one.
 * Both take some seconds: up to ten for each of Meta's answers that does not come.
 */
export type CheckCloudNumber = CloudNumberEntered & { readonly subscribe: boolean };
export type CloudNumberChecked = {
  /** In this order, and all of them always. */
  readonly checks: readonly CloudCheckView[];
  /** Nothing failed, and what could not be found out is nothing that must be known. */
  readonly mayBeAdded: boolean;
  /** What Meta says of the number; null while it cannot be read. */
  readonly facts: CloudNumberFacts | null;
};
export type CloudCheckView = {
  readonly name: CloudCheckName;
  readonly state: "passed" | "failed" | "unknown";
  /** What was found, and what to do: in the language of the session, without a secret. */
  readonly words: string;
  /** Meta's error code, when it refused. */
  readonly code: string | null;
};
export type CloudCheckName =
  /** The access token is valid, and does not end within a week. */
  | "token"
  /** It may send messages and manage the account. */
  | "permissions"
  /** The app secret is the one of the token's app. */
  | "app-secret"
  /** The number exists, and is connected. */
  | "number"
  /** It is the number that is meant. */
  | "expected-phone"
  /** The account (WABA) can be read, and the number is its. */
  | "account"
  /** The account's template list can be read. */
  | "templates"
  /** The app is subscribed to the account: without it Meta tells nothing. */
  | "subscription"
  /** Our own address answers Meta's challenge from outside. */
  | "webhook";
export type CloudNumberFacts = {
  readonly displayPhone: string | null;
  readonly verifiedName: string | null;
  readonly quality: NumberQuality;
  /** Meta's own word, such as `TIER_2K`, and what it means in people; null: unknown, and no limit for `TIER_UNLIMITED`. */
  readonly tier: string | null;
  readonly tierLimit: number | null;
  /** Messages a second, by Meta's throughput level. */
  readonly messagesPerSecond: number | null;
  /** Meta's own word, such as `CONNECTED`. */
  readonly status: string | null;
  readonly templates: number | null;
};

/**
 * `POST /api/cloud-numbers` with `AddCloudNumber` → 201 `CloudNumberAdded`, on the record. It is checked once more, and 409
 * `number.not-checked` with `CloudNumberChecked` when it may not be added; 409 `number.taken` when it is here already, or
 * another business's. A number that was retired here comes back with its past.
 */
export type AddCloudNumber = CloudNumberEntered & { readonly name: string; readonly subscribe: boolean };
export type CloudNumberAdded = { readonly id: string; readonly checked: CloudNumberChecked };

/**
 * `PUT /api/cloud-numbers/:id/credentials` with `CloudCredentialsEntered` → 200 `CloudNumberChecked`, on the record, and what was
 * blocked goes on. 409 `number.not-checked` with `CloudNumberChecked` when they do not work: the former ones stay. 409
 * `request.conflict` for the number of the settings, and for a retired one.
 */
export type ChangeCloudCredentials = CloudCredentialsEntered;

/**
 * `POST /api/channels/:id/retirement` with `RetireNumber` → `NumberRetired`, on the record, of any kind but a simulator: nothing is sent or
 * received through it any more, its credentials are forgotten, its past stays. What waits for it goes on waiting. A linked phone is told
 * to remove us, which may take half a minute.
 */
export type RetireNumber = { readonly reason: string };

/** `left`: the phone could not be told, and its owner has to remove the device in WhatsApp > Linked devices. `none`: there was none. */
export type NumberRetired = { readonly companion: "none" | "removed" | "left" };

/** `GET /api/channels/:id/events` → `Page<NumberEventView>`: what Meta or WhatsApp said of a number, newest first. `business.read`. */
export type NumberEventView = {
  readonly id: string;
  readonly kind: NumberEventKind;
  /** One sentence, in the language of the session: what happened, and what to do where something is to be done. */
  readonly words: string;
  /** Something is to be done about it. */
  readonly isAlarming: boolean;
  /** As Meta told it. */
  readonly detail: unknown;
  readonly at: Moment;
};
export type NumberEventKind =
  | "quality"
  | "limit"
  | "throughput"
  | "name"
  | "restricted"
  | "unrestricted"
  | "banned"
  | "reinstated"
  | "disabled"
  | "flagged"
  | "unflagged"
  | "review"
  | "alert"
  | "capability"
  | "security"
  | "template"
  | "preference"
  | "problem"
  | "link.restricted"
  | "link.ended"
  | "other";

/**
 * `GET /api/unknown-parts?seen=no|yes` → `Page<UnknownPartView>`, newest first; those that nobody has looked at, unless asked
 * otherwise. `channels.manage`: what a debtor wrote may be in one.
 * `POST /api/unknown-parts/:id/seen` → 204, again and again.
 */
export type UnknownPartView = {
  readonly id: string;
  readonly channelId: string | null;
  /** Meta's field or message type, as far as it has one. */
  readonly what: string;
  /** JSON, as it came. */
  readonly body: string;
  readonly receivedAt: Moment;
  readonly seen: { readonly by: string; readonly at: Moment } | null;
};
