import type { ClauseView, DecisionView, Failure, Moment, MoneyText, Person } from "./common.ts";
import type { ConversationSummary, Outcome } from "./inbox.ts";
import type { MessageReading } from "./readings.ts";

/** `GET /api/conversations/:id` → `Conversation`: the newest 100 items and everything around them. */
export type Conversation = ConversationSummary & {
  readonly epoch: number;
  /** The name of the number that it is on. */
  readonly number: string;
  /** The one on a number that was lost, from which this one goes on. Who was verified there is not verified here. */
  readonly continues: ConversationElsewhere | null;
  /** The one on another number as which this one went on, because its own was lost. */
  readonly wentOn: ConversationElsewhere | null;
  readonly composer: ComposerState;
  /** Business time after which only templates may be sent. Null: the debtor has not written yet. */
  readonly windowClosesAt: Moment | null;
  /** The right person was verified in this conversation. */
  readonly verifiedAt: Moment | null;
  /** When the bot will look at it again by itself. */
  readonly alarmAt: Moment | null;
  readonly owed: readonly MoneyText[];
  readonly holds: readonly HoldView[];
  readonly viewers: readonly Viewer[];
  /** Oldest first. */
  readonly items: readonly ThreadItem[];
  /** `GET /api/conversations/:id/items?before=<older>` → `OlderItems`. Null: these are all. */
  readonly older: string | null;
};

/** `number`: the name of the number that it is on. */
export type ConversationElsewhere = { readonly id: string; readonly number: string };

export type OlderItems = { readonly items: readonly ThreadItem[]; readonly older: string | null };

/**
 * `bot_owns`, `nobody_owns`: take over first. `other_owns`: a colleague has it; a supervisor may take it over with a reason.
 * `mine_open`: write until `windowClosesAt`. `mine_closed`: the 24 hours are over. `opted_out`: nothing can be sent to this
 * person but an answer to what they write. `closed`: the conversation has ended. Notes are always allowed.
 */
export type ComposerState =
  | "bot_owns"
  | "nobody_owns"
  | "other_owns"
  | "mine_open"
  | "mine_closed"
  | "opted_out"
  | "closed";

/** `since`: when somebody placed it; null for one that follows from something else, and ends with that. */
export type HoldView = { readonly kind: string; readonly since: Moment | null; readonly until: Moment | null };

export type Viewer = Person & { readonly isWriting: boolean };

export type ThreadItem = MessageItem | UnsentItem | NoteItem | HappeningItem;

export type MessageItem = {
  readonly type: "message";
  readonly id: string;
  readonly at: Moment;
  readonly direction: "in" | "out";
  readonly author: Author;
  /** `text`, `choice`, `choiceReply`, `template`, `image`, `document`, `audio` … */
  readonly kind: string;
  readonly body: string;
  /** What the buttons or the list of it offered. */
  readonly options: readonly { readonly id: string; readonly title: string }[];
  /** Of our own: the best status known; `failed` is never hidden. Null for the debtor's. */
  readonly status: "sending" | "sent" | "delivered" | "read" | "failed" | "unknown" | null;
  readonly failedCode: string | null;
  /** What it means that it `failed`, and what to do, in the reader's language. Null for what did not fail. */
  readonly failedBecause: string | null;
  /** `GET` it: what the debtor sent, once it was fetched from WhatsApp; null while it was not, and when it is not to be had. */
  readonly fileUrl: string | null;
  readonly fileMime: string | null;
  /** As whoever sent it called it; null where it has none. */
  readonly fileName: string | null;
  readonly cardNumberDropped: boolean;
  /** A debtor's message that no turn has taken yet. */
  readonly waits: boolean;
  /** Why it was allowed. Null for the debtor's. */
  readonly decision: DecisionView | null;
  /** How the bot read the debtor's words. Null for ours, for a button, and for what has no words or was not read. */
  readonly reading: MessageReading | null;
};

/** What should have been said and was not: it waits, or it never will be. */
export type UnsentItem = {
  readonly type: "unsent";
  readonly id: string;
  readonly at: Moment;
  readonly author: Author;
  /** `opening`, `reminder`, `answer`, `receipt`, `agent` … */
  readonly kind: string;
  /** The message's key, or the agent's own text. */
  readonly message: string | null;
  readonly text: string | null;
  readonly state: "queued" | "sending" | "unknown" | "rejected" | "blocked" | "superseded";
  /** Business time before which it may not leave. */
  readonly sendAt: Moment;
  /**
   * Why it leaves then and not as soon as the law allows. `messaging_limit`, `number_health`: the number has no room for one person more
   * within 24 hours, by Meta's limit or for its own health. `number_stopped`: nothing leaves by it until a person lets it go on.
   * `channel_down`: it is not connected now. `template`: Meta has not approved its template, or has stopped it,
   * or we have.
   */
  readonly waitsBecause: "messaging_limit" | "number_health" | "number_stopped" | "channel_down" | "template" | null;
  /** The last one: for what is blocked or postponed, why and until when. */
  readonly decision: DecisionView | null;
  readonly failure: string | null;
};

export type NoteItem = {
  readonly type: "note";
  readonly id: string;
  readonly at: Moment;
  readonly author: Author;
  readonly body: string;
};

/** A move of the conversation: what happened, and from which state to which. */
export type HappeningItem = {
  readonly type: "happening";
  readonly id: string;
  readonly at: Moment;
  /** The flow's event: `debtor.disputed`, `agent.tookOver` …, or `agent.closed`. */
  readonly event: string;
  readonly from: string;
  readonly to: string;
  readonly handled: boolean;
  readonly agent: Person | null;
};

export type Author =
  | { readonly kind: "debtor" }
  | { readonly kind: "bot" }
  /** Written on the linked phone itself, by whoever has it in their hand. */
  | { readonly kind: "phone" }
  | { readonly kind: "agent"; readonly agent: Person };

/** `POST /api/conversations/:id/take-over` → `TakenOver`; 409 `conversation.taken` when a colleague has it. With a `reason` and
 * the right to it (`conversations.steal`) it is taken from them. */
export type TakeOver = { readonly reason?: string };
/** These were already on their way and may still arrive. */
export type TakenOver = { readonly inFlight: readonly { readonly id: string; readonly body: string }[] };

/** `POST /api/conversations/:id/hand-back` → 204. `verified`: the agent is sure who it is. */
export type HandBack = { readonly verified?: boolean };

/** `POST /api/conversations/:id/reply` → 202 `Replied`, or `ReplyRefused`. */
export type Reply = {
  readonly text: string;
  /** The newest message of the debtor's that was on screen, null without one: when there is a newer one, nothing is sent. */
  readonly lastSeenMessageId: string | null;
  /** After `content.doubtful`: the rules of the doubts that were read, and that it is sent in spite of. */
  readonly confirmed?: readonly string[];
  /** What was attached before: the text is its caption then, of at most 900 characters, and may be empty. */
  readonly fileId?: string;
};
/**
 * `POST /api/conversations/:id/files`: the file itself as the body, its name in `X-File-Name` → 201 `Attached`. It is sent by the
 * reply that names it. 400 `request.invalid` (no picture and no PDF), 413 `request.too-large`, 409 `conversation.taken` |
 * `request.conflict` (it is closed, or the person has not proved who they are), 503 `channel.unavailable`.
 */
export type Attached = { readonly id: string };
export type Replied = { readonly outboxId: string };
/**
 * 409 `conversation.taken` | `conversation.stale` | `conversation.window-closed` | `request.conflict` (it is closed) |
 * `content.doubtful` (send it again with `confirmed`), 422 `content.forbidden`. `missed`: with `stale`, the newest items of
 * the thread. `findings`: with `content.…`, what the text may not say, or leaves out, and how to say it. Whether the law lets it leave now is decided at the gate: watch the item's `decision`.
 */
export type ReplyRefused = Failure & {
  readonly missed?: readonly ThreadItem[];
  readonly findings?: readonly ContentFindingView[];
};

/** `forbidden` stops the message; `doubtful` asks to look at it again. `start` and `end` are places in the text, or null where
 * something is missing. */
export type ContentFindingView = {
  readonly rule: string;
  readonly severity: "forbidden" | "doubtful";
  readonly start: number | null;
  readonly end: number | null;
  readonly advice: string;
  readonly clause: ClauseView;
};

/** `POST /api/conversations/:id/notes` → 201 `{ id }`. Its own address: a note cannot be sent to a debtor. */
export type AddNote = { readonly text: string };

/** `POST /api/conversations/:id/close` → 204. */
export type CloseConversation = { readonly outcome: Outcome };

/**
 * `POST /api/conversations/:id/viewing` → 204, every 10 s while it is open; forgotten after 25 s.
 * @public
 */
export type Viewing = { readonly isWriting: boolean };
