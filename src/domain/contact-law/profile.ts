import type { Zone } from "../time.ts";
import type { Clause, Texts } from "./clause.ts";
import type { Channel, Role } from "./facts.ts";
import type { HolidayCalendar } from "./holidays.ts";

/** A stretch of one day in minutes from midnight; `end` is out. */
export type Hours = { readonly start: number; readonly end: number };

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** 1 = Monday … 7 = Sunday; no hours means closed. */
export type WeekHours = Readonly<Record<Weekday, readonly Hours[]>>;

/**
 * A limit on how often. Checked in the order day, channel in the week, week, days running, gap, days between, rest
 * after the person answered. Days and ISO weeks are the person's; `days` are of 24 hours, but those of `min_days_between` are
 * whole days of the calendar that lie between two contacts. `channels` narrows it to sends on those channels and counts
 * only contacts on them; absent, it means all.
 */
export type Cap = { readonly clause: Clause; readonly channels?: readonly Channel[] } & (
  | { readonly kind: "per_day"; readonly max: number }
  | { readonly kind: "one_channel_per_week" }
  | { readonly kind: "per_week"; readonly max: number }
  | { readonly kind: "per_days"; readonly days: number; readonly max: number }
  | { readonly kind: "min_gap"; readonly hours: number }
  | { readonly kind: "min_days_between"; readonly days: number }
  | { readonly kind: "after_conversation"; readonly days: number }
);

/** What stays allowed in a stop state: nothing, one answer to each message the person writes, or any answer. */
export type Answers = "none" | "one" | "any";
export type StopRule = { readonly clause: Clause; readonly answers: Answers };

export const STOP_STATES = ["optedOut", "attorney", "moratorium", "deceased", "wrongPerson"] as const;
export type StopState = (typeof STOP_STATES)[number];

/** One country's law on contact, as the gate reads it. Every rule carries the clause it rests on. */
export type Profile = {
  readonly country: string;
  /** The part of the country whose own rules these are, such as `SP`; undefined for those of the whole country. */
  readonly subdivision: string | undefined;
  /**
   * Changes with each change of any rule, and names behind it each reading the business chose instead of the default:
   * `CO-2026.11+week=one_contact`. Kept with every decision.
   */
  readonly version: string;
  /** The readings chosen where sources conflict, by name: `{ contact: "each_send" }`. */
  readonly readings: Readonly<Record<string, string>>;
  readonly zones: readonly [Zone, ...Zone[]];
  readonly recipients: { readonly allowed: readonly Role[]; readonly clause: Clause };
  readonly stops: Readonly<Record<StopState, StopRule>>;
  readonly holds: { readonly clause: Clause };
  readonly content: { readonly clause: Clause };
  readonly reply: { readonly clause: Clause };
  /** The confirmation of an operation is exempt from hours and caps where the law says so. */
  readonly confirmation: { readonly exempt: boolean; readonly clause: Clause };
  readonly permission: { readonly clause: Clause };
  readonly channel: { readonly clause: Clause };
  /** Channels that the law bars whatever was permitted, asked for or confirmed; absent where it bars none. */
  readonly barred?: { readonly channels: readonly Channel[]; readonly clause: Clause };
  readonly zone: { readonly clause: Clause };
  readonly holidays: { readonly calendar: HolidayCalendar; readonly clause: Clause } | undefined;
  readonly hours: { readonly week: WeekHours; readonly clause: Clause };
  /** Other hours at the consumer's request, and what the law asks of that request; undefined where it knows none. */
  readonly requestedHours:
    | { readonly separateInstrument: boolean; readonly afterContract: boolean; readonly clause: Clause }
    | undefined;
  readonly inconvenient: { readonly clause: Clause };
  readonly caps: readonly Cap[];
  readonly countsAsContact: "each_send" | "two_way_only";
  /** Days a wait in working days counts, holidays apart. */
  readonly workingDays: readonly number[];
};

/** Where sources conflict: what a business may choose, by name. The first option is the default. */
export type Reading = {
  readonly name: string;
  /** What the sources do not agree about. */
  readonly about: Texts;
  /** Why the default is not the strictest of the options, where it is not. */
  readonly whyDefault?: Texts;
  readonly options: readonly [ReadingOption, ...ReadingOption[]];
};

/** `mixed`: it allows some of what the default forbids, and forbids some of what that allows. */
export type Strictness = "default" | "stricter" | "looser" | "mixed";
export type ReadingOption = { readonly name: string; readonly clause: Clause; readonly strictness: Strictness };

/** `hours("07:00", "19:00")`; the end is out. */
export function hours(start: string, end: string): Hours {
  return { start: minutesOf(start), end: minutesOf(end) };
}

/** Minutes from midnight of `HH:mm`. */
export function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * 60 + minute;
}
