import type { ClauseView, Day, Moment, Page } from "./common.ts";

/**
 * `GET /api/blocked?from=…&to=…` → `Blocked`: what was not sent, by reason, the most frequent first. Days of the business, both
 * included; without them, all of it. A message that was refused twice counts twice.
 */
export type Blocked = {
  readonly from: Day | null;
  readonly to: Day | null;
  readonly rules: readonly BlockedRule[];
};

export type BlockedRule = {
  readonly reason: string;
  /** Names the clause when its messages are asked for. Empty where a refusal kept none. */
  readonly clauseId: string;
  readonly clause: ClauseView | null;
  readonly count: number;
  readonly latest: Moment;
};

/** `GET /api/blocked/messages?reason=…&clauseId=…&from=…&to=…` → `BlockedMessages`, newest first. */
export type BlockedMessages = Page<BlockedMessage>;

export type BlockedMessage = {
  readonly id: string;
  /** When it was refused. */
  readonly at: Moment;
  readonly kind: string;
  /** Null for a number that is nobody's yet. */
  readonly debtor: { readonly id: string; readonly name: string; readonly reference: string } | null;
  readonly conversationId: string;
  /** `waits` until `until`, `given_up` for good, `withdrawn` because it had become pointless, or it `left` later. */
  readonly became: "waits" | "given_up" | "withdrawn" | "left";
  /** When it is tried again. Null for what does not wait. */
  readonly until: Moment | null;
};
