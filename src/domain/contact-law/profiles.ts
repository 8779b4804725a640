import { assert } from "../assert.ts";
import type { Clause } from "./clause.ts";
import { CONTENT_RULES } from "./content/lint.ts";
import type { ContentRule } from "./content/rule.ts";
import { ARGENTINA } from "./countries/argentina.ts";
import { BRAZIL } from "./countries/brazil.ts";
import { CHILE } from "./countries/chile.ts";
import { COLOMBIA } from "./countries/colombia.ts";
import type { CountryLaw } from "./countries/country-law.ts";
import { ECUADOR } from "./countries/ecuador.ts";
import { MEXICO } from "./countries/mexico.ts";
import { PERU } from "./countries/peru.ts";
import { SPAIN } from "./countries/spain.ts";
import { UNITED_KINGDOM } from "./countries/united-kingdom.ts";
import { UNITED_STATES } from "./countries/united-states.ts";
import { UNKNOWN_JURISDICTION_CLAUSE } from "./decide.ts";
import { COLD_CONTACT_CLAUSE, NUMBER_HOURS_CLAUSE } from "./number-clauses.ts";
import type { Profile, Reading } from "./profile.ts";

export type Choices = {
  /** Which reading a business takes where sources conflict, by name: `{ contact: "two_way_only" }`. */
  readonly readings?: Readonly<Record<string, string>> | undefined;
  /** Where in the country the person lives: `SP`, or `BR-SP`. One without rules of its own is under the country's. */
  readonly subdivision?: string | undefined;
};

const COUNTRIES: readonly CountryLaw[] = [
  ARGENTINA,
  BRAZIL,
  CHILE,
  COLOMBIA,
  ECUADOR,
  MEXICO,
  PERU,
  SPAIN,
  UNITED_KINGDOM,
  UNITED_STATES,
];

const built = new Map<string, Profile>();

/**
 * The contact law of a country (ISO 3166-1 alpha-2), undefined where none is written yet: `decide` then refuses. The same
 * choices give the same object, so that what is computed once for a profile stays computed.
 * @throws {BrokenInvariant} for a reading the country does not offer: what may be chosen is in `readingsOf`.
 */
export function profileOf(country: string, { readings = {}, subdivision }: Choices = {}): Profile | undefined {
  const law = lawOf(country);
  if (!law) return undefined;
  const chosen = resolve(country, law.readings, readings);
  const part = subdivision?.toUpperCase().replace(`${country}-`, "");
  const choice = { readings: chosen, subdivision: law.subdivisions.find((known) => known === part) };
  const key = `${country} ${choice.subdivision} ${JSON.stringify(chosen)}`;
  const profile = built.get(key) ?? named(law.profile(choice), law.readings);
  built.set(key, profile);
  return profile;
}

/** Two profiles under different readings are different law: their versions say so, since a version is what people quote. */
function named(profile: Profile, offered: readonly Reading[]): Profile {
  const chosen = offered.flatMap(({ name, options }) => {
    const option = profile.readings[name];
    return option === options[0].name ? [] : [`+${name}=${option}`];
  });
  return { ...profile, version: [profile.version, ...chosen].join("") };
}

/** The conflicts a business may decide for that country, each with its options and their sources. */
export function readingsOf(country: string): readonly Reading[] {
  return lawOf(country)?.readings ?? [];
}

/** Every country whose law is written, each with its file. */
export function countriesWithLaw(): readonly CountryLaw[] {
  return COUNTRIES;
}

/** A clause by the id that a record keeps. */
export function findClause(id: string): Clause | undefined {
  const countries = COUNTRIES.flatMap(({ clauses }) => Object.values(clauses));
  const words = CONTENT_RULES.flatMap((rule: ContentRule) => Object.values(rule.clauses));
  const ours = [UNKNOWN_JURISDICTION_CLAUSE, COLD_CONTACT_CLAUSE, NUMBER_HOURS_CLAUSE];
  return [...ours, ...countries, ...words].find((clause) => clause?.id === id);
}

function lawOf(country: string): CountryLaw | undefined {
  return COUNTRIES.find((law) => law.country === country);
}

function resolve(country: string, offered: readonly Reading[], chosen: Readonly<Record<string, string>>) {
  for (const name of Object.keys(chosen)) {
    assert(
      offered.some((reading) => reading.name === name),
      `${country} has no reading named ${name}`,
    );
  }
  const pairs = offered.map(({ name, options }) => {
    const option = chosen[name] ?? options[0].name;
    assert(
      options.some((known) => known.name === option),
      `${country} has no option ${option} for ${name}`,
    );
    return [name, option] as const;
  });
  return Object.fromEntries(pairs);
}
