import type { HandOverReason } from "../../../flows/vocabulary.ts";
import type { Outcome } from "../../domain/outcome.ts";
import type { Language, Moment, Page, Person } from "./common.ts";
import type { Author } from "./thread.ts";

export type { HandOverReason } from "../../../flows/vocabulary.ts";
export type { Outcome } from "../../domain/outcome.ts";

/** `waiting`: handed over and nobody's yet. `mine`: I have it. `bot`: open, the bot's. `all`: open and closed. */
export type InboxView = "waiting" | "mine" | "bot" | "closed" | "all";

/**
 * `GET /api/inbox?view=waiting&search=…&outcome=…` → `Inbox`. `search`: a name without its accents, a phone in any
 * spelling, or the business's own reference. `outcome`: only those with that one. Waiting: gravest reason first, then
 * longest wait. Others: newest first.
 */
export type Inbox = Page<ConversationSummary> & { readonly counts: Readonly<Record<InboxView, InboxCount>> };

/** Counted up to `more`: a business with a million closed chats is not counted through on each look. */
export type InboxCount = { readonly count: number; readonly more: boolean };

/**
 * `GET /api/inbox/outcomes?view=closed` → `InboxOutcomes`: how many conversations of a view have each outcome, as many as
 * `outcome=…` lists without a `search`. What none has is left out.
 */
export type InboxOutcomes = { readonly counts: readonly OutcomeCount[] };

export type OutcomeCount = InboxCount & { readonly outcome: Outcome };

export type ConversationSummary = {
  readonly id: string;
  readonly contact: { readonly id: string; readonly name: string | null; readonly phone: string | null };
  /** Null: a stranger. */
  readonly debtor: { readonly id: string; readonly name: string; readonly reference: string } | null;
  readonly language: Language;
  readonly owner: Owner;
  /** The state of the flow, such as `verifying`. */
  readonly state: string;
  readonly handedOverBecause: HandOverReason | null;
  readonly handedOverAt: Moment | null;
  readonly lastInboundAt: Moment | null;
  /** The newest message, cut to 120 characters. */
  readonly preview: {
    readonly author: Author;
    readonly body: string;
    readonly at: Moment;
  } | null;
  readonly openedAt: Moment;
  readonly closedAt: Moment | null;
  /** How it ended: the last that was appended. An open one has one too once it promised, say, or was handed over. */
  readonly outcome: Outcome | null;
};

export type Owner =
  | { readonly kind: "bot" }
  | { readonly kind: "nobody" }
  | { readonly kind: "agent"; readonly agent: Person; readonly isMe: boolean };

/**
 * `GET /api/outcomes?from=2026-11-01&to=2026-11-30` (days in the business's zone, both included, each may be left out) →
 * `Outcomes`. A conversation counts once, under its last outcome and on that one's day, so without days these are the
 * counts of the inbox's view `all`.
 */
export type Outcomes = {
  readonly from: string | null;
  readonly to: string | null;
  readonly counts: readonly { readonly outcome: Outcome; readonly byBot: number; readonly byAgents: number }[];
};

/** `POST /api/conversations` → `Opened`: the bot writes first, when the law allows it. */
export type OpenConversations = { readonly debtorIds: readonly string[] };
/** `skipped`: nothing is owed, no number is theirs, or a conversation is open already. When each leaves is the gate's to decide. */
export type Opened = { readonly opened: number; readonly skipped: number };
