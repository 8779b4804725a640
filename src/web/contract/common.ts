import type { Confidence } from "../../domain/contact-law/clause.ts";
import type { ErrorCode } from "../../domain/errors.ts";

/** `"COP 480000.00"`: `fromText` of `src/domain/money.ts` reads it. Never a number. */
export type MoneyText = string;
/** ISO 8601 in UTC: `2026-11-22T14:05:00.000Z`. */
export type Moment = string;
/** `2026-11-22`, in the zone of the person it is about. */
export type Day = string;

export type Language = "es" | "pt-BR" | "en";

export type Person = { readonly id: string; readonly name: string };

/** A part of a list, and where the next one begins. */
export type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null };

/** Every answer of 400 and above. A refusal that has more to say (see `ReplyRefused`) adds fields. */
export type Failure = {
  readonly code: ErrorCode | "internal";
  /** English, for an operator; the console shows its own words for the code. */
  readonly message: string;
  readonly requestId: string;
};

/** A rule that a decision rests on, in the language of the session. */
export type ClauseView = {
  readonly id: string;
  /** What nobody has verified is the house's policy and never shown as law. */
  readonly standing: "law" | "policy";
  readonly law: string;
  readonly article: string;
  readonly confidence: Confidence;
  readonly source: string;
  /** One sentence. Null when this build no longer knows the clause. */
  readonly text: string | null;
};

/** Why a message was sent, or was not. */
export type DecisionView = {
  /** Decided as the message was planned, or as it was about to leave. Null: asked for now, about no message. */
  readonly stage: "planning" | "dispatch" | null;
  readonly allowed: boolean;
  /** `OK`, `OUTSIDE_WINDOW`, `HOLIDAY`, `WEEKLY_CAP`, `HOLD_dispute` … */
  readonly reason: string;
  readonly clause: ClauseView | null;
  /** The next lawful moment. Null: it is allowed, or no passing of time allows it. */
  readonly until: Moment | null;
  /** The rule that forbids it longest until then, where it is another and somebody asks now; null beside a message. */
  readonly longestClause: ClauseView | null;
  readonly at: Moment;
  /** Readings that were in force because the business had chosen them instead of the default. */
  readonly readings: readonly HeldReadingView[];
};

/** A reading by its names, and in words: null when this build no longer has them. */
export type HeldReadingView = {
  readonly reading: string;
  readonly option: string;
  readonly about: string | null;
  readonly says: string | null;
};
