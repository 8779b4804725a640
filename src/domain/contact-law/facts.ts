import type { DateTime } from "luxon";
import type { HoldKind, MessageKind } from "../outreach/holds.ts";
import type { IsoDate, Zone } from "../time.ts";

export const CHANNELS = ["whatsapp", "sms", "email", "voice", "visit"] as const;
export type Channel = (typeof CHANNELS)[number];

/** Those by which people of the business, and not Saldar, reach somebody. */
export const OTHER_CHANNELS = ["sms", "email", "voice", "visit"] as const satisfies readonly Channel[];
export type OtherChannel = (typeof OTHER_CHANNELS)[number];

/** Why a message would leave. A confirmation is a receipt or an agreed plan: the record of an operation, never a demand. */
export const TRIGGERS = ["proactive", "reply", "confirmation"] as const;
export type Trigger = (typeof TRIGGERS)[number];

/** `stranger`: wrote to us first and has not said who they are. They can be answered and never approached. */
export const ROLES = [
  "debtor",
  "co_debtor",
  "guarantor",
  "stranger",
  "reference",
  "relative",
  "employer",
  "other",
] as const;
export type Role = (typeof ROLES)[number];

/** How we know where the person lives: it was told, their area code makes it plausible, or it is only where the creditor is. */
export type PlaceKnown = "said" | "plausible" | "assumed";

/** A stretch of some weekdays in the person's civil time. `start` is in, `end` is out; `end` before `start` passes midnight. */
export type WeeklyTime = {
  /** 1 = Monday … 7 = Sunday. */
  readonly days: readonly number[];
  /** `HH:mm`, 24 hours. */
  readonly start: string;
  readonly end: string;
};

/** One thing that already left for this person. A send that the channel refused is not one, and a burst is one. */
export type Contact = {
  readonly at: DateTime;
  readonly channel: Channel;
  /** False for answers and confirmations, which count towards no cap. */
  readonly proactive: boolean;
  /** The person reacted to it: only then it counts under the "two-way" reading of a contact. */
  readonly answered?: boolean;
};

export type Hold = {
  readonly kind: HoldKind;
  readonly stops: readonly MessageKind[];
  /** When it ends by itself; absent when only a person or a fact can lift it. */
  readonly until?: DateTime;
};

/** The person's permission to be contacted. */
export type Permission = {
  readonly channels: readonly Channel[];
  /** Only words of the debtor's own, said after an opt-out, lift the opt-out: no upload and no agent does. */
  readonly source: "upload" | "agent" | "debtor_words";
  readonly givenAt: DateTime;
};

/** A lawyer speaks for the person; the three questions are those of Regulation F, 12 CFR 1006.6(b)(2). */
export type Attorney = {
  readonly contactKnown: boolean;
  readonly unresponsive: boolean;
  readonly consentsToDirect: boolean;
};

/**
 * What the gate knows about one message to one person. The gate is per person and not per debt: two debts of one person
 * are one message and one contact, so `contacts` and `holds` are those of the person, over all their debts.
 */
export type Facts = {
  /** ISO 3166-1 alpha-2 of the law the person lives under. Kept in the record also when no profile exists for it. */
  readonly country: string;
  readonly placeKnown?: PlaceKnown;
  /** What the message is meant as; the gate itself checks whether it may pass as that. */
  readonly trigger: Trigger;
  readonly messageKind: MessageKind;
  readonly channel: Channel;
  readonly recipient: Role;
  /** Every zone the person may be in; all of them must allow the send. */
  readonly zones: readonly Zone[];
  readonly permission?: Permission;
  readonly optedOutAt?: DateTime;
  readonly attorney?: Attorney;
  readonly moratorium?: { readonly type: string; readonly lastProtectedDay: IsoDate };
  readonly deceased?: boolean;
  readonly wrongPerson?: boolean;
  readonly holds: readonly Hold[];
  /** At least those of the last eight days, in any order. */
  readonly contacts: readonly Contact[];
  readonly lastInboundAt?: DateTime;
  /** An outcome ended the chat. A hand-over to an agent does not: the chat goes on. */
  readonly conversationClosed: boolean;
  /** Bursts of ours since the debtor's last message (`countBursts`), the answer itself included. */
  readonly repliesSinceDebtorWrote: number;
  /** Other hours the person asked for: they widen the law's window. */
  readonly requestedHours?: WeeklyTime & { readonly separateInstrument: boolean; readonly afterContract: boolean };
  /** Times the person said are bad: they narrow it. */
  readonly inconvenient?: readonly WeeklyTime[];
  /** The channel may still deliver it this long after it was sent: hours must allow that moment as well. Absent: at once. */
  readonly deliveredWithinSeconds?: number;
  /** `lint` found words that may not be said; a finding that is only doubtful does not count here. */
  readonly forbiddenContent?: boolean;
  /** The number it would leave by may write first only to who has written to it before, and this person has not. */
  readonly coldOnNumber?: boolean;
  /** Times at which that number begins nothing. */
  readonly quiet?: readonly WeeklyTime[];
};
