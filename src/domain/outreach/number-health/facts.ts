import type { ChannelKind } from "../../channel-kind.ts";

/** What a stretch of time held for one number. People are contacts; nobody counts twice in one count. */
export type Counts = {
  /** Messages that left, to whomever. */
  readonly sent: number;
  /** People whom we wrote to outside WhatsApp's 24 hours. */
  readonly people: number;
  /** Of the people we began to write to at least a day ago: how many there are, and how many have written back since. */
  readonly begun: number;
  readonly replied: number;
  /** Messages that failed, by what that says of the number (`failure-class.ts`). */
  readonly undeliverable: number;
  readonly capped: number;
  readonly otherFailures: number;
  /** People who told us to stop, or told Meta (131050), or are known to have blocked the number. */
  readonly stops: number;
};

/** What was decided last of this number while it was not stopped: a stop in between heals nothing. */
export type Before = {
  readonly verdict: Verdict;
  readonly peopleADay: number | null;
  readonly hoursAgo: number;
};

/** A number as its health is judged: facts of this moment, none of them a counter that a missed event would falsify. */
export type NumberFacts = {
  readonly kind: ChannelKind;
  /** Whole days since it was first used. 0 for one that never was. */
  readonly ageDays: number;
  /** The least of what Meta allows and what somebody set: people in 24 hours. Null: any number. */
  readonly metaLimit: number | null;
  readonly quality: "GREEN" | "YELLOW" | "RED" | "UNKNOWN";
  /** Why nothing may be sent through it now: Meta's code, or the link's state. Null while it works. */
  readonly blockedBecause: string | null;
  /** The restriction that stopped it and that nobody has lifted since. */
  readonly stoppedBy: string | null;
  /** Whole days since a person let it go on after a stop. Null: never stopped. */
  readonly resumedDaysAgo: number | null;
  readonly errorsInARow: number;
  readonly day: Counts;
  readonly week: Counts;
  readonly before: Before | null;
};

/** From the best to the worst. */
export const VERDICTS = ["normal", "warming-up", "slowed", "stopped"] as const;
export type Verdict = (typeof VERDICTS)[number];
