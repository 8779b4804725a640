import type { DateTime } from "luxon";
import type { ChannelKind } from "../domain/channel-kind.ts";
import type { TemplateDesk } from "./template-desk.ts";

/**
 * A way to reach a person on WhatsApp. The application knows channels only through this type: what differs between them is
 * described in `can`, never asked by name. Every driver passes the same contract suite.
 */
export type Channel = {
  /** Our own id of the channel's row. */
  readonly id: string;
  readonly kind: ChannelKind;
  readonly can: Capabilities;
  /** By which of the number's stored secrets it sends (`credentialsMark` in db/channels.ts). Undefined where none are stored. */
  readonly credentialsMark?: string | undefined;
  /**
   * Begins to send at once; neither promise of the answer ever rejects. May be called again with the same `outboxId` only
   * after a rejection, or when an unknown result could not be settled.
   */
  send(message: OutMessage): Sending;
  /** What became of a send whose result is unknown, as far as the channel can be asked. */
  settle(outboxId: string): Promise<Settlement>;
  /**
   * Puts a file where WhatsApp fetches it from, before a message can carry it (`OutContent` media). The token is good for this
   * channel alone, and for a day at the least. @throws {AppError} `channel.unavailable` when trying again can help,
   * `channel.rejected` for a kind or size that `can.media` does not name.
   */
  upload(file: OutFile): Promise<string>;
  /** The bytes of what a debtor sent us. @throws {AppError} when they cannot be had (any more). */
  download(media: MediaRef): Promise<Uint8Array>;
  /**
   * The person sees that what they wrote was read and, with `typing`, that an answer is being written. A courtesy: a failure is
   * nobody's loss, and it resolves all the same.
   */
  markRead(read: ReadMark): Promise<void>;
  /** Where the templates it sends are registered. Undefined where there are none. */
  readonly templates?: TemplateDesk | undefined;
  /** Lets go of connections. Sends under way end by themselves. */
  close(): Promise<void>;
};

/** A channel that is a companion of somebody's own phone, linked by them, as WhatsApp Web is: no official way to write to customers. */
export type LinkedChannel = Channel & {
  /**
   * Begins to receive, and connects where a link stands. `sink` is called for one event after the other, resolves when it is
   * durable, and is called again with the same event when it rejected. Without a link it waits for `link`.
   */
  start(sink: Sink): Promise<void>;
  /** Shows a QR or a code to be entered on the phone. What comes of it arrives at the sink as link states. */
  link(how: LinkBy): Promise<void>;
  /** Takes this companion off the phone where it can be reached, and forgets its keys in any case. The link state says which. */
  unlink(): Promise<void>;
};

export type Sink = (event: ChannelEvent) => Promise<void>;
export type ChannelEvent = InboundMessage | InboundStatus | Echo | IdentityLearnt | LinkChanged | PassedOver;

/** What the application refused again and again: kept whole for a person, so that all that came after it need not wait. */
export type PassedOver = { readonly type: "passed-over"; readonly what: string; readonly raw: string };

/** What the business itself wrote to somebody on the linked phone, beside us: whoever answers next should know of it. */
export type Echo = {
  readonly type: "echo";
  readonly providerId: string;
  readonly to: ChannelIdentity;
  readonly sentAt: DateTime;
  readonly content: InboundContent;
};

/** With `by: "code"` the phone is told in E.164 digits; WhatsApp shows no notice there, so the person has to be told where to type. */
export type LinkBy = { readonly by: "qr" } | { readonly by: "code"; readonly phone: string };

/** Two names of one person became known to be one: a number and a LID, or the id that replaces another. */
export type IdentityLearnt = { readonly type: "identity"; readonly same: ChannelIdentity };

export type LinkChanged = { readonly type: "link"; readonly link: LinkState };

/** Where a linked session stands. What is in `qr` and `code` lets anybody link: it is never logged. */
export type LinkState =
  /** Nobody linked it yet, or it was unlinked: then with whether the phone has said that it took this companion off. */
  | { readonly state: "unlinked"; readonly told?: boolean }
  /** To be scanned until `expiresAt`; `left` more follow by themselves, then somebody has to ask again. */
  | { readonly state: "qr"; readonly qr: string; readonly expiresAt: DateTime; readonly left: number }
  /** WhatsApp has taken the code: it can be typed on the phone. */
  | { readonly state: "code"; readonly code: string; readonly expiresAt: DateTime }
  /** Scanned or typed: keys are being exchanged. */
  | { readonly state: "linking" }
  | { readonly state: "connecting" }
  | { readonly state: "open"; readonly self: ChannelIdentity }
  /** The connection is gone, and is tried again by itself. */
  | { readonly state: "down"; readonly because: string; readonly retryAt: DateTime }
  /** WhatsApp lets it write to nobody new, or to nobody. `until` where WhatsApp says so. */
  | { readonly state: "restricted"; readonly because: string; readonly until: DateTime | undefined }
  /** It goes on only when a person does something. */
  | { readonly state: "ended"; readonly because: LinkEnd; readonly detail: string };

export const LINK_ENDS = [
  /** Nobody scanned or typed in time. */
  "expired",
  /** WhatsApp did not take the code or the linking. */
  "refused",
  /** The companion was taken off on the phone: link again. */
  "logged-out",
  "banned",
  /** Somebody else connected with the same keys. Never fought over. */
  "replaced",
  /** WhatsApp no longer speaks with this version of the library: another `version` is to be set. */
  "outdated",
  /** Another phone was linked than the one that was expected. It was unlinked again at once. */
  "wrong-number",
  /** It failed again and again within half an hour. */
  "failing",
] as const;
export type LinkEnd = (typeof LINK_ENDS)[number];

export type OutFile = {
  readonly bytes: Uint8Array;
  readonly type: "image" | "document";
  readonly mime: string;
  readonly fileName: string | undefined;
};

export type ReadMark = {
  /** The message that was read; it stands for those before it. */
  readonly providerId: string;
  readonly from: ChannelIdentity;
  readonly typing: boolean;
};

/** Who somebody is on WhatsApp; at least one is set on everything we send. Since usernames, the phone may be missing. */
export type ChannelIdentity = {
  /** E.164 digits without the plus. */
  readonly phone?: string | undefined;
  /** WhatsApp's hidden id of a person, the digits before `@lid`: linked phones know many people by nothing else. */
  readonly lid?: string | undefined;
  /** Meta's business-scoped user id, opaque: it changes when the person's number changes. */
  readonly bsuid?: string | undefined;
  readonly username?: string | undefined;
};

/** What a channel can show and how fast it may go. Lengths are UTF-16 units, the strictest way to count characters. */
export type Capabilities = {
  /** False: outside 24 hours after the person's last message only templates may be sent. */
  readonly freeTextAnyTime: boolean;
  readonly templates: boolean;
  /**
   * How long after it was accepted a template may still be delivered, to a phone that was off; undefined when it arrives at
   * once or never. It belongs to the template as it is registered: no driver can set it for one message.
   */
  readonly templateTimeToLiveSeconds: number | undefined;
  readonly textMax: number;
  readonly buttons: { readonly max: number; readonly titleMax: number; readonly bodyMax: number } | undefined;
  readonly list:
    | { readonly rows: number; readonly titleMax: number; readonly descriptionMax: number; readonly bodyMax: number }
    | undefined;
  /** Largest file that may be sent, in bytes, and which kinds. */
  readonly media: Readonly<Record<OutFile["type"], { readonly maxBytes: number; readonly mimes: readonly string[] }>>;
  readonly statuses: readonly DeliveryStatus[];
  /**
   * Whom it may write to first: anybody by a template, or only who has written to this number before. Cold messages are what
   * loses a linked number.
   */
  readonly initiate: "template" | "warm-only";
  /** How long an answer to a send may take, from its start on; what takes longer comes from nobody. */
  readonly answersWithinMs: number;
  readonly rate: { readonly channel: Rate; readonly recipient: PairRate };
};

/** On average one message each `everyMs`, and `burst` of them at once after a rest. */
export type Rate = { readonly everyMs: number; readonly burst: number };

/**
 * To one person: one message each `everyMs`. Up to `burst` of them are lent, and repaid in full before the next (`PAIR_RATE`): the second
 * within `beginWithinMs` after the first, those after it within `burstWithinMs`, which is shorter than `everyMs`.
 */
export type PairRate = Rate & { readonly beginWithinMs: number; readonly burstWithinMs: number };

/** Ids are ours and come back with the reply. */
export type ChoiceOption = { readonly id: string; readonly title: string; readonly description?: string | undefined };

export type OutContent =
  | { readonly kind: "text"; readonly body: string }
  | {
      readonly kind: "choice";
      readonly body: string;
      readonly options: readonly ChoiceOption[];
      /** A list shows its rows only after a tap on `opener`. */
      readonly layout: { readonly as: "buttons" } | { readonly as: "list"; readonly opener: string };
    }
  | {
      readonly kind: "template";
      readonly name: string;
      readonly language: string;
      readonly params: readonly string[];
      /** Quick replies of the template, in the order registered: their ids come back as the reply's payload. */
      readonly options: readonly ChoiceOption[];
      /** The whole text with its parameters filled in, for channels without templates and for our own records. */
      readonly fallbackText: string;
    }
  | {
      readonly kind: "media";
      readonly type: "image" | "document";
      /** What `upload` of this channel gave. */
      readonly token: string;
      readonly fileName?: string | undefined;
      readonly caption?: string | undefined;
    };

export type OutMessage = {
  /** The outbox row's id. Statuses echo it, which is how an unknown send is settled. */
  readonly outboxId: string;
  readonly to: ChannelIdentity;
  readonly content: OutContent;
  /**
   * It may not be delivered after this moment (real time). A driver that cannot bound the delivery of a template so refuses
   * to begin; of what is no template the delivery cannot be bound at all, on any channel.
   */
  readonly notAfter?: DateTime | undefined;
  /** Provider id of the message this one answers. */
  readonly replyTo?: string | undefined;
};

/**
 * A send in its two moments, so that a caller can hold a database lock across the first and not across the second:
 *
 *     const sending = channel.send(message);   // inside the transaction that proved we may still write
 *     await sending.started;                    // then commit: a take-over can only come after the request has left
 *     const result = await sending.result;      // outside; the other side may take seconds
 *
 * `started` resolves when the whole request has been handed to the operating system, or when it is sure that nothing was
 * or will be sent, and within the driver's own limit (3 s) whatever happens. `result` resolves at or after `started`.
 */
export type Sending = { readonly started: Promise<void>; readonly result: Promise<SendResult> };

/**
 * What to do about a message that was not accepted:
 * `retry` soon, with backoff · `retryRecipient` slowly, this person only · `retryLater` in a day, or never ·
 * `reshape` never as it is: a template, another text, or our bug · `recipient` stop writing to this person here ·
 * `channel` stop the whole number and call a human.
 */
export type SendClass = "retry" | "retryRecipient" | "retryLater" | "reshape" | "recipient" | "channel";

export type Rejection = {
  readonly state: "rejected";
  /** The channel's own code, or `http.503`, or `not-started` when the request surely never left. */
  readonly code: string;
  readonly class: SendClass;
  /** The number itself goes too fast: everything it sends waits, not only this message. */
  readonly slowsChannel: boolean;
  /** The person gets too much from this number: nothing else goes to them for a while either. */
  readonly slowsRecipient: boolean;
  /** As the other side asked. */
  readonly retryAfterSeconds: number | undefined;
  /** For the operator; without secrets. */
  readonly detail: string;
};

export type SendResult =
  | { readonly state: "accepted"; readonly providerId: string }
  /** It may or may not have arrived. A status that echoes the outbox id settles it; after `settleBy` none is expected. */
  | { readonly state: "unknown"; readonly settleBy: DateTime; readonly detail: string }
  | Rejection;

export type Settlement =
  | { readonly state: "accepted"; readonly providerId: string }
  | { readonly state: "never-arrived" }
  /** The channel cannot be asked: only a status can tell. */
  | { readonly state: "cannot-tell" };

/** Where a picture or document of a debtor lies. The token is short-lived on Meta (7 days), so fetch it on arrival. */
export type MediaRef = {
  readonly token: string;
  readonly type: "image" | "document" | "audio" | "video" | "sticker";
  readonly mime: string;
  /** Lower-case hex, as the channel states it: the same receipt sent twice has the same one. */
  readonly sha256: string | undefined;
  readonly fileName: string | undefined;
};

export type InboundContent =
  | { readonly kind: "text"; readonly body: string }
  | { readonly kind: "choiceReply"; readonly id: string; readonly title: string }
  | { readonly kind: "media"; readonly media: MediaRef; readonly caption: string | undefined }
  /** A thumb on one of our messages. No emoji: the person took it back. It is never a yes. */
  | { readonly kind: "reaction"; readonly to: string; readonly emoji: string | undefined }
  /** WhatsApp tells us that the person goes by another number or id from now on. Nothing to answer. */
  | { readonly kind: "identityChanged"; readonly now: ChannelIdentity }
  /** Nothing we can read: what it was, and all of it as JSON for whoever looks into it. */
  | { readonly kind: "unsupported"; readonly what: string; readonly raw: string };

/** A channel and `providerId` name a message once: the database's unique key stops repeats. */
export type InboundMessage = {
  readonly type: "message";
  readonly providerId: string;
  readonly from: ChannelIdentity;
  readonly pushName: string | undefined;
  readonly sentAt: DateTime;
  readonly replyTo: string | undefined;
  readonly content: InboundContent;
};

export type DeliveryStatus = "sent" | "delivered" | "read" | "failed";

/** A channel, `providerId` and `status` name a status once. */
export type InboundStatus = {
  readonly type: "status";
  readonly providerId: string;
  readonly outboxId: string | undefined;
  readonly status: DeliveryStatus;
  readonly at: DateTime;
  readonly recipient: ChannelIdentity;
  /** What the channel says that the message costs; not with every status. */
  readonly pricing?: StatusPricing | undefined;
  /** Why it failed, in the channel's code. */
  readonly code: string | undefined;
  readonly detail: string | undefined;
};

/** Meta's words: `utility`, `marketing`, `service` …; `regular`, `free_customer_service`, `free_entry_point`. Prices are in no webhook. */
export type StatusPricing = {
  readonly billable: boolean;
  readonly category: string;
  readonly type: string | undefined;
};
