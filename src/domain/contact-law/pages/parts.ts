import { holidaysOf } from "../holidays.ts";
import type { Profile } from "../profile.ts";
import { profileOf } from "../profiles.ts";
import { type Country, YEARS } from "./country.ts";
import { sentence, table, writtenWeek } from "./write.ts";

/** The parts of a country that have hours or holidays of their own: the states of Brazil, the nations of the Kingdom. */
export function partsOf(country: Country): string[] {
  const { law, words } = country;
  if (law.subdivisions.length === 0) return [];
  const parts = law.subdivisions.flatMap((subdivision) => profileOf(law.country, { subdivision }) ?? []);
  const shared = YEARS.map((year) => sharedDays(parts, year));
  const rows = parts.map((part) => [
    `\`${law.country}-${part.subdivision}\``,
    writtenWeek(part.hours.week, country),
    sentence(part.hours.clause, country.language),
    ...YEARS.map((year, index) =>
      [...daysOf(part, year)]
        .filter((day) => !shared[index]?.has(day))
        .map(short)
        .toSorted((a, b) => (a < b ? -1 : 1))
        .join(", "),
    ),
  ]);
  return [
    words.parts.explain,
    table([words.parts.part, words.parts.hours, words.stops.rule, ...YEARS.map(words.parts.own)], rows),
  ];
}

function sharedDays(parts: readonly Profile[], year: number): ReadonlySet<string> {
  const [first = new Set<string>(), ...others] = parts.map((part) => daysOf(part, year));
  return new Set([...first].filter((day) => others.every((days) => days.has(day))));
}

function daysOf({ holidays }: Profile, year: number): ReadonlySet<string> {
  return holidays ? holidaysOf(holidays.calendar, year) : new Set();
}

/** `06-15`: the year stands above it. */
function short(day: string): string {
  return day.slice(5);
}
