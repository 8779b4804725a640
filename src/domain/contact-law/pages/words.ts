import type { Confidence, Texts } from "../clause.ts";
import type { Channel, Role } from "../facts.ts";
import type { Answers, Cap, Profile, StopState } from "../profile.ts";

export type PageLanguage = keyof Texts;

/** What a country's page says besides its rules. A language with a hole in it does not compile. */
export type PageWords = {
  readonly title: (country: string) => string;
  readonly made: (file: string, command: string) => string;
  readonly noLawyer: string;
  readonly version: string;
  readonly headings: {
    readonly hours: string;
    readonly holidays: string;
    readonly caps: string;
    readonly who: string;
    readonly answers: string;
    readonly stops: string;
    readonly content: string;
    readonly readings: string;
    readonly parts: string;
    readonly rules: string;
    readonly secondary: string;
  };
  readonly hours: {
    readonly day: string;
    readonly from: string;
    readonly closed: string;
    readonly zone: string;
    readonly zones: string;
  };
  readonly holidays: {
    readonly month: string;
    readonly none: string;
    readonly corrected: string;
  };
  readonly caps: {
    readonly none: string;
    readonly cap: (cap: Cap) => string;
    readonly counts: Readonly<Record<Profile["countsAsContact"], string>>;
  };
  readonly who: { readonly roles: string; readonly role: Readonly<Partial<Record<Role, string>>> };
  readonly answers: {
    readonly reply: string;
    readonly exempt: string;
    readonly notExempt: string;
    readonly requested: string;
    readonly separate: string;
    readonly after: string;
    readonly noRequested: string;
    readonly inconvenient: string;
  };
  readonly stops: {
    readonly state: string;
    readonly left: string;
    readonly rule: string;
    readonly states: Readonly<Record<StopState, string>>;
    readonly answers: Readonly<Record<Answers, string>>;
    readonly holds: string;
  };
  readonly content: { readonly forbidden: string; readonly doubtful: string };
  readonly readings: { readonly explain: string; readonly byDefault: string };
  readonly parts: {
    readonly explain: string;
    readonly part: string;
    readonly hours: string;
    readonly own: (year: number) => string;
  };
  readonly rules: {
    readonly columns: readonly [string, string, string, string, string, string];
    readonly standing: { readonly law: string; readonly policy: string };
    readonly confidence: Readonly<Record<Confidence, string>>;
  };
  /** As in "two contacts a week (messages)". */
  readonly channel: Readonly<Record<Channel, string>>;
  readonly secondary: { readonly explain: string; readonly none: string };
};
