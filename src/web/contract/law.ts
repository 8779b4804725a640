import type { ClauseView, Day, Moment } from "./common.ts";

/**
 * `GET /api/contact-law` → `ContactLaw`: the countries whose law is written. The business's own comes first, then those its debtors
 * live in, the most debtors first, then the others by name.
 */
export type ContactLaw = {
  readonly countries: readonly CountryWithLaw[];
  /** Where debtors live and nothing is written: nobody there is written to. */
  readonly unwritten: readonly { readonly country: string; readonly name: string; readonly debtors: number }[];
  /** What the business once chose and this version offers no more: the default is in force instead. */
  readonly unknown: readonly { readonly country: string; readonly reading: string; readonly option: string }[];
};
export type CountryWithLaw = {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly name: string;
  readonly isOwn: boolean;
  /** Who lives there; those of whom nobody said where are counted in the business's own. */
  readonly debtors: number;
  /** As it stands in every decision: with the readings chosen other than the default. */
  readonly version: string;
};

/**
 * `GET /api/contact-law/:country?part=SP` → `CountryLaw`: the law of a country, or of one part of it, as it holds for this
 * business now, in the language of the session. 404 where no law is written.
 */
export type CountryLaw = {
  readonly country: string;
  readonly name: string;
  readonly version: string;
  /** The part of ISO 3166-2 after the hyphen. Null: the whole country, and those of whom the part is not known. */
  readonly part: string | null;
  /** Those with rules of their own. */
  readonly parts: readonly string[];
  readonly zones: readonly string[];
  readonly hours: {
    /** Monday first, where the person is. No hours: closed. */
    readonly week: readonly { readonly name: string; readonly open: readonly OpenHours[] }[];
    readonly clause: ClauseView;
  };
  /** Closed days of the next 60. Null: the rules close no holiday. */
  readonly holidays: { readonly next: readonly Day[]; readonly clause: ClauseView } | null;
  /** How often. Empty: the rules name no number. */
  readonly limits: readonly RuleSaid[];
  /** What counts towards them, in a sentence. */
  readonly counts: string;
  readonly chapters: readonly LawChapter[];
  readonly readings: readonly ReadingView[];
  readonly history: readonly ReadingChoice[];
};
/** `HH:mm`; the end is out. */
export type OpenHours = { readonly start: string; readonly end: string };
export type RuleSaid = { readonly says: string | null; readonly clause: ClauseView | null };
export type LawChapter = {
  readonly topic: "who" | "answers" | "stops" | "content";
  readonly heading: string;
  readonly note: string | null;
  readonly rules: readonly RuleSaid[];
};

/** Sources conflict, and a business may choose. */
export type ReadingView = {
  readonly name: string;
  /** What they do not agree about. */
  readonly about: string;
  readonly options: readonly ReadingOptionView[];
  /** Who chose the one in force. Null: nobody did, and it is the default. */
  readonly chosen: ReadingChoice | null;
};
export type ReadingOptionView = {
  readonly name: string;
  readonly clause: ClauseView;
  readonly isInForce: boolean;
  /** Beside the default. `mixed`: more of one thing, less of another. */
  readonly strictness: "default" | "stricter" | "looser" | "mixed";
  /** What would hold from then on; empty for the one in force. */
  readonly changes: readonly ReadingChange[];
};
export type ReadingChange = {
  readonly topic: "place" | "hours" | "holidays" | "caps" | "counts";
  /** In that part of the country alone. Null: everywhere. */
  readonly part: string | null;
  readonly before: string;
  readonly after: string;
};
/** Newest first. */
export type ReadingChoice = {
  readonly id: string;
  readonly at: Moment;
  readonly by: string | null;
  readonly reading: string;
  /** What the sources do not agree about. Null when it is no longer open. */
  readonly about: string | null;
  readonly from: ReadingName | null;
  readonly to: ReadingName;
  readonly reason: string;
};
/** `says` is null when this version offers it no more. */
export type ReadingName = { readonly name: string; readonly says: string | null };

/**
 * `PUT /api/contact-law/:country/readings/:reading` → 204, on the record. 400 lists what may be chosen. It holds from the next
 * decision on, also for what waits. To go back to the default is a choice like any other.
 */
export type ChooseReading = { readonly option: string; readonly reason: string };
