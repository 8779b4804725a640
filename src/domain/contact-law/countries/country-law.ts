import type { Clause } from "../clause.ts";
import type { Profile, Reading } from "../profile.ts";

/** What a business chose of what a country leaves open, each reading resolved to one of its options. */
export type Choice = {
  readonly readings: Readonly<Record<string, string>>;
  /** One of the country's `subdivisions`; undefined where it is not known or has no rules of its own. */
  readonly subdivision: string | undefined;
};

/** One country's file. */
export type CountryLaw = {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly readings: readonly Reading[];
  /** Every clause a decision of this country may cite. */
  readonly clauses: Readonly<Record<string, Clause>>;
  /** Those with rules of their own, as the part of ISO 3166-2 after the hyphen: `SP`. */
  readonly subdivisions: readonly string[];
  readonly profile: (choice: Choice) => Profile;
};
