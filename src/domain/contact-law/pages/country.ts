import type { Clause } from "../clause.ts";
import { CONTENT_RULES } from "../content/lint.ts";
import type { ContentRule } from "../content/rule.ts";
import type { CountryLaw } from "../countries/country-law.ts";
import type { Profile } from "../profile.ts";
import type { PageLanguage, PageWords } from "./words.ts";

/** The years whose holidays are printed: the one this was written in, and the next. */
export const YEARS = [2026, 2027] as const;

/** What one page is made from: the country's file, its profile by default, and the words of its lawyers. */
export type Country = {
  readonly law: CountryLaw;
  readonly profile: Profile;
  readonly language: PageLanguage;
  readonly words: PageWords;
};

export function nameOf(country: string, language: PageLanguage): string {
  return new Intl.DisplayNames([language], { type: "region" }).of(country) ?? country;
}

/** Every clause that a decision of this country may cite, those of forbidden words included, each once. */
export function clausesOf(law: CountryLaw): Clause[] {
  const words = contentRules(law.country).map(({ clause }) => clause);
  const offers = law.readings.some(({ name }) => name === "frequency");
  const own = Object.entries(law.clauses).filter(([name]) => offers || !OF_FREQUENCY.has(name));
  const clauses = [...own.map(([, clause]) => clause), ...words];
  return [...new Map(clauses.map((clause) => [clause.id, clause])).values()];
}

/** The clauses that apply in that country to words that may not be said. */
export function contentRules(country: string) {
  return CONTENT_RULES.flatMap(({ clauses, severity }: ContentRule) => {
    const clause = clauses[country] ?? clauses.elsewhere;
    return clause ? [{ clause, severity }] : [];
  });
}

/** The house's own numbers, which only a country that names none lets a business choose. */
const OF_FREQUENCY = new Set(["onceADay", "thriceAWeek", "noCap"]);
