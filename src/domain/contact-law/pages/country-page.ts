import type { CountryLaw } from "../countries/country-law.ts";
import { holidaysOf } from "../holidays.ts";
import { profileOf } from "../profiles.ts";
import { type Country, clausesOf, nameOf, YEARS } from "./country.ts";
import { partsOf } from "./parts.ts";
import { rulesOf, secondaryOf } from "./rules.ts";
import { answersOf, forbiddenOf, limitsOf, rolesOf, stopsOf, type Told, whoOf } from "./told.ts";
import type { PageLanguage } from "./words.ts";
import { WORDS } from "./words-of.ts";
import { sentence, table, WEEKDAYS, weekdayName, writtenHours } from "./write.ts";

const LANGUAGE_OF: Readonly<Record<string, PageLanguage>> = { BR: "pt-BR", GB: "en", US: "en" };

/**
 * The law of a country as its own lawyers would read it, in Markdown: all of it from the profile, so it cannot lie.
 *
 * @param command what writes the page again, named at its top.
 */
export function countryPage(law: CountryLaw, command: string): string {
  const profile = profileOf(law.country) ?? law.profile({ readings: {}, subdivision: undefined });
  const language = LANGUAGE_OF[law.country] ?? "es";
  const country: Country = { law, profile, language, words: WORDS[language] };
  const { words } = country;
  const { headings } = words;
  const clauses = clausesOf(law);
  const chapters: readonly (readonly [string, readonly string[]])[] = [
    [headings.hours, hoursOf(country)],
    [headings.holidays, holidayLines(country)],
    [headings.caps, capLines(country)],
    [headings.who, whoLines(country)],
    [headings.answers, answerLines(country)],
    [headings.stops, stopLines(country)],
    [headings.content, contentLines(country)],
    [headings.readings, readingLines(country)],
    [headings.parts, partsOf(country)],
    [headings.rules, rulesOf(country, clauses)],
    [headings.secondary, secondaryOf(country, clauses)],
  ];
  const written = chapters.filter(([, lines]) => lines.length > 0);
  const lines = [
    `# ${words.title(nameOf(law.country, language))}`,
    words.made("src/domain/contact-law/countries/", command),
    words.noLawyer,
    `${words.version}: \`${profile.version}\`.`,
    ...written.flatMap(([heading, chapter]) => [`## ${heading}`, ...chapter]),
  ];
  return `${lines.join("\n\n")}\n`;
}

function hoursOf({ profile, language, words }: Country): string[] {
  const rows = WEEKDAYS.map((day) => [weekdayName(day, language), writtenHours(profile.hours.week[day], words)]);
  const zones = profile.zones.map((zone) => `\`${zone}\``).join(", ");
  return [
    table([words.hours.day, words.hours.from], rows),
    sentence(profile.hours.clause, language),
    `${profile.zones.length === 1 ? words.hours.zone : words.hours.zones}: ${zones}.`,
  ];
}

function holidayLines({ profile, language, words }: Country): string[] {
  const { holidays } = profile;
  if (!holidays) return [words.holidays.none];
  const month = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
  const rows = Array.from({ length: 12 }, (_, index) => [
    month.format(Date.UTC(2026, index, 15)),
    ...YEARS.map((year) => daysOfMonth(holidaysOf(holidays.calendar, year), index + 1)),
  ]);
  const corrected = new Set(holidays.calendar.corrections.map(({ clause }) => `- ${sentence(clause, language)}`));
  return [
    table([words.holidays.month, ...YEARS.map(String)], rows),
    sentence(holidays.clause, language),
    ...(corrected.size === 0 ? [] : [`${words.holidays.corrected}:`, [...corrected].join("\n")]),
  ];
}

function daysOfMonth(days: ReadonlySet<string>, month: number): string {
  const inMonth = [...days].filter((day) => Number(day.slice(5, 7)) === month).map((day) => Number(day.slice(8)));
  return inMonth.toSorted((a, b) => a - b).join(", ");
}

function capLines(country: Country): string[] {
  const { profile, language, words } = country;
  const caps = limitsOf(country).map(
    ({ says, channels, clause }) => `- **${says}**${channels}: ${sentence(clause, language)}`,
  );
  return [caps.length === 0 ? words.caps.none : caps.join("\n"), words.caps.counts[profile.countsAsContact]];
}

function whoLines(country: Country): string[] {
  return [rolesOf(country), listed(whoOf(country), country)];
}

function answerLines(country: Country): string[] {
  return [listed(answersOf(country), country)];
}

function listed(rules: readonly Told[], { language }: Country): string {
  return rules
    .map(({ says, clause }) => `- ${[says, clause && sentence(clause, language)].filter(Boolean).join(": ")}`)
    .join("\n");
}

function stopLines(country: Country): string[] {
  const { profile, language, words } = country;
  const rows = stopsOf(country).map(({ state, left, clause }) => [state, left, sentence(clause, language)]);
  return [
    table([words.stops.state, words.stops.left, words.stops.rule], rows),
    `${words.stops.holds}: ${sentence(profile.holds.clause, language)}`,
  ];
}

function contentLines(country: Country): string[] {
  const { profile, language } = country;
  const rules = forbiddenOf(country).map(({ says, clause }) => `- ${sentence(clause, language)} (${says})`);
  return [sentence(profile.content.clause, language), rules.join("\n")];
}

function readingLines({ law, language, words }: Country): string[] {
  if (law.readings.length === 0) return [];
  const lists = law.readings.map(({ name, about, whyDefault, options }) => {
    const lines = options.map((option, index) => {
      const mark = index === 0 ? ` **(${words.readings.byDefault})**` : "";
      return `- \`${option.name}\`${mark}: ${sentence(option.clause, language)}`;
    });
    const asks = [about[language], whyDefault?.[language]].filter(Boolean).join(" ");
    return `\`${name}\`: ${asks}\n\n${lines.join("\n")}`;
  });
  return [words.readings.explain, ...lists];
}
