import type { Moment } from "./common.ts";

/** `GET /api/channels/:id/decisions?after=…` → `NumberDecisions`: what the governor of a number's health decided, newest first. */
export type NumberDecisions = {
  readonly decisions: readonly NumberDecisionView[];
  /** Hand it back as `?after=` for older ones. Null: those were all. */
  readonly next: string | null;
};

export type NumberDecisionView = {
  readonly id: string;
  readonly at: Moment;
  readonly verdict: "warming-up" | "normal" | "slowed" | "stopped";
  /** To how many people what we start may go in 24 hours. Null: only Meta's own limit counts. */
  readonly peopleADay: number | null;
  /** The shortest time between two messages of the number. 0: as fast as its channel may go. */
  readonly everyMs: number;
  readonly ruleVersion: string;
  /** Every rule that had something to say; the first is the one that held it back most. */
  readonly reasons: readonly NumberReasonView[];
  /** When it is looked at again at the latest. Null: a person has to let it go on. */
  readonly lookAgainAt: Moment | null;
};

export type NumberReasonView = {
  /** A name of the table in docs/number-health.md, such as `reply-ratio`. */
  readonly rule: string;
  /** What it was judged by: counts, words and shares, as they were then. */
  readonly inputs: Readonly<Record<string, number | string | null>>;
  /** The rule's limit. Null where it is a word of Meta's or WhatsApp's and no number. */
  readonly threshold: number | null;
  /** Where the rule comes from: a page, an issue, or `our choice`. */
  readonly source: string;
};

/**
 * `POST /api/channels/:id/resume` → 204, on the record: a person lets a stopped number go on. It warms up anew. 404 when there is no such
 * number, 409 when it is not stopped, or rests still after a restriction (the message says until when).
 */
export type ResumeNumber = Record<string, never>;

/**
 * `GET` and `PUT /api/business/moves-to-other-number` (204, on the record): whether what we wanted to begin by a number that was lost
 * begins on another one, with whom has authorised that. Off unless somebody turned it on.
 */
export type MovesToOtherNumber = { readonly moves: boolean };
