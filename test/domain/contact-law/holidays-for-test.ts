import { assert } from "../../../src/domain/assert.ts";
import { holidaysOf } from "../../../src/domain/contact-law/holidays.ts";
import { profileOf } from "../../../src/domain/contact-law/profiles.ts";

/** The closed days of a year in a country or a part of it, as a set of `MM-dd`: `holidaysIn("BR-SP", 2026)`. */
export function holidaysIn(place: string, year: number): ReadonlySet<string> {
  const [country = "", subdivision] = place.split("-");
  const calendar = profileOf(country, { subdivision })?.holidays?.calendar;
  assert(calendar, `${place} closes on holidays`);
  return new Set([...holidaysOf(calendar, year)].map((day) => day.slice("yyyy-".length)));
}

/** `daysOf("01-01 05-01")`. */
export function daysOf(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(" ").filter((day) => day !== "")));
}
