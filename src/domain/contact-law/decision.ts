import type { DateTime } from "luxon";
import type { HoldKind } from "../outreach/holds.ts";
import type { Clause } from "./clause.ts";
import type { Trigger } from "./facts.ts";

export const ALLOW_REASONS = [
  "OK",
  "REPLY_TO_DEBTOR",
  "OPERATION_CONFIRMATION",
  "REPLY_ONCE_AFTER_OPT_OUT",
  "CONSUMER_REQUESTED_HOURS",
] as const;
export type AllowReason = (typeof ALLOW_REASONS)[number];

const DENY_REASONS = [
  "OUTSIDE_WINDOW",
  "OUTSIDE_WINDOW_AT_POSSIBLE_LOCATION",
  "HOLIDAY",
  "DAILY_CAP",
  "WEEKLY_CAP",
  "MIN_GAP",
  "SECOND_CHANNEL_SAME_WEEK",
  "CHANNEL_NOT_AUTHORISED",
  "THIRD_PARTY",
  "OPTED_OUT",
  "ATTORNEY_REPRESENTED",
  "KNOWN_INCONVENIENT_TIME",
  "MORATORIUM",
  "UNKNOWN_JURISDICTION",
  "UNKNOWN_TIMEZONE",
  "NO_PERMISSION",
  "DECEASED",
  "WRONG_PERSON",
  "CONTENT_FORBIDDEN",
  /** Not the law's: the number may write first only to who has written to it. */
  "COLD_CONTACT",
  /** Nor this: a linked phone begins nothing at that hour. */
  "NUMBER_HOURS",
] as const;
export type DenyReason = (typeof DENY_REASONS)[number] | `HOLD_${HoldKind}`;

/** Which profile decided: enough to decide the same again years later. */
export type DecidedBy = {
  readonly country: string;
  /** The part of the country whose own rules decided; null for those of the whole country. */
  readonly subdivision: string | null;
  /** `none` where no profile exists for the country. */
  readonly version: string;
  /** The readings in force where sources conflict, by name. */
  readonly readings: Readonly<Record<string, string>>;
};

/** `judgedAs` is what the message may pass as, which is not always what it was meant as. */
export type Decision = {
  readonly clause: Clause;
  readonly judgedAs: Trigger;
  readonly profile: DecidedBy;
} & (
  | { readonly allowed: true; readonly reason: AllowReason }
  /** `until` is the next moment (UTC) at which these facts allow it; null when no passing of time does. */
  | {
      readonly allowed: false;
      readonly reason: DenyReason;
      readonly until: DateTime | null;
      /** The rule that forbids it longest on the way to `until`, where that is another: a day's limit is over long before a week's. */
      readonly longestClause: Clause | null;
    }
);

/** What one check says: pass on (undefined), allow, or refuse until that moment in ms (null when time alone lifts nothing). */
export type Verdict =
  | { readonly allowed: true; readonly reason: AllowReason; readonly clause: Clause }
  | { readonly allowed: false; readonly reason: DenyReason; readonly clause: Clause; readonly untilMs: number | null };

export function refuse(reason: DenyReason, clause: Clause, untilMs: number | null): Verdict {
  return { allowed: false, reason, clause, untilMs };
}

export function allow(reason: AllowReason, clause: Clause): Verdict {
  return { allowed: true, reason, clause };
}
