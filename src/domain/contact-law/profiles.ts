import { assert } from "../assert.ts";
import type { Clause } from "./clause.ts";
import { CO, COLOMBIA_READINGS, colombia } from "./colombia.ts";
import { CONTENT_RULES } from "./content/lint.ts";
import type { ContentRule } from "./content/rule.ts";
import { UNKNOWN_JURISDICTION_CLAUSE } from "./decide.ts";
import type { Profile, Reading } from "./profile.ts";

/** Which reading a business takes where sources conflict, by name: `{ contact: "two_way_only" }`. */
export type Choices = { readonly readings?: Readonly<Record<string, string>> };

type CountryLaw = {
  readonly readings: readonly Reading[];
  readonly clauses: Readonly<Record<string, Clause>>;
  readonly profile: (readings: Readonly<Record<string, string>>) => Profile;
};

const COUNTRIES: Readonly<Record<string, CountryLaw>> = {
  CO: { readings: COLOMBIA_READINGS, clauses: CO, profile: colombia },
};

const built = new Map<string, Profile>();

/**
 * The contact law of a country (ISO 3166-1 alpha-2), undefined where none is written yet: `decide` then refuses. The same
 * choices give the same object, so that what is computed once for a profile stays computed.
 * @throws {BrokenInvariant} for a reading the country does not offer: what may be chosen is in `readingsOf`.
 */
export function profileOf(country: string, { readings = {} }: Choices = {}): Profile | undefined {
  const law = lawOf(country);
  if (!law) return undefined;
  const chosen = resolve(country, law.readings, readings);
  const key = `${country} ${JSON.stringify(chosen)}`;
  const profile = built.get(key) ?? law.profile(chosen);
  built.set(key, profile);
  return profile;
}

/** The conflicts a business may decide for that country, each with its options and their sources. */
export function readingsOf(country: string): readonly Reading[] {
  return lawOf(country)?.readings ?? [];
}

/** A clause by the id that a record keeps. */
export function findClause(id: string): Clause | undefined {
  const countries = Object.values(COUNTRIES).flatMap((law) => Object.values(law.clauses));
  const words = CONTENT_RULES.flatMap((rule: ContentRule) => Object.values(rule.clauses));
  return [UNKNOWN_JURISDICTION_CLAUSE, ...countries, ...words].find((clause) => clause?.id === id);
}

function lawOf(country: string): CountryLaw | undefined {
  return Object.hasOwn(COUNTRIES, country) ? COUNTRIES[country] : undefined;
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
